"""Where it stands in the end and since when, what happened on the way, who asked first, and through whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from sim.vocabulary.outcomes import OutcomeClass


@dataclass(frozen=True)
class First:
    """The first time the two leaders made contact of some sort.

    Attributes
    ----------
    day : float
        Days since the start of the scenario.
    date : str
        The calendar day, ISO 8601.
    level : str
        ``letter``, ``call`` or ``summit``.
    asked_by : str
        A side's id, ``both`` (requests crossed), a mediator's id, or empty.
    """

    day: float
    date: str
    level: str
    asked_by: str


@dataclass(frozen=True)
class Outcome:
    """The outcome of one run.

    Attributes
    ----------
    outcome_class : OutcomeClass
        Where it stands at the horizon: ``deal``, ``truce``, ``no_deal``, ``blow_up`` or ``no_contact``.
    day, date : float and str, or None
        Since when it stands so without a break in between; 0 for what has held from the first day. None only in records
        of format 1 in which nothing was decided.
    last_touch_day : float or None
        The last day of the run on which the leaders spoke, met or wrote, or envoys held talks; None for never.
    first_contact, first_voice, first_in_person : First or None
        First answered letter, call or meeting; first time they spoke; first time they met.
    mediator : str or None
        Id of the mediator through whom talks were held, else None.
    ever : mapping of str to bool
        What happened on the way; keys as in :data:`sim.vocabulary.milestones.EVER`.
    settlement : mapping of str to float, or None
        By issue, the share (0 to 1) that goes to the first side by id; None without a deal.
    trough : mapping of str to float
        By side, the deepest drawdown of its market (0 to 1).
    peak_pressure : mapping of str to float
        By side, the most points it ever had in force.
    actions : mapping of str to mapping of str to int
        By side and action, how often it was chosen.
    """

    outcome_class: OutcomeClass
    day: float | None
    date: str | None
    last_touch_day: float | None
    first_contact: First | None
    first_voice: First | None
    first_in_person: First | None
    mediator: str | None
    ever: Mapping[str, bool]
    settlement: Mapping[str, float] | None
    trough: Mapping[str, float]
    peak_pressure: Mapping[str, float]
    actions: Mapping[str, Mapping[str, int]]


def flatten_outcome(outcome: Outcome) -> dict[str, str]:
    """Return the outcome as a two-column table: a dotted measure and its value as text.

    Floats are written with ``repr``, so that :func:`restore_outcome` returns the same bits; what is absent has no row.
    """
    flat: dict[str, str] = {"outcome": str(outcome.outcome_class)}
    for name in ("day", "date", "last_touch_day", "mediator"):
        _put(flat, name, getattr(outcome, name))
    for name in ("first_contact", "first_voice", "first_in_person"):
        first = getattr(outcome, name)
        _put_below(flat, name, asdict(first) if first else {})
    for name in ("ever", "settlement", "trough", "peak_pressure"):
        _put_below(flat, name, getattr(outcome, name) or {})
    for side, counts in outcome.actions.items():
        _put_below(flat, f"actions.{side}", counts)
    return flat


def restore_outcome(flat: Mapping[str, str]) -> Outcome:
    """Return the outcome that :func:`flatten_outcome` wrote.

    Raises
    ------
    ValueError
        When a measure is missing or is not what it should be; names it.
    """
    return Outcome(
        outcome_class=_class(flat),
        day=_number("day", flat["day"]) if "day" in flat else None,
        date=flat.get("date"),
        last_touch_day=_number("last_touch_day", flat["last_touch_day"]) if "last_touch_day" in flat else None,
        first_contact=_first(flat, "first_contact"),
        first_voice=_first(flat, "first_voice"),
        first_in_person=_first(flat, "first_in_person"),
        mediator=flat.get("mediator"),
        ever={key: _truth(f"ever.{key}", text) for key, text in _below(flat, "ever").items()},
        settlement=_numbers(flat, "settlement") or None,
        trough=_numbers(flat, "trough"),
        peak_pressure=_numbers(flat, "peak_pressure"),
        actions=_counts(_below(flat, "actions")),
    )


def _put(flat: dict[str, str], key: str, value: object) -> None:
    if value is not None:
        flat[key] = repr(float(value)) if isinstance(value, float) else str(value)


def _put_below(flat: dict[str, str], name: str, values: Mapping[str, object]) -> None:
    for key, value in values.items():
        _put(flat, f"{name}.{key}", value)


def _below(flat: Mapping[str, str], name: str) -> dict[str, str]:
    return {key[len(name) + 1 :]: text for key, text in flat.items() if key.startswith(name + ".")}


def _first(flat: Mapping[str, str], name: str) -> First | None:
    parts = _below(flat, name)
    if not parts:
        return None
    for field in fields(First):
        if field.name not in parts:
            raise ValueError(f"the measure {name}.{field.name} is missing")
    return First(_number(f"{name}.day", parts["day"]), parts["date"], parts["level"], parts["asked_by"])


def _class(flat: Mapping[str, str]) -> OutcomeClass:
    word = flat.get("outcome")
    if word is None:
        raise ValueError("the measure outcome is missing")
    if word not in list(OutcomeClass):
        raise ValueError(f"outcome is {word!r}; allowed: {', '.join(OutcomeClass)}")
    return OutcomeClass(word)


def _number(key: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ValueError(f"{key} is {text!r}, not a number") from None


def _numbers(flat: Mapping[str, str], name: str) -> dict[str, float]:
    return {key: _number(f"{name}.{key}", text) for key, text in _below(flat, name).items()}


def _truth(key: str, text: str) -> bool:
    if text not in ("True", "False"):
        raise ValueError(f"{key} is {text!r}, neither True nor False")
    return text == "True"


def _counts(parts: Mapping[str, str]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for key, text in parts.items():
        side, dot, action = key.rpartition(".")
        if not dot or not text.isdecimal():
            raise ValueError(f"actions.{key} is {text!r}, not a count of an action of a side")
        counts.setdefault(side, {})[action] = int(text)
    return counts
