"""What happened again and again, in one sentence with its counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from sim.narrative.amounts import listed, times
from sim.narrative.request_fates import Fate
from sim.narrative.scene_text import scene_text
from sim.narrative.scenes import Scene
from sim.narrative.sentences import spoken_points
from sim.narrative.told_run import ToldRun
from sim.vocabulary import events as e


def by_actor(members: Sequence[Scene]) -> dict[str, list[Scene]]:
    """Return scenes by who acted, in the order in which they first did."""
    found: dict[str, list[Scene]] = {}
    for scene in members:
        found.setdefault(scene.main.actor, []).append(scene)
    return found


def pressed(members: Sequence[Scene], run: ToldRun, past: str) -> str:
    """Both sides going up or down the ladder: how often, and where they came to."""
    parts = []
    for place, (side, own) in enumerate(by_actor(members).items()):
        name, verb = run.side(side), "" if place else f" {run.cast.fill(past)}"
        much = f" {times(len(own))}" if len(own) > 1 else f" by {spoken_points(own[0].main.amount, run.cast)}"
        points = run.points.get((own[-1].main.event, side))
        parts.append(f"{name}{verb}{much}{'' if points is None else f', to {abs(points):.0f}'}")
    return ", and ".join(parts)


def calls(members: Sequence[Scene], run: ToldRun) -> str:
    """Calls from which nothing came."""
    often = times(len(members))
    return run.cast.fill("the two {leader.plural} {call_held.past} {often}; nothing was agreed", often=often)


def talks(members: Sequence[Scene], run: ToldRun) -> str:
    """Rounds of talks from which nothing came."""
    hosts = _hosts(members, run)
    template = (
        "{envoy.plural} of both {side.plural} sat down to {talks} {often}, arranged by {hosts}; nothing came of it"
    )
    return run.cast.fill(template, often=times(len(members)), hosts=hosts)


def letters(members: Sequence[Scene], run: ToldRun) -> str:
    """Letters and their answers."""
    parts = []
    for side, own in by_actor(members).items():
        fates = Counter(run.threads[scene.main.event].fate for scene in own)
        how = [
            text if len(own) == 1 else f"{text} {times(fates[fate])}"
            for fate, text in LETTER_FATES.items()
            if fates[fate]
        ]
        often = f" {times(len(own))}" if len(own) > 1 else ""
        wrote = run.cast.fill("{name} {send_letter.past}{often}", name=run.cast.leader(side), often=often)
        parts.append(f"{wrote}; {run.cast.leader(run.cast.other(side))} {listed(how)}")
    return ". ".join(parts)


LETTER_FATES: Mapping[Fate, str] = {
    Fate.answered: "answered",
    Fate.crossed: "wrote at the same time",
    Fate.refused: "refused",
    Fate.unanswered: "did not answer",
    Fate.open: "had not answered by the end",
}


def asks(members: Sequence[Scene], run: ToldRun) -> str:
    """Asks of one leader that came to nothing."""
    actor = members[0].main.actor
    levels = Counter(scene.main.level for scene in members)
    asked = [
        run.cast.fill(template) + ("" if len(levels) == 1 and levels[level] == 1 else f" {times(levels[level])}")
        for level, template in (("call", "{request_call.past}"), ("summit", "{propose_summit.past}"))
        if levels[level]
    ]
    other = run.cast.leader(run.cast.other(actor))
    return f"{run.cast.leader(actor)} {listed(asked)}; {other} {_in_vain(members, run)}"


def _in_vain(members: Sequence[Scene], run: ToldRun) -> str:
    """How asks that came to nothing ended."""
    fates = Counter(run.threads[scene.main.event].fate for scene in members)
    refused = run.cast.words["decline"].past
    if len(fates) == 1:
        return f"{refused} each time" if fates[Fate.refused] else "never answered"
    return f"{refused} {times(fates[Fate.refused])} and did not answer {times(fates[Fate.unanswered])}"


def offers(members: Sequence[Scene], run: ToldRun) -> str:
    """Offers and invitations of third parties from which no talks came."""
    sought = [scene for scene in members if scene.main.kind == e.WORDS[e.MEDIATOR_INVITED]]
    made = [scene for scene in members if scene.main.kind != e.WORDS[e.MEDIATOR_INVITED]]
    parts = [
        run.cast.fill("{name} sought {host.a} {often}", name=run.cast.leader(side), often=times(len(own)))
        for side, own in by_actor(sought).items()
    ]
    if made:
        template = "{hosts} offered {often} to bring both {side.plural} together"
        parts.append(run.cast.fill(template, hosts=_hosts(made, run), often=times(len(made))))
    unwilling = _hosts([scene for scene in sought if scene.has(e.MEDIATOR_REFUSED)], run)
    refused = [f"{unwilling} did not want to be drawn in"] if unwilling else []
    return "; ".join([listed(parts), *refused, *_answers(members, run)])


def _hosts(members: Sequence[Scene], run: ToldRun) -> str:
    """The third parties of some scenes by name, each once."""
    return listed(list(dict.fromkeys(run.host(scene.main.mediator) for scene in members)))


def _answers(members: Sequence[Scene], run: ToldRun) -> Iterator[str]:
    """What each side said to the offers."""
    said: dict[str, Counter[str]] = {}
    for scene in members:
        for event in scene.events:
            if event.kind in SAID:
                said.setdefault(event.actor, Counter())[event.kind] += 1
    for side, counts in said.items():
        how = listed([f"{SAID[kind]} {times(counts[kind])}" for kind in SAID if counts[kind]])
        yield f"{run.cast.leader(side)} {how}"


SAID: Mapping[str, str] = {
    e.WORDS[e.MEDIATION_ACCEPTED]: "agreed",
    e.WORDS[e.MEDIATION_DECLINED]: "refused",
    e.WORDS[e.MEDIATION_LAPSED]: "did not answer",
}


def visits(members: Sequence[Scene], run: ToldRun) -> str:
    """Envoys who were let in or kept out, and those whose arrival nobody saw."""
    doors: dict[str, Counter[str]] = {}
    for scene in members:
        sender = scene.main.actor if scene.main.kind == e.WORDS[e.ENVOY_SENT] else scene.main.target
        doors.setdefault(sender, Counter())[scene.main.kind] += 1
    return "; ".join(_doors(side, counts, run) for side, counts in doors.items())


def _doors(side: str, counts: Counter[str], run: ToldRun) -> str:
    """How often the envoys of a side were let in or kept out."""
    if counts.total() == 1:
        return run.cast.fill("{envoy.a} of {name} was {how}", name=run.side(side), how=DOORS[next(iter(counts))])
    how = listed([f"{DOORS[kind]} {times(counts[kind])}" for kind in DOORS if counts[kind]])
    return run.cast.fill("{envoy.plural} of {name} were {how}", name=run.side(side), how=how)


DOORS: Mapping[str, str] = {
    e.WORDS[e.ENVOY_RECEIVED]: "let in",
    e.WORDS[e.ENVOY_BLOCKED]: "kept out",
    e.WORDS[e.ENVOY_SENT]: "still on the way",
}


def start(members: Sequence[Scene], run: ToldRun) -> str:
    """What was so on the first day."""
    return "; ".join(scene_text(scene, run) for scene in members)


GROUPS: Mapping[str, Callable[[Sequence[Scene], ToldRun], str]] = {
    "start": start,
    "escalations": lambda members, run: pressed(members, run, "{escalate.past}"),
    "easings": lambda members, run: pressed(members, run, "{ease.past}"),
    "calls": calls,
    "talks": talks,
    "letters": letters,
    "asks": asks,
    "offers": offers,
    "visits": visits,
}
"""By group, how its members are told together."""
