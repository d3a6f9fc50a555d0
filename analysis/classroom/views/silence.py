"""The waiting as a class sees it: how long no word has passed, and what each leader now believes of the other."""

from __future__ import annotations

import math
from collections.abc import Iterator

from sim.narrative.amounts import span
from sim.narrative.cast import capital
from sim.narrative.chance_words import chance_digits, chance_word
from sim.narrative.decision_facts import DEED_OF
from sim.narrative.option_words import option_words
from sim.narrative.request_fates import Fate, open_dates
from sim.narrative.scenes import MEETINGS
from sim.narrative.told_run import ToldRun
from sim.narrative.waiting import DOUBTFUL, WORD_PASSED, Silence, hurt_of
from sim.vocabulary import events as e

SHORTEST = 5.0
"""Days without a word from which on they are counted before a class."""

LINES = 4
"""No more is said of the waiting, the most telling first."""


def waiting_lines(run: ToldRun, day: float, numbers: bool = False) -> list[str]:
    """Return what is to be said of the waiting on a day, as whole sentences.

    Parameters
    ----------
    run : ToldRun
        The run, told up to that day.
    day : float
        Days since the start.
    numbers : bool
        Whether chances are said in figures besides.
    """
    if any(event.kind == DEAL for event in run.log):
        return []
    return [capital(" ".join(line.split())) for line in _lines(run, day, numbers)][:LINES]


def _lines(run: ToldRun, day: float, numbers: bool) -> list[str]:
    row = run.step_row(day)
    lines = [*_unanswered(run, row, day), *_fixed(run)]
    if lines:
        return lines
    silence = Silence(last_word(run), day)
    if silence.days < SHORTEST:
        return list(_to_come(run))
    return [
        _length(run, silence),
        *_beliefs(run, row, numbers),
        *_wishes(run, row),
        *_to_come(run),
        *_hurts(run, silence, row),
    ]


def _length(run: ToldRun, silence: Silence) -> str:
    """How long no word has passed; where a record knows of none before, since it begins."""
    known = any(event.kind in WORD_PASSED or event.kind == EARLIER for event in run.log)
    template = "No word has passed between the two {leader.plural} for {span}."
    if not known:
        template = "In all these {span} no word has passed between the two {leader.plural}."
    return run.cast.fill(template, span=span(silence.days))


EARLIER = e.WORDS[e.EARLIER_CONTACT]
DEAL = e.WORDS[e.DEAL]


def last_word(run: ToldRun) -> float:
    """Return the day on which a word last passed between the two leaders, as far as told; the first day for never.

    A contact before the first day has a day below 0.
    """
    earlier = [-event.amount for event in run.log if event.kind == EARLIER and not math.isnan(event.amount)]
    return max([event.day for event in run.log if event.kind in WORD_PASSED], default=max(earlier, default=0.0))


def _unanswered(run: ToldRun, row: int, day: float) -> Iterator[str]:
    """Who has not answered, since when, and what the one who asked expects."""
    for thread in run.threads.values():
        if thread.fate is not Fate.open:
            continue
        asked = thread.request
        one, other = run.cast.leader(asked.actor), run.cast.leader(run.cast.other(asked.actor))
        deed = option_words(DEED_OF[asked.kind], "", run.cast).past
        ago = f"{span(day - asked.day)} ago" if day - asked.day >= 1 else "just now"
        yield f"{one} {deed} {ago}, and {other} has not answered yet."
        chance = float(run.steps[f"{asked.actor}.receptiveness"][row])
        if not math.isnan(chance):
            yes = run.cast.words["accept"].infinitive
            yield f"{one} thinks it {_seen(chance)} that {other} will {yes}."


def _fixed(run: ToldRun) -> Iterator[str]:
    """Calls and meetings of the leaders that have a date."""
    yield from (f"{capital(run.cast.fill(AHEAD[date.kind]))}." for date in open_dates(run.log))


AHEAD = {
    e.WORDS[e.CALL_SCHEDULED]: "{call.a} has been fixed and is still to come",
    e.WORDS[e.SUMMIT_SCHEDULED]: "{summit.a} has been fixed and is still to come",
}
"""By kind of date, what is to come."""


def _to_come(run: ToldRun) -> Iterator[str]:
    """Talks that were called and not held yet."""
    held = {event.request for event in run.log if event.kind in MEETINGS}
    if any(event.kind == CONVENED and event.event not in held for event in run.log):
        yield f"{capital(run.cast.fill('{talks} of their {envoy.plural} are to come'))}."


CONVENED = e.WORDS[e.MEDIATION_CONVENED]


def _seen(chance: float) -> str:
    return chance_word(chance).replace("about even", "an even chance")


def _chance(run: ToldRun, side: str, row: int) -> float:
    chance = float(run.steps[f"{side}.expects_ask"][row])
    return chance if math.isnan(chance) else round(min(1.0, max(0.0, chance)), 2)


def _beliefs(run: ToldRun, row: int, numbers: bool) -> Iterator[str]:
    """How likely each thinks it that the other will ask first within the month."""
    said = {side: _chance(run, side, row) for side in run.cast.sides}
    if any(math.isnan(chance) for chance in said.values()):
        return

    def seen(side: str) -> str:
        digits = f" ({chance_digits(said[side])})" if numbers else ""
        return _seen(said[side]) + digits

    one, other = sorted(said, key=lambda side: (-said[side], side))
    first, second = run.cast.leader(one), run.cast.leader(other)
    if not numbers and said[one] < DOUBTFUL:
        yield "Neither thinks it likely that the other will ask within the month."
    elif seen(one) == seen(other):
        yield f"Both think it {seen(one)} that the other will ask within the month."
    else:
        hope = f"{first} thinks it {seen(one)} that {second} will ask within the month"
        yield f"{hope}; {second} thinks it {seen(other)} that {first} will."


def _wishes(run: ToldRun, row: int) -> Iterator[str]:
    """Whether each would rather be asked than ask."""
    gains = {run.cast.leader(side): float(run.steps[f"{side}.waiting_over_asking"][row]) for side in run.cast.sides}
    if any(math.isnan(gain) for gain in gains.values()):
        return
    rather = run.cast.fill("would rather {hold.infinitive} than ask")
    waits, asks = ([name for name, gain in gains.items() if (gain > 0) is wants] for wants in (True, False))
    if not asks:
        yield f"Both {rather}."
    elif waits:
        yield f"{waits[0]} {rather}; {asks[0]} sees more in asking."
    else:
        yield "Both see more in asking than in waiting, and yet neither has asked."


def _hurts(run: ToldRun, silence: Silence, row: int) -> Iterator[str]:
    """What hurt or pride keeps a leader from asking."""
    for side in run.cast.sides:
        text = hurt_of(side, silence, row, run)
        if text:
            yield f"{run.cast.leader(side)} has{text.removeprefix('had')}."
