"""Do the plain records behind a world behave like the compiled buffer: room for events, places by number?"""

from __future__ import annotations

import pytest

from sim.state.opening import Place
from sim.state.plain_records import Ledger, Places, blank_sheets, plain
from sim.vocabulary import actions as a
from sim.vocabulary import components as c


def test_a_ledger_makes_room_for_the_next_event_only() -> None:
    ledger = Ledger()
    ledger[0].day = 2.5
    assert ledger.written == 1
    assert ledger[0].day == 2.5
    assert ledger[1].kind == 0
    assert ledger.written == 2
    with pytest.raises(IndexError):
        ledger[9]


def test_a_ledger_has_room_without_end_for_the_rules() -> None:
    assert 10**9 % len(Ledger()) == 10**9


def test_places_reach_plain_and_wide_fields() -> None:
    leader, mediator = plain("leaders", {"ego": 0.1}), plain("mediators", {"acceptability": [0.1, 0.2]})
    collections = {"leaders": [leader], "mediators": [mediator]}
    places = Places({5: Place("leaders", 0, "ego", 0), 9: Place("mediators", 0, "acceptability", 1)}, collections)
    places[5], places[9] = 0.7, 0.8
    assert (leader.ego, mediator.acceptability) == (0.7, [0.1, 0.8])


def test_blank_sheets_fit_the_menu() -> None:
    sheets = blank_sheets()
    assert [len(sheets["sheet"]), len(sheets["sheet"][0])] == [a.COUNT, c.COUNT]
    assert len(sheets["nest_values"]) == a.N_NESTS
    assert sheets["masses"] == [1.0] * a.COUNT
    assert blank_sheets()["sheet"] is not sheets["sheet"]
