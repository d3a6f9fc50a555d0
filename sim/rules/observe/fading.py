"""How everything fades: moods, habits, memories, groundwork, the bond, tension.

Exponential decay by half-lives. What is left after one step depends only on half-lives and the step, so it is worked
out when a run begins (and again when a scenario sets a value at a date), not at every step.
"""

from __future__ import annotations

import math

from sim.rule import rule
from sim.rules.limits import grown, kept, share
from sim.rules.observe.face import pressure_share
from sim.state.world import World
from sim.vocabulary import actions as a


@rule
def work_out_fading(world: World) -> None:
    """Work out what is left of each feeling and store after one step."""
    weights = world.weights[0]
    setting = world.setting[0]
    days = setting.step_days
    setting.mood_kept = kept(days, weights.mood_half_life)
    setting.habit_kept = kept(days, weights.repetition_half_life)
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
    for k in range(a.COUNT):
        leader.recent[k] = leader.recent[k] * setting.habit_kept


@rule
def fade_memories(world: World) -> None:
    """Let the vividness of every remembered episode fade by a step."""
    for k in range(len(world.precedents)):
        memory = world.precedents[k]
        memory.vivid = memory.vivid * memory.kept


@rule
def fade_dyad(world: World) -> None:
    """Let groundwork and rapport erode, and tension follow sustained pressure (the spillover)."""
    setting = world.setting[0]
    dyad = world.dyad[0]
    dyad.groundwork = dyad.groundwork * setting.ground_kept
    dyad.rapport = dyad.rapport * setting.rapport_kept
    pressed = (pressure_share(world, 0) + pressure_share(world, 1)) / 2
    raised = 1 - math.exp(-world.weights[0].spillover * pressed * setting.step_days)
    dyad.tension = share(grown(dyad.tension * setting.tension_kept, raised))
