"""Does a lesson survive what happens to its server: killed, frozen, without room on the disk, with threads that hang?

Each test has a server of its own, a real process, since it is done away with or held up.
"""

from __future__ import annotations

import json
import re
import resource
import signal
import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from analysis.classroom.session.facts import Fact
from analysis.classroom.web.event_log import read
from analysis.classroom.web.kept_sessions import KeptSessions
from tests.analysis.classroom.running import ROOT, Server, events, running, wait_for
from tests.analysis.classroom.web import hanging_server

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and freezes processes as Linux does")


def begin(server: Server) -> None:
    """Begin the first lesson and watch it, its clock at rest: a machine that stalls would pass for one that slept."""
    server.act("open", lesson="waiting", surface="mirrored")
    server.act("go", step=1)
    server.act("clock", do="pause")


def kept(folder: Path) -> tuple[list[Any], dict[str, str]]:
    """Facts of the one session in a folder, and what is beside them."""
    (file,) = KeptSessions(folder).files()
    return read(file)


def test_a_lesson_goes_on_after_kills_as_it_was_to_the_bit(tmp_path: Path) -> None:
    """Killed while its clock stands, then while it plays, then taken up again from the start of another server."""
    with running(tmp_path) as server:
        begin(server)
        for word in ("step", "step", "step"):
            server.act(word)
        server.act("note", text="before the fall")
        before = server.state()
        server.kill()
        port, cookies = server.port, server.browser.cookies
    with running(tmp_path, "--resume", port=port) as server:
        with httpx.Client(base_url=server.address, cookies=cookies) as page:  # a page that was open goes on by itself
            assert page.get("/state", params={"surface": "wall"}).json() == before
        server.act("clock", do="resume")
        server.act("stops", on=False)
        server.act("play")
        playing = server.until(lambda picture: picture["view"]["day"] > before["view"]["day"])
        server.kill()
    with running(tmp_path) as server:
        offered = server.state()["view"]["resume"]
        assert offered == {"title": before["lesson"]["title"], "minute": playing["lesson"]["minute"]}
        assert server.post("resume", key="go-on-with-it").json()["dup"] is False
        picture = server.state()
        assert (picture["session"], picture["alert"]) == (before["session"], {"id": "app.interrupted"})
        assert (picture["view"]["playing"], picture["lesson"]["paused"]) == (False, True)
        assert picture["view"]["day"] >= playing["view"]["day"]
        assert server.post("resume", key="go-on-with-it").json()["dup"] is True
        assert server.post("resume").status_code == 409
        server.act("clock", do="resume")
        assert server.state()["alert"] is None


def test_no_acknowledged_act_is_lost_and_none_is_done_twice(tmp_path: Path) -> None:
    """Notes are posted as fast as they go, and the server is killed among them."""
    acknowledged: dict[str, int] = {}
    with running(tmp_path) as server:
        begin(server)

        def post_until_it_falls() -> None:
            for number in range(40):
                answer = server.post("note", {"text": str(number)}, key=f"note-{number:04}")
                acknowledged[f"note-{number:04}"] = answer.json()["number"]

        def post() -> None:
            with pytest.raises(httpx.HTTPError):
                post_until_it_falls()

        posting = threading.Thread(target=post)
        posting.start()
        wait_for(lambda: len(acknowledged) > 12)
        server.kill()
        posting.join()
    facts = kept(tmp_path)[0]
    assert [fact.number for fact in facts] == [*range(1, len(facts) + 1)]
    numbers = {fact.key: fact.number for fact in facts if fact.kind == "noted"}
    assert acknowledged.items() <= numbers.items()
    with running(tmp_path, "--resume") as server:
        unsent = f"note-{len(acknowledged):04}"  # the page does not know whether this was heard, and sends it again
        again = server.post("note", {"text": "again"}, key=unsent).json()
        assert again["dup"] == (unsent in numbers)
        for key, number in acknowledged.items():
            assert server.post("note", {"text": "again"}, key=key).json() == {"number": number, "dup": True}
    assert [fact.key for fact in kept(tmp_path)[0]].count(unsent) == 1


