"""How sharply a leader chose at one decision of a run: the numbers of that run at that moment, not of its scenario.

An uncertain number was drawn for the run, at its address; and a dated intervention may have set it since.
"""

from __future__ import annotations

from typing import NamedTuple

from sim.luck import actor_key
from sim.results.record_rows import Decision, Option
from sim.results.trajectory import Trajectory
from sim.rules.agenda import DAYS_A_WEEK
from sim.rules.decide.choice import precision_of
from sim.rules.parameters import draw
from sim.scenario.scenario import ChoiceRule, Scenario
from sim.state.drawn import drawn_numbers
from sim.state.opening import open_scenario
from sim.vocabulary import actions
from sim.vocabulary.scenario_words import ClockKind


class Choosing(NamedTuple):
    """What the choice needs besides utilities.

    Attributes
    ----------
    precision, dissimilarity : float
        Of the nested logit: precision (1 to 16), and dissimilarity of nests (0 to 1).
    attention : float
        The chance (0 to 1) that a leader whose turn it is has time for the matter; without it, the leader waits.
    always_best : bool
        Whether the best option is simply taken (``choice: argmax``).
    """

    precision: float
    dissimilarity: float
    attention: float = 1.0
    always_best: bool = False

    @classmethod
    def of(cls, record: Trajectory, decision: Decision) -> Choosing:
        """Return how the leader chose at a decision of a run, which may be unfinished."""
        scenario = record.scenario
        decisiveness = scenario.leaders[decision.leader].decisiveness
        dissimilarity = float(dict(scenario.weights)["dissimilarity"])
        return cls(
            precision_of(_in_force(record, decision, f"leaders.{decision.leader}.decisiveness", decisiveness)),
            _in_force(record, decision, "weights.dissimilarity", dissimilarity),
            attention_of(record, decision),
            scenario.choice == ChoiceRule.argmax,
        )


def given_time(decision: Decision, attention: float) -> Decision:
    """Return a decision with its chances as they were once there was time for the matter.

    Who did anything but wait had time; of who waited nobody knows, and the chances stay those of the record.

    Parameters
    ----------
    decision : Decision
        As recorded.
    attention : float
        The chance (0 to 1) that there was time.
    """
    if attention >= 1 or decision.chosen.name == WAITING:
        return decision
    options = tuple(option._replace(probability=attended(option, attention)) for option in decision.options)
    return decision._replace(options=options, chosen=options[decision.options.index(decision.chosen)])


def once_there_was_time(decision: Decision, choosing: Choosing) -> tuple[Decision, Choosing]:
    """Return a decision and how the leader chose once there was time; as they are for who waited."""
    then = given_time(decision, choosing.attention)
    return then, choosing if then is decision else choosing._replace(attention=1.0)


def attended(option: Option, attention: float) -> float:
    """Return an option's chance (0 to 1) once there was time for the matter; without time a leader waits."""
    alone = 1 - attention if option.name == WAITING else 0.0
    return max(option.probability - alone, 0.0) / attention


WAITING = actions.WORDS[actions.HOLD]


def attention_of(record: Trajectory, decision: Decision) -> float:
    """Return the chance (0 to 1) that the leader had time: how often it acts, over how often the clock asks.

    Who is asked by the other always has, and who always takes the best option too.
    """
    if decision.kind != "turn" or record.scenario.choice == ChoiceRule.argmax:
        return 1.0
    clock = record.scenario.clock
    tempo = _in_force(record, decision, "clock.tempo", clock.tempo)
    if clock.kind == ClockKind.fixed:
        asked = DAYS_A_WEEK / _in_force(record, decision, "clock.every_days", clock.every_days)
    else:
        asked = _in_force(record, decision, "clock.rate_per_week", clock.rate_per_week)
    return min(tempo / asked, 1.0)


def _in_force(record: Trajectory, decision: Decision, path: str, central: float) -> float:
    """Return the value of a number at a decision: what an intervention set last, else what was drawn, else central."""
    set_to = _set_before(record, decision, path)
    if set_to is not None:
        return set_to
    drawn = path in record.scenario.distributions and record.parameters == "drawn"
    return drawn_value(record.scenario, path, record.seed, record.run) if drawn else central


def _set_before(record: Trajectory, decision: Decision, path: str) -> float | None:
    """Return what dated interventions had made of a number when the decision's step began; None if nothing.

    They enter at the beginning of the first step that is not before their day; those of one step in their order.
    """
    scenario, begins = record.scenario, record.columns["steps"]["day"]
    found = None
    entered = -1.0
    for item in scenario.scheduled:
        due = float((item.date - scenario.start).days)
        if item.path != path or item.value is None or due > begins[decision.step]:
            continue
        enters = next(day for day in begins if day >= due)
        if enters >= entered:
            found, entered = float(item.value), enters
    return found


def drawn_value(scenario: Scenario, path: str, seed: int, run: int) -> float:
    """Return what an uncertain number of a scenario was drawn as in one run.

    Raises
    ------
    StopIteration
        When the number is not an uncertain one that runs read.
    """
    key = actor_key(path)
    number = next(drawn for drawn in drawn_numbers(scenario, open_scenario(scenario)) if drawn.key == key)
    return draw((seed, run, number.key), number.kind, number.numbers, number.choices)
