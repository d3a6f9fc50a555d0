"""A deed in words: what happened at one moment, who did it and why, as texts of which a reader takes what fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sim.narrative.cast import capital
from sim.narrative.importance import ALWAYS
from sim.narrative.items import Item, Rank
from sim.narrative.option_words import option_words
from sim.narrative.reasons import CLAUSES, motive, told
from sim.narrative.scene_text import clause, scene_text
from sim.narrative.scene_words import OPENING
from sim.narrative.scenes import ANSWERING, DATES, MEETINGS, VISITS, Scene
from sim.narrative.sentences import sentence
from sim.narrative.short_reasons import Beside, short_reason, worth_telling
from sim.narrative.told_reasons import Dose, decisions_behind, with_reasons
from sim.narrative.told_run import ToldRun
from sim.results.record_rows import Decision, Event
from sim.vocabulary import events as e

TOLD_WHOLE = MEETINGS | VISITS
"""Scenes that are over as soon as they happen: what came of them belongs to them."""

UNTOLD = DATES | {e.WORDS[e.MEDIATION_CONVENED]}
"""What goes without saying beside the yes that brought it."""

LONGEST = 160
"""What is read in a glance has no more characters."""


class Deed(NamedTuple):
    """Something that happened: its day, texts of which the fullest comes first, the decision behind it (None: none)."""

    date: str
    texts: tuple[str, ...]
    decision: int | None


def deed(run: ToldRun, scene: Scene, moment: Sequence[Event]) -> Deed:
    """Return what happened at one moment of a scene: all of it with its reason, or as much as there is room for.

    The main thing with its reason goes before everything without.
    """
    told = _told_of(scene, moment)
    main = min(told, key=lambda event: (event.kind not in ALWAYS, event.event))
    whole = [(scene_text(scene, run),)] if scene.main in told and main.kind in TOLD_WHOLE else []
    tellings: list[tuple[str, ...]] = [*whole, tuple(said(event, run) for event in told), (said(main, run),)]
    behind = _behind(run, told)
    whys = list(_whys(run, told, behind))
    texts = [_sentences(clauses, why) for clauses in tellings for why in whys]
    texts += [_sentences(clauses) for clauses in tellings]
    explained = min(behind, key=lambda choice: choice.chosen.probability, default=None)
    return Deed(main.date, tuple(texts), None if explained is None else explained.decision)


def _told_of(scene: Scene, moment: Sequence[Event]) -> list[Event]:
    """The events of a moment without what goes without saying beside others."""
    return [event for event in moment if event == scene.main or event.kind not in UNTOLD] or list(moment)


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
    if event.kind in ANSWERING and choice is not None and choice.kind == "answer":
        return f"{run.cast.leader(choice.leader)} {option_words(choice.chosen.name, choice.about, run.cast).past}"
    template = OPENING.get(e.BY_WORD[event.kind].code)
    return clause(event, run, template) if template else sentence(event, run.cast).rstrip(".")


def choice_deed(run: ToldRun, choice: Decision) -> Deed:
    """Return a decision as a deed of its own, whatever came of it."""
    return Deed(choice.date, tuple(reason_texts(run, choice)), choice.decision)


def table_deed(run: ToldRun, choices: Sequence[Decision]) -> Deed:
    """Return what was said at a table where nothing came of it: both answers, and the reason of who did not want it."""
    against = next((one for one in choices if one.chosen.name != "accept"), choices[-1])
    others = [
        f"{run.cast.leader(one.leader)} {option_words(one.chosen.name, one.about, run.cast).past}."
        for one in choices
        if one is not against
    ]
    texts = [" ".join([*others, reason]) for reason in reason_texts(run, against)]
    return Deed(against.date, tuple(texts), against.decision)


def reason_texts(run: ToldRun, choice: Decision) -> Iterator[str]:
    """Yield a decision with its reasons as one sentence that names both options, the fullest telling first."""
    why = worth_telling(motive(choice, run.cast, run.facts.at(choice)))
    deed = option_words(choice.chosen.name, choice.about, run.cast).past
    for tried in (why, why._replace(luck=None), why._replace(luck=None, clauses=why.clauses[:1])):
        if text := told(tried, run.cast):
            yield text
    yield f"{run.cast.leader(choice.leader)} {deed}."


def fitting(texts: Sequence[str], longest: int = LONGEST) -> str:
    """Return the first of some texts, on one line, that is short enough; where none is, the last one cut at a word."""
    flat = [" ".join(text.split()) for text in texts]
    found = next((text for text in flat if len(text) <= longest), None)
    if found is not None:
        return found
    cut = flat[-1][: longest - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…"
