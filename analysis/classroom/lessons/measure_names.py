"""Which measures the runs of a scenario have, and whether a run answers one with yes: without a table of runs.

The catalogue of measures reads tables, and is too large for the process that a class waits for. These are its names
and kinds; a test holds both together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from sim.results.outcome import Outcome
from sim.scenario import Scenario
from sim.vocabulary import milestones, outcomes

Kind = Literal["share", "days", "amount"]

FIRSTS = ("first_contact", "first_voice", "first_in_person")
DAYS = (*FIRSTS, "truce", "deal")
SIDE_AMOUNTS = ("trough", "peak_pressure", "escalate_count", "ease_count")


def measure_names(scenarios: Iterable[Scenario]) -> dict[str, Kind]:
    """Return the kinds of all measures, by name, that runs of some worlds of one lesson have.

    Parameters
    ----------
    scenarios : iterable of Scenario
        The worlds; all have the same sides.
    """
    found = dict(_OF_ANY_CASE)
    for scenario in scenarios:
        sides = sorted(scenario.leaders)
        hosts, issues = scenario.mediators, scenario.issues
        found |= dict.fromkeys([f"asks_first_{side}" for side in sides], "share")
        found |= dict.fromkeys([f"mediator_{host}" for host in hosts], "share")
        found |= dict.fromkeys([f"{name}_{side}" for name in SIDE_AMOUNTS for side in sides], "amount")
        found |= dict.fromkeys([f"settlement_{issue}" for issue in issues], "amount")
    return found


_OF_ANY_CASE: dict[str, Kind] = {
    **dict.fromkeys([f"outcome_{word}" for word in outcomes.WORDS], "share"),
    "contact": "share",
    **dict.fromkeys([f"{name}_days" for name in DAYS], "days"),
    **dict.fromkeys(["asks_first_both", "asks_first_mediator", "mediated"], "share"),
    **dict.fromkeys([f"ever_{word}" for word in milestones.EVER], "share"),
}


def happened(outcome: Outcome, measure: str) -> bool:
    """Tell whether a run answers a measure with yes: a share's own answer; of days, whether it came at all.

    A question that does not arise (who asked first, where nobody did) is answered with no.

    Raises
    ------
    KeyError
        For a measure that is neither a share nor days.
    """
    if measure in _PLAIN:
        return _PLAIN[measure](outcome)
    for start, answer in _ABOUT.items():
        if measure.startswith(start):
            return answer(outcome, measure.removeprefix(start))
    raise KeyError(measure)


def _asked_by_a_mediator(outcome: Outcome) -> bool:
    first = outcome.first_contact
    return first is not None and first.asked_by not in ("", "both", *outcome.trough)


_PLAIN: dict[str, Callable[[Outcome], bool]] = {
    "contact": lambda outcome: outcome.first_contact is not None,
    "mediated": lambda outcome: bool(outcome.mediator),
    "asks_first_mediator": _asked_by_a_mediator,
    "first_contact_days": lambda outcome: outcome.first_contact is not None,
    "first_voice_days": lambda outcome: outcome.first_voice is not None,
    "first_in_person_days": lambda outcome: outcome.first_in_person is not None,
    "truce_days": lambda outcome: outcome.ever["truce"],
    "deal_days": lambda outcome: outcome.settlement is not None,
}

_ABOUT: dict[str, Callable[[Outcome, str], bool]] = {
    "outcome_": lambda outcome, word: str(outcome.outcome_class) == word,
    "asks_first_": lambda outcome, who: outcome.first_contact is not None and outcome.first_contact.asked_by == who,
    "mediator_": lambda outcome, name: outcome.mediator == name,
    "ever_": lambda outcome, word: outcome.ever[word],
}
"""By how the name begins; the rest of it says whom or what it is about."""
