"""How everything fades: moods, habits, memories, groundwork, the bond, tension.

Exponential decay by half-lives. What is left after one step depends only on half-lives and the step, so it is worked
out when a run begins (and again when a scenario sets a value at a date), not at every step.
"""

from __future__ import annotations

import math

from sim.rule import rule
from sim.rules.limits import grown, kept, larger, share
from sim.rules.observe.damage import left_under
from sim.rules.observe.face import pressure_share
from sim.state.world import World
from sim.vocabulary import actions as a
from sim.vocabulary import levels


@rule
def work_out_fading(world: World) -> None:
    """Work out what is left of each feeling and store after one step."""
    weights = world.weights[0]
    setting = world.setting[0]
    days = setting.step_days
    setting.mood_kept = kept(days, weights.mood_half_life)
    for k in range(a.COUNT):
        setting.habit_kept[k] = kept(days, habit_half_life(world, k))
    setting.chill_kept = kept(days, weights.chill_half_life)
    setting.moment_kept = kept(days, weights.moment_half_life)
    setting.memory_kept = kept(days, weights.memory_half_life)
    setting.lesson_kept = kept(days, weights.lesson_half_life)
    setting.fatigue_kept = kept(days, weights.fatigue_half_life)
    setting.ground_kept = kept(days, weights.groundwork_half_life)
    setting.rapport_kept = kept(days, weights.rapport_half_life)
    setting.tension_kept = kept(days, weights.tension_half_life)
    setting.peak_kept = kept(1.0, weights.reference_half_life)
    for side in range(2):
        world.publics[side].kept = kept(days, world.publics[side].half_life_days)
    for k in range(len(world.precedents)):
        world.precedents[k].kept = kept(days, world.precedents[k].half_life_days)


@rule
def habit_half_life(world: World, action: int) -> float:
    """The half-life (days) of what an act is worth less for having been done: some wear off in days, some in months."""
    weights = world.weights[0]
    if a.INVITE_MEDIATOR <= action <= a.PROPOSE_SUMMIT:
        return weights.ask_half_life
    if a.SEND_LETTER <= action <= a.APPOINT_ENVOY:
        return weights.quiet_half_life
    return weights.courting_half_life + 0.0 if action == a.COURT_PARTNERS else weights.repetition_half_life + 0.0


@rule
def fade_side(world: World, side: int) -> None:
    """Let what a leader feels about recent acts, and what the run has taught, fade by a step."""
    setting = world.setting[0]
    leader = world.leaders[side]
    leader.provocation = leader.provocation * setting.mood_kept
    leader.easing = leader.easing * setting.mood_kept
    leader.overture = leader.overture * setting.mood_kept
    leader.blocked = leader.blocked * setting.mood_kept
    leader.lesson = leader.lesson * setting.lesson_kept
    leader.face = leader.face * setting.memory_kept
    leader.burned = leader.burned * setting.memory_kept
    leader.warmed = leader.warmed * setting.memory_kept
    leader.chill = leader.chill * setting.chill_kept
    drift = world.weights[0].sink_daily * pressure_share(world, side) * setting.step_days
    leader.sunk = grown(leader.sunk * setting.memory_kept, share(drift))
    for k in range(a.COUNT):
        leader.recent[k] = leader.recent[k] * setting.habit_kept[k]


@rule
def fade_memories(world: World) -> None:
    """Let the vividness of every remembered episode fade by a step."""
    for k in range(len(world.precedents)):
        memory = world.precedents[k]
        memory.vivid = memory.vivid * memory.kept


@rule
def fade_dyad(world: World) -> None:
    """Let groundwork and rapport erode, and tension follow pressure (the spillover), which keeps it from calming."""
    setting = world.setting[0]
    dyad = world.dyad[0]
    dyad.groundwork = dyad.groundwork * setting.ground_kept
    dyad.rapport = dyad.rapport * setting.rapport_kept
    for k in range(levels.COUNT):
        dyad.spent[k] = dyad.spent[k] * setting.moment_kept
    first = pressure_share(world, 0)
    second = pressure_share(world, 1)
    raised = 1 - math.exp(-world.weights[0].spillover * (first + second) / 2 * setting.step_days)
    left = left_under(world, setting.tension_kept, larger(first, second))
    dyad.tension = share(grown(dyad.tension * left, raised))
