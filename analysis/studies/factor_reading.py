"""What a study file says about its factors: ranges, lists, named alternatives and groups, tried out on the scenario."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from analysis.studies.designs import DesignError, Factor
from analysis.studies.study import Changes
from analysis.studies.study_form import StudyFile
from analysis.studies.taken_names import NamesTaken, PathsTaken
from sim.files import objections
from sim.files.problems import Spot
from sim.files.reading import Reading
from sim.files.scenario_slots import slot_at
from sim.files.slots import Kind, Path
from sim.files.source_text import LABEL_RULE, wrong_label
from sim.files.suggestions import shown
from sim.scenario import Scenario

UNKNOWN = "unknown path"
"""Stands in what ``vary`` says about a path rather than about a value."""


class Trial(NamedTuple):
    """Something that some row will do to the scenario, and where the file says so: the value, and its path."""

    changes: Changes
    value: Spot
    path: Spot


class FactorsRead(NamedTuple):
    """The factors of a file, and what each alternative of a choice changes."""

    factors: tuple[Factor, ...]
    choices: Mapping[str, Mapping[str, Changes]]
    labels: Mapping[str, str]


class _FactorRead(NamedTuple):
    factor: Factor
    choices: Mapping[str, Changes] | None
    trials: list[Trial]


def read_factors(reading: Reading[StudyFile], scenario: Scenario | None, is_known: bool = False) -> FactorsRead:
    """Read the block ``factors``.

    Parameters
    ----------
    reading : Reading of StudyFile
        The file; receives what is wrong, each at its place.
    scenario : Scenario or None
        What the factors vary; None when it could not be read, and nothing is tried out.
    is_known : bool
        Whether all of it was tried out before, and need not be again.
    """
    tried = (_read_and_tried_out(name, reading, None if is_known else scenario) for name in reading.names("factors"))
    found = [made for made in tried if made is not None]
    choices = {made.factor.name: made.choices for made in found if made.choices is not None}
    read = FactorsRead(tuple(made.factor for made in found), choices, _labels(reading))
    return _with_names_and_paths_of_their_own(read, found, reading, scenario)


def _with_names_and_paths_of_their_own(
    read: FactorsRead, found: list[_FactorRead], reading: Reading[StudyFile], scenario: Scenario | None
) -> FactorsRead:
    """Refuse a name that a column, a measure or another factor has, and a number that is set twice."""
    names, paths = NamesTaken(scenario, read.choices), PathsTaken(reading.value("set"))
    kept = []
    for factor, choices, trials in found:
        said = names.take(factor)
        if said:
            reading.findings.add(reading.spot("factors", factor.name, key=True), said)
            continue
        spots = {path: trial.path for trial in trials for path in trial.changes}
        clash = paths.take(factor, choices)
        if clash is not None:
            spot = spots.get(clash.path, reading.spot("factors", factor.name, key=True))
            reading.findings.add(spot, clash.message)
            continue
        kept.append(factor)
    return read._replace(factors=tuple(kept))


def _labels(reading: Reading[StudyFile]) -> dict[str, str]:
    """What the file has its factors called; no two the same."""
    found: dict[str, str] = {}
    for name in reading.names("factors"):
        label = reading.value("factors", name, "label")
        if not label:
            continue
        if label in found.values():
            twin = next(other for other, said in found.items() if said == label)
            said = f"the label {shown(label)} is that of factor {shown(twin)} too; labels must differ"
            reading.add(("factors", name, "label"), said)
        found[name] = label
    return found


def _read_and_tried_out(name: str, reading: Reading[StudyFile], scenario: Scenario | None) -> _FactorRead | None:
    """A factor, if there is enough to make one of; what is wrong already is not tried out."""
    before = len(reading.findings)
    _refuse_labels(name, reading)
    if not reading.is_sound("factors", name) or len(reading.findings) > before:
        return None
    made = _read_factor(name, reading)
    if made is not None and scenario is not None and len(reading.findings) == before:
        _try_out(scenario, made.trials, reading)
    return made


def _refuse_labels(name: str, reading: Reading[StudyFile]) -> None:
    """Refuse names of a factor, its group and its choices that a table or a list of options could not show as given."""
    at = ("factors", name)
    group = reading.value(*at, "group")
    labels: list[tuple[Path, str, str, bool]] = [(at, "the name of a factor", name, True)]
    if group:
        labels.append(((*at, "group"), "the name of a group", group, False))
    if reading.says(*at, "label") and reading.is_sound(*at, "label"):
        labels.append(((*at, "label"), "the label", reading.value(*at, "label") or "", False))
    choices = reading.names(*at, "choices")
    labels += [((*at, "choices", label), "the name of a choice", label, True) for label in choices]
    for path, what, label, is_key in labels:
        if wrong := wrong_label(label):
            reading.add(path, f"{what}, {shown(label)}, {wrong}; {LABEL_RULE}", key=is_key)


def _read_factor(name: str, reading: Reading[StudyFile]) -> _FactorRead | None:
    entry = reading.value("factors", name)
    if "choices" in entry:
        return _choice(name, entry, reading)
    paths = _paths(name, entry, reading)
    levels = entry.get("levels", [])
    low, high = (None if entry.get(key) is None else float(entry[key]) for key in ("low", "high"))
    options: dict[str, Any] = {"low": low, "high": high, "levels": tuple(levels)}
    options |= {key: reading.value("factors", name, key) for key in ("group", "steps")}
    options["whole"] = not levels and all(_is_whole(path) for path in paths)
    made = _made(name, tuple(paths), options, reading)
    return None if made is None else _FactorRead(made, None, list(_trials(name, made, reading)))


def _trials(name: str, made: Factor, reading: Reading[StudyFile]) -> Iterator[Trial]:
    """The values that a factor takes: its levels, or the ends of its range."""
    at = ("factors", name)
    named = next((reading.spot(*at, key) for key in ("path", "paths") if reading.says(*at, key)), None)
    where = named or reading.spot(*at, key=True)
    for place, level in enumerate(made.levels):
        yield Trial(made.settings(level), reading.spot(*at, "levels", place), where)
    for key, end in (("low", made.low), ("high", made.high)):
        if end is not None:
            yield Trial(made.settings(int(end) if made.whole else end), reading.spot(*at, key), where)


def _choice(name: str, entry: Mapping[str, Any], reading: Reading[StudyFile]) -> _FactorRead | None:
    at = ("factors", name)
    for key in entry:
        if key not in ("choices", "group", "label"):
            reading.add((*at, key), f"a factor with choices takes no {key}", key=True)
    choices: Mapping[str, Changes] = entry["choices"]
    for first, second in _equal(choices):
        said = f"choices {shown(first)} and {shown(second)} make the same changes; choices must differ from one another"
        reading.add((*at, "choices", second), said, key=True)
    trials = [
        Trial(
            {path: value},
            reading.spot(*at, "choices", label, path),
            reading.spot(*at, "choices", label, path, key=True),
        )
        for label, changes in choices.items()
        for path, value in changes.items()
    ]
    made = _made(name, (name,), {"levels": tuple(choices), "group": entry.get("group", "")}, reading)
    return None if made is None else _FactorRead(made, choices, trials)


def _equal(choices: Mapping[str, Changes]) -> Iterator[tuple[str, str]]:
    """Pairs of choices that make the same changes, in any order and however a number is written."""
    seen: dict[str, str] = {}
    for label, changes in choices.items():
        first = seen.setdefault(_as_one_text(changes), label)
        if first != label:
            yield first, label


def _as_one_text(changes: Any) -> str:
    """Changes as a text that is the same exactly when they are: 1 is 1.0, but neither is true or a text."""
    if isinstance(changes, Mapping):
        return f"{{{', '.join(sorted(f'{key!r}: {_as_one_text(value)}' for key, value in changes.items()))}}}"
    if isinstance(changes, list):
        return f"[{', '.join(map(_as_one_text, changes))}]"
    if isinstance(changes, float) and changes.is_integer():
        return repr(int(changes))
    return repr(changes)


def _made(name: str, paths: tuple[str, ...], options: Mapping[str, Any], reading: Reading[StudyFile]) -> Factor | None:
    try:
        return Factor(paths, name=name, **options)
    except DesignError as error:
        reading.add(("factors", name), str(error), key=True)
        return None


def _paths(name: str, entry: Mapping[str, Any], reading: Reading[StudyFile]) -> list[str]:
    if "path" in entry and "paths" in entry:
        reading.add(("factors", name, "paths"), "give either path or paths, not both", key=True)
    return entry.get("paths") or [entry.get("path") or name]


def _is_whole(path: str) -> bool:
    slot = slot_at(tuple(path.split(".")))
    return slot is not None and slot.kind is Kind.whole


def _try_out(scenario: Scenario, trials: list[Trial], reading: Reading[StudyFile]) -> None:
    for trial in trials:
        for message in refusals(scenario, trial.changes):
            reading.findings.add(trial.path if UNKNOWN in message else trial.value, message)


def refusals(scenario: Scenario, changes: Changes) -> list[str]:
    """What the scenario has against some changes.

    A block that replaces another whole and so leaves entries out is told as that, not by everything that is missing.
    """
    said = objections(scenario, changes)
    whole = next((path for path, value in changes.items() if isinstance(value, Mapping) and value), None)
    if not said or whole is None:
        return said
    single = dict(_single_changes(changes))
    left = objections(scenario, single)
    if set(said) <= set(left) or any(UNKNOWN in message for message in left):
        return said
    advice = f"to change single ones write their paths, such as {next(iter(single))}"
    return [f"{whole} is replaced as a whole by this block, which leaves entries out; {advice}", *left]


def _single_changes(changes: Changes, above: str = "") -> Iterator[tuple[str, Any]]:
    """The changes of blocks entry by entry, each by its whole path; a number with its source stays together."""
    for key, value in changes.items():
        path = f"{above}{key}"
        if isinstance(value, Mapping) and value and not {"value", "distribution"} & set(value):
            yield from _single_changes(value, f"{path}.")
        else:
            yield path, value
