"""Does a server begin, answer, and end: its first page, a lesson begun, a stream that goes on, and Ctrl-C?"""

from __future__ import annotations

from pathlib import Path

from tests.analysis.classroom.running import running


def test_a_lesson_is_begun_and_watched(tmp_path: Path) -> None:
    with running(tmp_path) as server:
        assert server.state()["screen"] == "start"
        server.act("open", lesson="waiting", surface="mirrored")
        server.act("go", step=1)
        number = server.act("step")
        picture = server.until(lambda picture: picture["number"] == number)
        assert (picture["screen"], picture["surface"]) == ("watch", "wall")
        server.act("stops", on=False)
        server.act("play")
        with server.stream() as pictures:
            days = [picture["view"]["day"] for picture, _ in zip(pictures, range(3), strict=False)]
        assert days == sorted(days)
        assert server.stop() == 0
        assert "Stopped. To go on with the lesson: climbdown serve --resume" in server.said
