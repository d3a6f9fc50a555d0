"""Is every place of a scenario known, with all that errors, schema and lists say about it?"""

from __future__ import annotations

import pytest

from sim.files.scenario_slots import root, slot_at
from sim.files.slots import Kind, slots
from sim.scenario.scenario import Scenario


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ((), Kind.part),
        (("start",), Kind.date),
        (("horizon_days",), Kind.whole),
        (("domain",), Kind.word),
        (("leaders",), Kind.roster),
        (("leaders", "anybody"), Kind.part),
        (("leaders", "anybody", "ego"), Kind.number),
        (("leaders", "us", "advisers", "x", "channel"), Kind.word),
        (("mediators", "x", "acceptability", "us"), Kind.number),
        (("scheduled",), Kind.series),
        (("scheduled", 3, "date"), Kind.date),
        (("summit", "signing_announced"), Kind.switch),
        (("sources", "x"), Kind.text),
    ],
)
def test_kinds(path: tuple[str | int, ...], kind: Kind) -> None:
    slot = slot_at(path)
    assert slot is not None
    assert slot.kind is kind


def test_there_is_nothing_elsewhere() -> None:
    for path in (("nowhere",), ("start", "deeper"), ("leaders", "us", "ego", "deeper"), ("dyad", "ego")):
        assert slot_at(path) is None


def test_ranges_words_and_defaults() -> None:
    ego = slot_at(("leaders", "us", "ego"))
    assert ego is not None
    assert (ego.range, ego.default, ego.unit, ego.spreadable) == ((0, 1), 0.5, "share", True)
    assert ego.allowed == "allowed: 0 (no vanity) to 1 (every contact is a contest)"
    step = slot_at(("clock", "step_days"))
    assert step is not None
    assert (step.choices, step.spreadable) == ((1.0, 0.5, 0.25), False)
    with pytest.raises(ValueError, match="no range"):
        _ = root().range


def test_every_field_of_a_scenario_has_a_slot() -> None:
    assert list(slots(Scenario)) == list(Scenario.model_fields)