def test_what_hangs_or_fails_holds_up_nothing_else(tmp_path: Path) -> None:
    command = (sys.executable, str(ROOT / "tests/analysis/classroom/web/hanging_server.py"))
    with closing(Server(tmp_path, command=command)) as server:
        begin(server)
        server.count_nothing(2)
        server.act("go", step=1)
        number = server.state()["number"]
        answers: list[httpx.Response] = []
        hanging = threading.Thread(
            target=lambda: answers.append(server.newcomer_with_link().post("/act", json=note(hanging_server.HANGS)))
        )
        hanging.start()
        assert [server.act("note", text=text) for text in "abc"] == [number + 1, number + 2, number + 3]
        assert server.state()["number"] == number + 3
        hanging.join()
        assert (answers[0].status_code, answers[0].json()["message"]) == (503, "refused.slow")

        server.act("note", text=hanging_server.FAULTY_PICTURES)
        told = server.until(lambda picture: picture["alert"] is not None)
        assert (told["alert"], told["number"]) == ({"id": "app.view_failed"}, number + 3)
        assert "a fault in a picture" in server.said

        server.act("note", text=hanging_server.NO_MORE_PICTURES)
        told = server.until(lambda picture: picture["alert"] == {"id": "app.view_slow"})
        assert told["number"] == number + 3, "the last good picture stays"
        assert server.act("step") == number + 6
        assert server.stop() == 0
    assert kept(tmp_path)[0][-1].number == number + 6


def note(text: str) -> dict[str, Any]:
    """A note, as a page posts it."""
    return {"word": "note", "what": {"text": text}, "key": "a-note-of-its-own"}


def test_a_shared_wall_is_for_all_and_only_to_be_seen(tmp_path: Path) -> None:
    with running(tmp_path, "--share") as server:
        assert "everybody in this network can watch the wall" in " ".join(server.said.split())
        guest = server.newcomer()
        waiting = guest.get("/wall")
        assert (waiting.status_code, waiting.headers["refresh"]) == (200, "5")
        assert guest.get("/state", params={"surface": "wall"}).status_code == 503, "the start is the teacher's"
        begin(server)
        assert guest.get("/wall").headers["content-type"].startswith("text/html")
        wait_for(lambda: guest.get("/state", params={"surface": "wall"}).status_code == 200)
        with server.stream("wall", browser=guest) as pictures:
            seen = next(picture for picture in pictures if picture["number"] == server.state()["number"])
        assert seen == server.state() | {"controls": False}
        for path in ("/desk", "/state?surface=desk", "/stream?surface=desk"):
            assert guest.get(path).status_code == 403
        assert guest.post("/act", json=note("no")).status_code == 403
        assert server.key not in json.dumps(seen)
        server.act("end")
        number = server.act("open", lesson="host", surface="mirrored")
        second = server.state()
        assert (number, second["lesson"]["id"]) == (1, "host"), "another lesson has a log of its own"
        assert second["session"] != seen["session"]
    assert len(KeptSessions(tmp_path).files()) == 2


def test_a_lid_that_was_closed_stops_the_clock_and_loses_nothing(tmp_path: Path) -> None:
    with running(tmp_path) as server:
        begin(server)
        server.act("clock", do="resume")
        server.act("stops", on=False)
        with server.stream() as pictures:
            next(pictures)
            server.act("play")
            with server.frozen():
                time.sleep(5.5)  # the jump of the clock is what this is about
            found = next(picture for picture in pictures if picture["lesson"]["paused"])
            assert (found["view"]["playing"], found["alert"]) == (False, {"id": "app.interrupted"})
        server.act("clock", do="resume")
    interrupted = next(fact for fact in kept(tmp_path)[0] if fact.kind == "interrupted")
    assert interrupted.at - interrupted.what["since"] >= 5, "the clock stands at the moment when the lid was closed"


