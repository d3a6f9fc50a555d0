"""Is a new scenario valid as it stands, explained, and equal to the defaults where it only repeats them?"""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sim.files import load_scenario
from sim.files.skeleton import WIDTH, extending_skeleton, skeleton


def test_it_is_valid_and_explained(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(skeleton("mine"), encoding="utf-8")
    scenario = load_scenario(tmp_path / "mine.yaml")
    assert scenario.name == "mine"
    assert len(scenario.leaders) == 2
    assert skeleton("mine").count("#") > 80
    assert max(map(len, skeleton("mine").splitlines())) <= WIDTH


def test_a_variant_of_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(extending_skeleton("mine", "us-china-2025", "us"), encoding="utf-8")
    assert load_scenario(tmp_path / "mine.yaml").leaders == load_scenario("us-china-2025").leaders


@settings(max_examples=25)
@given(
    st.sampled_from(["no", "yes", "on", "off", "null", "true", "false", "y", "n", "nan", "inf", "e1"])
    | st.from_regex(r"[a-z][a-z0-9_-]{0,12}", fullmatch=True)
)
def test_any_name_that_is_allowed_reads_back_the_same(name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for text in (skeleton(name), extending_skeleton(name, "two-leaders", "verenia")):
            path = Path(folder) / f"{name}.yaml"
            path.write_text(text, encoding="utf-8")
            assert load_scenario(path).name == name
