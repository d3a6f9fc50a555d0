"""Are hosts, origins and keys told apart, and does every answer come with strict headers?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.responses import Response

from analysis.classroom.web.guards import HEADERS, HostCheck, Keys, host_name, is_from_here, plain
from tests.analysis.classroom.web.made_class import ask

KEYS = Keys("a-secret", 8765)


def request(cookies: str = "", **headers: str) -> Request:
    told = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http", "method": "GET", "path": "/", "query_string": b"", "scheme": "http", "server": ("127.0.0.1", 1),
        "headers": [*told, *([(b"cookie", cookies.encode())] if cookies else [])],
    }  # fmt: skip
    return Request(scope)


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("127.0.0.1:8765", "127.0.0.1"), ("localhost", "localhost"), ("LOCALHOST:1", "localhost"),
        ("[::1]:8765", "[::1]"),
        ("me@localhost", ""), ("localhost/x", ""), ("localhost:port", ""), ("localhost:99999", ""), ("", ""),
        ("[::1", ""),
    ],
)  # fmt: skip
def test_the_name_in_a_host_header(host: str, name: str) -> None:
    assert host_name(host) == name


@given(st.text(max_size=20))
def test_any_host_header_has_a_name_or_none(host: str) -> None:
    assert isinstance(host_name(host), str)


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost:8765", 200), ("127.0.0.1", 200), ("example.org", 421), ("localhost.example.org", 421), ("", 421)],
)
def test_only_known_names_are_answered_and_all_answers_are_strict(host: str, status: int) -> None:
    app = HostCheck(plain(200, "app.title"), ["localhost", "127.0.0.1"])
    answer = ask(app, "GET", "/", headers={"Host": host})
    assert answer.status_code == status
    for name, value in HEADERS.items():
        assert answer.headers[name] == value


def test_the_address_at_which_a_request_arrives_is_ours() -> None:
    check = HostCheck(plain(200, "app.title"), [])
    known = {"type": "http", "server": ("192.0.2.7", 80), "headers": [(b"host", b"192.0.2.7:80")]}
    assert check._is_known(known)
    assert not check._is_known(known | {"server": ("192.0.2.8", 80)})
    assert not check._is_known(known | {"headers": known["headers"] * 2})
    assert not check._is_known(known | {"server": None})


def test_a_header_that_an_answer_has_is_left() -> None:
    answer = ask(
        HostCheck(Response(headers={"Cache-Control": "no-cache"}), ["here"]), "GET", "/", headers={"Host": "here"}
    )
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("origin", "here"),
    [
        ("http://localhost:1", True),
        ("http://localhost", False),
        ("https://localhost:1", False),
        ("http://localhost:2", False),
        ("null", False),
        (None, False),
    ],
)
def test_a_post_of_our_page_says_so(origin: str | None, here: bool) -> None:
    assert is_from_here(request(host="localhost:1", **({"origin": origin} if origin else {}))) is here


def test_the_hosts_browser_is_known_by_its_cookie() -> None:
    assert KEYS.is_host(request("climbdown_host_8765=a-secret"))
    for cookies in (
        "",
        "climbdown_host_8765=a-secre",
        "climbdown_host_8766=a-secret",
        "climbdown_host_8765=é",
        "x=a-secret",
    ):
        assert not KEYS.is_host(request(cookies))
    assert KEYS.opens("a-secret")
    assert not KEYS.opens("")
    assert not KEYS.opens("\ud800")


def test_a_browser_gets_its_name_once() -> None:
    first, again = Response(), Response()
    KEYS.know_again(request(), first)
    cookie = first.headers["set-cookie"].partition(";")[0]
    known = request(cookie)
    KEYS.know_again(known, again)
    assert "set-cookie" not in again.headers
    assert KEYS.browser(known) == cookie.partition("=")[2]
    assert KEYS.browser(request()) == ""


def test_the_key_is_given_to_this_site_alone() -> None:
    answer = Response()
    KEYS.give_key(answer)
    told = answer.headers["set-cookie"].lower()
    assert told.startswith("climbdown_host_8765=a-secret;")
    assert "httponly" in told
    assert "samesite=strict" in told
    assert "domain" not in told