def test_a_full_disk_and_a_lesson_that_does_not_check_are_said_and_got_over(tmp_path: Path) -> None:
    shipped = (ROOT / "scenarios" / "lessons" / "waiting.yaml").read_text(encoding="utf-8")
    file = tmp_path / "mine.yaml"
    file.write_text(shipped.replace("title:", "titel: <b>\ntitle:", 1), encoding="utf-8")
    with running(tmp_path / "data", "--lesson", str(file)) as server:
        assert f"{file}:" in server.said
        (broken,) = server.state()["view"]["broken"]
        assert broken["name"] == str(file)
        assert re.match(rf"{re.escape(str(file))}:\d+:\d+: .*titel", broken["message"])
        assert server.post("open", {"lesson": "mine", "surface": "mirrored"}).status_code == 422
        begin(server)
        _check_a_full_disk(server)
        server.kill()
    assert [fact.key for fact in kept(tmp_path / "data")[0]].count("while-it-is-full") == 1


def _check_a_full_disk(server: Server) -> None:
    before = server.state()
    (file,) = KeptSessions(server.folder).files()
    size = file.with_name(f"{file.name}-wal").stat().st_size
    unlimited = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (size, unlimited[1]))
    with server.stream() as pictures:
        answer = server.post("note", {"text": "is there room?"}, key="while-it-is-full")
        assert (answer.status_code, answer.json()["message"]) == (507, "refused.disk_full")
        told = next(picture for picture in pictures if picture["alert"])
    assert told == before | {"alert": {"id": "app.disk_full"}}
    assert server.post("step").status_code == 507
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, unlimited)
    answer = server.post("note", {"text": "is there room?"}, key="while-it-is-full")
    assert answer.json() == {"number": before["number"] + 1, "dup": False}
    assert server.state()["alert"] is None


def test_two_servers_know_nothing_of_each_other_and_end_at_once(tmp_path: Path) -> None:
    with running(tmp_path / "one") as one, running(tmp_path / "two", port=one.port) as two:
        assert two.port > one.port
        assert f"Port {one.port} is taken" in two.said
        with httpx.Client() as browser:  # one browser for both, which sends cookies to every port
            _check_nothing_crosses(browser, one, two)
        for server, number in ((one, signal.SIGINT), (two, signal.SIGTERM)):
            _check_it_ends(server, number)
    for name in ("one", "two"):
        assert [fact.what["text"] for fact in kept(tmp_path / name)[0] if fact.kind == "noted"] == [name]


def _check_nothing_crosses(browser: httpx.Client, one: Server, two: Server) -> None:
    for server, text in ((one, "one"), (two, "two")):
        browser.get(server.link)
        for word, what in (("open", {"lesson": "waiting", "surface": "mirrored"}), ("note", {"text": text})):
            body = {"word": word, "what": what, "key": f"same-key-{word}"}
            answer = browser.post(f"{server.address}/act", json=body, headers={"Origin": server.address})
            assert answer.json()["dup"] is False
    foreign = browser.post(f"{two.address}/act", json=note("no"), headers={"Origin": one.address})
    assert foreign.status_code == 403
    names = {browser.get(f"{server.address}/state?surface=wall").json()["session"] for server in (one, two)}
    assert len(names) == 2


def _check_it_ends(server: Server, number: int) -> None:
    """With pages open, each of which hears of it; with nothing left beside the session's file, and no complaint."""
    streams = [server.browser.send(server.browser.build_request("GET", "/stream?surface=wall"), stream=True)]
    streams.append(server.newcomer_with_link().send(streams[0].request, stream=True))
    following = [events(stream) for stream in streams]
    for stream in following:
        assert next(stream)[0] == "message"
    server.signal(number)
    assert [[*stream][-1][0] for stream in following] == ["bye", "bye"]
    assert server.process.wait(60) == 0
    assert "Traceback" not in server.said
    (file,) = KeptSessions(server.folder).files()
    assert [path for path in server.folder.iterdir() if path.name.startswith(file.name)] == [file]


def test_a_session_that_is_open_elsewhere_is_not_taken(tmp_path: Path) -> None:
    log = KeptSessions(tmp_path).new()
    log.append([Fact(1, 0.0, "opened", {})])
    with closing(log), pytest.raises(AssertionError, match="open in another climbdown serve"):
        Server(tmp_path, "--resume")
