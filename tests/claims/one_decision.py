"""One real decision worked through by hand, as a page: ``python -m tests.claims.one_decision`` writes it anew.

The arithmetic is done apart from the rules, from the features that the leader saw; a test holds it against the record.
"""

from __future__ import annotations

import math
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from sim.luck import four, gumbel, uniform
from sim.policies.protocol import Turn
from sim.run import make_model
from sim.vocabulary import actions as a
from sim.vocabulary.purposes import FIRST_ACTION, GROUP_LAST_NEST, GROUP_NESTS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "one-decision.md"
CASE, SIDE, SEED, RUN = "us-china-2025", "us", 0, 0


FROM_LEADER = (
    *("ego", "face_need", "summit_appetite", "caution", "cover", "pain", "ripeness", "face_exposure", "call_belief"),
    *("spread", "fear", "hope", "stance", "gate", "easing", "precision", "key"),
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
    leader, other, public, market = world.leaders[1], world.leaders[0], world.publics[1], world.markets[1]
    felt = public.hostility * (1 + world.weights[0].insecurity * (0.5 - public.approval))
    extra = SimpleNamespace(
        tick=world.dyad[0].tick,
        groundwork=world.dyad[0].groundwork,
        suffered=other.points / other.ceiling,
        exposure=market.exposure,
        other_ego=world.images[1].ego,
        felt=min(max(felt, 0), 1) * world.setting[0].audience_scale,
        recent=leader.recent[a.WORDS.index("request_call")],
    )
    kept = SimpleNamespace(**{name: getattr(leader, name) for name in FROM_LEADER})
    weights = SimpleNamespace(**dict(vars(world.weights[0])))
    return Seen(turn, kept, weights, extra)


def terms(seen: Seen) -> list[Term]:
    """The reasons for and against asking for a call."""
    me, w, x = seen.leader, seen.weights, seen.extra
    bare = 1 - x.groundwork
    room = max(x.suffered, 1 - x.suffered)
    contest = 0.5 + 0.5 * x.other_ego
    asking = w.asking * x.exposure * room * (1 - me.cover) * contest
    advisers = w.call_gate * me.gate - w.call_advisers * me.stance
    return [
        Term("markets", "market pain", f"{me.pain:.3f}", me.pain),
        Term("ripeness", "smaller pain × visible way out", f"{me.ripeness:.3f}", me.ripeness),
        Term("face", "− face exposure", f"−{me.face_exposure:.3f}", -me.face_exposure),
        Term(
            "ego",
            "− ego × (asking × exposed market × room to exploit it × what nothing covers × contest of egos)",
            f"−{me.ego:.2f} × ({w.asking:g} × {x.exposure:.2f} × {room:.3f} × {1 - me.cover:.3f} × {contest:.2f})",
            -me.ego * asking,
        ),
        Term(
            "glory",
            "appetite × chance of a yes that he expects",
            f"{me.summit_appetite:.2f} × {me.call_belief:.3f}",
            me.summit_appetite * me.call_belief,
        ),
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
            advisers,
        ),
        Term(
            "groundwork",
            "− caution × (missing groundwork + spread of what he expects)",
            f"−{me.caution:.2f} × ({bare:.3f} + {me.spread:.3f})",
            -me.caution * (bare + me.spread),
        ),
        Term(
            "precedent",
            "(hope − fear) × missing groundwork",
            f"({me.hope:.3f} − {me.fear:.3f}) × {bare:.3f}",
            (me.hope - me.fear) * bare,
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
    """Inclusive value of each nest with a legal action: mu × log of the mean of exp(lambda u / mu)."""
    mu, precision = seen.weights.dissimilarity, seen.leader.precision
    found: dict[str, list[float]] = {}
    for option, utility in seen.turn.utilities.items():
        found.setdefault(a.NESTS[a.NEST_OF[a.WORDS.index(option)]], []).append(math.exp(precision * utility / mu))
    return {nest: mu * math.log(sum(terms) / len(terms)) for nest, terms in found.items()}


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
    """The probability of each option: that of its nest times its share within the nest."""
    values = nest_values(seen)
    whole = sum(math.exp(value) for value in values.values())
    scale = seen.leader.precision / seen.weights.dissimilarity
    powers = {option: math.exp(scale * utility) for option, utility in seen.turn.utilities.items()}
    nest_of = {option: a.NESTS[a.NEST_OF[a.WORDS.index(option)]] for option in powers}
    within = {nest: sum(power for option, power in powers.items() if nest_of[option] == nest) for nest in values}
    return {o: math.exp(values[nest_of[o]]) / whole * powers[o] / within[nest_of[o]] for o in powers}


def choice(seen: Seen) -> str:
    """What he does: the best action, luck included, of the best nest, luck included."""
    nest = max(nest_draws(seen), key=lambda draw: draw.score).name
    return max(action_draws(seen, nest), key=lambda draw: draw.score).name


# -- the page ----------------------------------------------------------------------------------------------------------


def signed(value: float) -> str:
    """Three decimals with a sign that reads well."""
    return f"{value:+.3f}".replace("-", "−")


def table(head: str, lines: list[str]) -> str:
    """A Markdown table: the first column of words, the others of numbers."""
    columns = head.count("|")
    return f"| {head} |\n|---|{'---:|' * columns}\n" + "".join(f"| {line} |\n" for line in lines)


def reasons_table(seen: Seen) -> str:
    """How the utility of a call comes about, line by line."""
    lines = [
        f"{t.component} | {t.words} | {t.numbers} | {getattr(seen.weights, t.component):g} | "
        f"{signed(getattr(seen.weights, t.component) * t.value)}"
        for t in terms(seen)
    ]
    lines.append(f"**utility** | the sum | | | **{signed(seen.turn.utilities['request_call'])}**")
    return table("reason | how | with these numbers | weight | comes to", lines)


def options_table(seen: Seen) -> str:
    """All legal options: the strongest reason on either side, utility, probability."""
    lines = []
    for option, utility in seen.turn.utilities.items():
        parts = seen.turn.components[option]
        best, worst = max(parts, key=parts.__getitem__), min(parts, key=parts.__getitem__)
        speaks = f"{best} {signed(parts[best])}" if parts[best] > 0 else "nothing"
        against = f"{worst} {signed(parts[worst])}" if parts[worst] < 0 else "nothing"
        nest = a.NESTS[a.NEST_OF[a.WORDS.index(option)]]
        lines.append(f"{option} | {nest} | {speaks} | {against} | {signed(utility)} | {chances(seen)[option]:.3f}")
    return table("option | nest | speaks loudest for it | loudest against | utility | probability", lines)


def draws_table(draws: list[Draw], head: str) -> str:
    """Worth, luck and both, the winner in bold."""
    top = max(draws, key=lambda draw: draw.score)
    lines = [
        f"{draw.name} | {signed(draw.value)} | {signed(draw.luck)} | "
        + (f"**{signed(draw.score)}**" if draw is top else signed(draw.score))
        for draw in draws
    ]
    return table(head, lines)


def call_nest_sum(seen: Seen) -> str:
    """The inclusive value of the nest of overtures written out."""
    mu, precision = seen.weights.dissimilarity, seen.leader.precision
    inside = [u for o, u in seen.turn.utilities.items() if a.NESTS[a.NEST_OF[a.WORDS.index(o)]] == "reach_out"]
    powers = " + ".join(f"e^({precision:.3f} × {utility:.3f} / {mu:g})" for utility in inside)
    return f"{mu:g} × log(({powers}) / {len(inside)}) = {nest_values(seen)['reach_out']:.3f}"


def render() -> str:
    """The whole page."""
    seen = look_over_the_shoulder()
    me, x, weights = seen.leader, seen.extra, seen.weights
    taken = choice(seen)
    nest = a.NESTS[a.NEST_OF[a.WORDS.index(taken)]]
    within = (
        ""
        if nest in ("wait", "back_out")
        else WITHIN.format(
            nest=nest,
            scale=f"{me.precision / weights.dissimilarity:.3f}",
            table=draws_table(action_draws(seen, nest), "action | λ u / μ | Gumbel number | sum"),
        )
    )
    return TEXT.format(
        date=seen.turn.date,
        day=f"{seen.turn.day:.2f}",
        pain=f"{me.pain:.3f}",
        exposure=f"{me.face_exposure:.3f}",
        cover=f"{me.cover:.3f}",
        belief=f"{me.call_belief:.3f}",
        ground=f"{x.groundwork:.3f}",
        fear=f"{me.fear:.3f}",
        hope=f"{me.hope:.3f}",
        stance=f"{me.stance:+.3f}".replace("-", "−"),
        reasons=reasons_table(seen),
        options=options_table(seen),
        precision=f"{me.precision:.3f}",
        mu=f"{weights.dissimilarity:g}",
        sum=call_nest_sum(seen),
        nests=draws_table(nest_draws(seen), "nest | inclusive value | Gumbel number | sum"),
        within=within,
        taken=taken,
        chance=f"{chances(seen)[taken]:.3f}",
        likeliest=seen.turn.likeliest,
        likely=f"{chances(seen)[seen.turn.likeliest]:.3f}",
    )


WITHIN = """\
Within *{nest}* the same again, with λ/μ = {scale}:

{table}
"""

TEXT = """\
# One decision, worked through by hand

<!-- Written by `python -m tests.claims.one_decision`; edit tests/claims/one_decision.py instead. -->

The case is `us-china-2025`, seed 0, run 0, every uncertain number at its central value. On {date} (day {day}) the
American president's moment to decide comes for the first time. It is his move; nobody has asked him anything.
Everything on this page can be had from `climbdown explain us-china-2025 --at {date} --who us`, and done again with a
pocket calculator.

## What he sees

Shares have fallen, which hurts by {pain} (0 to 2). A visible step towards China would expose him to a loss of face of
{exposure}; {cover} of such a step is covered by what the teams have prepared. He thinks that a request for a call would
be granted with probability {belief}: what his image of the other leader would answer, blended with the answers that he
remembers. Groundwork stands at {ground}. Remembered episodes leave him with a fear of {fear} and a hope of {hope}. His
advisers, weighed by influence, stand at {stance} between dove (−1) and hawk (+1).

## What speaks for and against a call

Of the thirteen components a request for a call has these; the rest are zero. A reason is a number without a unit, of
the order of one; its weight is the same for every leader and every case.

{reasons}
## The same for everything that he could do

{options}
Utility is measured in widths of the zone of possible agreement.

## From utilities to a choice

His decisiveness makes for a precision λ = {precision}. Actions come in nests of like ones, with a dissimilarity
μ = {mu}; each has an equal share of its nest, so that a long list of overtures does not weigh more than a short one. A
nest is worth its inclusive value, for *reach_out*

    {sum}

Luck enters once for each nest and once for each action, as a Gumbel number that depends on seed, run, moment and
purpose and on nothing else. The nest with the largest sum is taken:

{nests}
{within}He takes **{taken}**, which had a probability of {chance}; the likeliest was {likeliest} with {likely}. In
another run the same reasons meet another luck.
"""

if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
