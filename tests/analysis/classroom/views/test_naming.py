"""Are real names in a lesson's own texts replaced where they are switched off, and nothing else?"""

from __future__ import annotations

import pytest

from analysis.classroom.session.state import WorldChoice
from analysis.classroom.views.naming import Naming
from sim.files import load_scenario, vary
from tests.analysis.classroom.lessons.made import small
from tests.analysis.classroom.views.watched import WORLDS

LESSON = small()
OFF = Naming(LESSON.scenario, WORLDS.scenario(LESSON, WorldChoice(), False))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Marta Oslin waits for Teodor Vask.", "Leader A waits for Leader B."),
        ("Oslin or Vask?", "Leader A or Leader B?"),
        ("Aldmark's fish", "Side A's fish"),
        ("Aldmarkers fish", "Aldmarkers fish"),
        ("The island of Sorrel offers, and the island of Sorrel hosts.", "Host 1 offers, and Host 1 hosts."),
        ("Ambassador Rook travels.", "Envoy B1 travels."),
        ("", ""),
    ],
)
def test_names_are_replaced_wherever_they_stand_as_words(text: str, shown: str) -> None:
    assert OFF.said(text) == shown


def test_real_names_stay_where_they_are_wanted() -> None:
    naming = Naming(LESSON.scenario, WORLDS.scenario(LESSON, WorldChoice(), True))
    assert naming.said("Marta Oslin of Aldmark") == "Marta Oslin of Aldmark"


def test_a_country_goes_with_its_article() -> None:
    real = load_scenario("us-china-2025")
    shown = vary(real, {"leaders.us.country": "Side B", "leaders.us.name": "Leader B"})
    assert Naming(real, shown).said("The United States and the United States.") == "Side B and Side B."


def test_words_of_a_title_are_no_names() -> None:
    real = vary(LESSON.scenario, {"leaders.aldmark.name": "The Head"})
    shown = vary(real, {"leaders.aldmark.name": "Leader A"})
    assert Naming(real, shown).said("The Head shakes the head; Head of the table.") == (
        "Leader A shakes the head; Head of the table."
    )
