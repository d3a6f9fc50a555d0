"""Is every post either an act of the right shape or refused, and nothing that cannot be written down let in?"""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.messages import messages
from analysis.classroom.session.facts import Act, Refused
from analysis.classroom.web.posts import LARGEST, parsed

GOOD: dict[str, Any] = {"word": "note", "what": {"text": "a"}, "key": "abcd-1234"}


def refusal(body: bytes) -> Refused:
    with pytest.raises(Refused) as raised:
        parsed(body)
    assert raised.value.message in messages()
    return raised.value


def answer(body: bytes) -> Act | int:
    """The act that a post is, or the status with which it is refused."""
    try:
        return parsed(body).act
    except Refused as refused:
        return refused.status


def test_an_act_is_taken_apart() -> None:
    post = parsed(json.dumps(GOOD | {"seen": 3, "session": "s"}).encode())
    assert post == (Act("note", {"text": "a"}, "abcd-1234"), 3, "s")
    assert parsed(json.dumps(GOOD).encode()) == (Act("note", {"text": "a"}, "abcd-1234"), None, "")


@pytest.mark.parametrize(
    "body",
    [b"", b"no json", b"{", b"\xff\xfe", b"[" * LARGEST, b'{"a":' * 800, b"1" * 4400, b'{"word":"\xe9"}'],
)
def test_what_is_no_json_is_refused(body: bytes) -> None:
    assert refusal(body).status == 400


@pytest.mark.parametrize(
    "change",
    [
        {"word": 1}, {"word": ""}, {"word": "Play"}, {"word": "a" * 41}, {"word": ["play"]}, {"word": None},
        {"key": ""}, {"key": "short"}, {"key": "a" * 65}, {"key": "with space"}, {"key": "ключключключ"},
        {"key": 12345678},
        {"what": None}, {"what": []}, {"what": "x"}, {"seen": True}, {"seen": 1.5}, {"seen": "3"}, {"session": 3},
        {"more": 1},
    ],
)  # fmt: skip
def test_another_shape_is_refused(change: dict[str, Any]) -> None:
    assert refusal(json.dumps(GOOD | change).encode()).status == 422


@pytest.mark.parametrize("missing", GOOD)
def test_nothing_may_be_missing(missing: str) -> None:
    assert refusal(json.dumps({name: GOOD[name] for name in GOOD if name != missing}).encode()).status == 422


@pytest.mark.parametrize("body", [b"[]", b"null", b"3", b'"play"', b"NaN"])
def test_json_that_is_no_object_is_refused(body: bytes) -> None:
    assert refusal(body).status == 422


@pytest.mark.parametrize(
    "value", ["NaN", "Infinity", "-Infinity", "1e999", "1e10", "1" * 400, '"\\ud800"', '"\\u0000"', '"\\u001b[2J"']
)
@pytest.mark.parametrize("around", ["%s", "[%s]", '{"a": [%s]}'])
def test_what_cannot_be_written_down_is_refused(value: str, around: str) -> None:
    body = '{"word": "note", "key": "abcd-1234", "what": {"text": %s}}' % (around % value)
    assert refusal(body.encode()).status == 422


@pytest.mark.parametrize(("opens", "closes"), [("[", "]"), ('{"a":', "}"), ('[{"a":', "}]")])
def test_what_is_nested_ever_deeper_is_refused(opens: str, closes: str) -> None:
    """Never a fault of the stack's: not where JSON can still be read, and not where it cannot."""
    for depth in range(0, LARGEST, 61):
        deep = f"{opens * depth}1{closes * depth}"
        body = json.dumps(GOOD).replace('"a"', deep)
        assert answer(body.encode()) in (400, 422) if depth else isinstance(answer(body.encode()), Act)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(), lambda i: st.lists(i) | st.dictionaries(st.text(), i)
    )
)
def test_whatever_is_let_in_can_be_written_and_read_again(value: Any) -> None:
    found = answer(json.dumps(GOOD | {"what": {"text": value}}).encode())
    if isinstance(found, Act):
        told = json.dumps(found.what, ensure_ascii=False, allow_nan=False).encode()
        assert json.loads(told) == found.what
    else:
        assert found == 422


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_are_an_act_or_refused(body: bytes) -> None:
    assert answer(body) in (400, 422)


def test_numbers_that_are_let_in_are_finite() -> None:
    act = parsed(b'{"word": "jump", "key": "abcd-1234", "what": {"day": 1e9}}').act
    assert math.isfinite(act.what["day"])
