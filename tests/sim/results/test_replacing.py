"""Which records stand in the way of another: all but the very same."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.files import load_scenario, vary
from sim.results.replacing import Address, keeps_another_record, keeps_another_run, keeps_something
from sim.run import run_one

BASE = vary(load_scenario("two-leaders"), {"horizon_days": 20})
OWN = Address(BASE, 3, 1, "drawn")
OTHERS = {
    "scenario": OWN._replace(scenario=vary(BASE, {"horizon_days": 21})),
    "seed": OWN._replace(seed=4),
    "run": OWN._replace(run=2),
    "parameters": OWN._replace(parameters="central"),
}


@pytest.mark.parametrize("name", ["kept", "kept.zip"])
def test_only_the_very_same_run_is_no_other(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / name
    assert not keeps_something(place)
    assert not keeps_another_run(place, OWN)
    record = run_one(BASE, 3, 1, "drawn")
    assert not keeps_another_record(place, record)
    record.save(place)
    assert keeps_something(place)
    assert not keeps_another_run(place, OWN)
    assert not keeps_another_record(place, record)
    for address in OTHERS.values():
        assert keeps_another_run(place, address)
        assert keeps_another_record(place, run_one(*address))
    monkeypatch.setattr("sim.version.__version__", "0.0.1")
    assert keeps_another_run(place, OWN)


def test_what_cannot_be_read_is_another(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{}")
    assert keeps_another_run(tmp_path, OWN)
    assert keeps_another_record(tmp_path, run_one(*OWN))
