"""What belongs to a side while a run goes on: its leader, public, market, advisers, envoys and memories."""

from __future__ import annotations

from typing import Annotated

from sim.state.fields import From, Given, Row, Shown, Trait, Whole, Width
from sim.vocabulary import actions


class Leader:
    """A head of government, or the image that the other one holds of this one."""

    ego: Trait
    face_need: Trait
    market_sensitivity: Trait
    summit_appetite: Trait
    caution: Trait
    resolve: Trait
    patience: Trait
    decisiveness: Given
    bias_ego: Annotated[float, From("beliefs.bias.ego")]
    bias_face_need: Annotated[float, From("beliefs.bias.face_need")]
    bias_market_sensitivity: Annotated[float, From("beliefs.bias.market_sensitivity")]
    bias_summit_appetite: Annotated[float, From("beliefs.bias.summit_appetite")]
    bias_caution: Annotated[float, From("beliefs.bias.caution")]
    bias_resolve: Annotated[float, From("beliefs.bias.resolve")]
    bias_patience: Annotated[float, From("beliefs.bias.patience")]
    # what the steps table shows
    points: Annotated[
        float,
        From("pressure.points"),
        Shown("pressure", "points", "Pressure that the side has in force against the other."),
    ]
    pain: Annotated[
        float,
        Shown("pain", "pain", "What the fall means to the leader, through market sensitivity, lobby and advisers."),
    ]
    face: Annotated[float, From(), Shown("face", "balance", "Face balance, -1 (humiliated) to 1 (triumphant).")]
    coercion_works: Annotated[
        float,
        From("beliefs.coercion_works"),
        Shown("coercion_works", "share", "Belief that pressure brings the other to the table."),
    ]
    outside_option: Annotated[float, From(), Shown("outside_option", "share", "How far third countries are won over.")]
    provocation: Annotated[float, Shown("provocation", "rungs", "Recent escalations of the other side, decaying.")]
    easing: Annotated[float, Shown("easing", "rungs", "Recent easing by the other side, decaying.")]
    cover: Annotated[float, Shown("cover", "share", "How well yielding could be hidden or excused now.")]
    fear: Annotated[float, Shown("fear", "share", "Fear that remembered episodes repeat themselves.")]
    hope: Annotated[float, Shown("hope", "share", "Hope from remembered successes.")]
    stance: Annotated[
        float,
        Shown("stance", "stance", "Stance of the advisers weighted by influence, -1 (dove) to 1 (hawk)."),
    ]
    # beliefs and pressure as the scenario sets them
    learning_rate: Annotated[float, From("beliefs.learning_rate")]
    accepted: Annotated[float, From("beliefs.accepted")]
    refused: Annotated[float, From("beliefs.refused")]
    asked: Annotated[float, From("beliefs.asked")]
    silent: Annotated[float, From("beliefs.silent")]
    ceiling: Annotated[float, From("pressure.ceiling")]
    rung: Annotated[float, From("pressure.rung")]
    # moved by the rules
    precision: float
    overture: float
    lesson: float
    burned: float
    warmed: float
    blocked: float
    chill: Annotated[float, Shown("chill", "share", "Reluctance to ask again after a rebuff or a failure, fading.")]
    sunk: Annotated[float, Shown("sunk_face", "share", "Face sunk in public in not yielding: entrenchment.")]
    recent: Annotated[Row, Width(actions.COUNT)]
    openness: float
    gate: float
    exposed: float
    peak_points: float
    face_exposure: float
    ripeness: float
    call_belief: float
    summit_belief: float
    ask_belief: Annotated[
        float, Shown("expects_ask", "share", "Believed chance that the other asks first within thirty days.")
    ]
    host_belief: float
    spread: float
    key: int
    envoy: int
    envoy_end: int
    rings: int
    counts: Annotated[Whole, Width(actions.COUNT)]
    best_host: int
    decision: int


class Public:
    """The public of a side."""

    baseline: Annotated[float, From("hostility")]
    reactivity: Given
    half_life_days: Given
    defiance_pays: Given
    hostility: Annotated[float, Shown("hostility", "share", "Hostility of the public to the other side, 0 to 1.")]
    approval: Annotated[float, From(), Shown("approval", "share", "The home meter, 0 to 1.")]
    win_set: Given
    kept: float


class Market:
    """The market of a side."""

    exposure: Given
    volatility: Given
    rebound: Given
    start_drawdown: Annotated[float, From("drawdown")]
    lobby: Given
    index: Annotated[float, Shown("index", "log points", "Market index at home since the start (0 at the start).")]
    ordinary: float
    burden: Annotated[
        float,
        Shown("burden", "log points", "The part of the fall that pressure explains."),
    ]
    peak: float
    drawdown: Annotated[float, Shown("drawdown", "share", "Fall of that index from its peak, 0 to 1.")]
    trough: float
    key: int


class Adviser:
    """One adviser in the room."""

    stance: Given
    influence: Given
    openness: Given
    market_sensitivity: Given
    voice: Annotated[float, Shown("voice", "share", "Share of the influence in the room that the adviser has now.")]
    side: int
    leader_only: int


class Envoy:
    """One envoy on a side's bench."""

    skill: Given
    standing: Given
    side: int


class Precedent:
    """One remembered episode of a leader."""

    salience: Given
    half_life_days: Given
    weight: Given
    age_days: float
    vivid: float
    kept: float
    side: int
    kind: int
