"""Do distributions keep to their range, name their faults, and hand out the numbers that drawing needs?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.scenario.distributions import KINDS, Beta, Choice, Distribution, Normal, Triangular, Uniform
from tests.generate_numbers import distributions

RANGES = st.sampled_from([(0.0, 1.0), (-1.0, 1.0), (0.25, 200.0), (0.5, 500.0)])


def made(said: dict[str, object], low: float, high: float) -> Distribution:
    from sim.files.quantities import allowed_parameters

    name = str(said["distribution"])
    given_ = {key: said[key] for key in allowed_parameters(name) if key in said}
    if name in ("normal", "beta"):
        given_ = {"low": low, "high": high} | given_
    if name == "choice":
        values = tuple(said["values"])  # type: ignore[arg-type]
        given_ = {"values": values, "weights": tuple(said.get("weights", [1.0] * len(values)))}  # type: ignore[call-overload]
    return KINDS[name](**given_)


@given(st.data(), RANGES)
def test_central_value_and_support_lie_in_the_range(data: st.DataObject, ends: tuple[float, float]) -> None:
    spread = made(data.draw(distributions(*ends)), *ends)
    assert list(spread.faults(*ends)) == []
    assert ends[0] <= spread.support[0] <= spread.central() <= spread.support[1] <= ends[1]
    assert len(spread.as_row()) == 5
    assert all(math.isfinite(number) for number in spread.as_row())


def test_codes_and_rows() -> None:
    assert [kind.code for kind in KINDS.values()] == [0, 1, 2, 3, 4]
    assert Uniform(0.2, 0.4).as_row() == (0, 0.2, 0.4, 0.0, 0.0)
    assert Normal(0.5, 0.1, 0.0, 1.0).as_row() == (1, 0.5, 0.1, 0.0, 1.0)
    assert Triangular(0.0, 0.3, 1.0).as_row() == (3, 0.0, 0.3, 1.0, 0.0)
    assert Choice((1.0, 2.0, 3.0), (1.0, 0.0, 0.0)).as_row() == (4, 3.0, 0.0, 0.0, 0.0)


@given(st.floats(0.05, 0.95), st.floats(0.05, 0.9))
def test_beta_shapes_have_the_mean_and_sd_asked_for(centre: float, share: float) -> None:
    sd = share * math.sqrt(centre * (1 - centre))
    code, alpha, beta, low, high = Beta(centre, sd, 0.0, 1.0).as_row()
    assert (code, low, high) == (2, 0.0, 1.0)
    assert alpha / (alpha + beta) == pytest.approx(centre)
    assert math.sqrt(alpha * beta / ((alpha + beta) ** 2 * (alpha + beta + 1))) == pytest.approx(sd)


def test_choice() -> None:
    choice = Choice((0.1, 0.5, 0.9), (1.0, 2.0, 2.0))
    assert choice.central() == 0.5
    assert choice.cumulative == (0.2, 0.6, 1.0)


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=20).filter(any))
def test_cumulative_chances_rise_to_one(weights: list[int]) -> None:
    cumulative = Choice(tuple(map(float, range(len(weights)))), tuple(map(float, weights))).cumulative
    assert list(cumulative) == sorted(cumulative)
    assert cumulative[-1] == 1.0


@pytest.mark.parametrize(
    ("spread", "key"),
    [
        (Uniform(0.5, 0.5), "low"),
        (Uniform(-0.1, 0.5), "low"),
        (Normal(2.0, 0.1, 0.0, 1.0), "mean"),
        (Normal(0.5, 0.0, 0.0, 1.0), "sd"),
        (Beta(0.0, 0.1, 0.0, 1.0), "mean"),
        (Beta(0.5, 0.5, 0.0, 1.0), "sd"),
        (Beta(0.5, 0.0, 0.0, 1.0), "sd"),
        (Triangular(0.0, 0.9, 0.5), "mode"),
        (Choice((), ()), "values"),
        (Choice((0.5, 0.5), (1.0, 1.0)), "values"),
        (Choice((0.5,), (-1.0,)), "weights"),
    ],
)
def test_faults(spread: Distribution, key: str) -> None:
    assert key in [fault[0] for fault in spread.faults(0.0, 1.0)]
