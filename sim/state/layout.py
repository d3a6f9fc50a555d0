"""What every entity holds while a run goes on: the fields of each state record, in order.

``f`` fields are floats, ``i`` fields integers; ``name*n`` is a row of n. All take eight bytes, so that a whole world is
one flat buffer in the compiled engine. Mesa agents carry attributes of the same names and kinds.
"""

from __future__ import annotations

from typing import NamedTuple

from sim.vocabulary.names import N_ACTIONS


class Slot(NamedTuple):
    """One field of a record: its name, kind (``f`` or ``i``) and width (1 for a plain number)."""

    name: str
    kind: str
    width: int


def _slots(kind: str, names: str) -> tuple[Slot, ...]:
    """Fields of one kind from a blank-separated list of ``name`` or ``name*width``."""
    split = (word.partition("*") for word in names.split())
    return tuple(Slot(name, kind, int(width) if width else 1) for name, _, width in split)


LEADER = (
    # from the scenario
    *_slots("f", "ego face_need market_sensitivity summit_appetite caution resolve patience decisiveness"),
    *_slots("f", "bias_ego bias_face_need bias_market_sensitivity bias_summit_appetite bias_caution bias_resolve"),
    *_slots("f", "bias_patience coercion_works learning_rate accepted refused asked silent face outside_option"),
    *_slots("f", "points ceiling rung"),
    *_slots("i", "key envoy envoy_end"),
    # set by the opening rule and moved by the others
    *_slots("f", f"precision provocation easing overture lesson burned warmed blocked recent*{N_ACTIONS}"),
    *_slots("f", "stance openness gate exposed fear hope pain peak_points"),
    *_slots("f", "cover face_exposure ripeness call_belief summit_belief ask_belief spread"),
    *_slots("i", f"rings counts*{N_ACTIONS} best_host decision"),
)
PUBLIC = _slots("f", "baseline reactivity half_life_days defiance_pays approval win_set hostility kept")
MARKET = (
    *_slots("f", "exposure volatility rebound start_drawdown lobby index peak drawdown trough"),
    *_slots("i", "key"),
)
ADVISER = (*_slots("f", "stance influence openness market_sensitivity voice"), *_slots("i", "side leader_only"))
ENVOY = (*_slots("f", "skill standing"), *_slots("i", "side"))
MEDIATOR = (
    *_slots("f", "acceptability*2 stake face_formula standing record reluctance fatigue"),
    *_slots("i", "key stage invited_by answer*2"),
)
ISSUE = (*_slots("f", "weight*2 share*2 settled"), *_slots("i", "divisible order"))
PRECEDENT = (*_slots("f", "salience half_life_days weight age_days vivid kept"), *_slots("i", "side kind"))
INTERVENTION = (*_slots("f", "due size value"), *_slots("i", "kind side mediator place done"))
DYAD = (
    *_slots("f", "groundwork rapport tension now decisive_day truce_started truce_until suspended*2 first_day*3"),
    *_slots("f", "truce_day deal_day"),
    *_slots("i", "step tick over decisive truce spoken met letters mediator host event_count decision_count"),
    *_slots("i", "decision cause request origin topic choice first_level*3 first_asked*3"),
    *_slots("i", "ever_call ever_summit ever_talks ever_truce ever_blow_up ever_withdrawal ever_breach"),
)
SETTING = (
    *_slots("f", "step_days rate_per_week every_days answer_days call_lead_days envoy_days convene_days"),
    *_slots("f", "summit_lead_days cut term_days open_press audience_scale summit_day"),
    # what is left of a feeling or a store after one step (a day for the market's peak), worked out once
    *_slots("f", "mood_kept habit_kept memory_kept lesson_kept fatigue_kept ground_kept rapport_kept"),
    *_slots("f", "tension_kept peak_kept"),
    *_slots("i", "steps seed run clock order signing argmax trade dyad_key"),
)
AGENDA = (*_slots("f", "due"), *_slots("i", "event asker"))
EVENT = (
    *_slots("f", "day amount"),
    *_slots("i", "step kind actor target level mediator envoy origin cause request decision"),
)

RECORDS: dict[str, tuple[Slot, ...]] = {
    "setting": SETTING,
    "dyad": DYAD,
    "leaders": LEADER,
    "images": LEADER,
    "publics": PUBLIC,
    "markets": MARKET,
    "advisers": ADVISER,
    "envoys": ENVOY,
    "mediators": MEDIATOR,
    "issues": ISSUE,
    "precedents": PRECEDENT,
    "interventions": INTERVENTION,
    "agenda": AGENDA,
}
"""Every collection of a world but the weights (whose fields are those of the scenario's ``weights``)."""
