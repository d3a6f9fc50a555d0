"""What lies between the two sides: the dyad, third parties, issues, the agenda, the ledger, and the run's setting."""

from __future__ import annotations

from typing import Annotated

from sim.state.fields import From, Given, GivenPair, Row, Shown, Whole, Width


class Dyad:
    """The relation of the two leaders, and where the run stands."""

    groundwork: Annotated[float, From(), Shown("groundwork", "share", "Preparation done by teams, 0 to 1.")]
    rapport: Annotated[float, From(), Shown("rapport", "share", "Personal bond of the two leaders, 0 to 1.")]
    tension: Annotated[float, From(), Shown("tension", "share", "Spillover to other fields, 0 to 1.")]
    now: float
    decisive_day: float
    truce_started: float
    truce_until: float
    suspended: Annotated[Row, Width(2)]
    first_day: Annotated[Row, Width(3)]
    truce_day: float
    deal_day: float
    step: int
    tick: int
    over: int
    decisive: int
    truce: Annotated[int, Shown("truce", "0/1", "1 while a truce is in force.", "int")]
    spoken: int
    met: int
    letters: int
    mediator: int
    host: int
    event_count: int
    decision_count: int
    decision: int
    cause: int
    request: int
    origin: int
    topic: int
    choice: int
    first_level: Annotated[Whole, Width(3)]
    first_asked: Annotated[Whole, Width(3)]
    ever_call: int
    ever_summit: int
    ever_talks: int
    ever_truce: int
    ever_blow_up: int
    ever_withdrawal: int
    ever_breach: int


class Mediator:
    """One third party."""

    acceptability: GivenPair
    stake: Given
    face_formula: Given
    standing: Given
    record: Annotated[float, From("hosting_memory")]
    reluctance: Given
    fatigue: Annotated[float, Shown("fatigue", "share", "How tired the mediator is of offering.")]
    key: int
    answer_key: Annotated[Whole, Width(2)]
    stage: int
    invited_by: int
    answer: Annotated[Whole, Width(2)]


class Issue:
    """One issue.

    ``share`` is its weight once weights sum to 1; ``settled`` is what each side gets of it; ``order[side]`` is the
    number of the issue that has this record's rank when issues are ranked for a side.
    """

    weight: GivenPair
    share: Annotated[Row, Width(2)]
    settled: Annotated[Row, Width(2)]
    divisible: int
    order: Annotated[Whole, Width(2)]


class Intervention:
    """One dated intervention of the scenario; ``place`` is the position in the flat buffer of what it sets."""

    due: float
    size: Given
    value: float
    kind: int
    side: int
    mediator: int
    place: int
    done: int


class Item:
    """One entry of the agenda: when it falls due, the event it stems from, who asked."""

    due: float
    event: int
    asker: int


class Event:
    """One entry of the ledger."""

    day: float
    amount: float
    step: int
    kind: int
    actor: int
    target: int
    level: int
    mediator: int
    envoy: int
    origin: int
    cause: int
    request: int
    decision: int


class Setting:
    """What a scenario fixes for the whole run, the run's address of luck, and what is left of things after a step."""

    step_days: float
    rate_per_week: Annotated[float, From("clock.rate_per_week")]
    every_days: Annotated[float, From("clock.every_days")]
    answer_days: Annotated[float, From("latencies.answer_days")]
    call_lead_days: Annotated[float, From("latencies.call_lead_days")]
    envoy_days: Annotated[float, From("latencies.envoy_days")]
    convene_days: Annotated[float, From("latencies.convene_days")]
    summit_lead_days: Annotated[float, From("latencies.summit_lead_days")]
    cut: Annotated[float, From("truce.cut")]
    term_days: Annotated[float, From("truce.term_days")]
    open_press: Annotated[float, From("summit.open_press")]
    audience_scale: float
    summit_day: float
    # what is left of a feeling or a store after one step (a day for the market's peak), worked out once
    mood_kept: float
    habit_kept: float
    memory_kept: float
    lesson_kept: float
    fatigue_kept: float
    ground_kept: float
    rapport_kept: float
    tension_kept: float
    peak_kept: float
    steps: int
    seed: int
    run: int
    clock: int
    order: int
    signing: int
    argmax: int
    trade: int
    dyad_key: int
