"""What the publics feel: hostility, approval, and the pay of defiance.

Audience costs (Fearon 1994) with belligerence and incompetence apart (Kertzer & Brutger 2016; Nomikos & Sambanis 2019);
defiance can pay (Weiss 2014). In trade they weigh at most half of a security crisis (Chaudoin 2014), by
``setting.audience_scale``.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.limits import clamp, grown, share
from sim.state.world import World

MIDDLE = 0.5


@rule
def hostility_felt(world: World, side: int) -> float:
    """The public's hostility as the leader feels it, 0..1.

    Louder in the ears of an unpopular leader, scaled by domain.
    """
    public = world.publics[side]
    insecure = 1 + world.weights[0].insecurity * (MIDDLE - public.approval)
    return share(public.hostility * insecure) * world.setting[0].audience_scale


@rule
def inflame(world: World, side: int, part: float) -> None:
    """Raise a public's hostility by ``part`` of the way to 1."""
    public = world.publics[side]
    public.hostility = grown(public.hostility, share(part))


@rule
def calm(world: World, side: int) -> None:
    """Let hostility drift towards rest, which lies higher while tension is high."""
    public = world.publics[side]
    rest = grown(public.baseline, world.weights[0].tension_hostility * world.dyad[0].tension)
    public.hostility = share(rest + (public.hostility - rest) * public.kept)


@rule
def judge_markets(world: World, side: int) -> None:
    """Let approval fall with the market pain of a step."""
    fall = world.weights[0].approval_pain * world.leaders[side].pain * world.setting[0].step_days
    world.publics[side].approval = share(world.publics[side].approval - fall)


@rule
def applaud(world: World, side: int, part: float) -> None:
    """Move approval by ``part`` (-1..1) of the way to its top or its bottom."""
    public = world.publics[side]
    part = clamp(part, -1.0, 1.0)
    if part >= 0:
        public.approval = grown(public.approval, part)
    else:
        public.approval = share(public.approval + public.approval * part)


@rule
def applaud_defiance(world: World, side: int) -> None:
    """Reward standing up to the other, as far as defiance pays and the public is hostile."""
    public = world.publics[side]
    applaud(world, side, world.weights[0].defiance_gain * public.defiance_pays * hostility_felt(world, side))


@rule
def punish_backing_down(world: World, side: int) -> None:
    """Charge a visible concession at home, as far as the public is hostile (the audience cost)."""
    applaud(world, side, -world.weights[0].backing_down * hostility_felt(world, side))
