"""Which inputs matter at all: Morris' elementary effects, with intervals and the level that luck alone would reach."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.estimates.resampling import percentile
from analysis.sensitivity.luck_error import luck_error, luck_groups, widened
from analysis.sensitivity.needed import Needed, needed
from analysis.sensitivity.noise import Noise, luck_and_parameters
from analysis.sensitivity.responses import USUAL, Blocks, Matrix, Plan, Responses, cut, is_constant
from analysis.sensitivity.told_apart import chance_of_none, with_correction
from analysis.studies.designs import Morris
from sim.luck import generator

_COLUMNS = ("mu", "mu_star", "sigma")
_JUDGED = ("chance", "chance_corrected")


class MorrisResult(NamedTuple):
    """Elementary effects of one measure, in its unit, for a move across an input's whole range.

    ``effects`` has one row per input: ``input``, ``mu`` (mean effect), ``mu_star`` (mean size of effect) and ``sigma``
    (spread: interaction or curvature), each with ``_low`` and ``_high``; ``mu`` and ``sigma`` mean little for groups
    (``sigma`` is NaN). ``luck_floor`` is the ``mu_star`` that an input without any effect would show by luck,
    ``is_noise`` whether an effect is no larger, ``chance`` that an input without effect shows one this large,
    ``chance_corrected`` for the number of inputs, and ``told_apart`` whether that is at most 5%. ``needed`` says how
    many runs would do.
    """

    measure: str
    effects: pd.DataFrame
    noise: Noise
    blocks: int
    messages: tuple[str, ...]
    needed: Needed


def morris_effects(responses: Responses, design: Morris, plan: Plan = USUAL) -> MorrisResult:
    """Elementary effects of each input of a Morris design on the mean response.

    Parameters
    ----------
    responses : Responses
        One measure, laid out by the design.
    design : Morris
        The design.
    plan : Plan
        Bootstrap over trajectories, and what to do about gaps. The lucks that all trajectories share are left out in
        turn, so that the intervals cover the choice of lucks as well.

    Raises
    ------
    SensitivityError
        When there are gaps that the plan refuses.
    """
    blocks = cut(responses, design.block, plan.missing)
    noise = luck_and_parameters(responses.matrix)
    enough = needed(noise, design)
    messages = list(blocks.messages)
    if not blocks.too_few and is_constant(blocks.values):
        messages.append(f"constant: every design point answers {blocks.values.flat[0]:.4g}; no input has any effect")
    if blocks.too_few or is_constant(blocks.values):
        return MorrisResult(responses.name, _unknown(design), noise, len(blocks.values), tuple(messages), enough)
    error = luck_error(responses, lambda fewer: _statistics_of(fewer, design, plan), plan.level)
    effects = _table(_walks(design, blocks), blocks.values, design, plan, (responses.name, error))
    effects["luck_floor"] = _floor(noise, design)
    effects = _judged(effects, error[1], luck_groups(responses), plan.level)
    return MorrisResult(
        responses.name, effects, noise, len(blocks.values), (*messages, _luck_in_words(noise, effects)), enough
    )


def _judged(effects: pd.DataFrame, error: Matrix, groups: int, level: float) -> pd.DataFrame:
    """The effects with what tells them from luck: a size is never below 0, so that of luck alone is the floor."""
    floor = effects["luck_floor"].fillna(0.0)
    down = effects["mu_star"] - effects["mu_star_low"]
    of_points = np.sqrt(np.maximum(down**2 - error**2, 0.0))
    each = zip(effects["mu_star"] - floor, of_points, error, strict=True)
    chances = [chance_of_none(above, points, half, groups, level) for above, points, half in each]
    judged = effects.assign(is_noise=effects["mu_star"] <= floor, chance=chances)
    return with_correction([judged])[0]


def elementary_effects(walks: Matrix, answers: Matrix, delta: float) -> Matrix:
    """Effect of each factor in each walk: change of the answer as the factor rises by delta, over delta.

    Parameters
    ----------
    walks : array
        Walks x points x factors in the unit cube.
    answers : array
        Walks x points.
    delta : float
        Length of a move.

    Returns
    -------
    array
        Walks x factors.
    """
    direction = np.sign(np.diff(walks, axis=1))
    return np.asarray(np.einsum("wp,wpf->wf", np.diff(answers, axis=1), direction) / delta)


def _walks(design: Morris, blocks: Blocks) -> Matrix:
    """The trajectories that are whole, in the unit cube."""
    points = design.coordinates(0, design.size).reshape(len(blocks.kept), design.block, -1)
    return np.asarray(points[blocks.kept])


def _statistics_of(responses: Responses, design: Morris, plan: Plan) -> Matrix:
    """The three statistics of some responses, a row each; NaN where these responses give none."""
    blocks = cut(responses, design.block, plan.missing)
    if blocks.too_few:
        return np.full((len(_COLUMNS), len(design.inputs)), math.nan)
    found = _statistics(elementary_effects(_walks(design, blocks), blocks.values, _delta(design)), design)
    return np.array([found[column] for column in _COLUMNS])


def _table(walks: Matrix, answers: Matrix, design: Morris, plan: Plan, told: tuple[str, Matrix]) -> pd.DataFrame:
    from SALib.analyze.morris import analyze

    name, error = told
    luck = generator(plan.seed, f"sensitivity/morris/{name}")
    salib: dict[str, Any] = analyze(
        design.problem(),
        walks.reshape(-1, walks.shape[2]),
        answers.reshape(-1),
        num_levels=design.grid_levels,
        num_resamples=2,  # its interval is not used: it has one for mu_star only
        seed=int(luck.integers(1, 2**31)),
    )
    effects = elementary_effects(walks, answers, _delta(design))
    drawn = luck.integers(len(effects), size=(plan.resamples, len(effects)))
    spread = [_statistics(effects[rows], design) for rows in drawn]
    table: dict[str, Any] = {"input": list(design.inputs)}
    for number, column in enumerate(_COLUMNS):
        found = np.asarray(salib[column], dtype=np.float64)
        draws = np.array([one[column] for one in spread])
        ends = [
            widened(value, percentile(draws[:, place], plan.level), error[number, place])
            for place, value in enumerate(found)
        ]
        table |= {
            column: found,
            f"{column}_low": [low for low, _ in ends],
            f"{column}_high": [high for _, high in ends],
        }
    return pd.DataFrame(table)


def _statistics(effects: Matrix, design: Morris) -> dict[str, Matrix]:
    """The three statistics by input; those of a group are the means over its factors, as in SALib."""
    member = np.array([[factor.input == name for factor in design.factors] for name in design.inputs], dtype=float)
    sizes = member.sum(axis=1)
    sigma = member @ effects.std(axis=0, ddof=1)
    return {
        "mu": member @ effects.mean(axis=0) / sizes,
        "mu_star": member @ np.abs(effects).mean(axis=0) / sizes,
        "sigma": np.where(sizes == 1, sigma, np.nan),
    }


def _delta(design: Morris) -> float:
    return design.grid_levels / (2 * (design.grid_levels - 1))


def _floor(noise: Noise, design: Morris) -> float:
    """Mean size of a difference of two mean responses that differ by luck alone (normal approximation)."""
    if not noise.is_known:
        return math.nan
    return math.sqrt(2 * noise.of_means) / _delta(design) * math.sqrt(2 / math.pi)


def _luck_in_words(noise: Noise, effects: pd.DataFrame) -> str:
    if not noise.is_known:
        return f"{noise.why_unknown()}: an effect cannot be told from luck"
    quiet = effects.loc[effects["mu_star_low"] <= effects["luck_floor"], "input"]
    if quiet.empty:
        return noise.in_words()
    many = "one effect is" if len(quiet) == 1 else f"{len(quiet)} effects are"
    return f"{noise.in_words()}; {many} no larger than luck alone would make"


def _unknown(design: Morris) -> pd.DataFrame:
    names = [f"{column}{end}" for column in _COLUMNS for end in ("", "_low", "_high")]
    return pd.DataFrame(
        {"input": list(design.inputs), **dict.fromkeys([*names, "luck_floor", *_JUDGED], math.nan)}
    ).assign(is_noise=False, told_apart=False)
