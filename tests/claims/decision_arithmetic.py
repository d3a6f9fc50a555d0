"""One real decision worked through apart from the rules, from the features that the leader saw.

:mod:`tests.claims.one_decision` makes a page of it; a test holds it against the record.
"""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any, NamedTuple

from sim.luck import four, gumbel, uniform
from sim.policies.protocol import Turn
from sim.run import make_model
from sim.vocabulary import actions as a
from sim.vocabulary import levels
from sim.vocabulary.purposes import FIRST_ACTION, GROUP_LAST_NEST, GROUP_NESTS

CASE, SIDE, SEED, RUN = "us-china-2025", "us", 0, 0


FROM_LEADER = (
    *("ego", "face_need", "summit_appetite", "caution", "cover", "pain", "ripeness", "face_exposure", "call_belief"),
    *("spread", "fear", "hope", "stance", "gate", "easing", "chill", "precision", "key"),
)


class Seen(NamedTuple):
    """Everything that the decision rests on, copied at the moment it was taken."""

    turn: Turn
    leader: SimpleNamespace
    weights: SimpleNamespace
    extra: SimpleNamespace


class Term(NamedTuple):
    """One component worked out: how, in words and numbers, and what comes out before its weight."""

    component: str
    words: str
    numbers: str
    value: float


def look_over_the_shoulder() -> Seen:
    """Run the case up to the first turn of the side and copy what lies on the desk."""
    seen: list[Seen] = []

    def watch(turn: Turn) -> None:
        if turn.kind == "turn" and not seen:
            seen.append(copy_desk(model.world, turn))

    model = make_model(CASE, seed=SEED, run=RUN, policies={SIDE: watch})
    while not seen:
        model.step()
    return seen[0]


def copy_desk(world: Any, turn: Turn) -> Seen:
    """The leader's state, the weights, and what else a call is judged by."""
    leader, public = world.leaders[1], world.publics[1]
    felt = public.hostility * (1 + world.weights[0].insecurity * (0.5 - public.approval))
    extra = SimpleNamespace(
        tick=world.dyad[0].tick,
        groundwork=world.dyad[0].groundwork,
        spent=world.dyad[0].spent[levels.CALL],
        other_pain=world.images[1].pain,
        other_ego=world.images[1].ego,
        attention=min(world.setting[0].tempo / world.setting[0].rate_per_week, 1.0),
        felt=min(max(felt, 0), 1) * world.setting[0].audience_scale,
        recent=leader.recent[a.WORDS.index("request_call")],
    )
    kept = SimpleNamespace(**{name: getattr(leader, name) for name in FROM_LEADER})
    weights = SimpleNamespace(**dict(vars(world.weights[0])))
    return Seen(turn, kept, weights, extra)


class Gamble(NamedTuple):
    """What asking depends on: how far its benefits count, the fear of a refusal, and the certain price."""

    part: float
    feared: float
    weakness: float
    contest: float
    price: float


def gamble(seen: Seen) -> Gamble:
    """Asking as a gamble on the answer, with a price that is certain."""
    me, w, x = seen.leader, seen.weights, seen.extra
    refused = 1 - me.call_belief
    weakness = min(max(0.5 + w.weakness_gap * (me.pain - x.other_pain), 0), 1)
    contest = 0.5 + 0.5 * x.other_ego
    price = w.asking * weakness * (1 - me.cover) * contest * (1 + w.chill_price * me.chill)
    return Gamble(1 - w.gamble * refused, w.refusal_fear * refused, weakness, contest, price)


def terms(seen: Seen) -> list[Term]:
    """The reasons for and against asking for a call."""
    return [*terms_of_asking(seen), *terms_of_contact(seen)]


def terms_of_asking(seen: Seen) -> list[Term]:
    """What contact would bring as far as a yes is believed in, and what it costs to be the one who asks."""
    me, w, x, bet = seen.leader, seen.weights, seen.extra, gamble(seen)
    left = 1 - x.spent
    return [
        Term(
            "markets",
            "market pain × part that counts × moment left",
            f"{me.pain:.3f} × {bet.part:.3f} × {left:.3f}",
            me.pain * bet.part * left,
        ),
        Term(
            "ripeness",
            "smaller pain and visible way out × part that counts × moment left",
            f"{me.ripeness:.3f} × {bet.part:.3f} × {left:.3f}",
            me.ripeness * bet.part * left,
        ),
        Term(
            "face",
            f"− face exposure − need for face × ({w.asking_face:g} × price of asking + feared refusal)",
            f"−{me.face_exposure:.3f} − {me.face_need:.2f} × ({w.asking_face:g} × {bet.price:.3f} + {bet.feared:.3f})",
            -me.face_exposure - me.face_need * (w.asking_face * bet.price + bet.feared),
        ),
        Term(
            "ego",
            "− ego × (price of asking + feared refusal)",
            f"−{me.ego:.2f} × ({bet.price:.3f} + {bet.feared:.3f})",
            -me.ego * (bet.price + bet.feared),
        ),
        Term(
            "glory",
            f"{w.call_glory:g} × appetite × chance of a yes that he expects × moment left",
            f"{w.call_glory:g} × {me.summit_appetite:.2f} × {me.call_belief:.3f} × {left:.3f}",
            w.call_glory * me.summit_appetite * me.call_belief * left,
        ),
    ]


