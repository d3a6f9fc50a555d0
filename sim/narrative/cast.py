"""What the people and places of a scenario are called in a sentence."""

from __future__ import annotations

import datetime as dt

from sim.narrative.case_words import words_of
from sim.scenario.scenario import Scenario


class Cast:
    """Display names by id, and the words of the case; an id without a name speaks for itself.

    Parameters
    ----------
    scenario : Scenario
        Where the names and words come from.

    Attributes
    ----------
    words : CaseWords
        What things and acts are called: ``cast.words["truce"].plural``.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.sides: tuple[str, ...] = tuple(sorted(scenario.leaders))
        self.words = words_of(scenario)

    def leader(self, side: str) -> str:
        """Return the name of a side's leader."""
        holder = self.scenario.leaders.get(side)
        return holder.name if holder is not None and holder.name else side

    def country(self, side: str) -> str:
        """Return what the side itself is called."""
        holder = self.scenario.leaders.get(side)
        return holder.country if holder is not None and holder.country else self.leader(side)

    def mediator(self, mediator: str) -> str:
        """Return the name of a third party."""
        holder = self.scenario.mediators.get(mediator)
        return holder.name if holder is not None and holder.name else mediator or self.words["host"].a

    def envoy(self, side: str, envoy: str) -> str:
        """Return the name of an envoy, whichever side's it is."""
        for owner in (side, *self.sides):
            holder = self.scenario.leaders.get(owner)
            if holder is not None and envoy in holder.envoys:
                return str(holder.envoys[envoy].name) or envoy
        return envoy or self.words["envoy"].a

    def adviser(self, side: str, adviser: str) -> str:
        """Return the name of an adviser."""
        holder = self.scenario.leaders[side].advisers.get(adviser)
        return holder.name if holder is not None and holder.name else adviser

    def issue(self, issue: str) -> str:
        """Return the name of a matter in dispute."""
        holder = self.scenario.issues.get(issue)
        return holder.name if holder is not None and holder.name else issue

    def anyone(self, who: str) -> str:
        """Return the name of a leader, of both, or of a third party; the result may begin a sentence."""
        if who in self.sides:
            return self.leader(who)
        if who == "both":
            return self.fill("both {side.plural}")
        return self.mediator(who) if who else "nobody"

    def other(self, side: str) -> str:
        """Return the id of the side facing this one; empty for anything that is no side."""
        return next((other for other in self.sides if side in self.sides and other != side), "")

    def fill(self, template: str, **values: object) -> str:
        """Return a template with words of the case and other values put in: ``"{actor} breaks the {truce}"``."""
        return self.words.fill(template, **values)


def capital(text: str) -> str:
    """Return a text with a capital first letter, the rest as it was."""
    return f"{text[:1].upper()}{text[1:]}"


def spoken_date(iso: str) -> str:
    """Return an ISO date as it is written in a sentence: ``4 May 2025``."""
    day = dt.date.fromisoformat(iso)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(iso: str) -> str:
    """Return an ISO date in six characters: `` 4 May``."""
    day = dt.date.fromisoformat(iso)
    return f"{day.day:2} {MONTHS[day.month - 1][:3]}"


def spoken_month(iso: str) -> str:
    """Return the month of an ISO date: ``May 2025``."""
    day = dt.date.fromisoformat(iso)
    return f"{MONTHS[day.month - 1]} {day.year}"


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
