"""A short list holds, offers what is likeliest, and leaves no kind of move out that is legal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sim.policies.short_list import LONGEST, short_list
from sim.vocabulary import actions as a

menus = st.dictionaries(st.sampled_from(a.WORDS[1:]), st.floats(0, 1), max_size=12).map(lambda m: {"hold": 0.5} | m)


def members(group: str) -> set[str]:
    return {row.word for row in a.ROWS if row.group == group}


@given(menus)
def test_hold_then_the_two_likeliest_then_what_is_missing(chances: dict[str, float]) -> None:
    listed = short_list(chances, {})
    assert listed[0] == "hold"
    assert len(set(listed)) == len(listed) <= LONGEST
    assert set(listed) <= set(chances)
    others = sorted((chance for move, chance in chances.items() if move != "hold"), reverse=True)
    assert [chances[move] for move in listed[1:3]] == others[:2]


@given(menus)
def test_each_group_with_a_legal_move_is_there_by_its_likeliest(chances: dict[str, float]) -> None:
    listed = short_list(chances, {})
    for group in a.GROUPS:
        legal = members(group) & set(chances)
        if legal and len(listed) < LONGEST:
            assert legal & set(listed)
        added = [move for move in listed[3:] if move in legal]
        assert all(chances[move] == max(chances[other] for other in legal) for move in added)
        assert len(added) <= 1


def test_an_example() -> None:
    chances = {"hold": 0.4, "escalate": 0.05, "ease": 0.01, "signal": 0.02, "send_letter": 0.03}
    chances |= {"send_envoy": 0.04, "invite_mediator": 0.06, "court_partners": 0.2, "rally": 0.1, "withdraw": 0.09}
    assert short_list(chances, {}) == ("hold", "court_partners", "rally", "ease", "send_letter", "invite_mediator")


def test_six_is_the_most_and_the_last_group_gives_way() -> None:
    chances = {"hold": 0.4, "court_partners": 0.2, "withdraw": 0.2, "escalate": 0.05, "ease": 0.01, "signal": 0.02}
    chances |= {"send_envoy": 0.04}
    assert short_list(chances, {}) == ("hold", "court_partners", "withdraw", "escalate", "ease", "signal")


def test_of_equal_chances_the_more_useful_comes_first() -> None:
    chances = {"hold": 1.0, "escalate": 0.0, "ease": 0.0, "rally": 0.0}
    assert short_list(chances, {"ease": -0.2, "escalate": -0.5, "rally": -0.1}) == ("hold", "rally", "ease")
