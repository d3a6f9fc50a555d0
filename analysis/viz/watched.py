"""The model as sliders move it: a shipped case with some traits of both leaders shifted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sim import NegotiationModel, list_scenarios, load_scenario, vary
from sim.narrative.case_words import words_of
from sim.narrative.cast import Cast, capital
from sim.scenario import Scenario
from sim.vocabulary.outcomes import HEADING

TRAITS = {"ego": "ego", "face_need": "face", "market_sensitivity": "markets", "caution": "caution"}
"""Traits that have a slider, and the short word on it."""
SIDES = ("first", "second")
"""Leaders as sliders call them: in the order of their sides' ids, whatever the case."""
FIRST_CASE = "two-leaders"
EVENTS_SHOWN = 12


class Watched(NegotiationModel):
    """A run of a shipped case, its traits shifted by sliders; once it is over, further steps change nothing.

    Parameters
    ----------
    scenario : str
        Name of a shipped case.
    seed, run : int
        The address of all luck.
    rng : int, optional
        What Mesa 3.5 calls the seed.
    **kwargs : float
        By slider (``first_ego``), what is added to the trait; the sum is kept within 0 to 1. SolaraViz knows no other
        name for them.
    """

    def __init__(
        self, scenario: str = FIRST_CASE, seed: int = 0, run: int = 0, rng: int | None = None, **kwargs: float
    ) -> None:
        super().__init__(shifted(load_scenario(scenario), kwargs), seed=seed, run=run, rng=rng)

    def step(self, actions: Mapping[str, str] | None = None) -> None:
        """Let one step go by, unless the run is over."""
        if not self.finished:
            super().step(actions)


def shifted(scenario: Scenario, shifts: Mapping[str, float]) -> Scenario:
    """The scenario with traits shifted; a trait that no slider moves stays as it is, distribution and all.

    Raises
    ------
    ValueError
        For a slider that does not exist.
    """
    unknown = set(shifts) - {slider(place, trait) for place in SIDES for trait in TRAITS}
    if unknown:
        raise ValueError(f"no slider {sorted(unknown)[0]!r}; allowed: first_ or second_ with {', '.join(TRAITS)}")
    changes = {}
    for place, side in zip(SIDES, sorted(scenario.leaders), strict=True):
        for trait in TRAITS:
            shift = shifts.get(slider(place, trait), 0.0)
            if shift != 0:
                changes[f"leaders.{side}.{trait}"] = min(1.0, max(0.0, getattr(scenario.leaders[side], trait) + shift))
    return vary(scenario, changes) if changes else scenario


def slider(place: str, trait: str) -> str:
    """The name of a slider."""
    return f"{place}_{trait}"


def parameters() -> dict[str, Any]:
    """What the sidebar offers, in the form that SolaraViz takes."""
    offered: dict[str, Any] = {
        "scenario": {"type": "Select", "label": "Case", "value": FIRST_CASE, "values": list_scenarios()},
        "run": {"type": "SliderInt", "label": "Luck", "value": 0, "min": 0, "max": 99, "step": 1},
    }
    for place in SIDES:
        for trait, word in TRAITS.items():
            label = f"{place} leader: {word} ±"
            offered[slider(place, trait)] = {
                "type": "SliderFloat", "label": label, "value": 0.0, "min": -1.0, "max": 1.0, "step": 0.1,
            }  # fmt: skip
    return offered


def latest(model: NegotiationModel, number: int = EVENTS_SHOWN) -> list[str]:
    """The latest events in words, the newest first."""
    from sim.narrative.sentences import sentence
    from sim.results.record_rows import events

    cast = Cast(model.scenario)
    return [f"{event.date}: {sentence(event, cast)}" for event in reversed(events(model.trajectory())[-number:])]


def standing(model: NegotiationModel) -> str:
    """Where the run stands, in one sentence."""
    outcome = model.outcome
    when = f"Day {model.day:.0f} of {model.scenario.horizon_days}"
    if model.finished:
        return f"{when}: over. {HEADING}: {words_of(model.scenario).fill(outcome.outcome_class.ending)}."
    first = outcome.first_contact
    told = f"first contact by {first.level} on {first.date}" if first else "the leaders have not been in contact"
    return f"{when}: {told}."


def seats(model: NegotiationModel) -> str:
    """Whom the sliders call first and second."""
    cast = Cast(model.scenario)
    told = [f"{place} leader: {cast.leader(side)} ({cast.country(side)})"
            for place, side in zip(SIDES, sorted(model.scenario.leaders), strict=True)]  # fmt: skip
    return f"{capital('; '.join(told))}."
