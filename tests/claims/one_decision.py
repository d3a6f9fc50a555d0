"""One real decision worked through by hand, as a page: ``python -m tests.claims.one_decision`` writes it anew.

The arithmetic is in :mod:`tests.claims.decision_arithmetic`.
"""

from __future__ import annotations

from pathlib import Path

from sim.vocabulary import actions as a
from tests.claims.decision_arithmetic import (
    Draw,
    Seen,
    action_draws,
    chances,
    choice,
    gamble,
    look_over_the_shoulder,
    nest_draws,
    nest_values,
    terms,
)

PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "one-decision.md"
SMALL = 0.0005


def signed(value: float) -> str:
    """Three decimals with a sign that reads well."""
    return f"{value:+.3f}".replace("-", "−")


def likely(chance: float) -> str:
    """A probability with three decimals; one that rounds to nothing is still not nothing."""
    return f"{chance:.3f}" if chance >= SMALL else "< 0.001"


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
        lines.append(f"{option} | {nest} | {speaks} | {against} | {signed(utility)} | {likely(chances(seen)[option])}")
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


def gamble_words(seen: Seen) -> dict[str, str]:
    """The numbers of the gamble as the page tells them."""
    bet, w, me, x = gamble(seen), seen.weights, seen.leader, seen.extra
    return {
        "part": f"1 − {w.gamble:g} × (1 − {me.call_belief:.3f}) = {bet.part:.3f}",
        "feared": f"{w.refusal_fear:g} × (1 − {me.call_belief:.3f}) = {bet.feared:.3f}",
        "weakness": f"0.5 + {w.weakness_gap:g} × ({me.pain:.3f} − {x.other_pain:.3f}) = {bet.weakness:.3f}",
        "contest": f"0.5 + 0.5 × {x.other_ego:.2f} = {bet.contest:.2f}",
        "price": f"{w.asking:g} × {bet.weakness:.3f} × {1 - me.cover:.3f} × {bet.contest:.2f} × "
        f"(1 + {w.chill_price:g} × {me.chill:.3f}) = {bet.price:.3f}",
        "waiting": signed(seen.turn.utilities["hold"] - seen.turn.utilities["request_call"]),
        "waiting_words": "waiting is worth more than asking for a call"
        if seen.turn.utilities["hold"] > seen.turn.utilities["request_call"]
        else "asking for a call is worth more than waiting",
    }


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
        stance=signed(me.stance),
        **gamble_words(seen),
        inertia=signed(weights.inertia),
        reasons=reasons_table(seen),
        options=options_table(seen),
        precision=f"{me.precision:.3f}",
        mu=f"{weights.dissimilarity:g}",
        sum=call_nest_sum(seen),
        nests=draws_table(nest_draws(seen), "nest | inclusive value | Gumbel number | sum"),
        within=within,
        taken=taken,
        chance=likely(chances(seen)[taken]),
        others="nothing was likelier"
        if taken == seen.turn.likeliest
        else f"the likeliest was {seen.turn.likeliest} with {likely(chances(seen)[seen.turn.likeliest])}",
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
Everything on this page can be had from `climbdown explain us-china-2025 --at {date} --who us --all`, and done again
with a pocket calculator.

## What he sees

Shares have fallen, which hurts by {pain} (0 to 2). A visible step towards China would expose him to a loss of face of
{exposure}; {cover} of such a step is covered by what the teams have prepared. He thinks that a request for a call would
be granted with probability {belief}: what his image of the other leader would answer, blended with the answers that he
remembers. Groundwork stands at {ground}. Remembered episodes leave him with a fear of {fear} and a hope of {hope}. His
advisers, weighed by influence, stand at {stance} between dove (−1) and hawk (+1).

## Asking is a gamble with a certain price

What a call brings counts only as far as he believes in a yes:

    part that counts = {part}

A refusal is feared, the more so the less a yes is believed in:

    feared refusal = {feared}

And whoever asks shows weakness, whatever the answer. How much he shows depends on how much more he hurts than he
believes the other to hurt; before an ego asking is a contest; what covers the step makes it cheaper, and a rebuff
received makes it dearer (*chill*, which fades over months):

    weakness shown = {weakness}
    contest of egos = {contest}
    price of asking = weight × weakness × uncovered × contest × (1 + chill)
                    = {price}

His ego pays this price in full and his need for face a part of it. A call also needs its moment: one that has just been
held leaves little to talk about until a new moment has grown.

## What speaks for and against a call

Of the thirteen components a request for a call has these; the rest are zero. A reason is a number without a unit, of
the order of one; its weight is the same for every leader and every case.

{reasons}
At this moment {waiting_words} (by {waiting}). The record keeps this for every day, as `us.waiting_over_asking` (there
against the better of a call and a summit).

## The same for everything that he could do

{options}
Utility is measured in widths of the zone of possible agreement.

## From utilities to a choice

His decisiveness makes for a precision λ = {precision}. Actions come in nests of like ones, with a dissimilarity
μ = {mu}; each has an equal share of its nest, so that a long list of overtures does not weigh more than a short one. A
nest is worth its inclusive value, for *reach_out*

    {sum}

Waiting has an *inertia* of {inertia} besides: the log odds of waiting beyond its reasons. And he must find the time:
the case leaves each leader as many moments for this matter as its clock has decisions, so here he does. Where the clock
asks more often than that, its questions are passed over in part, and a leader's week does not depend on the clock.

Luck enters once for each nest and once for each action, as a Gumbel number that depends on seed, run, moment and
purpose and on nothing else. (Within a nest the program runs a race of exponential times instead, which the same action
wins.) The nest with the largest sum is taken:

{nests}
{within}He takes **{taken}**, which had a probability of {chance}; {others}. In another run the same reasons
meet another luck.
"""

if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
