"""The end of a game: how it stands, what the model would have done, and how it might have gone with other luck."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.estimates.other_lucks import OtherLucks, Replayed
    from sim.narrative.debrief import Comparison
    from sim.results.trajectory import Trajectory
    from sim.run import Game

BAR = 20
"""Signs that a share of all lucks would take."""


def comparisons(game: Game) -> dict[str, Comparison]:
    """Return by open seat how its decisions compare with the model's."""
    from sim.narrative.debrief import compare
    from sim.results.record_rows import decisions

    numbers = {move.decision for move in game.log}
    taken = [decision for decision in decisions(game.trajectory()) if decision.decision in numbers]
    return {side: compare([decision for decision in taken if decision.leader == side]) for side in game.seats}


def replayed(game: Game) -> Replayed:
    """Return a game as what is played again under other lucks: its moves and answers with their days."""
    from analysis.estimates.other_lucks import Replayed
    from sim.results.record_rows import decisions
    from sim.run import Order

    record = game.trajectory()
    numbers = {move.decision for move in game.log}
    taken = [decision for decision in decisions(record) if decision.decision in numbers]
    moves = [Order(one.leader, one.chosen.name, float(int(one.day)), about=one.about) for one in taken]
    idle = [Order(side, "hold", standing=True) for side in game.seats]
    return Replayed(record.scenario, record.seed, record.parameters, (*moves, *idle))


def other_lucks(game: Game, count: int) -> OtherLucks:
    """Play a game again under so many lucks other than its own, with a bar on the error stream while it takes."""
    from analysis.cli.counting_progress import progress
    from analysis.estimates.other_lucks import play_again

    own = game.trajectory().run
    runs = [run for run in range(count + 1) if run != own][:count]
    with progress(count, "other lucks") as shown:
        return play_again(replayed(game), runs, shown)


def debrief_lines(game: Game, found: OtherLucks | None) -> Iterator[str]:
    """Yield the debrief as lines of at most 80 columns."""
    from sim.narrative.cast import Cast
    from sim.narrative.debrief import debrief

    record = game.trajectory()
    cast = Cast(record.scenario)
    yield from ("", "After the game")
    for side, comparison in comparisons(game).items():
        yield from debrief(comparison, side, cast)
    if found is not None and found.runs:
        yield ""
        yield from _had_luck_been_different(record, found)


def _had_luck_been_different(record: Trajectory, found: OtherLucks) -> Iterator[str]:
    from sim.narrative.cast import Cast
    from sim.narrative.wrapping import wrapped
    from sim.vocabulary.outcomes import OutcomeClass

    cast = Cast(record.scenario)
    yield from wrapped(
        f"Had luck been different: your moves kept on their dates (where they were possible) under {found.runs} "
        "other lucks, it would have stood in the end at"
    )
    for word, share in found.stands.items():
        how = cast.fill(OutcomeClass(word).ending)
        bar = "#" * round(BAR * share.value)
        interval = f"({share.low:.0%} to {share.high:.0%})"
        yield f"  {how:<36}{share.value:>5.0%}  {interval:<14}{bar}".rstrip()
    spoken = cast.fill("the {leader.plural} spoke or met on the way")
    yield f"  {spoken:<36}{found.spoke.value:>5.0%}"
    own = record.outcome.outcome_class
    share = found.stands[str(own)]
    ending = cast.fill(own.ending)
    yield from wrapped(f"Yours: {ending}, as in {100 * share.value:.0f} of 100 of them.")


def as_plain_game(game: Game, found: OtherLucks | None) -> dict[str, Any]:
    """Return what a person did in a game, for a program."""

    def number(decision: Any) -> int | None:
        return None if decision is None else int(decision.decision)

    told: dict[str, Any] = {
        "seats": list(game.seats),
        "pace_days": game.pace,
        "decisions": [list(move) for move in game.log],
        "beside_the_model": {
            side: {
                "decisions": one.decisions,
                "agreed": one.agreed,
                "differed_most": number(one.differed),
                "closest": number(one.closest),
            }
            for side, one in comparisons(game).items()
        },
    }
    if found is not None:
        told["other_lucks"] = {
            "runs": found.runs,
            "stands": {word: share.named("share") for word, share in found.stands.items()},
            "spoke": found.spoke.named("share"),
        }
    return told
