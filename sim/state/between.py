"""What lies between the two sides: the dyad, third parties, issues, the agenda, the ledger, and the run's setting."""

from __future__ import annotations

from typing import Annotated

from sim.state.fields import From, Given, GivenPair, Row, Shown, Whole, Width
from sim.vocabulary import actions, levels


class Dyad:
    """The relation of the two leaders, and where the run stands.

    ``broken`` is 1 while the last act between the leaders was a break, ``agreed`` 1 once anything was agreed or held
    from the start; ``touch_day`` is the last day on which the leaders spoke, met or wrote, or envoys held talks.
    ``choice`` is what the model would do at the open decision, ``ordered`` what it is told to do there (-1: nothing).
    ``stands`` is the outcome class as last judged, ``stands_since`` the day since which it is that.
    """

    groundwork: Annotated[float, From(), Shown("groundwork", "share", "Preparation done by teams, 0 to 1.")]
    rapport: Annotated[float, From(), Shown("rapport", "share", "Personal bond of the two leaders, 0 to 1.")]
    tension: Annotated[float, From(), Shown("tension", "share", "Spillover to other fields, 0 to 1.")]
    now: float
    touch_day: float
    stands_since: float
    truce_started: float
    truce_until: float
    suspended: Annotated[Row, Width(2)]
    first_day: Annotated[Row, Width(3)]
    spent: Annotated[Row, Width(levels.COUNT)]
    truce_day: float
    deal_day: float
    step: int
    tick: int
    over: int
    broken: int
    agreed: int
    stands: int
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
    ordered: int
    first_level: Annotated[Whole, Width(3)]
    first_asked: Annotated[Whole, Width(3)]
    ever_call: int
    ever_summit: int
    ever_talks: int
    ever_truce: int
    ever_rupture: int
    ever_withdrawal: int
    ever_breach: int
    ever_lapse: int
    ever_failed_at_home: int


class Mediator:
    """One third party.

    ``to_wait`` is how much hazard may still pass before it offers by its own lights; ``waits`` counts these waits.
    """

    acceptability: GivenPair
    stake: Given
    face_formula: Given
    standing: Given
    record: Annotated[float, From("hosting_memory")]
    reluctance: Given
    failed_age: float
    fatigue: Annotated[float, Shown("fatigue", "share", "How tired the mediator is of offering.")]
    to_wait: float
    key: int
    answer_key: Annotated[Whole, Width(2)]
    stage: int
    waits: int
    invited_by: int
    answer: Annotated[Whole, Width(2)]


class Issue:
    """One issue.

    ``share`` is its weight once weights sum to 1; ``settled`` is what each side gets of it; ``order[side]`` is the
    number of the issue that has this record's rank when issues are ranked for a side; ``lean[side]`` is the odds, the
    other's part to its own, at which it is shared where both sides' utilities count alike, ``lean_worth`` the power of
    that to which parts are raised.
    """

    weight: GivenPair
    red_line: GivenPair
    share: Annotated[Row, Width(2)]
    lean: Annotated[Row, Width(2)]
    lean_worth: Annotated[Row, Width(2)]
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
    """One entry of the agenda: when it falls due, when it was put there, the event it stems from, who asked."""

    due: float
    since: float
    event: int
    asker: int


class Order:
    """What a side is told to do, once or (``standing``) whenever it can, at the first decision that fits.

    ``number`` is the decision it is for, or -1 for any from ``day`` on; ``topic`` what is answered, -1 for a move of
    one's own, -2 for a request of any kind; ``option`` the action or the answer.
    """

    day: float
    number: int
    side: int
    topic: int
    option: int
    standing: int
    done: int


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
    """What a scenario fixes for the whole run, the run's address of luck, and what is left of things after a step.

    ``seed`` and ``run`` address the luck from now on; after the decision ``fresh_at`` (-1: none) luck is drawn afresh,
    and ``which`` says which of many such lucks it is. ``leads`` is the side that the opening coin named.
    """

    step_days: float
    tempo: Annotated[float, From("clock.tempo")]
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
    exponent: Annotated[float, From("bargaining.exponent")]
    audience_scale: float
    # what is so on the first day, in days from it; -1 where there is no such thing
    summit_day: float
    contact_age: float
    truce_age: float
    truce_left: float
    suspended: Annotated[Row, Width(2), From("at_start.truce.suspended")]
    # what is left of a feeling or a store after one step (a day for the market's peak), worked out once
    mood_kept: float
    habit_kept: Annotated[Row, Width(actions.COUNT)]
    memory_kept: float
    lesson_kept: float
    fatigue_kept: float
    ground_kept: float
    rapport_kept: float
    tension_kept: float
    peak_kept: float
    chill_kept: float
    moment_kept: float
    steps: int
    seed: int
    run: int
    clock: int
    order: int
    signing: int
    argmax: int
    trade: int
    dyad_key: int
    contact_level: int
    forbidden: Annotated[Whole, Width(actions.COUNT)]
    fresh_at: int
    which: int
    leads: int
