"""The last dated line of a story: what decided where it stands, or that nothing did, and what was left open."""

from __future__ import annotations

from collections.abc import Iterator

from sim.narrative.days import spoken_day
from sim.narrative.deciding import deciding_event
from sim.narrative.items import Item, Rank
from sim.narrative.request_fates import open_dates
from sim.narrative.told_run import ToldRun
from sim.results.record_rows import Event
from sim.vocabulary import events as e
from sim.vocabulary.outcomes import OutcomeClass


def last_day(run: ToldRun) -> Item | None:
    """Return what is said on the last day; None where a deal is the last word."""
    outcome = run.trajectory.outcome.outcome_class
    if outcome == OutcomeClass.deal:
        return None
    deciding = deciding_event(run.trajectory, run.log)
    text = "; ".join([run.cast.fill(_standing(outcome, deciding, run)), *_left_open(run)])
    return Item(run.last_date, run.last_date, text, (), Rank.always)


def _standing(outcome: OutcomeClass, deciding: Event | None, run: ToldRun) -> str:
    if deciding is None:
        return UNDECIDED[outcome]
    since = spoken_day(deciding.date, run.last_date)
    return (DECIDED_BY.get((outcome, deciding.kind)) or DECIDED[outcome]).replace("<since>", since)


UNDECIDED = {
    OutcomeClass.truce: "the {truce} was still in force",
    OutcomeClass.blow_up: "the break had not been mended",
    OutcomeClass.no_deal: "nothing had been agreed and no break had come; no single event decided it",
    OutcomeClass.no_contact: "the two {leader.plural} had not been in contact; no event decided it, and time ran out",
}
"""By class, what is said where no event decided."""

DECIDED = {
    OutcomeClass.truce: "the {truce} of <since> was still in force",
    OutcomeClass.blow_up: "the break of <since> had not been mended",
    OutcomeClass.no_deal: "nothing had been agreed and no break had come since <since>",
    OutcomeClass.no_contact: "neither {leader} had heard from the other; nothing had followed the {talks} of <since>",
}
"""By class, what is said of the event that decided."""

DECIDED_BY = {
    (OutcomeClass.no_deal, e.WORDS[e.NO_DEAL]): "nothing had been agreed since the failed {summit} of <since>",
    (OutcomeClass.no_deal, e.WORDS[e.MEDIATION_FAILED]): "nothing had been agreed since the failed {talks} of <since>",
    (
        OutcomeClass.no_deal,
        e.WORDS[e.TRUCE_LAPSED],
    ): "nothing had taken the place of the {truce} that ran out on <since>",
    (
        OutcomeClass.no_deal,
        e.WORDS[e.RATIFICATION_FAILED],
    ): "nothing had taken the place of what failed {at_home} on <since>",
    (OutcomeClass.no_deal, e.WORDS[e.CALL_SCHEDULED]): "the break was mended on <since>, but nothing had been agreed",
    (OutcomeClass.no_deal, e.WORDS[e.SUMMIT_SCHEDULED]): "the break was mended on <since>, but nothing had been agreed",
}


def _left_open(run: ToldRun) -> Iterator[str]:
    """Dates that were still to come."""
    for date in open_dates(run.log):
        yield run.cast.fill(f"{{{date.level}.a}} was still to come")
