"""Is whatever a server should not do refused, with the right status and in plain words, and nothing changed by it?

All of this is asked of a real server with a lesson in the middle of it.
"""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from analysis.classroom.web.guards import HEADERS
from analysis.classroom.web.posts import LARGEST
from analysis.classroom.web.streams import MOST_PER_BROWSER
from tests.analysis.classroom.running import Server, events, running

HOSTILE = "<img src=x onerror=alert(1)>\u202e</script><b>"
JSON = {"Content-Type": "application/json"}
GOOD = {"word": "note", "what": {"text": "a note"}, "key": "abcd-1234"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("sessions")) as found:
        found.act("open", lesson="waiting", surface="second")
        found.count_nothing(2)
        found.act("go", step=1)
        found.act("step")
        found.act("clock", do="pause")  # or a machine that stalls for seconds would pass for one that slept
        yield found


def changes(test: Any) -> Any:
    """Mark a test after which the session is another."""
    test.changes = True
    return test


@pytest.fixture(autouse=True)
def nothing_changes(request: pytest.FixtureRequest, server: Server) -> Iterator[None]:
    """Unless a test says otherwise, the session is after it what it was before."""
    before = server.state("wall") | {"lesson": None}
    yield
    if not hasattr(request.function, "changes"):
        assert server.state("wall") | {"lesson": None} == before
    assert server.process.poll() is None


def refused(answer: httpx.Response, status: int, message: str) -> None:
    """Whether an answer is a refusal with that status and message, in a sentence for people as well."""
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/json"), answer.text
    said = answer.json()
    assert said["message"] == message
    assert said["text"].endswith(".")
    assert "{" not in said["text"]


def test_a_page_of_another_site_can_post_nothing(server: Server) -> None:
    for origin in (
        "http://example.org",
        "null",
        f"http://127.0.0.1:{server.port + 1}",
        f"https://127.0.0.1:{server.port}",
        "",
    ):
        answer = server.browser.post("/act", json=GOOD, headers={"Origin": origin})
        refused(answer, 403, "refused.origin")
    del (browser := httpx.Client(base_url=server.address, cookies=server.browser.cookies)).headers["user-agent"]
    refused(browser.post("/act", json=GOOD), 403, "refused.origin")
    browser.close()


HOSTS = ("example.org", "127.0.0.1.example.org", "127.0.0.1@example.org", "10.0.0.1", "", "a:b")
"""Names that are not ours."""


def test_another_name_is_not_answered(server: Server) -> None:
    for host in HOSTS:
        for path in ("/", "/wall", "/state?surface=wall", "/stream?surface=wall", "/static/app.js"):
            answer = server.browser.get(path, headers={"Host": host})
            assert answer.status_code in (400, 421), path
            assert "climbdown" not in answer.headers.get("set-cookie", "")
        own = {"Host": f"{host}:{server.port}", "Origin": f"http://{host}:{server.port}"}
        assert server.browser.post("/act", json=GOOD, headers=own).status_code in (400, 421)


def test_who_has_not_opened_the_link_leads_and_sees_nothing(server: Server) -> None:
    newcomer = server.newcomer()
    refused(newcomer.post("/act", json=GOOD), 403, "refused.not_host")
    for surface in ("wall", "desk"):
        for path in ("state", "stream"):
            refused(newcomer.get(f"/{path}", params={"surface": surface}), 403, "refused.not_host")
        page = newcomer.get(f"/{surface}")
        assert page.status_code == 403
        assert "link in the terminal" in page.text
    paper = newcomer.get("/paper/instructor", headers={"Accept": "text/html,*/*"})
    assert (paper.status_code, paper.headers["content-type"]) == (403, "text/plain; charset=utf-8")
    assert "open that link again" in paper.text
    assert newcomer.get("/", params={"key": "guessed"}).status_code == 403
    assert not newcomer.cookies
    newcomer.cookies.set(f"climbdown_host_{server.port}", server.key[:-1])
    refused(newcomer.post("/act", json=GOOD), 403, "refused.not_host")
    newcomer.close()


def test_the_key_leaves_the_address_and_scripts_cannot_read_it(server: Server) -> None:
    newcomer = server.newcomer()
    answer = newcomer.get("/", params={"key": server.key})
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk")
    (cookie,) = answer.headers.get_list("set-cookie")
    name, _, attributes = cookie.partition("=")
    assert name == f"climbdown_host_{server.port}"
    assert {part.strip().lower() for part in attributes.split(";")[1:]} >= {"httponly", "samesite=strict", "path=/"}
    for surface in ("wall", "desk"):
        page = newcomer.get(f"/{surface}")
        assert server.key not in page.text
        assert page.headers["cache-control"] == "no-store"
        assert server.key not in json.dumps(server.state(surface))
    newcomer.close()


