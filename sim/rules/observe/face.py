"""What yielding would cost in face, and what hides it: exposure, cover, the face balance.

Facework (Goffman 1955; Brown & Levinson 1987): exposure grows with the need for face, with visible pressure and with
the hostility of one's public, and shrinks with cover. Open threat raises it (Dafoe, Hatz & Zhang 2021), mediation
lowers it (Quek & Johnston 2018).
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.limits import clamp, grown, larger, share, smaller
from sim.state.sides import Leader
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots


@rule
def formula_at_work(world: World) -> float:
    """The best face formula of a mediator who has an offer out or talks under way, times its acceptability (0..1)."""
    best = 0.0
    for m in range(len(world.mediators)):
        mediator = world.mediators[m]
        if mediator.stage != slots.IDLE:
            both = smaller(mediator.acceptability[0], mediator.acceptability[1])
            best = larger(best, mediator.face_formula * both)
    return best


@rule
def cover(world: World, side: int) -> float:
    """How much hides that ``side`` yields.

    The other's easing and overtures, groundwork, a mediator's formula (0..1).
    """
    weights = world.weights[0]
    leader = world.leaders[side]
    bare = (1 - weights.cover_easing * leader.easing) * (1 - weights.cover_overture * leader.overture)
    bare = bare * (1 - weights.cover_groundwork * world.dyad[0].groundwork)
    return share(1 - bare * (1 - formula_at_work(world)))


@rule
def face_exposure(world: World, mind: Leader, side: int) -> float:
    """What a visible step towards the other costs in face, 0..2, before it is divided by how private the step is.

    ``mind`` is the leader, or another's image of the leader. Face sunk in not yielding binds (entrenchment: Fearon
    1994; Staw 1976): it raises what yielding would cost now.
    """
    weights = world.weights[0]
    suffered = pressure_share(world, 1 - side)
    seen = weights.face_base + world.publics[side].hostility
    shaken = 1 - weights.face_balance * world.leaders[side].face
    bound = 1 + weights.entrenchment * world.leaders[side].sunk
    return clamp(mind.face_need * suffered * seen * (1 - mind.cover) * shaken * bound, 0.0, 2.0)


@rule
def pressure_share(world: World, side: int) -> float:
    """The pressure that ``side`` exerts, as a share of its ceiling (0..1)."""
    leader = world.leaders[side]
    return share(leader.points / leader.ceiling)


@rule
def gain_face(world: World, side: int, part: float) -> None:
    """Move a face balance ``part`` of the way to triumph (1)."""
    leader = world.leaders[side]
    leader.face = grown(leader.face, part)


@rule
def sink_face(world: World, side: int, part: float) -> None:
    """Sink face in not yielding: ``part`` (0..1) of what is left to be sunk."""
    leader = world.leaders[side]
    leader.sunk = grown(leader.sunk, share(part))


@rule
def lose_face(world: World, side: int, part: float) -> None:
    """Move a face balance ``part`` of the way to humiliation (-1); more than all of it is all of it."""
    leader = world.leaders[side]
    leader.face = leader.face - (1 + leader.face) * share(part)
