"""Do the generators reach every shape a scenario can have, and do their options hold?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings

from sim.files import scenario_from
from sim.files.numeric import numeric_fields
from sim.scenario import Scenario
from sim.scenario.at_start import Touch
from sim.scenario.distributions import KINDS
from sim.scenario.dyad import STEPS
from sim.vocabulary.domains import Domain
from sim.vocabulary.scenario_words import ClockKind, InterventionKind, Order, PrecedentKind
from tests.generate import scenario_dicts, scenarios

ENOUGH = settings(
    max_examples=300, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)
ROSTERS = ("advisers", "envoys", "precedents")

WANTED = {
    *(f"{count} {roster}" for count in ("no", "many") for roster in (*ROSTERS, "mediators")),
    *(f"{count} issues" for count in ("one", "many")),
    *(f"{count} scheduled" for count in ("no", "many")),
    *(f"clock {kind} {order}" for kind in ClockKind for order in Order),
    *(f"step {step:g}" for step in STEPS),
    *(f"distribution {kind}" for kind in KINDS),
    *(f"scheduled {kind}" for kind in InterventionKind),
    *(f"precedent {kind}" for kind in PrecedentKind),
    *(f"domain {domain}" for domain in Domain),
    "a source", "a note", "a confidence", "a gatekeeper", "an indivisible issue", "a signing announced",
    "a weight off its default", "a horizon of 1 day", "the longest horizon", "a number at its low end",
    "a number at its high end", "a memory from an ally", "sides not in alphabetical order",
    "a summit agreed before", "a truce in force", "a host that failed", *(f"touch {touch}" for touch in Touch),
}  # fmt: skip


def shapes(scenario: Scenario) -> Iterator[str]:
    """Name everything special about a scenario."""
    yield from _counts(scenario)
    yield from _clock(scenario)
    yield from (f"distribution {spread.name}" for spread in scenario.distributions.values())
    yield from (f"scheduled {entry.kind}" for entry in scenario.scheduled)
    yield from _people(scenario)
    yield from _numbers(scenario)
    yield f"domain {scenario.domain}"
    flags = {
        "an indivisible issue": any(not issue.divisible for issue in scenario.issues.values()),
        "a signing announced": scenario.summit.signing_announced,
        "a horizon of 1 day": scenario.horizon_days == 1,
        "the longest horizon": scenario.horizon_days == 60,
        "a summit agreed before": scenario.at_start.meeting_on is not None,
        "a truce in force": scenario.at_start.truce is not None,
        "a host that failed": any(mediator.failed_on for mediator in scenario.mediators.values()),
        "sides not in alphabetical order": list(scenario.leaders) != sorted(scenario.leaders),
    }
    yield from (name for name, holds in flags.items() if holds)
    yield f"touch {scenario.at_start.contact.level}" if scenario.at_start.contact else ""


def _counts(scenario: Scenario) -> Iterator[str]:
    leader_rosters = [(name, getattr(leader, name)) for leader in scenario.leaders.values() for name in ROSTERS]
    for name, roster in (*leader_rosters, ("mediators", scenario.mediators), ("scheduled", scenario.scheduled)):
        yield "no " + name if not roster else "many " + name if len(roster) > 2 else ""
    yield "one issues" if len(scenario.issues) == 1 else "many issues" if len(scenario.issues) > 2 else ""


def _clock(scenario: Scenario) -> Iterator[str]:
    yield f"clock {scenario.clock.kind} {scenario.clock.order}"
    yield f"step {scenario.clock.step_days:g}"


def _people(scenario: Scenario) -> Iterator[str]:
    for leader in scenario.leaders.values():
        yield from ("a gatekeeper" for adviser in leader.advisers.values() if adviser.channel == "leader_only")
        for precedent in leader.precedents.values():
            yield f"precedent {precedent.kind}"
            yield "a memory from an ally" if precedent.via else ""


def _numbers(scenario: Scenario) -> Iterator[str]:
    for field in numeric_fields(scenario):
        yield "a number at its low end" if field.value == field.low else ""
        yield "a number at its high end" if field.value == field.high else ""
    yield "a weight off its default" if scenario.weights.model_fields_set else ""
    for provenance in scenario.provenance.values():
        yield from (f"a {key}" for key in provenance.as_mapping())


def test_every_shape_is_reached() -> None:
    reached: set[str] = set()

    @ENOUGH
    @given(scenarios())
    def collect(scenario: Scenario) -> None:
        reached.update(shapes(scenario))

    collect()
    assert WANTED - reached == set()


def test_corners_are_the_ends_of_every_range() -> None:
    reached: set[tuple[str, bool]] = set()
    paths: set[str] = set()

    @settings(ENOUGH, max_examples=60)
    @given(scenarios(corners=True))
    def collect(scenario: Scenario) -> None:
        for field in numeric_fields(scenario):
            general = general_path(field.path)
            if "pressure" not in general and not general.startswith(("scheduled", "issues", "at_start")):
                assert field.value in (field.low, field.high)
                paths.add(general)
                reached.add((general, field.value == field.high))

    collect()
    assert {path for path, _ in reached} == paths
    assert {(path, end) for path in paths for end in (False, True)} == reached


def general_path(path: str) -> str:
    """Replace the names of entries, so that one field of all advisers is one."""
    keys = path.split(".")
    if keys[0] in ("leaders", "mediators", "issues"):
        keys[1] = "*"
    for place, key in enumerate(keys[:-1]):
        if key in ROSTERS:
            keys[place + 1] = "*"
    return ".".join(["*" if key in ("acceptability", "weight") else key for key in keys[:3]] + keys[3:])


@settings(ENOUGH, max_examples=40)
@given(scenario_dicts(max_days=7, spread=False, weights=False, scheduled=False))
def test_options_hold(content: dict[str, Any]) -> None:
    scenario = scenario_from(content)
    assert scenario.horizon_days <= 7
    assert (scenario.distributions, scenario.provenance, scenario.scheduled) == ({}, {}, ())
    assert not scenario.weights.model_fields_set