NO_ACTS: list[tuple[bytes, int, str]] = [
    (b"", 400, "refused.no_json"),
    (b"word=play", 400, "refused.no_json"),
    (b"\xff\xff", 400, "refused.no_json"),
    (b"[" * LARGEST, 400, "refused.no_json"),
    (b"[]", 422, "refused.shape"),
    (json.dumps(GOOD | {"key": "x"}).encode(), 422, "refused.shape"),
    (json.dumps(GOOD | {"word": None}).encode(), 422, "refused.shape"),
    (json.dumps(GOOD | {"what": {"text": float("nan")}}).encode(), 422, "refused.values"),
    (b'{"word":"jump","what":{"day":1e999},"key":"abcd-1234"}', 422, "refused.values"),
    (b'{"word":"note","what":{"text":"\\ud800"},"key":"abcd-1234"}', 422, "refused.values"),
    (b" " * (LARGEST + 1), 413, "refused.too_large"),
    (b"x" * 2_000_000, 413, "refused.too_large"),
]


def test_what_is_no_act_is_refused(server: Server) -> None:
    for body, status, message in NO_ACTS:
        refused(server.browser.post("/act", content=body, headers=JSON), status, message)


NOT_NOW: list[tuple[str, dict[str, Any]]] = [
    ("launch", {}),
    ("go", {"step": 99}), ("go", {"step": -1}), ("go", {"step": True}), ("go", {"step": 1.5}),
    ("go", {"step": "1"}), ("go", {}), ("go", {"step": 2, "more": 1}),
    ("jump", {"day": "soon"}), ("jump", {"day": None}), ("speed", {"weeks": 0}), ("speed", {"weeks": -1}),
    ("speed", {"weeks": 1e9}), ("stops", {"on": 1}), ("why", {"decision": -1}), ("why", {"decision": 1e8}),
    ("set", {"slider": "nothing", "value": 1, "world": "this"}), ("set", {"slider": [], "value": {}, "world": 3}),
    ("note", {"text": "x" * 501}), ("note", {"text": 3}), ("chart", {"name": HOSTILE}), ("debrief", {"to": "end"}),
    ("hands", {"round": "first", "counts": [1, 2, 3, 4, 5]}), ("hands", {"round": "first", "counts": [-1] * 5}),
    ("reveal", {}), ("phase", {"to": "hundred"}), ("open", {"lesson": "waiting", "surface": "mirrored"}),
    ("open", {"lesson": HOSTILE, "surface": "mirrored"}), ("clock", {"do": "back"}), ("drop", {"step": 0}),
    ("resume", {}),
]  # fmt: skip
"""Acts that say what they may not, or come when they may not."""


def test_an_act_that_cannot_be_done_is_refused(server: Server) -> None:
    for word, what in NOT_NOW:
        answer = server.post(word, what)
        assert answer.status_code in (409, 422), (word, what, answer.text)
        refused(answer, answer.status_code, answer.json()["message"])


def test_an_act_must_say_that_it_is_json(server: Server) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""):
        answer = server.browser.post("/act", content=json.dumps(GOOD), headers={"Content-Type": kind})
        refused(answer, 415, "refused.no_json")


def test_what_was_pressed_too_late_is_refused(server: Server) -> None:
    number = server.state()["number"]
    refused(server.post("note", {"text": "late"}, seen=1), 409, "refused.stale")
    refused(server.post("note", {"text": "early"}, seen=number + 1), 409, "refused.stale")
    refused(server.post("note", {"text": "other"}, session="another"), 409, "refused.other_session")


@changes
def test_what_is_sent_twice_is_done_once(server: Server) -> None:
    first = server.post("note", {"text": HOSTILE}, key="the-same-key")
    with ThreadPoolExecutor(8) as several:
        again = list(several.map(lambda _: server.post("note", {"text": HOSTILE}, key="the-same-key"), range(8)))
    assert first.json() == {"number": first.json()["number"], "dup": False}
    assert {answer.text for answer in again} == {json.dumps(first.json() | {"dup": True}, separators=(",", ":"))}
    assert server.state("desk")["number"] == first.json()["number"]


@changes
def test_a_hostile_note_is_text_and_nothing_else(server: Server) -> None:
    server.act("note", text=HOSTILE)
    session = server.browser.get("/state", params={"surface": "desk"})
    assert session.headers["content-type"] == "application/json"
    assert session.headers["x-content-type-options"] == "nosniff"


