"""What a benchmark hands back: ratios beside what is aimed for, the tables behind them, and how they read on a page."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

PACKAGES = ("mesa", "numba", "llvmlite", "numpy", "pandas", "pydantic")


@dataclass(frozen=True)
class Ratio:
    """One figure: what is compared, the figure, in which direction it should lie of which aim."""

    part: str
    what: str
    figure: float
    aim: float | None = None
    at_least: bool = True

    @property
    def verdict(self) -> str:
        """Whether the aim is reached; empty where there is none."""
        if self.aim is None:
            return ""
        return "reached" if (self.figure >= self.aim) == self.at_least or self.figure == self.aim else "missed"

    @property
    def aimed(self) -> str:
        """The aim in words."""
        if self.aim is None:
            return ""
        return f"{'at least' if self.at_least else 'at most'} {shown(self.aim)}"


@dataclass(frozen=True)
class Table:
    """Numbers behind ratios."""

    title: str
    head: tuple[str, ...]
    rows: list[tuple[Any, ...]]


@dataclass
class Findings:
    """Everything one part found."""

    title: str
    ratios: list[Ratio] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def shown(number: float) -> str:
    """A number with three digits that count."""
    if number == 0 or not abs(number) < float("inf"):
        return str(number)
    return f"{number:,.0f}" if abs(number) >= 100 else f"{number:.3g}"


def machine() -> dict[str, str]:
    """What the figures were taken on, and when."""
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "processor": f"{_processor()}, {os.cpu_count()} threads",
        "load": _load(),
        "system": f"{platform.system()} {platform.machine()}, {' '.join(platform.libc_ver())}".strip(", "),
        "python": platform.python_version(),
        "packages": ", ".join(f"{name} {_version(name)}" for name in PACKAGES),
    }


def _processor() -> str:
    listed = Path("/proc/cpuinfo")
    if listed.exists():
        for line in listed.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _load() -> str:
    if not hasattr(os, "getloadavg"):
        return "unknown"
    return f"{os.getloadavg()[0]:.1f} processes wanted the processor in the minute before"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def page(setting: dict[str, str], found: Sequence[Findings]) -> str:
    """All findings as one page of Markdown."""
    lines = ["# Speed of the ensemble", "", *(f"- {name}: {value}" for name, value in setting.items()), ""]
    ratios = [ratio for part in found for ratio in part.ratios]
    rows = [(r.part, r.what, shown(r.figure), r.aimed, r.verdict) for r in ratios]
    lines += [*markdown(("", "ratio", "figure", "aim", ""), rows), ""]
    for part in found:
        lines += [f"## {part.title}", ""]
        for note in part.notes:
            lines += [note, ""]
        for table in part.tables:
            lines += [f"**{table.title}**", "", *markdown(table.head, table.rows), ""]
    return "\n".join(lines).rstrip() + "\n"


def markdown(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[str]:
    """A table in Markdown with its columns in line, so that it also reads well in a terminal."""
    cells = [[shown(c) if isinstance(c, float) else str(c) for c in row] for row in rows]
    widths = [max(3, *(len(row[k]) for row in [list(head), *cells])) for k in range(len(head))]
    left = [not _numeric(row[k] for row in cells) for k in range(len(head))]

    def line(row: Sequence[str]) -> str:
        padded = [c.ljust(w) if is_left else c.rjust(w) for c, w, is_left in zip(row, widths, left, strict=True)]
        return f"| {' | '.join(padded)} |"

    rule = [("-" * w if is_left else "-" * (w - 1) + ":") for w, is_left in zip(widths, left, strict=True)]
    return [line(head), line(rule), *(line(row) for row in cells)]


def _numeric(cells: Iterable[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(cell[0].isdigit() or cell[0] == "-" for cell in filled)


def as_data(setting: dict[str, str], found: Sequence[Findings]) -> dict[str, Any]:
    """All findings as plain data for JSON."""
    parts = [{**asdict(part), "ratios": [{**asdict(r), "verdict": r.verdict} for r in part.ratios]} for part in found]
    return {"machine": setting, "arguments": sys.argv[1:], "parts": parts}
