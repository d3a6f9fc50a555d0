"""What a decision looks like from outside the rules: options, probabilities, reasons, as a turn and as record rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sim.rules.answer.answering import ACCEPT_ROW, LAPSE_ROW, refusal_value
from sim.rules.decide.choice import chance_in_nest, nest_chance
from sim.rules.limits import logistic
from sim.state.world import World
from sim.vocabulary import actions as a
from sim.vocabulary import answers
from sim.vocabulary import components as c
from sim.vocabulary.codes import NONE

DECISION_COLUMNS = (
    *("decision", "day", "date", "step", "leader", "kind", "about", "request", "option", "nest"),
    *c.WORDS,
    *("utility", "probability", "chosen"),
)
NO_REASONS = (0.0,) * len(c.WORDS)


class Option(NamedTuple):
    """One legal option of a decision."""

    code: int
    name: str
    nest: str
    components: tuple[float, ...]
    utility: float
    probability: float


def open_options(world: World, side: int) -> list[Option]:
    """The legal options of the decision that is open now, with reasons and probabilities."""
    if world.dyad[0].topic == NONE:
        return turn_options(world)
    return answer_options(world, side)


def turn_options(world: World) -> list[Option]:
    """The possible actions of a leader whose turn it is."""
    best = world.dyad[0].choice if world.setting[0].argmax == 1 else NONE
    nests = [nest_chance(world, nest) for nest in range(a.N_NESTS)] if best == NONE else []
    options = []
    for k in range(a.COUNT):
        if world.allowed[k] == 1:
            chance = chance_in_nest(world, k, nests[a.NEST_OF[k]]) if best == NONE else float(k == best)
            row = tuple(world.sheet[k])
            options.append(Option(k, a.WORDS[k], a.NESTS[a.NEST_OF[k]], row, world.utilities[k], chance))
    return options


def answer_options(world: World, side: int) -> list[Option]:
    """Accept, decline and lapse, for a leader who is asked."""
    accept, lapse = tuple(world.reply[ACCEPT_ROW]), tuple(world.reply[LAPSE_ROW])
    rows = (accept, NO_REASONS, lapse)
    values = tuple(_total(row) for row in rows)
    chances = _answer_chances(world, side, values[0], values[2])
    return [
        Option(row.code, row.word, row.nest, parts, value, chance)
        for row, parts, value, chance in zip(answers.ROWS, rows, values, chances, strict=True)
    ]


def _total(row: tuple[float, ...]) -> float:
    """Sum of components in the order in which the rules add them."""
    total = 0.0
    for value in row:
        total = total + value
    return total


def _answer_chances(world: World, side: int, accept: float, lapse: float) -> tuple[float, float, float]:
    if world.setting[0].argmax == 1:
        chosen = world.dyad[0].choice
        return float(chosen == 0), float(chosen == 1), float(chosen == 2)
    precision = world.leaders[side].precision
    yes = logistic(precision * accept - refusal_value(world, precision, lapse))
    decline = logistic(-precision * lapse / world.weights[0].dissimilarity)
    return yes, (1 - yes) * decline, (1 - yes) * (1 - decline)


def about(world: World) -> str:
    """What the open answer is about; empty for a turn."""
    topic = world.dyad[0].topic
    return "" if topic == NONE else answers.TOPICS[topic]


def record_decision(table: dict[str, list[Any]], head: tuple[Any, ...], options: Sequence[Option], chosen: int) -> None:
    """Add one row for each option of a decision to the decisions table.

    ``head`` holds the columns before ``option``.
    """
    rows = [
        (*head, told.name, told.nest, *told.components, told.utility, told.probability, told.code == chosen)
        for told in options
    ]
    for column, values in zip(DECISION_COLUMNS, zip(*rows, strict=True), strict=True):
        table[column].extend(values)
