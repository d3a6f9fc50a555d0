"""What has just happened, as a card that is read in a glance: who did what, and why, in at most 160 characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.classroom.views.shapes import Card
from sim.narrative.cast import capital, spoken_date
from sim.narrative.importance import ALWAYS, always_told, rank_of
from sim.narrative.items import Item, Rank
from sim.narrative.option_words import option_words
from sim.narrative.reasons import CLAUSES, motive, told
from sim.narrative.scene_text import clause, scene_text
from sim.narrative.scene_words import OPENING
from sim.narrative.scenes import ANSWERS, DATES, MEETINGS, VISITS, Scene
from sim.narrative.sentences import sentence
from sim.narrative.short_reasons import Beside, short_reason, worth_telling
from sim.narrative.told_reasons import Dose, decisions_behind, with_reasons
from sim.narrative.told_run import ToldRun
from sim.narrative.waiting import WORD_PASSED
from sim.results.record_rows import Decision, Event
from sim.vocabulary import events as e

LONGEST = 160
"""A card has no more characters."""

DAYS_BACK = 7.0
"""What happened longer ago is no news."""

TOLD_WHOLE = MEETINGS | VISITS
"""Scenes that are over as soon as they happen: what came of them belongs to them."""


class Deed(NamedTuple):
    """Something that happened, with what was decided for it (None: nothing was)."""

    date: str
    texts: tuple[str, ...]
    decision: int | None


def card(run: ToldRun, day: float) -> Card | None:
    """Return what has just happened in a run that is told up to a day; None where nothing did.

    That is what happened at that very moment, else the most telling of the last seven days, of equals the latest. Where
    nothing happened, it is that somebody chose to wait.
    """
    found = _decided_now(run, day) or latest(run, day) or _waited(run, day)
    if found is None:
        return None
    return {"date": spoken_date(found.date), "text": fitting(found.texts), "decision": found.decision}


def latest(run: ToldRun, day: float) -> Deed | None:
    """Return what happened last before a day, or on it, that is worth a card; None for nothing in the last week."""
    news = [event for event in run.log if day - DAYS_BACK < event.day <= day]
    now = [event for event in news if event.day == day]
    scenes = {event.event: scene for scene in run.scenes for event in scene.events}
    always = always_told(run)

    def telling(event: Event) -> tuple[Rank, bool, float]:
        return rank_of(scenes[event.event], always, run), event.kind not in WORD_PASSED, -event.day

    best = min(now or news, key=telling, default=None)
    if best is None:
        return None
    scene = scenes[best.event]
    return deed(run, scene, [event for event in scene.events if event.day == best.day])


def deed(run: ToldRun, scene: Scene, moment: Sequence[Event]) -> Deed:
    """Return what happened at one moment of a scene: all of it with its reason, or as much as there is room for.

    The main thing with its reason goes before everything without.
    """
    moment = [event for event in moment if event == scene.main or event.kind not in DATES]
    main = min(moment, key=lambda event: (event.kind not in ALWAYS, event.event))
    tellings: list[tuple[str, ...]] = []
    if scene.main in moment and main.kind in TOLD_WHOLE:
        tellings.append((scene_text(scene, run),))
    tellings += [tuple(said(event, run) for event in moment), (said(main, run),)]
    behind = _behind(run, moment)
    whys = list(_whys(run, moment, behind))
    texts = [_sentences(told, why) for told in tellings for why in whys] + [_sentences(told) for told in tellings]
    explained = min(behind, key=lambda choice: choice.chosen.probability, default=None)
    return Deed(main.date, tuple(texts), None if explained is None else explained.decision)


def _sentences(clauses: Sequence[str], why: str = "") -> str:
    """What happened and why, as whole sentences; a reason that names the deed stands in its place."""
    first, *others = clauses
    told = [why] if why.startswith(first) else [f"{capital(first)}.", *([why] if why else [])]
    return " ".join([*told[:1], *(f"{capital(clause)}." for clause in others), *told[1:]])


def _behind(run: ToldRun, moment: Sequence[Event]) -> list[Decision]:
    """The decisions that explain what happened; else those that it carries out."""
    numbers = tuple(event.event for event in moment)
    found = decisions_behind(Item(moment[0].date, moment[0].date, "", numbers, Rank.always), run)
    return found or [run.choices[event.decision] for event in moment if event.decision in run.choices]


def _whys(run: ToldRun, moment: Sequence[Event], behind: Sequence[Decision]) -> Iterator[str]:
    """Their reasons, the fuller telling first."""
    numbers = tuple(event.event for event in moment)
    item = Item(moment[0].date, moment[0].date, "", numbers, Rank.always)
    if len(behind) == 1 and behind[0].kind == "turn":
        yield from _turn_whys(run, behind[0])
        return
    for clauses in (CLAUSES, 1):
        if why := with_reasons([item], run, Dose(1, CLAUSES, clauses), ())[0].why:
            yield why


def _turn_whys(run: ToldRun, choice: Decision) -> Iterator[str]:
    """The reasons of a leader's own move, to stand behind the line that tells it; luck alone where there are none."""
    why = motive(choice, run.cast, run.facts.at(choice))
    kept = worth_telling(why)
    for clauses, luck in ((CLAUSES, kept.luck), (CLAUSES, None), (1, kept.luck), (1, None)):
        told = kept._replace(clauses=kept.clauses[:clauses], luck=luck)
        if text := short_reason(told, Beside.deed, choice.decision, run.cast):
            yield text
    if not kept.clauses and why.luck is not None:
        yield f"{capital(why.luck.text)}."


def said(event: Event, run: ToldRun) -> str:
    """Return an event as a clause in the past; an answer says what it answers."""
    choice = run.choices.get(event.decision)
    if event.kind in ANSWERS and choice is not None:
        return f"{run.cast.leader(choice.leader)} {option_words(choice.chosen.name, choice.about, run.cast).past}"
    template = OPENING.get(e.BY_WORD[event.kind].code)
    return clause(event, run, template) if template else sentence(event, run.cast).rstrip(".")


def _decided_now(run: ToldRun, day: float) -> Deed | None:
    """What was decided at that very moment, where nothing came of it that could be seen."""
    choice = max(run.choices.values(), key=lambda choice: choice.decision, default=None)
    if choice is None or choice.day != day or any(event.day == day for event in run.log):
        return None
    return Deed(choice.date, tuple(reason_texts(run, choice)), choice.decision)


def _waited(run: ToldRun, day: float) -> Deed | None:
    """That a leader chose to do nothing, and why: the last of the week, where no event is told."""
    lately = [
        choice for choice in run.choices.values() if day - DAYS_BACK < choice.day <= day and choice.kind == "turn"
    ]
    if not lately:
        return None
    choice = lately[-1]
    return Deed(choice.date, tuple(reason_texts(run, choice)), choice.decision)


def reason_texts(run: ToldRun, choice: Decision) -> Iterator[str]:
    """Yield a decision with its reasons as one sentence that names both options, the fullest telling first."""
    why = worth_telling(motive(choice, run.cast, run.facts.at(choice)))
    deed = option_words(choice.chosen.name, choice.about, run.cast).past
    for tried in (why, why._replace(luck=None), why._replace(luck=None, clauses=why.clauses[:1])):
        if text := told(tried, run.cast):
            yield text
    yield f"{run.cast.leader(choice.leader)} {deed}."


def fitting(texts: Sequence[str], longest: int = LONGEST) -> str:
    """Return the first of some texts that is short enough; where none is, the last one cut at a word."""
    found = next((text for text in texts if len(text) <= longest), None)
    if found is not None:
        return found
    cut = texts[-1][: longest - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…"
