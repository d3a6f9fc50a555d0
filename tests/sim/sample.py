"""A small record written by hand, for tests of what is done with records."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sim.results.outcome import Outcome
from sim.results.record_columns import column_names
from sim.results.record_rows import Event
from sim.results.trajectory import Trajectory
from sim.scenario.adviser import Adviser, Envoy
from sim.scenario.issue import Issue
from sim.scenario.leader import Leader
from sim.scenario.mediator import Mediator
from sim.scenario.scenario import Scenario
from sim.vocabulary import components as c
from tests.sim.results.consistency import ever, first_contact, first_in_person, first_voice, outcome_class

START = dt.date(2025, 4, 18)


def sample_scenario(**changes: Any) -> Scenario:
    """Two sides, three advisers, two mediators; names with commas, quotes and accents in them."""
    leaders = {
        "us": Leader(
            name="The President",
            country="United States",
            advisers={"navarro": Adviser(name="Navarro, Peter"), "bessent": Adviser(name="Bessent")},
            envoys={"first": Envoy(name="First Envoy"), "second": Envoy(name='"Second" Envoy')},
        ),
        "cn": Leader(name="The Chairman", country="China", advisers={"wang": Adviser(name="Wáng Yì")}),
    }
    mediators = {
        "host": Mediator(name="Høst, a European one", acceptability={"us": 0.6, "cn": 0.7}),
        "singapore": Mediator(name="Singapore", acceptability={"us": 0.6, "cn": 0.7}),
    }
    values: dict[str, Any] = {
        "name": "sample",
        "start": START,
        "horizon_days": 60,
        "leaders": leaders,
        "mediators": mediators,
        "issues": {"tariffs": Issue(name="Tariffs", weight={"us": 1.0, "cn": 1.0})},
    }
    return Scenario(**(values | changes))


def event(number: int, day: float, kind: str, **given: Any) -> Event:
    """One event; what is not given is empty."""
    values: dict[str, Any] = {
        "event": number,
        "day": day,
        "date": (START + dt.timedelta(days=int(day))).isoformat(),
        "step": int(day),
        "kind": kind,
        **dict.fromkeys(("actor", "target", "level", "mediator", "envoy"), ""),
        "amount": float("nan"),
        "origin": "decision",
        "cause": -1,
        "request": -1,
        "decision": -1,
    }
    return Event(**(values | given))


def sample_log() -> list[Event]:
    """Escalation, an unanswered letter, a mediated truce, a call, a summit, a deal."""
    us, cn = {"actor": "us", "target": "cn"}, {"actor": "cn", "target": "us"}
    return [
        event(0, 1.5, "escalate", amount=25.0, decision=0, **us),
        event(1, 2.0, "escalate", amount=34.0, cause=0, **cn),
        event(2, 4.0, "letter_sent", level="letter", **us),
        event(3, 7.0, "request_lapsed", level="letter", request=2, cause=2, origin="answer", **cn),
        event(
            4, 10.0, "mediation_offered", actor="host", target="both", mediator="host", level="talks", origin="hazard"
        ),
        event(5, 13.0, "mediation_accepted", mediator="host", level="talks", request=4, cause=4, origin="answer", **us),
        event(6, 13.0, "mediation_accepted", mediator="host", level="talks", request=4, cause=4, origin="answer", **cn),
        event(7, 13.0, "mediation_convened", actor="host", mediator="host", level="talks", request=4, cause=6),
        event(
            8, 27.0, "mediation_held", actor="host", mediator="host", level="talks", request=7, cause=7, origin="due"
        ),
        event(9, 27.0, "truce_agreed", actor="both", mediator="host", level="truce", amount=0.6, cause=8, origin="due"),
        event(10, 30.0, "call_requested", level="call", decision=1, **us),
        event(11, 32.0, "request_accepted", level="call", request=10, cause=10, origin="answer", **cn),
        event(12, 32.0, "call_scheduled", actor="both", level="call", request=10, cause=11, origin="answer"),
        event(13, 34.0, "call_held", actor="both", level="call", request=12, cause=12, origin="due"),
        event(14, 40.0, "deal", actor="both", level="summit", cause=13, request=12, origin="due"),
    ]


NESTS = {
    "hold": "wait",
    "escalate": "pressure",
    "request_call": "reach_out",
    "accept": "accept",
    "decline": "refuse",
    "lapse": "refuse",
}


def sample_decision(number: int, day: float, leader: str, chosen: str, kind: str = "turn") -> list[dict[str, Any]]:
    """One decision with three options; face speaks for holding, markets for a call."""
    weighed = {
        "hold": {"markets": -0.4, "stakes": 0.3},
        "escalate": {"coercion": 0.2, "markets": -0.5},
        "request_call": {"markets": 0.8, "face": -0.3, "ripeness": 0.2},
    }
    answers = {"accept": {"markets": 0.5}, "decline": {}, "lapse": {"groundwork": -0.1}}
    options = weighed if kind == "turn" else answers
    probability = {chosen: 0.5}
    rows = []
    for option, parts in options.items():
        components = dict.fromkeys(c.WORDS, 0.0) | parts
        rows.append(
            {
                "decision": number,
                "day": day,
                "date": (START + dt.timedelta(days=int(day))).isoformat(),
                "step": int(day),
                "leader": leader,
                "kind": kind,
                "about": "" if kind == "turn" else "call",
                "request": -1 if kind == "turn" else 10,
                "option": option,
                "nest": NESTS[option],
                **components,
                "utility": sum(components.values()),
                "probability": probability.get(option, 0.25),
                "chosen": option == chosen,
            }
        )
    return rows


def sample_steps(scenario: Scenario, days: int = 41) -> dict[str, list[Any]]:
    """Pressure that rises and then falls; everything else nearly still."""
    steps: dict[str, list[Any]] = {name: [0.25] * days for name in column_names("steps", scenario)}
    steps["step"] = list(range(days))
    steps["day"] = [float(day) for day in range(days)]
    steps["date"] = [(scenario.start + dt.timedelta(days=day)).isoformat() for day in range(days)]
    steps["truce"] = [int(day >= 27) for day in range(days)]
    for number, side in enumerate(sorted(scenario.leaders)):
        steps[f"{side}.pressure"] = [100.0 + 20 * number + (30 if 2 <= day < 27 else 0) for day in range(days)]
        steps[f"{side}.drawdown"] = [0.002 * day for day in range(days)]
    return steps


def sample_outcome(log: list[Event], scenario: Scenario) -> Outcome:
    """The outcome that a log of this scenario must have."""
    return Outcome(
        outcome_class=outcome_class(log, log[-1].day),
        day=log[-1].day,
        date=log[-1].date,
        last_touch_day=log[-1].day,
        first_contact=first_contact(log),
        first_voice=first_voice(log),
        first_in_person=first_in_person(log),
        mediator="host",
        ever=ever(log),
        settlement={"tariffs": 0.1 + 0.2},
        trough=dict.fromkeys(sorted(scenario.leaders), 0.08),
        peak_pressure=dict.fromkeys(sorted(scenario.leaders), 150.0),
        actions={side: {"hold": 1, "escalate": 1} for side in sorted(scenario.leaders)},
    )


def sample_trajectory(**changes: Any) -> Trajectory:
    """The sample whole; any argument of Trajectory may be given instead."""
    scenario = changes.get("scenario", sample_scenario())
    log = sample_log()
    choices = [*sample_decision(0, 1.5, "us", "escalate"), *sample_decision(1, 30.0, "us", "request_call")]
    choices += sample_decision(2, 32.0, "cn", "accept", "answer")
    values: dict[str, Any] = {
        "scenario": scenario,
        "seed": 7,
        "run": 3,
        "parameters": "central",
        "order": "poisson",
        "version": "0",
        "steps": sample_steps(scenario),
        "events": {name: [getattr(entry, name) for entry in log] for name in Event._fields},
        "decisions": {name: [row[name] for row in choices] for name in choices[0]},
        "outcome": sample_outcome(log, scenario),
    }
    return Trajectory(**(values | changes))
