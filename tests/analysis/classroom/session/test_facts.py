"""Facts, acts and refusals."""

from __future__ import annotations

from analysis.classroom.session.facts import Refused


def test_a_refusal_says_why_by_the_id_of_a_message() -> None:
    refused = Refused(409, "refused.over", n=3)
    assert (refused.status, refused.message, refused.values) == (409, "refused.over", {"n": 3})
    assert isinstance(refused, ValueError)
