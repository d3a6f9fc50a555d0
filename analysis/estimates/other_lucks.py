"""How a game might have gone with other luck: its moves kept, everything else drawn anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from analysis.estimates.estimate import Estimate
from analysis.estimates.shares import wilson
from analysis.estimates.spreading import spread
from sim.run import Script, run_one
from sim.scenario import Scenario
from sim.vocabulary import outcomes


class Replayed(NamedTuple):
    """A game whose moves are kept: what was played, with which luck's seed, and the moves with their dates."""

    scenario: Scenario
    seed: int
    parameters: str
    script: Script


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

    Each move is made at its side's first decision on or after its date, where it is possible then; else, and between
    the moves, the side holds. Answers go to the first request of their kind on or after their date; further requests
    are answered as the model would.

    Parameters
    ----------
    game : Replayed
        The game.
    runs : sequence of int
        Which runs of the seed; leave the game's own out.
    progress : callable
        Told of runs that are done.
    """
    found: list[Ended] = []
    try:
        for ended in spread(end_of, game, runs):
            found += ended
            progress(len(ended))
    except KeyboardInterrupt:
        pass
    return summed(found)


def end_of(game: Replayed, runs: Sequence[int]) -> list[Ended]:
    """Play a game again in some runs."""
    return [_ended(game, run) for run in runs]


def _ended(game: Replayed, run: int) -> Ended:
    policies = game.script.policies(where_legal=True)
    outcome = run_one(game.scenario, game.seed, run, game.parameters, policies).outcome
    return Ended(str(outcome.outcome_class), outcome.first_voice is not None)


def summed(found: Sequence[Ended]) -> OtherLucks:
    """Return shares with intervals; every way to end is there, also those never met."""
    counts = Counter(ended.stands for ended in found)
    ranked = sorted(outcomes.WORDS, key=lambda word: -counts[word])
    spoke = sum(ended.spoke for ended in found)
    return OtherLucks(
        len(found), {word: wilson(counts[word], len(found)) for word in ranked}, wilson(spoke, len(found))
    )
