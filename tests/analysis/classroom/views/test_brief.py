"""Does a class get the question, and what is known, and the teacher the way on?"""

from __future__ import annotations

from tests.analysis.classroom.views.watched import PREDICT, Watched


def test_question_and_facts_and_not_what_it_is_about() -> None:
    view = Watched().view()
    assert view["question"] == "Who will call first?"
    assert view["facts"] == ["Two countries quarrel over fish and a canal."]
    assert "Say what a host changes." not in str(view)


def test_the_way_on_comes_first_and_stands_once() -> None:
    view = Watched().view()
    assert [(one["act"], one["what"]) for one in view["controls"]] == [("go", {"step": PREDICT})]
    assert ("go", {"step": PREDICT}) not in [(one["act"], one["what"]) for one in view["more"]]


def test_names_are_switched_by_one_button() -> None:
    watched = Watched()
    off = next(one for one in watched.view()["more"] if one["act"] == "names")
    assert (off["what"], off["pressed"]) == ({"real": False}, True)
    watched.act("names", **off["what"])
    on = next(one for one in watched.view()["more"] if one["act"] == "names")
    assert (on["what"], on["pressed"]) == ({"real": True}, False)
