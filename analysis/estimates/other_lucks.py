"""How a game might have gone with other luck: its moves kept, everything else drawn anew."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from analysis.estimates.estimate import Estimate
from analysis.estimates.shares import wilson
from analysis.estimates.spreading import gathered
from sim.run import Order, engine_state, run_many, run_one
from sim.scenario import Scenario
from sim.vocabulary import outcomes


class Replayed(NamedTuple):
    """A game whose moves are kept: what was played, with which luck's seed, and the moves as orders with their days."""

    scenario: Scenario
    seed: int
    parameters: str
    orders: tuple[Order, ...]


class Ended(NamedTuple):
    """How one run ended: where it stands, and whether the leaders spoke or met before."""

    stands: str
    spoke: bool


class OtherLucks(NamedTuple):
    """What other lucks show: how many, the share that ends each way (likeliest first), and the share that spoke."""

    runs: int
    stands: dict[str, Estimate]
    spoke: Estimate


def play_again(game: Replayed, runs: Sequence[int], progress: Callable[[int], None]) -> OtherLucks:
    """Play a game again under other lucks; Ctrl-C leaves those done so far.

    Each move is made at its side's first decision from its day on at which it is possible; between the moves the side
    holds. Answers go to the first request of their kind from their day on; further requests are answered as the model
    would. The fast engine is used where it is at hand, plain Python else; both say the same.

    Parameters
    ----------
    game : Replayed
        The game.
    runs : sequence of int
        Which runs of the seed; leave the game's own out.
    progress : callable
        Told of runs that are done.
    """
    if engine_state() == "ready":
        return summed(_counted(game, runs, progress))
    return summed(gathered(end_of, game, runs, progress))


def _counted(game: Replayed, runs: Sequence[int], progress: Callable[[int], None]) -> list[Ended]:
    """Play a game again in some runs, on the fast engine."""
    first, last = min(runs), max(runs)
    done = run_many(
        game.scenario,
        game.seed,
        last - first + 1,
        game.parameters,
        first_run=first,
        orders=game.orders,
        progress=progress,
    ).table()
    wanted = set(runs)
    rows = zip(done["run"], done["outcome"], done["first_voice_day"], strict=True)
    return [Ended(str(stands), not math.isnan(day)) for run, stands, day in rows if run in wanted]


def end_of(game: Replayed, runs: Sequence[int]) -> list[Ended]:
    """Play a game again in some runs."""
    return [_ended(game, run) for run in runs]


def _ended(game: Replayed, run: int) -> Ended:
    outcome = run_one(game.scenario, game.seed, run, game.parameters, orders=game.orders).outcome
    return Ended(str(outcome.outcome_class), outcome.first_voice is not None)


def summed(found: Sequence[Ended]) -> OtherLucks:
    """Return shares with intervals; every way to end is there, also those never met."""
    counts = Counter(ended.stands for ended in found)
    ranked = sorted(outcomes.WORDS, key=lambda word: -counts[word])
    spoke = sum(ended.spoke for ended in found)
    return OtherLucks(
        len(found), {word: wilson(counts[word], len(found)) for word in ranked}, wilson(spoke, len(found))
    )
