"""Does every case become a scenario that says what the codes say and stays wide about the rest?"""

from __future__ import annotations

import pytest

from analysis.evidence.casebook import known_of, scenario_of
from analysis.evidence.casebook.conversion import HURRIED_DAYS, side_ids
from analysis.evidence.casebook.quantities import SPREAD, WIDE
from sim.files.scenario_reading import scenario_from
from sim.files.scenario_writing import plain_tree
from sim.scenario import Scenario
from tests.analysis.evidence.casebook.shipped_cases import case, development

UNCODED = ("summit_appetite", "caution", "resolve", "decisiveness", "outside_option")


def gatuna() -> Scenario:
    return scenario_of(known_of(case("kagame_museveni_2019_gatuna")))


def test_every_development_case_becomes_a_scenario_of_its_days() -> None:
    for one in development().cases:
        scenario = scenario_of(known_of(one))
        assert scenario.name == one.id
        assert scenario.start == one.forecast_origin
        assert scenario.horizon_days == (one.horizon_end - one.forecast_origin).days
        assert [leader.name for leader in scenario.leaders.values()] == [one.leaders.A.name, one.leaders.B.name]
        assert scenario.observed == type(scenario.observed)()


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("ego", ("ego", False)),
        ("face_need", ("face_need", False)),
        ("market_sensitivity", ("market_sensitivity", False)),
        ("patience", ("time_pressure", True)),
        ("public.hostility", ("nationalism", False)),
    ],
)
def test_codes_become_traits(path: str, code: tuple[str, bool]) -> None:
    one, scenario = case("kagame_museveni_2019_gatuna"), gatuna()
    for side, name in (("A", "rwanda"), ("B", "uganda")):
        coded = getattr(getattr(one.coding, side), code[0])
        spread = scenario.distributions[f"leaders.{name}.{path}"].as_mapping()
        assert spread["mean"] == pytest.approx(1 - coded.value if code[1] else coded.value)
        assert spread["sd"] == SPREAD[coded.confidence]


def test_trust_becomes_rapport_and_remembered_answers() -> None:
    scenario = gatuna()  # trust of .1 and .2
    assert scenario.dyad.rapport == pytest.approx(0.15)
    beliefs = scenario.leaders["uganda"].beliefs
    assert (beliefs.accepted, beliefs.refused) == (pytest.approx(1.2), pytest.approx(4.8))
    assert scenario.leaders["rwanda"].beliefs.accepted == pytest.approx(0.6)


def test_what_is_not_coded_stays_wide() -> None:
    scenario = gatuna()
    for trait in UNCODED:
        spread = scenario.distributions[f"leaders.rwanda.{trait}"].as_mapping()
        assert spread["sd"] == WIDE > max(SPREAD.values())


def test_every_number_says_where_it_comes_from() -> None:
    scenario = gatuna()
    traits = [path for path in scenario.distributions if path.startswith("leaders.")]
    assert len(traits) > 30
    assert {scenario.provenance[path].source for path in scenario.distributions} == {"casebook", "prior"}


def test_a_scenario_reads_back_the_same() -> None:
    scenario = gatuna()
    assert scenario_from(plain_tree(scenario)) == scenario


def test_all_goes_faster_where_the_end_is_near() -> None:
    near, far = (scenario_of(known_of(case(name))) for name in ("trump_petro_2025", "kagame_museveni_2019_gatuna"))
    assert near.horizon_days <= HURRIED_DAYS < far.horizon_days
    assert near.latencies.answer_days < far.latencies.answer_days
    assert near.clock.rate_per_week > far.clock.rate_per_week
    assert near.clock.tempo > far.clock.tempo
    assert near.latencies.convene_days < far.latencies.convene_days


@pytest.mark.parametrize(
    ("first", "second", "ids"),
    [
        ("United States", "China", ("united-states", "china")),
        ("Korea", "Korea", ("side-a", "side-b")),
        ("中国", "Japan", ("side-a", "side-b")),
        ("9th Land", "Japan", ("side-a", "side-b")),
        ("A" * 80, "Japan", ("a" * 40, "japan")),
    ],
)
def test_sides_are_named_after_countries_where_that_gives_two_names(
    first: str, second: str, ids: tuple[str, str]
) -> None:
    known = known_of(case("kagame_museveni_2019_gatuna"))
    leaders = {
        side: known.leaders[side].model_copy(update={"country": country})
        for side, country in (("A", first), ("B", second))
    }
    assert tuple(side_ids(known._replace(leaders=leaders)).values()) == ids
