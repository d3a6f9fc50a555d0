"""`climbdown sensitivity`: which inputs of a study move its measures, by how much, and how much is only luck."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.errors import UserError
from analysis.cli.options import AsJson
from analysis.cli.printing import canvas, say, say_json, width
from analysis.cli.studying import StudyFolderArgument, asking, heading, open_study
from analysis.cli.writing import Force, refuse_taken, write_text
from analysis.documents.document import Note, Table, records
from analysis.documents.measure_names import measure_labels
from analysis.figures.digits import significant
from sim.narrative.painted import Role, painted

if TYPE_CHECKING:
    import pandas as pd

    from analysis.documents.factor_names import FactorNames
    from analysis.sensitivity import MorrisResult, SobolResult
    from analysis.studies.designs import Design

NAME = 28
PAIR = 52
PAIRS_SHOWN = 10
LEAST = 0.005
"""Shares below this are written as noise."""

Measures = Annotated[
    list[str] | None,
    typer.Option("--measure", metavar="NAME", help="A measure, or a column of numbers; may be given many times."),
]
Second = Annotated[bool, typer.Option("--second", help="Also pairs of inputs (Saltelli's design, second_order: true).")]
CsvFile = Annotated[Path | None, typer.Option("--out", metavar="FILE.csv", help="Keep the whole table in this file.")]


def sensitivity(
    folder: StudyFolderArgument,
    names: Measures = None,
    second: Second = False,
    out: CsvFile = None,
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """Say which inputs of a study move its measures: Sobol' indices or Morris' effects, by the study's design.

    First the inputs that surely matter, and on what; then every input by measure. Every number carries a 95%
    interval from a bootstrap over whole blocks of the design. What matters is corrected for the number of inputs and
    measures. A share of the variance that is about 0 or below is noise, and said to be. What luck does is estimated
    from the replications and reported apart, with how many replications would do for a sharp answer. Days that never
    came count as the whole horizon.
    """
    from analysis.documents.factor_names import FactorNames
    from analysis.sensitivity import sensitivity as analyse
    from analysis.sensitivity import sensitivity_table
    from analysis.studies.study_sample import looked_at

    _check_out(out, force)
    study = open_study(folder)
    _check_design(study.design, folder)
    with asking():
        looked = looked_at(study)
        found = analyse(looked.rows, study.design, names)
        pairs = _pairs(found, study.design) if second else None
        table = sensitivity_table(found) if pairs is None else pairs
    if out is not None:
        write_text(out, table.to_csv(index=False), "table")
    if as_json:
        say_json([as_plain(result, second) for result in found.values()])
        return
    say(heading(study, looked))
    labels, called = measure_labels(study.study.recipe.scenario), FactorNames.of_study(study.study)
    say(["", *answer(found, labels, called)])
    for result in found.values():
        say(["", *told(result, second, labels, called)])
    say(["", *sharpness(found, study.design, labels)])
    if out is not None:
        say(["", f"Table: {out}"])


def _check_design(design: Design, folder: Path) -> None:
    if design.kind not in ("morris", "saltelli"):
        raise UserError(
            f"sensitivity needs a study with the design morris or saltelli; this one is {design.kind}.\n"
            f"climbdown report {folder} shows what its factors do."
        )


def answer(found: dict[str, Any], labels: Mapping[str, str], names: FactorNames) -> Iterator[str]:
    """The answer in ten lines: which inputs matter, and on what."""
    from analysis.documents.leading_inputs import leading_inputs
    from analysis.documents.terminal_writing import block_lines

    is_sobol = all(hasattr(result, "second") for result in found.values())
    for block in (*leading_inputs(found, labels, names), Note(NOISE if is_sobol else EFFECTS)):
        yield from block_lines([block], canvas())


def sharpness(found: dict[str, Any], design: Design, labels: Mapping[str, str]) -> Iterator[str]:
    """How many runs of every setting would do, measure by measure."""
    from analysis.documents.terminal_writing import block_lines

    base = getattr(design, "base", 0)
    rows = tuple(
        (f"  {labels.get(name, name)}", f"{result.noise.replications:,}", result.needed.in_words())
        for name, result in found.items()
    )
    heads = ("Runs of every setting", "there are", "would do")
    larger = next(iter(found.values())).needed.larger_base(base)
    said = SHARP.format(larger=larger) if base else STANDS_OUT
    yield from block_lines([Table(heads, rows, layout=(-44, 12, 18)), Note(said)], canvas())


SHARP = (
    "So many would do for the share of an input that makes a quarter of the variance to be known, give or take "
    "10%{larger}; told from what luck does here."
)

NOISE = (
    "noise: a share of the variance that is about 0, or below, which no share is; in brackets 95% intervals. "
    "* is told apart from nothing."
)

EFFECTS = "In brackets 95% intervals. * is told apart from luck alone."

STANDS_OUT = (
    "So many would do for an input that makes a quarter of the variance to be told apart from luck in most studies."
)


def told(
    result: SobolResult | MorrisResult, second: bool, labels: Mapping[str, str], names: FactorNames
) -> Iterator[str]:
    """The result for one measure as lines for the terminal, under what readers and programs call it."""
    from analysis.documents.terminal_writing import block_lines
    from analysis.sensitivity import SobolResult

    yield _headed(result.measure, labels.get(result.measure, ""))
    is_sobol = isinstance(result, SobolResult)
    table = result.indices if isinstance(result, SobolResult) else result.effects
    if table.iloc[:, 1].notna().any():
        yield from block_lines([_sobol(table, names) if is_sobol else _morris(table, names)], canvas())
        if second and isinstance(result, SobolResult) and len(result.second):
            yield from block_lines([_second(result.second, names)], canvas())
    for message in result.messages:
        yield from textwrap.wrap(message, width() - 2, initial_indent="  ", subsequent_indent="    ")


def _headed(measure: str, label: str) -> str:
    return painted((label or measure, Role.heading), f" ({measure})" if label else "")


def _sobol(table: pd.DataFrame, names: FactorNames) -> Table:
    rows = tuple((_name(row, names), _share(row, "first"), _share(row, "total")) for row in _ranked(table, "total"))
    return Table(("  input", "alone", "with interactions"), rows, layout=(-NAME - 2, 24, 25))


def _morris(table: pd.DataFrame, names: FactorNames) -> Table:
    rows = []
    for row in _ranked(table, "mu_star"):
        ends = row["mu_star_low"], row["mu_star_high"]
        value, low, high = significant(row["mu_star"], *ends)
        luck = significant(row["luck_floor"], *ends)[0]
        rows.append((_name(row, names), f"{value} ({low} to {high})", _direction(row), luck))
    heads = ("  input", "size of effect", "direction", "luck alone")
    return Table(heads, tuple(rows), layout=(-NAME - 2, 24, 11, 12))


def _second(table: pd.DataFrame, names: FactorNames) -> Table:
    """The pairs with the largest shares; how many others there are is said."""
    ranked = _ranked(table, "second")
    rows = []
    for row in ranked[:PAIRS_SHOWN]:
        pair = _cut(f"{names.of(row['input'])} x {names.of(row['other'])}", PAIR - 1)
        rows.append((f"  {pair}", _amount(row["second"], row["low"], row["high"], row["second"] < LEAST)))
    if len(ranked) > PAIRS_SHOWN:
        rows.append((f"  ({len(ranked) - PAIRS_SHOWN} pairs with less; --out FILE.csv has them)", ""))
    return Table(("  two inputs together", "beyond each alone"), tuple(rows), layout=(-PAIR - 2, 25))


def _ranked(table: pd.DataFrame, by: str) -> list[dict[str, Any]]:
    return records(table.sort_values(by, ascending=False))


def _pairs(found: dict[str, Any], design: Design) -> pd.DataFrame:
    """The second-order indices of all measures, or an error that says what would give them."""
    import pandas

    if not getattr(design, "second_order", False):
        raise UserError(
            "pairs need Saltelli's design with second_order: true in the study file "
            f"(this study: {design.kind}); it costs nearly twice the runs"
        )
    tables: list[pd.DataFrame] = [result.second.assign(measure=name) for name, result in found.items()]
    return pandas.concat(tables, ignore_index=True)


def as_plain(result: SobolResult | MorrisResult, second: bool) -> dict[str, Any]:
    """The result for one measure for a program."""
    from analysis.sensitivity import SobolResult

    is_sobol = isinstance(result, SobolResult)
    noise = result.noise
    found = {
        "measure": result.measure,
        "method": "sobol" if is_sobol else "morris",
        "inputs": records(result.indices if isinstance(result, SobolResult) else result.effects),
        "blocks": result.blocks,
        "luck": {**noise._asdict(), "share": noise.luck_share},
        "needed": result.needed._asdict(),
        "messages": list(result.messages),
    }
    return found | ({"second": records(result.second)} if second and isinstance(result, SobolResult) else {})


def _check_out(out: Path | None, force: bool) -> None:
    if out is not None and out.suffix.lower() != ".csv":
        raise UserError(f"{out}: the table is written as FILE.csv")
    refuse_taken(out, force)


def _share(row: dict[Any, Any], kind: str) -> str:
    return _amount(row[kind], row[f"{kind}_low"], row[f"{kind}_high"], row[f"{kind}_is_noise"])


def _amount(value: float, low: float, high: float, is_noise: bool) -> str:
    """A share of the variance with its interval; noise is called so, since no share is below 0."""
    if is_noise:
        return f"noise ({_ends(low, high)})"
    return f"{_percent(value)} ({_ends(low, high)})"


def _ends(low: float, high: float) -> str:
    return "unknown" if low != low else f"{_percent(low)} to {_percent(high)}"


def _percent(share: float) -> str:
    """In whole per cent; no share is more than the whole, as an estimate of one may be."""
    return "unknown" if share != share else f"{min(share, 1.0):.0%}".replace("-0%", "0%")


def _direction(row: dict[Any, Any]) -> str:
    """Up or down where nearly all effects point one way."""
    if row["mu"] != row["mu"] or abs(row["mu"]) < 0.8 * row["mu_star"]:
        return "mixed"
    return "up" if row["mu"] > 0 else "down"


def _name(row: dict[str, Any], names: FactorNames) -> str:
    """An input by its name, with a star where it is told apart from none."""
    return f"{'*' if row['told_apart'] else ' '} {_cut(names.of(row['input']), NAME - 1)}"


def _cut(text: str, width: int) -> str:
    from analysis.documents.leading_inputs import shortened

    return shortened(text, width)
