"""The manifest of a study's folder: what must not change while the study is run, checked whenever it is read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from analysis.studies.durable_files import write_whole
from analysis.studies.parts_finding import PARTITION_NAME, TABLE
from analysis.studies.parts_layout import Layout
from analysis.studies.parts_storing import PART_NAME, PARTS
from analysis.studies.study import Study, StudyError
from analysis.studies.study_columns import COLUMN_TYPES, factor_types, measure_types
from analysis.studies.study_writing import SCENARIO, STUDY, changed, digest_of, identity
from sim.files.format_changes import OLD
from sim.scenario.scenario import FORMAT

MANIFEST = "manifest.json"
LARGEST = 64 * 2**20
"""Bytes of a manifest; a larger file is not read."""

_SHA256 = re.compile(r"[0-9a-f]{64}")
_OF_TABLE = {"rows", "failed", "sha256", "failures_sha256", "partitions"}
_ALWAYS = 4
"""Numbers of a layout; one with parts that are sorted group by group, or a table in partitions, has two more."""

OF_A_RUN = "record"
"""A key that only the manifest of a kept run has."""
_DECIDES_ALWAYS = ("design", "replications", "parameters", "seed", "outputs")
"""What of an identity is written alike in every version."""


class Spoilt(NamedTuple):
    """A manifest that is not what climbdown writes, in a folder that is a study's otherwise; it can be made again.

    Either nothing can be read from it, as a power cut leaves it, or (``misshapen``) somebody wrote something else.
    """

    why: str
    misshapen: bool = False


def manifest_of(study: Study) -> dict[str, Any]:
    """The manifest of a study that has no table yet."""
    content = identity(study)
    return {
        "format": FORMAT,
        "digest": digest_of(content),
        "identity": content,
        "factors": factor_types(study.recipe, study.design),
        "measures": measure_types(study.recipe),
        "layout": as_numbers(Layout.of(study.design.size, study.recipe.replications)),
    }


def as_numbers(layout: Layout) -> list[int]:
    """A layout as a manifest has it: of a small study what it always was."""
    return list(layout if layout.group or layout.partition else layout[:_ALWAYS])


def write_manifest(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Write the manifest of a folder; OSError when the disk refuses."""
    write_whole(folder / MANIFEST, (json.dumps(manifest, indent=1) + "\n").encode())


def read_manifest(folder: Path) -> dict[str, Any] | Spoilt | None:
    """Read the manifest of a folder.

    Parameters
    ----------
    folder : pathlib.Path
        The study's.

    Returns
    -------
    dict, Spoilt or None
        The manifest; or what is wrong with it: it is empty, cut short, or no text, or it is of a wrong shape although
        the folder is a study's otherwise; or None where there is no such file.

    Raises
    ------
    StudyError
        When it is the manifest of something else, or of a later version; names the file and what is wrong.
    """
    file = folder / MANIFEST
    if not file.is_file():
        return None
    if file.stat().st_size > LARGEST:
        return _misshapen(folder, f"is larger than {LARGEST:,} bytes, which no manifest is")
    try:
        found = json.loads(file.read_bytes())
    except (ValueError, RecursionError):
        return Spoilt("is empty" if not file.read_bytes().strip(b"\0 \r\n\t") else "is not JSON, or not all of it")
    _refuse_other_kinds(folder, found)
    wrong = next(_wrong(found), None)
    if wrong:
        return _misshapen(folder, wrong)
    assert isinstance(found, dict)
    return found


def _refuse_other_kinds(folder: Path, found: Any) -> None:
    """Refuse what is whole and not for this climbdown: a kept run, and a study of a later version."""
    if not isinstance(found, dict):
        return
    if OF_A_RUN in found:
        raise StudyError(f"{folder}: holds a run, not a study; name another folder")
    version = found.get("format")
    if type(version) is int and version > FORMAT:
        raise StudyError(
            f"{folder / MANIFEST}: made by a later climbdown (format {version}; this one reads format {FORMAT}); "
            "use that one, or name another folder"
        )


def _misshapen(folder: Path, wrong: str) -> Spoilt:
    """What is wrong with the manifest of a study; StudyError in a folder that nothing else shows to be one's."""
    stored = (path for name in (PARTS, TABLE) for path in (folder / name).rglob("*.parquet"))
    if (folder / STUDY).is_file() or any(map(_is_stored, stored)):
        return Spoilt(wrong, misshapen=True)
    raise StudyError(f"{folder / MANIFEST}: {wrong}, and nothing else here is a study's; name another folder")


def _is_stored(path: Path) -> bool:
    return PART_NAME.fullmatch(path.name) is not None or PARTITION_NAME.fullmatch(path.name) is not None


def _wrong(found: Any) -> Iterator[str]:
    """What is wrong with the content of a manifest, the worst first."""
    if not isinstance(found, dict):
        yield "is not the manifest of a study: it holds no block of keys"
        return
    if found.get("format") not in (OLD, FORMAT):
        yield f"has format {_shown(found.get('format'))}; this version of climbdown reads formats {OLD} and {FORMAT}"
    for key, kind in (("identity", dict), ("factors", dict), ("measures", dict), ("layout", list)):
        if not isinstance(found.get(key), kind):
            yield f"{key} is {_shown(found.get(key))}, not a {'list' if kind is list else 'block of keys'}"
            return
    if found.get("digest") != digest_of(found["identity"]):
        yield f"digest is {_shown(found.get('digest'))}, not that of its identity"
    yield from _wrong_columns(found)
    yield from _wrong_layout(found["layout"])
    if "table" in found:
        yield from _wrong_table(found["table"])


