"""What happened on the way: everything that a run may bring, once each, as it is asked for and spoken of.

A run remembers each in a field ``ever_...`` of the dyad. Whether it happened says nothing of where things stand in the
end (:mod:`sim.vocabulary.outcomes`): the two lists share no word but ``truce``, which may be over again.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from sim.vocabulary.wording import NO_WORDS, Wording

HEADING: Final = "What happened on the way"
"""What this list is called wherever it is shown."""


class Milestone(NamedTuple):
    """One thing that may happen on the way.

    Attributes
    ----------
    word : str
        The word in records, tables and JSON.
    sentence : str
        What is so if it happened, made of the words of the case.
    phrase : str
        It in a few words.
    wording : Wording
        What it is called, where no action, event or level of the vocabulary is called so already.
    """

    word: str
    sentence: str
    phrase: str
    wording: Wording = NO_WORDS


ROWS: Final = (
    Milestone("call", "the {leader.plural} {call_held.past} in {call.a}", "{call.a}"),
    Milestone("summit", "the {leader.plural} {summit_held.past}", "{summit.a}"),
    Milestone("talks", "authorised {envoy.plural} held {talks}", "{talks} of {envoy.plural}"),
    Milestone("truce", "{truce.a} was agreed", "{truce.a} agreed"),
    Milestone(
        "rupture", "a meeting of the {leader.plural} ended in {rupture.a}", "{rupture.a} on stage", Wording("rupture")
    ),
    Milestone("withdrawal", "a meeting with a date was called off", "a meeting called off"),
    Milestone("breach", "{truce.a} was broken", "{truce.a} broken"),
    Milestone("lapse", "{truce.a} ran out without renewal", "{truce.a} run out"),
    Milestone("failed_at_home", "an agreement failed {at_home}", "a failure {at_home}"),
)
"""Every milestone, in the order in which records have them."""

EVER: tuple[str, ...] = tuple(row.word for row in ROWS)

FORMER: Final = (Milestone("blow_up", "a meeting or a truce blew up", "a blow-up"),)
"""Words that only records of format 1 have: a blow-up was a rupture, a truce broken, or a summit called off."""
