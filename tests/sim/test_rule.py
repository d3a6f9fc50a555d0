"""Does marking a rule leave the function as it was, and register it for compiled code only when asked?"""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from sim import rule as marking


def test_a_rule_stays_itself() -> None:
    def double(x: float) -> float:
        return 2 * x

    before = list(marking.RULES)
    try:
        assert marking.rule(double) is double
        assert marking.RULES[-1] is double
    finally:
        marking.RULES[:] = before


def test_an_inlined_rule_is_a_rule_and_stays_itself() -> None:
    def halve(x: float) -> float:
        return x / 2

    before = list(marking.RULES)
    try:
        assert marking.inlined_rule(halve) is halve
        assert marking.RULES[-1] is halve
        assert halve in marking.INLINED
    finally:
        marking.RULES[:] = before
        marking.INLINED.discard(halve)


@pytest.mark.parametrize("lost", ["nothing", "some options", "the list of options"])
def test_rules_compile_whatever_options_numba_knows(lost: str, monkeypatch: pytest.MonkeyPatch) -> None:
    numba = pytest.importorskip("numba")
    options = pytest.importorskip("numba.core.options")
    if lost == "some options":
        monkeypatch.delattr(options.DefaultOptions, "forceinline")
    elif lost == "the list of options":
        monkeypatch.delattr(options, "DefaultOptions")

    def third(x: float) -> float:
        return x / 3

    monkeypatch.setattr(marking, "RULES", [third])
    monkeypatch.setattr(marking, "INLINED", {third})
    marking.make_compilable()
    known = set(marking.known_options({"forceinline": True, "no_cpython_wrapper": True, "boundscheck": False}))
    assert known == {"nothing": {"forceinline", "no_cpython_wrapper"}, "some options": {"no_cpython_wrapper"}}.get(
        lost, set()
    )
    assert numba.njit(_calling(third))(3.0) == 1.0


def test_a_single_run_does_not_import_numba() -> None:
    code = (
        "import sys; from sim.run import run_one; from sim.files import load_scenario, vary;"
        "run_one(vary(load_scenario('two-leaders'), {'horizon_days': 5})); print('numba' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sys.path)}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def _calling(function: Any) -> Any:
    def call(x: float) -> float:
        return function(x) + 0.0  # type: ignore[no-any-return]

    return call
