"""Which scenes are told together: what happened again and again becomes one item with its count and its dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sim.narrative.group_text import GROUPS
from sim.narrative.importance import rank_of
from sim.narrative.items import Item, Rank
from sim.narrative.request_fates import Fate
from sim.narrative.scene_text import scene_text
from sim.narrative.scenes import ASKS, VISITS, Scene, words
from sim.narrative.told_run import ToldRun
from sim.vocabulary import events as e

ALONE = ""
"""The group of what always stands by itself."""

GROUP_OF = {
    **dict.fromkeys(words(e.ESCALATE), "escalations"),
    **dict.fromkeys(words(e.EASE), "easings"),
    **dict.fromkeys(words(e.CALL_HELD), "calls"),
    **dict.fromkeys(words(e.MEDIATION_HELD), "talks"),
    **dict.fromkeys(words(e.LETTER_SENT), "letters"),
    **dict.fromkeys(words(e.MEDIATION_OFFERED, e.MEDIATOR_INVITED), "offers"),
    **dict.fromkeys(VISITS | words(e.ENVOY_SENT), "visits"),
}

NO_RESULT = {
    "calls": words(e.CALL_HELD),
    "talks": words(
        e.MEDIATION_HELD, e.MEDIATION_FAILED, e.MEDIATION_CONVENED, e.MEDIATION_OFFERED, e.MEDIATION_ACCEPTED,
        e.MEDIATOR_INVITED,
    ),
    "escalations": words(e.ESCALATE),
    "visits": VISITS | words(e.ENVOY_SENT),
}  # fmt: skip
"""By group, the kinds that a scene without any result consists of; a result stands alone."""

AT_START = words(e.TRUCE_IN_FORCE, e.EARLIER_CONTACT, e.EARLIER_TALKS_FAILED, e.SUMMIT_SCHEDULED)
"""What is so on the first day is told together."""


def group_of(scene: Scene, run: ToldRun) -> str:
    """Return with which others a scene may be told; `ALONE` for none."""
    kind = scene.main.kind
    if kind in AT_START:
        return "start"
    if kind in ASKS:
        in_vain = run.threads[scene.main.event].fate in (Fate.refused, Fate.unanswered)
        return f"asks {scene.main.actor}" if in_vain else ALONE
    group = GROUP_OF.get(kind, ALONE)
    with_result = {event.kind for event in scene.events} - NO_RESULT.get(group, frozenset(e.WORDS))
    return ALONE if with_result else group


def items_of(found: Sequence[Scene], run: ToldRun, always: frozenset[int], finest: bool = True) -> list[Item]:
    """Return scenes as items in order.

    Parameters
    ----------
    found : sequence of Scene
        Scenes in the order of their days.
    run : ToldRun
        The run.
    always : frozenset of int
        Numbers of the events that are always told: their scenes stand alone.
    finest : bool
        Whether a group ends where one of those comes in between.
    """
    together: dict[str, list[Scene]] = {}
    items: list[Item] = []
    for scene in found:
        rank = rank_of(scene, always, run)
        group = group_of(scene, run)
        if rank is Rank.always and group != "start":
            group = ALONE
        if rank is Rank.always and finest:
            items += _closed(together, run, always)
            together = {}
        if group == ALONE:
            items.append(_alone(scene, run, rank))
        else:
            together.setdefault(group, []).append(scene)
    items += _closed(together, run, always)
    return sorted(items, key=lambda item: (item.first, item.events))


def _closed(together: dict[str, list[Scene]], run: ToldRun, always: frozenset[int]) -> Iterable[Item]:
    for group, members in together.items():
        rank = min(rank_of(scene, always, run) for scene in members)
        if len(members) == 1:
            yield _alone(members[0], run, rank)
        else:
            yield _together(group, members, run, rank)


def _alone(scene: Scene, run: ToldRun, rank: Rank) -> Item:
    return Item(scene.main.date, scene.main.date, scene_text(scene, run), scene.numbers, rank)


def _together(group: str, members: Sequence[Scene], run: ToldRun, rank: Rank) -> Item:
    text = GROUPS[group.partition(" ")[0]](members, run)
    numbers = tuple(sorted(number for scene in members for number in scene.numbers))
    return Item(members[0].main.date, members[-1].main.date, text, numbers, rank)


def single_events(run: ToldRun) -> Iterator[Item]:
    """Yield every event of a run as an item of its own."""
    from sim.narrative.sentences import sentence

    for event in run.log:
        points = run.points.get((event.event, event.actor))
        text = sentence(event, run.cast, points)[:-1]
        yield Item(event.date, event.date, text, (event.event,), Rank.always)