def test_every_answer_is_strict(server: Server) -> None:
    asked = [
        "/",
        "/wall",
        "/desk",
        "/state?surface=wall",
        "/static/app.js",
        "/nowhere",
        "/state",
        "/act",
        "/static/no.js",
    ]
    for path in asked:
        answer = server.browser.get(path)
        for name in set(HEADERS) - {"Cache-Control"}:
            assert answer.headers[name] == HEADERS[name], path
        assert "server" not in answer.headers
    assert "'unsafe" not in HEADERS["Content-Security-Policy"]


def test_an_address_that_is_none_is_said_plainly(server: Server) -> None:
    for path in (
        f"/{HOSTILE}",
        "/static/../../pyproject.toml",
        "/static/%2e%2e/%2e%2e/messages.py",
        "/static/",
    ):
        answer = server.browser.get(path)
        assert answer.status_code in (404, 405), path
        assert answer.headers["content-type"].startswith("text/plain")
    assert server.browser.get("/act").status_code == 405
    assert server.browser.put("/act").status_code == 405
    assert server.browser.post("/wall").status_code == 405


def test_files_have_their_types_and_are_asked_for_once(server: Server) -> None:
    types = {
        "app.js": "text/javascript",
        "look.css": "text/css",
        "messages/en.json": "application/json",
        "icon.svg": "image/svg",
    }
    for name, kind in types.items():
        answer = server.browser.get(f"/static/{name}")
        assert answer.headers["content-type"].startswith(kind)
        again = server.browser.get(f"/static/{name}", headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_more_pages_than_a_browser_has_connections(server: Server) -> None:
    """Eight tabs: those that can be live are, the older ones hear so, and what is pressed is done."""
    page = server.browser.get("/wall")  # gives the browser a name by which its pages are counted
    assert page.status_code == 200
    streams = []
    for _ in range(8):
        answer = server.browser.send(server.browser.build_request("GET", "/stream?surface=wall"), stream=True)
        following = events(answer)
        assert next(following)[0] == "message"
        streams.append((answer, following))
    for answer, following in streams[: 8 - MOST_PER_BROWSER]:
        assert [name for name, _ in following][-1] == "elsewhere"
        answer.close()
    with server.stream(
        "desk", browser=server.newcomer_with_link()
    ) as pictures:  # another browser is not counted with it
        assert next(pictures)["surface"] == "desk"
    for answer, _ in streams[8 - MOST_PER_BROWSER :]:
        assert not answer.is_closed
        answer.close()


def test_a_post_that_never_arrives_holds_up_nobody(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port)) as slow:
        cookies = "; ".join(f"{name}={value}" for name, value in server.browser.cookies.items())
        head = (
            f"POST /act HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nOrigin: {server.address}\r\nCookie: {cookies}\r\n"
        )
        slow.sendall(f"{head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{{".encode())
        refused(server.post("launch"), 422, "refused.act")
        assert server.state()["screen"] == "watch"


@changes
def test_a_browser_that_goes_away_has_been_heard_all_the_same(server: Server) -> None:
    number = server.state()["number"]
    body = json.dumps({"word": "note", "what": {"text": "gone"}, "key": "gone-before"})
    cookies = "; ".join(f"{name}={value}" for name, value in server.browser.cookies.items())
    with socket.create_connection(("127.0.0.1", server.port)) as gone:
        head = (
            f"POST /act HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nOrigin: {server.address}\r\nCookie: {cookies}\r\n"
        )
        gone.sendall(f"{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode())
    server.until(lambda picture: picture["number"] == number + 1)
    assert server.post("note", {"text": "gone"}, key="gone-before").json() == {"number": number + 1, "dup": True}


@changes
def test_a_flood_is_turned_away_and_what_is_done_keeps_its_order(server: Server) -> None:
    before = server.state()["number"]
    start = threading.Barrier(24)

    def press(number: int) -> tuple[int, int]:
        start.wait()
        answer = server.post("speed", {"weeks": (0.5, 1, 2)[number % 3]}, key=f"flood-{number:04}")
        return answer.status_code, answer.json().get("number", 0)

    with ThreadPoolExecutor(24) as several:
        answers = list(several.map(press, range(24)))
    assert {status for status, _ in answers} <= {200, 429}
    done = [number for status, number in answers if status == 200]
    assert len(done) >= 16
    assert before <= max(done) == server.state()["number"]