def terms_of_contact(seen: Seen) -> list[Term]:
    """What those at home say, what is not prepared, and what memory says."""
    me, w, x, part = seen.leader, seen.weights, seen.extra, gamble(seen).part
    bare = 1 - x.groundwork
    return [
        Term(
            "audience",
            f"− {w.call_audience:g} × hostility at home as he feels it",
            f"−{w.call_audience:g} × {x.felt:.3f}",
            -w.call_audience * x.felt,
        ),
        Term(
            "advisers",
            f"{w.call_gate:g} × gatekeeping − {w.call_advisers:g} × stance of the voices",
            f"{w.call_gate:g} × {me.gate:.3f} − {w.call_advisers:g} × {me.stance:.3f}",
            w.call_gate * me.gate - w.call_advisers * me.stance,
        ),
        Term(
            "groundwork",
            "− caution × (missing groundwork × part that counts + spread of what he expects)",
            f"−{me.caution:.2f} × ({bare:.3f} × {part:.3f} + {me.spread:.3f})",
            -me.caution * (bare * part + me.spread),
        ),
        Term(
            "precedent",
            "(hope − fear) × missing groundwork × part that counts",
            f"({me.hope:.3f} − {me.fear:.3f}) × {bare:.3f} × {part:.3f}",
            (me.hope - me.fear) * bare * part,
        ),
        Term(
            "reciprocity",
            f"{w.signal_reciprocity:g} × the other's easing − {w.repetition:g} × done just now",
            f"{w.signal_reciprocity:g} × {me.easing:.3f} − {w.repetition:g} × {x.recent:.3f}",
            w.signal_reciprocity * me.easing - w.repetition * x.recent,
        ),
    ]


class Draw(NamedTuple):
    """A nest or an action: what it is worth, its Gumbel number, and both together."""

    name: str
    value: float
    luck: float

    @property
    def score(self) -> float:
        """What decides."""
        return self.value + self.luck


def nest_values(seen: Seen) -> dict[str, float]:
    """Inclusive value of each nest with a legal action: mu × log of the mean of exp(lambda u / mu); inertia waits."""
    mu, precision = seen.weights.dissimilarity, seen.leader.precision
    found: dict[str, list[float]] = {}
    for option, utility in seen.turn.utilities.items():
        found.setdefault(a.NESTS[a.NEST_OF[a.WORDS.index(option)]], []).append(math.exp(precision * utility / mu))
    worth = {nest: mu * math.log(sum(terms) / len(terms)) for nest, terms in found.items()}
    return {nest: value + (seen.weights.inertia if nest == "wait" else 0.0) for nest, value in worth.items()}


def nest_draws(seen: Seen) -> list[Draw]:
    """The nests with their luck."""
    key, tick = seen.leader.key, seen.extra.tick
    luck = (*four(SEED, RUN, tick, key, GROUP_NESTS), four(SEED, RUN, tick, key, GROUP_LAST_NEST)[0])
    return [Draw(nest, value, gumbel(luck[a.NESTS.index(nest)])) for nest, value in nest_values(seen).items()]


def action_draws(seen: Seen, nest: str) -> list[Draw]:
    """The legal actions of a nest with their luck."""
    scale = seen.leader.precision / seen.weights.dissimilarity
    key, tick = seen.leader.key, seen.extra.tick
    return [
        Draw(option, scale * utility, gumbel(uniform(SEED, RUN, tick, key, FIRST_ACTION + a.WORDS.index(option))))
        for option, utility in seen.turn.utilities.items()
        if a.NESTS[a.NEST_OF[a.WORDS.index(option)]] == nest
    ]


def chances(seen: Seen) -> dict[str, float]:
    """The probability of each option: time for the matter, then that of its nest times its share within the nest."""
    values = nest_values(seen)
    whole = sum(math.exp(value) for value in values.values())
    scale = seen.leader.precision / seen.weights.dissimilarity
    powers = {option: math.exp(scale * utility) for option, utility in seen.turn.utilities.items()}
    nest_of = {option: a.NESTS[a.NEST_OF[a.WORDS.index(option)]] for option in powers}
    within = {nest: sum(power for option, power in powers.items() if nest_of[option] == nest) for nest in values}
    part = seen.extra.attention
    taken = {o: part * math.exp(values[nest_of[o]]) / whole * powers[o] / within[nest_of[o]] for o in powers}
    return {o: chance + (1 - part if o == "hold" else 0.0) for o, chance in taken.items()}


def choice(seen: Seen) -> str:
    """What he does: the best action, luck included, of the best nest, luck included (the case leaves him the time)."""
    assert seen.extra.attention == 1
    nest = max(nest_draws(seen), key=lambda draw: draw.score).name
    return max(action_draws(seen, nest), key=lambda draw: draw.score).name
