"""What happened again and again, in one sentence with its counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from sim.narrative.amounts import listed, times
from sim.narrative.request_fates import Fate
from sim.narrative.scene_text import scene_text
from sim.narrative.scenes import Scene
from sim.narrative.sentences import spoken_points
from sim.narrative.told_run import ToldRun
from sim.results.record_rows import Event
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
        name = run.cast.country(side) if side in run.cast.sides else run.cast.anyone(side)
        verb = f" {run.cast.fill(past)}" if not place else ""
        much = f" {times(len(own))}" if len(own) > 1 else f" by {spoken_points(own[0].main.amount)}"
        points = run.points.get((own[-1].main.event, side))
        parts.append(f"{name}{verb}{much}{'' if points is None else f', to {abs(points):.0f}'}")
    return ", and ".join(parts)


def calls(members: Sequence[Scene], run: ToldRun) -> str:
    """Calls from which nothing came."""
    often = times(len(members))
    return run.cast.fill("the two {leader.plural} {call_held.past} {often}; nothing was agreed", often=often)


def talks(members: Sequence[Scene], run: ToldRun) -> str:
    """Rounds of talks from which nothing came."""
    hosts = listed(list(dict.fromkeys(run.cast.mediator(scene.main.mediator) for scene in members)))
    template = "{envoy.plural} of both {side.plural} sat down to {talks} {often}, under {hosts}; nothing came of it"
    return run.cast.fill(template, often=times(len(members)), hosts=hosts)


def letters(members: Sequence[Scene], run: ToldRun) -> str:
    """Letters and their answers."""
    parts = []
    for side, own in by_actor(members).items():
        other = run.cast.leader(run.cast.other(side))
        fates = Counter(run.threads[scene.main.event].fate for scene in own)
        said = [text for fate, text in LETTER_FATES.items() if fates[fate]]
        often = f" {times(len(own))}" if len(own) > 1 else ""
        how = said[0] if len(said) == 1 else listed([f"{text} {times(fates[fate])}" for fate, text in LETTER_FATES.items() if fates[fate]])
        parts.append(run.cast.fill("{name} {send_letter.past}{often}; {other} {how}", name=run.cast.leader(side), often=often, other=other, how=how))
    return ". ".join(parts)


LETTER_FATES: Mapping[Fate, str] = {
    Fate.answered: "answered",
    Fate.crossed: "wrote at the same time",
    Fate.refused: "said no",
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
    fates = Counter(run.threads[scene.main.event].fate for scene in members)
    other = run.cast.leader(run.cast.other(actor))
    if len(fates) == 1:
        how = "said no each time" if fates[Fate.refused] else "never answered"
    else:
        how = f"said no {times(fates[Fate.refused])} and did not answer {times(fates[Fate.unanswered])}"
    return f"{run.cast.leader(actor)} {listed(asked)}; {other} {how}"


def offers(members: Sequence[Scene], run: ToldRun) -> str:
    """Offers and invitations of third parties."""
    hosts = listed(list(dict.fromkeys(run.cast.mediator(scene.main.mediator) for scene in members)))
    made = sum(scene.has(e.MEDIATION_OFFERED) for scene in members)
    refused = sum(scene.has(e.MEDIATOR_REFUSED) for scene in members)
    text = f"{hosts} {'each ' * 0}offered to bring both sides together {times(made)}" if made else f"{hosts}"
    fill = run.cast.fill
    asked = Counter(scene.main.actor for scene in members if scene.main.kind == e.WORDS[e.MEDIATOR_INVITED])
    parts = []
    if asked:
        who = listed([f"{run.cast.leader(side)} {times(count)}" for side, count in asked.items()])
        parts.append(f"asked to by {who}")
    if made:
        text = fill("{hosts} offered to bring both {side.plural} together, {often} in all", hosts=hosts, often=times(made))
    else:
        text = fill("{who} sought {host.a}", who=listed([run.cast.leader(side) for side in asked]))
        parts = []
    if refused and not made:
        text += f"; {hosts} did not want to be drawn in"
    told = _answers(members, run)
    return text + (f", {parts[0]}" if parts else "") + (f"; {told}" if told else "")


def _answers(members: Sequence[Scene], run: ToldRun) -> str:
    said: dict[str, Counter[str]] = {}
    for scene in members:
        for event in scene.events:
            if event.kind in SAID:
                said.setdefault(event.actor, Counter())[event.kind] += 1
    parts = []
    for side, counts in said.items():
        how = listed([f"{SAID[kind]} {times(counts[kind])}" for kind in SAID if counts[kind]])
        parts.append(f"{run.cast.leader(side)} {how}")
    return ", ".join(parts)


SAID: Mapping[str, str] = {
    e.WORDS[e.MEDIATION_ACCEPTED]: "agreed",
    e.WORDS[e.MEDIATION_DECLINED]: "said no",
    e.WORDS[e.MEDIATION_LAPSED]: "did not answer",
}


def visits(members: Sequence[Scene], run: ToldRun) -> str:
    """Envoys who were let in or kept out."""
    got: dict[str, Counter[bool]] = {}
    sent: Counter[str] = Counter()
    for scene in members:
        event = scene.main
        if event.kind == e.WORDS[e.ENVOY_SENT]:
            sent[event.actor] += 1
        else:
            got.setdefault(event.actor, Counter())[event.kind == e.WORDS[e.ENVOY_RECEIVED]] += 1
    parts = [_doors(side, counts, run) for side, counts in got.items()]
    parts += [run.cast.fill("{name} sent {envoy.a}", name=run.cast.country(side)) for side in sent]
    return "; ".join(parts)


def _doors(side: str, counts: Counter[bool], run: ToldRun) -> str:
    deeds = [f"{verb} {times(counts[let_in])}" for let_in, verb in ((True, "received"), (False, "kept out")) if counts[let_in]]
    other = run.cast.country(run.cast.other(side)) if side in run.cast.sides else "the other side"
    return run.cast.fill("{name} {deeds} {envoy.a} of {other}", name=run.cast.anyone(side), deeds=listed(deeds), other=other) if False else run.cast.fill("{envoy.plural} of {other} were {deeds}", other=other, deeds=listed([f"{'let in' if let_in else 'kept out'} {times(counts[let_in])}" for let_in in (True, False) if counts[let_in]]))


def overtures(members: Sequence[Scene], run: ToldRun) -> str:
    """Public overtures."""
    return listed([run.cast.fill("{name} {signal.past} {often}", name=run.cast.leader(side), often=times(len(own))) for side, own in by_actor(members).items()])


def rallies(members: Sequence[Scene], run: ToldRun) -> str:
    """Appeals to the public at home."""
    return listed([run.cast.fill("{name} {rally.past} {often}", name=run.cast.leader(side), often=times(len(own))) for side, own in by_actor(members).items()])


GROUPS: Mapping[str, Callable[[Sequence[Scene], ToldRun], str]] = {
    "escalations": lambda members, run: pressed(members, run, "{escalate.past}"),
    "easings": lambda members, run: pressed(members, run, "{ease.past}"),
    "calls": calls,
    "talks": talks,
    "letters": letters,
    "asks": asks,
    "offers": offers,
    "visits": visits,
    "overtures": overtures,
    "rallies": rallies,
}
"""By group, how its members are told together."""
