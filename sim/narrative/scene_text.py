"""A scene in one sentence or two: what happened, what came of it, and how it ended."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping

from sim.narrative.amounts import inside, listed, share_in_words, span
from sim.narrative.days import spoken_day
from sim.narrative.request_fates import Fate, Thread
from sim.narrative.scene_words import ANSWERED, BROUGHT_BACK, CAME_OF_IT, OPENING
from sim.narrative.scenes import MEETINGS, REQUESTS, VISITS, Scene, words
from sim.narrative.sentences import sentence, spoken_past, spoken_points, spoken_share
from sim.narrative.told_run import ToldRun, date_of
from sim.results.record_rows import Event
from sim.vocabulary import events as e

AGREED_BY_ENVOYS = words(e.TRUCE_AGREED, e.DEAL)


def scene_text(scene: Scene, run: ToldRun) -> str:
    """Return a scene as text that begins small, without the full stop."""
    breach = scene.one(e.TRUCE_BREACHED)
    if breach is not None and scene.main.kind == e.WORDS[e.ESCALATE]:
        return _breach(scene.main, breach, run)
    text = _opening(scene.main, run)
    told = BY_KIND.get(scene.main.kind, _followed)
    return text + told(scene, run)


def _breach(step: Event, breach: Event, run: ToldRun) -> str:
    """A truce broken by a step up, which comes on top of what was suspended."""
    to = _to(breach, run)
    raised = run.cast.fill("{country} {escalate.past}", country=run.side(step.actor))
    return f"{clause(breach, run, OPENING[e.TRUCE_BREACHED])}; {raised}{_by(step, run)}{to}"


def _opening(event: Event, run: ToldRun) -> str:
    """An event as a clause; a kind without one, which somebody has added, is told by its own sentence."""
    template = OPENING.get(e.BY_WORD[event.kind].code)
    return clause(event, run, template) if template else sentence(event, run.cast).rstrip(".")


def clause(event: Event, run: ToldRun, template: str) -> str:
    """Return a template filled with the words of the case and the values of an event."""
    return run.cast.fill(template, **_values(event, run))


def _values(event: Event, run: ToldRun) -> dict[str, str]:
    cast, mediator = run.cast, _third(event, run)
    return {
        "actor": cast.anyone(event.actor),
        "target": cast.anyone(event.target or cast.other(event.actor)),
        "country": run.side(event.actor),
        "both": run.both,
        "person": inside(cast.envoy(event.target if event.kind in VISITS else event.actor, event.envoy)),
        "mediator": run.host(mediator),
        "under": f" with the help of {run.host(mediator)}" if mediator else "",
        "meeting": cast.fill(f"{{{event.level}}}") if event.level else "meeting",
        "fixed": _fixed(event, run),
        "by": _by(event, run),
        "to": _to(event, run),
        "share": _share(event.amount, run),
        "fall": _share(-math.expm1(-abs(event.amount)), run),
        "ago": _ago(event.amount) if run.plain else spoken_past(event.amount),
    }


def _third(event: Event, run: ToldRun) -> str:
    """The third party concerned, if any."""
    named = (event.mediator, event.actor, event.target)
    return next((who for who in named if who in run.cast.scenario.mediators), "")


def _fixed(event: Event, run: ToldRun) -> str:
    """When a meeting that is called off had been fixed, if that was in the run."""
    day = date_of(run, event) if event.kind == e.WORDS[e.MEETING_WITHDRAWN] else ""
    return f" fixed on {spoken_day(day)}" if day else ""


def _by(event: Event, run: ToldRun) -> str:
    """How many points an event added or took off."""
    return "" if math.isnan(event.amount) else f" by {spoken_points(event.amount, run.cast)}"


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
    rest = (_opening(event, run) for event in scene.events if event != scene.main)
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
    return _sought(scene, run) + _came_of(scene, run) + _before_contact(scene, run)


def _sought(scene: Scene, run: ToldRun) -> str:
    """Who had brought the talks about, and when."""
    begun = scene.one(e.MEDIATOR_INVITED, e.MEDIATION_OFFERED)
    if begun is None:
        return ""
    if run.plain:
        return f", sought by {run.cast.leader(begun.actor)}" if begun.kind == e.WORDS[e.MEDIATOR_INVITED] else ""
    day = spoken_day(begun.date, scene.main.date)
    if begun.kind == e.WORDS[e.MEDIATOR_INVITED]:
        return f", sought by {run.cast.leader(begun.actor)} on {day}"
    return f", offered on {day}"


def _came_of(scene: Scene, run: ToldRun) -> str:
    deeds = _deeds(scene, run, CAME_OF_IT)
    comma = "," if _sought(scene, run) or len(deeds) > 1 else ""
    joined = f" {listed(deeds)}" if len(deeds) > 1 else f" and {listed(deeds)}"
    text = f"{comma}{joined}" if deeds else ""
    signing = "; a signing was announced" if scene.has(e.SIGNING_ANNOUNCED) else ""
    return text + _outcome(scene, run, bool(deeds)) + signing


def _outcome(scene: Scene, run: ToldRun, agreed: bool) -> str:
    """How a meeting ended, where its deeds do not say it."""
    if scene.has(e.BLOW_UP):
        return run.cast.fill("; it ended in {rupture.a} before everybody's eyes")
    if scene.has(e.MEDIATION_FAILED):
        return "; nothing else came of it" if agreed else "; they ended with nothing"
    return "" if agreed else "; nothing was agreed"


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
    ended = HOW_IT_ENDED[thread.fate]
    return ended if isinstance(ended, str) else ended(thread, run)


def _answer_day(thread: Thread, run: ToldRun) -> str:
    """On which day the answer came, if not on the day of the request; read aloud, only where it was a first contact."""
    if run.plain and thread.request.level != "letter":
        return ""
    if thread.answer is None or thread.answer.date == thread.request.date:
        return ""
    return f", on {spoken_day(thread.answer.date, thread.request.date)},"


def _yes(thread: Thread, run: ToldRun) -> str:
    if thread.answer is not None and thread.answer.kind == e.WORDS[e.REQUESTS_CROSSED]:
        other = run.cast.leader(run.cast.other(thread.request.actor))
        when = _answer_day(thread, run).strip(",")
        how = "wrote" if thread.request.level == "letter" else "asked"
        return f"; {other} {how} too{when} before there was an answer"
    if thread.request.level == "letter":
        return f"; an answer came{_answer_day(thread, run).strip(',')}"
    return f"; the answer{_answer_day(thread, run)} was yes"


def _overtaken(thread: Thread, run: ToldRun) -> str:
    if thread.date is None:
        return _yes(thread, run) + run.cast.fill(f", but {{{thread.request.level}.a}} was fixed already")
    return _yes(thread, run) + ", but the matter was over before it came"


def _no(thread: Thread, run: ToldRun) -> str:
    return f"; the answer{_answer_day(thread, run)} was no"


HOW_IT_ENDED: Mapping[Fate, Callable[[Thread, ToldRun], str] | str] = {
    **dict.fromkeys(Fate, _yes),
    Fate.refused: _no,
    Fate.unanswered: "; no answer came",
    Fate.open: "; no answer had come by the end",
    Fate.overtaken: _overtaken,
}
"""How a request ended, added to it."""


def _offer(scene: Scene, run: ToldRun) -> str:
    """What became of an invitation or an offer of a third party that led to no talks."""
    invited = scene.main.kind == e.WORDS[e.MEDIATOR_INVITED]
    text = "; the offer was made" if invited and scene.has(e.MEDIATION_OFFERED) else ""
    if invited and scene.has(e.MEDIATOR_REFUSED):
        text = ", but in vain"
    text += "".join(f"; {part}" for part in _said(scene, run))
    if scene.has(e.MEDIATION_CONVENED):
        return text + run.cast.fill("; the {talks} were still to come at the end")
    if scene.has(e.MEDIATION_OFFERED) and not any(event.kind in SAID for event in scene.events):
        text += "; no answer had come by the end"
    return text


SAID = words(*ANSWERED)
AGREE = {
    e.WORDS[e.MEDIATION_ACCEPTED]: "both agreed",
    e.WORDS[e.MEDIATION_DECLINED]: "both refused",
    e.WORDS[e.MEDIATION_LAPSED]: "neither answered",
}
"""Where both sides say the same."""


def _said(scene: Scene, run: ToldRun) -> Iterator[str]:
    given = [event for event in scene.events if event.kind in SAID]
    if len(given) == len(run.cast.sides) and len({event.kind for event in given}) == 1:
        yield AGREE[given[0].kind]
        return
    yield from (clause(event, run, ANSWERED[e.BY_WORD[event.kind].code]) for event in given)


def _lapse(scene: Scene, run: ToldRun) -> str:
    unwilling = [
        run.cast.leader(choice.leader) for choice in run.at_the_table(scene.main.day) if choice.chosen.name != "accept"
    ]
    return f"; {listed(unwilling)} did not want to keep it" if unwilling else ""


BY_KIND: Mapping[str, Callable[[Scene, ToldRun], str]] = {
    **dict.fromkeys(MEETINGS, _meeting),
    **dict.fromkeys(VISITS, _visit),
    **dict.fromkeys(REQUESTS, _request),
    e.WORDS[e.MEDIATOR_INVITED]: _offer,
    e.WORDS[e.MEDIATION_OFFERED]: _offer,
    e.WORDS[e.TRUCE_LAPSED]: _lapse,
}
