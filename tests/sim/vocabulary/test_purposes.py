"""Has every kind of draw an address of its own?"""

from __future__ import annotations

from sim.vocabulary import actions, answers, purposes


def test_no_two_kinds_of_draw_of_an_actor_share_a_purpose() -> None:
    taken = [4 * purposes.GROUP_NESTS + lane for lane in range(4)] + [4 * purposes.GROUP_LAST_NEST]
    taken += [purposes.FIRST_ACTION + action for action in range(actions.COUNT)]
    taken += [4 * (purposes.GROUP_ANSWERS + topic) + lane for topic in range(len(answers.TOPICS)) for lane in range(4)]
    taken += [4 * (purposes.GROUP_MEDIATION + side) + lane for side in range(2) for lane in range(4)]
    singles = [
        value
        for name, value in vars(purposes).items()
        if name.isupper() and not name.startswith(("GROUP", "FIRST")) and name != "PARAMETER"
    ]
    taken += singles
    assert len(singles) >= 10
    assert len(set(taken)) == len(taken)


def test_purposes_are_never_reused() -> None:
    """Their numbers are part of every result ever made: a change here changes all runs."""
    known = {
        "GROUP_NESTS": 0, "GROUP_LAST_NEST": 1, "FIRST_ACTION": 8, "GROUP_ANSWERS": 6, "GROUP_MEDIATION": 12,
        "RING": 80, "TURN_ORDER": 81, "ENVOY_ACCESS": 82, "RATIFICATION": 83, "ESTIMATE": 84, "MARKET_NOISE": 85,
        "BREAKDOWN": 86, "POLICY": 87, "OFFER": 100, "TAKE_UP": 101, "PARAMETER": 120,
    }  # fmt: skip
    assert {name: value for name, value in vars(purposes).items() if name in known} == known
