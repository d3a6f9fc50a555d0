"""A scene in one sentence or two: what happened, what came of it, and how it ended."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from sim.narrative.amounts import listed, share_in_words, span
from sim.narrative.days import spoken_day
from sim.narrative.request_fates import Fate, Thread
from sim.narrative.scene_words import ANSWERED, BROUGHT_BACK, CAME_OF_IT, OPENING
from sim.narrative.scenes import ANSWERS, MEETINGS, REQUESTS, VISITS, Scene, words
from sim.narrative.sentences import spoken_past, spoken_points, spoken_share
from sim.narrative.told_run import ToldRun, date_of
from sim.results.record_rows import Event
from sim.vocabulary import events as e
from sim.vocabulary import levels

AGREED_BY_ENVOYS = words(e.TRUCE_AGREED, e.DEAL)


def scene_text(scene: Scene, run: ToldRun) -> str:
    """Return a scene as text that begins small, without the full stop."""
    breach = scene.one(e.TRUCE_BREACHED)
    if breach is not None and scene.main.kind == e.WORDS[e.ESCALATE]:
        return _breach(scene.main, breach, run)
    text = clause(scene.main, run, OPENING[e.BY_WORD[scene.main.kind].code])
    told = BY_KIND.get(scene.main.kind, _followed)
    return text + told(scene, run)


def _breach(step: Event, breach: Event, run: ToldRun) -> str:
    """A truce broken by a step up, which comes on top of what was suspended."""
    to = _to(breach, run)
    raised = run.cast.fill("{country} {escalate.past}", country=run.cast.country(step.actor))
    return f"{clause(breach, run, OPENING[e.TRUCE_BREACHED])}; {raised}{_by(step)}{to}"


def clause(event: Event, run: ToldRun, template: str) -> str:
    """Return a template filled with the words of the case and the values of an event."""
    return run.cast.fill(template, **_values(event, run))


def _values(event: Event, run: ToldRun) -> dict[str, str]:
    cast = run.cast
    mediator = event.mediator or next((who for who in (event.actor, event.target) if who in cast.scenario.mediators), "")
    owner = event.target if event.kind in VISITS else event.actor
    fixed = date_of(run, event) if event.kind == e.WORDS[e.MEETING_WITHDRAWN] else ""
    return {
        "actor": cast.anyone(event.actor),
        "target": cast.anyone(event.target) if event.target else cast.anyone(cast.other(event.actor)),
        "country": cast.country(event.actor) if event.actor in cast.sides else cast.anyone(event.actor),
        "both": run.both,
        "person": cast.envoy(owner, event.envoy),
        "mediator": cast.mediator(mediator),
        "under": f" under {cast.mediator(mediator)}" if mediator else "",
        "meeting": cast.fill(f"{{{event.level}}}") if event.level in levels.BY_WORD and event.level else "meeting",
        "fixed": f", fixed on {spoken_day(fixed)}" if fixed else "",
        "by": _by(event),
        "to": _to(event, run),
        "share": _share(event.amount, run),
        "fall": _share(-math.expm1(-abs(event.amount)), run),
        "ago": spoken_past(event.amount) if not run.plain else _ago(event.amount),
    }


def _by(event: Event) -> str:
    """How many points an event added or took off."""
    return "" if math.isnan(event.amount) else f" by {spoken_points(event.amount)}"


def _to(event: Event, run: ToldRun) -> str:
    points = run.points.get((event.event, event.actor))
    return "" if points is None else f", to {abs(points):.0f}"


def _share(share: float, run: ToldRun) -> str:
    return share_in_words(share) if run.plain else spoken_share(share)


def _ago(days: float) -> str:
    if math.isnan(days):
        return "before"
    return "on this very day" if days <= 0 else f"{span(days)} before"


def _followed(scene: Scene, run: ToldRun) -> str:
    """What follows in scenes without a form of their own: each clause by itself."""
    rest = (clause(event, run, OPENING[e.BY_WORD[event.kind].code]) for event in scene.events if event != scene.main)
    return "".join(f"; {text}" for text in rest)


def _deeds(scene: Scene, run: ToldRun, templates: Mapping[int, str]) -> list[str]:
    """What those who met did, as verb phrases."""
    return [
        clause(event, run, template)
        for kind, template in templates.items()
        for event in scene.events
        if event.kind == e.WORDS[kind] and event != scene.main
    ]


def _meeting(scene: Scene, run: ToldRun) -> str:
    deeds = _deeds(scene, run, CAME_OF_IT)
    text = f" and {listed(deeds)}" if len(deeds) == 1 else f", {listed(deeds)}" if deeds else ""
    if scene.has(e.BLOW_UP):
        text += run.cast.fill("; it ended in {rupture.a} before everybody's eyes")
    elif scene.has(e.MEDIATION_FAILED):
        text += ", but nothing else came of it" if deeds else "; they ended with nothing"
    elif not deeds:
        text += "; nothing was agreed"
    if scene.has(e.SIGNING_ANNOUNCED):
        text += "; a signing was announced"
    return text + _before_contact(scene, run)


def _visit(scene: Scene, run: ToldRun) -> str:
    deeds = _deeds(scene, run, BROUGHT_BACK)
    text = f"; the visit {listed(deeds)}" if deeds else ""
    return text + _before_contact(scene, run)


def _before_contact(scene: Scene, run: ToldRun) -> str:
    """That envoys agreed on something before their leaders were in contact."""
    agreed = next((event for event in scene.events if event.kind in AGREED_BY_ENVOYS), None)
    if agreed is None or scene.main.kind in (e.WORDS[e.CALL_HELD], e.WORDS[e.SUMMIT_HELD]):
        return ""
    if run.first_contact_day <= agreed.day:
        return ""
    return run.cast.fill(", before the two {leader.plural} themselves had been in contact")


def _request(scene: Scene, run: ToldRun) -> str:
    thread = run.threads[scene.main.event]
    return FATES[thread.fate](thread, run)


def _answer_day(thread: Thread) -> str:
    same = thread.answer is None or thread.answer.date == thread.request.date
    return "" if same or thread.answer is None else f" on {spoken_day(thread.answer.date, thread.request.date)}"


def _agreed(thread: Thread, run: ToldRun) -> str:
    verb = "answered" if thread.request.level == "letter" else "agreed"
    return f"; {_other(thread, run)} {verb}{_answer_day(thread)}"


def _other(thread: Thread, run: ToldRun) -> str:
    return run.cast.leader(run.cast.other(thread.request.actor))


def _crossed(thread: Thread, run: ToldRun) -> str:
    return run.cast.fill("; the two {letter.plural} crossed" if thread.request.level == "letter" else "; both had asked at once")


def _ended(thread: Thread, run: ToldRun, how: str) -> str:
    said = _crossed(thread, run) if thread.answer and thread.answer.kind == e.WORDS[e.REQUESTS_CROSSED] else _agreed(thread, run)
    return said + how


def _overtaken(thread: Thread, run: ToldRun) -> str:
    level = thread.request.level
    if thread.date is None:
        return _ended(thread, run, run.cast.fill(f", but {{{level}.a}} was fixed already"))
    return _ended(thread, run, ", but the matter was settled before it came")


FATES: Mapping[Fate, Callable[[Thread, ToldRun], str]] = {
    Fate.refused: lambda thread, run: f"; {_other(thread, run)} said no{_answer_day(thread)}",
    Fate.unanswered: lambda thread, run: f"; {_other(thread, run)} never answered",
    Fate.open: lambda thread, run: "; no answer had come by the end",
    Fate.crossed: _crossed,
    Fate.answered: _agreed,
    Fate.held: lambda thread, run: _ended(thread, run, ""),
    Fate.withdrawn: lambda thread, run: _ended(thread, run, ""),
    Fate.to_come: lambda thread, run: _ended(thread, run, ", but it was still to come at the end"),
    Fate.overtaken: _overtaken,
}
"""How a request ended, added to it."""


def _offer(scene: Scene, run: ToldRun) -> str:
    """What became of an invitation or an offer of a third party."""
    parts: list[str] = []
    invited = scene.main.kind == e.WORDS[e.MEDIATOR_INVITED]
    if invited and scene.has(e.MEDIATION_OFFERED):
        parts.append(f"{run.cast.mediator(scene.main.mediator)} was willing")
    if scene.has(e.MEDIATOR_REFUSED):
        parts.append(f"{run.cast.mediator(scene.main.mediator)} did not want to be drawn in")
    parts += _said(scene, run)
    if not any(event.kind in words(*ANSWERED) for event in scene.events) and scene.has(e.MEDIATION_OFFERED):
        parts.append("no answer had come by the end")
    convened = scene.one(e.MEDIATION_CONVENED)
    if convened is not None and not any(event.request == convened.event for event in run.log):
        parts.append(run.cast.fill("the {talks} were still to come at the end"))
    return "".join(f"; {part}" for part in parts)


def _said(scene: Scene, run: ToldRun) -> Iterator[str]:
    given = [event for event in scene.events if event.kind in words(*ANSWERED)]
    if len(given) == 2 and len({event.kind for event in given}) == 1:  # noqa: PLR2004 - both sides
        how = {e.MEDIATION_ACCEPTED: "both agreed", e.MEDIATION_DECLINED: "both said no", e.MEDIATION_LAPSED: "neither answered"}
        yield how[e.BY_WORD[given[0].kind].code]
        return
    yield from (clause(event, run, ANSWERED[e.BY_WORD[event.kind].code]) for event in given)


def _lapse(scene: Scene, run: ToldRun) -> str:
    unwilling = [run.cast.leader(choice.leader) for choice in run.at_the_table(scene.main.day) if choice.chosen.name != "accept"]
    return f"; {listed(unwilling)} did not want to keep it" if unwilling else ""


BY_KIND: Mapping[str, Callable[[Scene, ToldRun], str]] = {
    **dict.fromkeys(MEETINGS, _meeting),
    **dict.fromkeys(VISITS, _visit),
    **dict.fromkeys(REQUESTS, _request),
    e.WORDS[e.MEDIATOR_INVITED]: _offer,
    e.WORDS[e.MEDIATION_OFFERED]: _offer,
    e.WORDS[e.TRUCE_LAPSED]: _lapse,
}
