"""A settlement in words: the bands cover 0 to 1, only rise, and mirror when the sides are swapped."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.narrative.cast import Cast
from sim.narrative.settlement_words import EVEN, SHARE_BANDS, settlement_words, share_band
from sim.scenario.issue import Issue
from sim.scenario.scenario import Scenario
from tests.sim.sample import sample_scenario

CAST = Cast(sample_scenario())
FIRST, SECOND = (CAST.leader(side) for side in CAST.sides)
shares = st.one_of(st.floats(0, 1), st.integers(0, 100).map(lambda percent: percent / 100))


def several(names: list[str]) -> Scenario:
    issues = {f"i{n}": Issue(name=name, weight={"us": 1.0, "cn": 1.0}) for n, name in enumerate(names)}
    return sample_scenario(issues=issues)


def of_one(share: float) -> str:
    return settlement_words({"i0": share}, Cast(several(["Fish"])))


def test_the_table_only_rises_and_ends_at_all_of_it() -> None:
    ends = [band.most for band in SHARE_BANDS]
    assert ends == sorted(set(ends))
    assert 0.5 < ends[0] < ends[-1] == 1
    assert SHARE_BANDS[0] == EVEN


@given(shares, shares)
def test_more_for_one_side_is_never_told_as_less(one: float, other: float) -> None:
    low, high = sorted((max(one, 1 - one), max(other, 1 - other)))
    assert SHARE_BANDS.index(share_band(low)) <= SHARE_BANDS.index(share_band(high))


@given(shares)
def test_swapping_the_sides_swaps_the_names(share: float) -> None:
    assume(abs(share - 0.5) > 1e-12)
    swapped = {FIRST: SECOND, SECOND: FIRST}
    mirrored = re.sub("|".join(map(re.escape, swapped)), lambda found: swapped[found[0]], of_one(share))
    assert of_one(1 - share) == mirrored


@given(shares)
def test_whoever_is_named_got_the_larger_part(share: float) -> None:
    assert (FIRST in of_one(share)) == (share > 0.55 + 1e-9)
    assert (SECOND in of_one(share)) == (share < 0.45 - 1e-9)


@given(st.lists(shares, min_size=1, max_size=5))
def test_every_issue_stands_once_behind_its_band(given: list[float]) -> None:
    cast = Cast(several([f"Matter {chr(65 + n)}" for n in range(len(given))]))
    text = settlement_words({f"i{n}": share for n, share in enumerate(given)}, cast)
    for n, share in enumerate(given):
        name = f"Matter {chr(65 + n)}"
        assert text.count(name) == 1
        before = text[: text.index(name)]
        assert re.findall(BAND, before)[-1].lower() == share_band(share).words
        if share_band(share) != EVEN:
            winner, loser = (FIRST, SECOND) if share > 0.5 else (SECOND, FIRST)
            assert before.rfind(winner) > before.rfind(loser)
    assert not re.search(r"\d", text)


BAND = re.compile(r"almost wholly|" + "|".join(band.words for band in SHARE_BANDS), re.IGNORECASE)


def test_it_reads_like_this() -> None:
    cast = Cast(several(["Tariffs", "Chips", "Rare earths", "Words", "Fish"]))
    assert settlement_words({"i0": 0.5, "i1": 0.0, "i2": 0.52, "i3": 0.8, "i4": 0.4}, cast) == (
        "The President prevailed wholly on Chips, and by a little on Fish; The Chairman mostly on Words. "
        "Split about evenly: Tariffs and Rare earths."
    )
    assert settlement_words({"i0": 0.5}, cast) == "Split about evenly: Tariffs."


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_what_is_no_share_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="no share"):
        share_band(share)
