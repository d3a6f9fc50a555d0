"""What happened in the world, and how many runs of the same case stand so at the end: said after a run's story.

Only where a case comes with its answer key, and only what the same horizon sees. The share is counted for the case as
it ships: beside a changed case, scripted moves or a file of one's own it would be the share of something else.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from analysis.documents.document import Prose, Section
from analysis.documents.wording import percent, sentence
from analysis.evidence.standing.standing_table import Standing, StandingFileError, scenario_hash, shipped_standings
from sim.files.shipped import list_scenarios
from sim.narrative.cast import Cast, spoken_date
from sim.narrative.chance_words import chance_word
from sim.narrative.wrapping import WIDTH, wrapped
from sim.scenario.observed import Observed
from sim.version import __version__
from sim.vocabulary import levels

if TYPE_CHECKING:
    from sim.scenario import Scenario
    from sim.scenario.observed import ObservedContact
    from sim.vocabulary.outcomes import OutcomeClass

HEADING: Final = "In the world"
NO_TEST: Final = "One case is no test of the model."

OTHER_MOVES: Final = "No share of runs stands here: some moves came from outside the model."
OTHER_CASE: Final = "No share of runs stands here: it is counted only for cases as they come with climbdown."
DAMAGED: Final = "No share of runs stands here: the table that has it is missing or damaged; install climbdown anew."
OUTDATED: Final = "No share of runs stands here: it was last counted for another state of case or rules."


class World(NamedTuple):
    """What is known of the world at a case's horizon.

    Attributes
    ----------
    scenario : Scenario
        The case as it was run; its ``observed`` says what happened.
    stood : OutcomeClass or None
        Where the world stood on the last day that the case sees; None where that is not recorded.
    standing : Standing or None
        How many runs of the case stand there too.
    no_share : str
        Why that is not said, where it is not.
    """

    scenario: Scenario
    stood: OutcomeClass | None = None
    standing: Standing | None = None
    no_share: str = ""

    @property
    def end(self) -> dt.date:
        """Last day that the case sees."""
        return last_day(self.scenario)

    @property
    def contact(self) -> ObservedContact | None:
        """The first contact, if it is dated within the horizon."""
        first = self.scenario.observed.first_contact
        return first if first.date is not None and first.date <= self.end else None


def world_beside(scenario: Scenario, moved: bool = False) -> World | None:
    """Return what is known of the world beside a run, or None where nothing is: an invented case.

    Parameters
    ----------
    scenario : Scenario
        What was run, with its changes.
    moved : bool
        Whether some moves came from outside the model (a script, a person).
    """
    if scenario.observed == Observed():
        return None
    world = World(scenario, _stood(scenario), no_share=OTHER_MOVES if moved else "")
    return world if moved or world.stood is None else _with_share(world)


def last_day(scenario: Scenario) -> dt.date:
    """Return the last day that a case sees."""
    return scenario.start + dt.timedelta(days=scenario.horizon_days)


def _stood(scenario: Scenario) -> OutcomeClass | None:
    """Where the world stood at the end: it is coded for one day, and says nothing of a horizon that was moved."""
    from sim import load_scenario

    observed, end = scenario.observed, last_day(scenario)
    if observed.outcome is None or (observed.outcome_date or end) > end:
        return None
    if scenario.name in list_scenarios() and last_day(load_scenario(scenario.name)) != end:
        return None
    return observed.outcome


def _with_share(world: World) -> World:
    """Look the share up, for exactly this scenario, these rules and this version."""
    from sim import load_scenario
    from sim.run import rules_digest

    name, found = world.scenario.name, scenario_hash(world.scenario)
    if name not in list_scenarios() or found != scenario_hash(load_scenario(name)):
        return world._replace(no_share=OTHER_CASE)
    now = (found, rules_digest(), __version__)
    try:
        lines = [line for line in shipped_standings() if (line.case, line.outcome) == (name, world.stood)]
    except StandingFileError:  # the story is worth telling without it
        return world._replace(no_share=DAMAGED)
    held = [line for line in lines if (line.scenario, line.rules, line.version) == now]
    return world._replace(standing=held[0]) if held else world._replace(no_share=OUTDATED)


def world_lines(world: World | None, aloud: bool = False, width: int = WIDTH) -> list[str]:
    """Return what is said in a terminal, with a blank line before it; nothing where no world is known.

    Parameters
    ----------
    world : World or None
        What is known.
    aloud : bool
        Whether it is read aloud: then without the source, the share in words, and as narrow as the story.
    width : int
        Columns that may be used otherwise.
    """
    room = WIDTH if aloud else width
    return [] if world is None else ["", *wrapped(" ".join(_sentences(world, aloud)), width=room)]


def world_section(world: World | None) -> tuple[Section, ...]:
    """Return what is said on a page, which has room for the first contact, for remarks and for how it was counted."""
    if world is None:
        return ()
    observed, counted = world.scenario.observed, ""
    if line := world.standing:
        counted = f"Counted with `climbdown ensemble {line.case} -n {line.lucks} --seed {line.seed}`."
    told = (
        " ".join(_sentences(world)),
        _first_contact(world),
        sentence(observed.note) if observed.note else "",
        counted,
    )
    return (Section(HEADING, (Prose(tuple(filter(None, told))),)),)


def world_plain(world: World | None) -> dict[str, Any] | None:
    """Return the same for a program; None where no world is known."""
    if world is None:
        return None
    observed, line = world.scenario.observed, world.standing
    known = {"first_contact", "source", "note", "mediator"}
    return {
        "outcome": world.stood and str(world.stood),
        "outcome_date": _iso(observed.outcome_date) if world.stood else None,
        "horizon": world.end.isoformat(),
        **{key: value for key, value in observed.model_dump(mode="json").items() if key in known},
        "share": None if line is None else line._asdict(),
        "no_share": world.no_share or None,
        "caution": NO_TEST,
    }


def _sentences(world: World, aloud: bool = False) -> list[str]:
    share = "" if aloud else world.no_share
    if (line := world.standing) and aloud:
        share = f"That a run of this case stands so at the end is {chance_word(line.share)}."
    elif line:
        ends = f"{percent(line.low)} to {percent(line.high)}"
        share = f"{percent(line.share)} of {line.lucks:,} runs of this case end so ({ends})."
    return [part for part in (_where_it_stood(world, aloud), share, NO_TEST) if part]


def _where_it_stood(world: World, aloud: bool) -> str:
    observed = world.scenario.observed
    source = f" ({observed.source})" if observed.source and not aloud else ""
    if world.stood is None:
        return f"{HEADING}: how it stood on {spoken_date(world.end.isoformat())} is not recorded{source}."
    since = f", since {spoken_date(_iso(observed.outcome_date) or '')}" if observed.outcome_date else ""
    stood = Cast(world.scenario).fill(world.stood.ending)
    return f"{HEADING}: {stood}{since}{source}."


def _first_contact(world: World) -> str:
    first, cast = world.contact, Cast(world.scenario)
    if first is None or not first.level:
        return ""
    mediator = world.scenario.observed.mediator
    asked = f", asked for by {cast.anyone(first.asked_by)}" if first.asked_by else ""
    what = cast.fill(levels.BY_WORD[str(first.level)].contact)
    third = cast.fill(" The {host}: {who}", who=sentence(mediator)) if mediator else ""
    whose = cast.fill("The first contact of the {leader.plural}")
    return f"{whose} was by {what} on {spoken_date(str(first.date))}{asked}.{third}"


def _iso(date: dt.date | None) -> str | None:
    return None if date is None else date.isoformat()