def _wrong_columns(found: Mapping[str, Any]) -> Iterator[str]:
    for key in ("factors", "measures"):
        for name, kind in found[key].items():
            if not isinstance(kind, str) or kind not in COLUMN_TYPES:
                yield f"{key}.{name} is {_shown(kind)}; allowed: {', '.join(COLUMN_TYPES)}"


def _wrong_layout(found: list[Any]) -> Iterator[str]:
    if not _are_counts(found):
        numbers = f"{_ALWAYS} whole numbers from 1 up, or two more"
        yield f"layout is {_shown(found)}, not {numbers}: {', '.join(Layout._fields)}"
        return
    layout = Layout(*found)
    if layout.stretch > layout.rows or layout.block > layout.replications or layout.group > layout.stretch:
        yield f"layout {_shown(found)} has parts larger than the study"


def _are_counts(found: list[Any]) -> bool:
    right = len(found) in (_ALWAYS, len(Layout._fields))
    return right and all(_is_count(number, int(place < _ALWAYS)) for place, number in enumerate(found))


def _wrong_table(found: Any) -> Iterator[str]:
    if not isinstance(found, dict) or not {"rows", "failed", "sha256"} <= set(found) <= _OF_TABLE:
        yield f"table is {_shown(found)}, not a block of {', '.join(sorted(_OF_TABLE))}"
        return
    for key in ("rows", "failed"):
        if not _is_count(found[key], 0):
            yield f"table.{key} is {_shown(found[key])}, not a whole number from 0 up"
    yield from _wrong_sums(found)


def _wrong_sums(found: Mapping[str, Any]) -> Iterator[str]:
    for key in sorted({"sha256", "failures_sha256"} & set(found)):
        if not _is_sha256(found[key]):
            yield f"table.{key} is {_shown(found[key])}, not a SHA-256"
    sums = found.get("partitions", [])
    if not isinstance(sums, list) or not all(map(_is_sha256, sums)):
        yield f"table.partitions is {_shown(sums)}, not a list of SHA-256s"


def is_old(manifest: Mapping[str, Any]) -> bool:
    """Tell whether a study was made in an earlier format, and so under other rules; one not yet written was not."""
    return bool(manifest.get("format", FORMAT) != FORMAT)


def refuse_old(path: Path, manifest: Mapping[str, Any]) -> None:
    """Refuse to go on with a study of an earlier format, or to run anything of it again.

    Raises
    ------
    StudyError
        Says why, and what can be done with it.
    """
    if not is_old(manifest):
        return
    version = manifest["identity"].get("version", "an earlier version")
    raise StudyError(
        f"{path}: cannot go on, nor can any of its runs be made again: it is a study of format {manifest['format']}, "
        f"made by climbdown {version}, and the rules have changed since; rows of two worlds are never mixed. What it "
        "holds stays as it is, and query, report, sensitivity and discover read it. To ask its question anew, sweep "
        f"its study file into another folder, with a scenario of format {FORMAT} "
        f"(climbdown new NAME --from {path / SCENARIO})"
    )


def _is_sha256(value: Any) -> bool:
    return isinstance(value, str) and _SHA256.fullmatch(value) is not None


def _is_count(value: Any, least: int) -> bool:
    return type(value) is int and value >= least


def _shown(value: Any) -> str:
    text = "missing" if value is None else json.dumps(value)
    return text if len(text) <= 40 else text[:37] + "..."


def refuse_another(study: Study, folder: Path, manifest: Mapping[str, Any]) -> None:
    """Refuse a study that is not the one a finished or unfinished folder holds runs of.

    The version and the rules may have changed since: stored runs can be asked all the same.

    Raises
    ------
    StudyError
        Names the file and what differs.
    """
    lines = _what_differs(study, manifest)
    if lines:
        raise StudyError(
            f"{folder / STUDY}: is not the study whose runs are in this folder. What differs:\n  "
            + "\n  ".join(lines)
            + "\nclimbdown sweep with the study's own file puts it back."
        )


def _what_differs(study: Study, manifest: Mapping[str, Any]) -> list[str]:
    """What decides a row and differs between a study and a manifest, in a line each."""
    before, now = manifest["identity"], identity(study)
    same_program = all(before.get(key) == now[key] for key in ("version", "rules"))
    keys = list(now) if same_program else list(_DECIDES_ALWAYS)
    lines = changed({key: before.get(key) for key in keys}, {key: now[key] for key in keys})
    layout = Layout(*manifest["layout"])
    if (layout.rows, layout.replications) != (study.design.size, study.recipe.replications):
        lines.append(f"layout: {list(layout)} in the folder, another size now")
    if set(manifest["factors"]) != {factor.name for factor in study.recipe.factors}:
        lines.append(f"factors: {', '.join(manifest['factors'])} in the folder, others now")
    return lines
