"""Snapshots made by hand, one for every screen: what a page may be sent at its fullest, to see that it is all there."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

from analysis.classroom.drawing.canvas import COLUMN_CHART, COLUMN_LADDER
from analysis.classroom.drawing.charts import chart
from analysis.classroom.drawing.ladder import ladder
from analysis.classroom.session.state import CHARTS
from analysis.classroom.views.shapes import Control, Drawing, SliderView, Snapshot
from sim.results.trajectory import Trajectory
from sim.run import run_one
from tests.browser.classroom_forecasts import FORECASTS

BARS, SMALL = (640, 300), (484, 130)
"""Width and height of drawings that are made up here, in pixels of the smallest place that shows them."""


@cache
def world() -> Trajectory:
    """A world, drawn as the classroom draws it."""
    return run_one("us-china-2025", seed=1)


def drawing(name: str, size: tuple[int, int]) -> Drawing:
    """A drawing of that size with letters of 22 pixels, a word in each corner."""
    width, height = size
    corners = ((4, 24, "start"), (width - 4, 24, "end"), (4, height - 8, "start"), (width - 4, height - 8, "end"))
    words = "".join(f'<text x="{x}" y="{y}" text-anchor="{a}">{name[:8]} {y}</text>' for x, y, a in corners)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{name} is drawn" font-size="22">{words}'
        f'<path class="line a-line" d="M10 {height / 2}L{width - 10} 40" stroke-width="4"/></svg>'
    )
    return {"svg": svg, "text": f"{name} is drawn.", "columns": ["week", "Verenia"], "rows": [["1", "20"], ["2", "30"]]}


def control(act: str, label: str, shortcut: str = "", pressed: bool | None = None, **what: Any) -> Control:
    """A control that is enabled."""
    return {
        "act": act,
        "what": what,
        "label": {"id": label},
        "shortcut": shortcut,
        "pressed": pressed,
        "enabled": True,
    }


def slider(name: str, label: str, value: float, at_low: str, at_high: str) -> SliderView:
    """A slider between 0 and 1."""
    return {
        "id": name, "label": label, "value": value, "file_value": 0.5, "low": 0.0, "high": 1.0, "step": 0.1,
        "at_low": at_low, "at_high": at_high, "choices": [],
    }  # fmt: skip


CARD = {
    "date": "18 April 2025",
    "text": "Li Qiang asked for a call at the level of officials, but named no date, since the pressure at home had "
    "grown and the other side had shown no sign of giving in at all.",
    "decision": 12,
}
WAITING = [
    "No word has passed for 23 days.",
    "Verenia's leader believes that the other will call first within about a week.",
    "Ostmark's leader believes that the other can wait for much longer.",
]
SLIDERS = [
    slider("ego", "How much losing face hurts", 0.7, "hardly", "more than anything"),
    slider("market", "How much falling markets hurt", 0.5, "hardly", "very much"),
    slider("patience", "How long the public is patient", 0.3, "for days", "for months"),
    {**slider("host", "A host who offers a room", 0.5, "", ""), "choices": ["nobody", "a neutral country"],
     "value": "nobody", "file_value": "a neutral country"},
]  # fmt: skip
CONTROLS = [
    control("play", "watch.play", "Space"),
    control("step", "watch.step", "ArrowRight"),
    control("why", "watch.why", "w", pressed=False, decision=12),
    control("compare", "watch.compare", "c"),
]


def to_step(act_label: str, key: str, step: int) -> Control:
    """A control that goes to another step."""
    made = control("go", act_label, key, step=step)
    return {**made, "label": {"id": act_label, "name": {"id": f"screen.{SCREENS[step]}"}}}


SCREENS = ("brief", "watch", "compare", "predict", "debrief", "ticket")
LESSON_CONTROLS = [
    to_step("lesson.to_next", "n", 3),
    to_step("lesson.to_previous", "p", 1),
    control("clock", "lesson.pause_clock", do="pause"),
    control("clock", "lesson.plus_minute", do="minute"),
    control("undo", "lesson.undo", "u"),
]
MORE = [
    control("stops", "watch.stops", "s", pressed=True, on=False),
    control("numbers", "watch.numbers", "d", pressed=False, on=True),
    control("again", "watch.again", "r"),
    control("file", "watch.file_values"),
    control("luck", "watch.other_luck", "l"),
    control("back", "watch.back", "ArrowLeft"),
    control("event", "watch.previous_event", "Shift+ArrowLeft", to="previous"),
    control("event", "watch.next_event", "Shift+ArrowRight", to="next"),
    control("jump", "watch.to_beginning", "Home", day=0),
    control("speed", "watch.speed_0_5", pressed=False, weeks=0.5),
    control("speed", "watch.speed_1", pressed=True, weeks=1),
    control("speed", "watch.speed_2", pressed=False, weeks=2),
    *LESSON_CONTROLS,
]


def watch(**changes: Any) -> dict[str, Any]:
    """A world in its fourteenth week."""
    view = {
        "title": "Who calls first", "date": "18 April 2025", "week": 14, "weeks": 16, "day": 98.0, "playing": False,
        "speed": 1.0, "stops": True, "ladder": ladder(world(), 98.0),
        "charts": [chart(world(), name, 98.0) for name in CHARTS],
        "card": CARD, "waiting": WAITING, "stop": None, "why": None, "ending": "",
        "key_numbers": "Week 14. Pressure on Verenia 40, on Ostmark 35.", "controls": CONTROLS, "more": MORE,
        "sliders": SLIDERS, "changed": "Changed: how much a leader minds losing face, 0.7 instead of 0.5.",
    }  # fmt: skip
    return view | changes


STOP = {
    "decision": 13,
    "date": "20 April 2025",
    "question": "What will Ostmark's leader do now?",
    "options": ["wait", "ask for a call", "ask for a meeting", "raise the tariff", "ease the tariff a little",
                "warn in public", "send an envoy", "ask a neutral country for a room"],
}  # fmt: skip
WHY = {
    "decision": 12,
    "title": "Why did Ostmark's leader ask for a call?",
    "told": [
        "He asked for a call since the losses at home had grown for three weeks, and since waiting was worth little.",
        "What spoke against it was that a request which is turned down costs face in front of everybody at home.",
    ],
    "bars": drawing("For and against", BARS),
    "luck": "A choice with a chance of 1 in 5, which came up here.",
    "options": [
        {"name": "ask for a call", "value": "0.42", "chance": "21%", "chosen": True},
        {"name": "wait", "value": "0.81", "chance": "48%", "chosen": False},
        {"name": "raise the tariff", "value": "0.30", "chance": "17%", "chosen": False},
    ],
    "numbers": False,
    "flip": [],
    "flip_state": "none",
}
FLIP = ["Had losing face mattered a fifth more to him, he would have waited."]


def compare(**changes: Any) -> dict[str, Any]:
    """Two worlds that have parted."""
    columns = [
        {
            "name": name, "ladder": ladder(world(), 63.0, COLUMN_LADDER),
            "chart": chart(world(), "asking", 63.0, COLUMN_CHART), "card": CARD, "ending": "", "reason": reason,
        }
        for name, reason in (
            ("As in the file", "Ostmark's leader waited, since a refusal would have cost too much face at home."),
            ("Changed", "Ostmark's leader asked for a call, since losing face mattered little to him."),
        )
    ]  # fmt: skip
    view = {
        "difference": "Only difference: how much a leader minds losing face, 0.5 and 0.1.", "week": 9, "weeks": 16,
        "day": 63.0, "playing": False, "columns": columns, "charts": [], "identical": False,
        "parting": "They part on 12 April 2025, in week 9: one asks, the other waits.", "lucks": [], "lucks_told": "",
        "controls": [control("play", "watch.play", "Space"), control("step", "watch.step", "ArrowRight"),
                     control("lucks", "compare.lucks", "l", on=True)],
        "more": MORE, "sliders": SLIDERS,
    }  # fmt: skip
    return view | changes


LUCKS = [{"name": name, "drawing": drawing("Ten worlds", SMALL)} for name in ("As in the file", "Changed")]
LUCKS_TOLD = "Somebody calls in 4 of ten worlds as in the file, and in 7 of ten with the change."
BRIEF = {
    "question": "Two leaders have not spoken for weeks, and both lose by it: who calls first, and what does it take?",
    "facts": [
        "Both sides have raised tariffs on each other four times since the beginning of the year.",
        "Markets have fallen in both countries, in one of them by about a tenth.",
        "Each leader has said in public that it is for the other to call.",
        "Officials below them still meet, but may not settle anything.",
        "A neutral country has offered a room to whoever wants it.",
    ],
    "controls": [to_step("lesson.to_next", "n", 1)],
    "more": LESSON_CONTROLS,
}
TICKET = {
    "questions": [
        "Two companies are at odds over a patent, and neither has written for a month. Name two signs of who will.",
        "What would have to be true for a host to change nothing?",
        "How sure are you, from 0 to 100?",
    ],
    "papers": [
        {"address": f"/paper/{name}", "label": {"id": f"ticket.paper_{name}"}}
        for name in ("student", "instructor", "run_sheet", "counts", "session")
    ],
    "controls": [control("end", "ticket.end")],
    "more": LESSON_CONTROLS,
}
START = {
    "lessons": [
        {
            "id": "waiting",
            "title": "Who calls first: waiting",
            "minutes": 50,
            "question": BRIEF["question"],
            "run_sheet": "/paper/run_sheet?lesson=waiting",
        },
        {
            "id": "host",
            "title": "Face and the host",
            "minutes": 50,
            "question": BRIEF["question"],
            "run_sheet": "/paper/run_sheet?lesson=host",
        },
        {
            "id": "memory",
            "title": "Memory",
            "minutes": 50,
            "question": BRIEF["question"],
            "run_sheet": "/paper/run_sheet?lesson=memory",
        },
        {
            "id": "forecasts",
            "title": "Why forecasts are distributions",
            "minutes": 50,
            "question": BRIEF["question"],
            "run_sheet": "/paper/run_sheet?lesson=forecasts",
        },
    ],
    "broken": [{"name": "mine.yaml", "message": "mine.yaml:12:7: minuets is no key of a step; did you mean minutes?"}],
    "first": "waiting",
    "resume": None,
}
LESSON = {
    "id": "waiting", "title": "Who calls first: waiting", "step": 1,
    "steps": [{"screen": screen, "minutes": 8, "dropped": screen == "compare"} for screen in SCREENS],
    "minute": 14, "left": 36, "until_debrief": 19, "paused": False, "late": False,
    "say": "Before I press play: put up your hand if you think that the side which loses more will call first.",
    "drop": [],
    "clock": [control("clock", "lesson.pause_clock", do="pause"), control("clock", "lesson.plus_minute", do="minute"),
              control("undo", "lesson.undo", "u")],
    "leaves_out": ["Parliaments, allies and other quarrels.", "What clever people would do."],
}  # fmt: skip

VIEWS: dict[str, tuple[str, dict[str, Any]]] = {
    "start": ("start", START),
    "start-resume": ("start", {**START, "broken": [], "resume": {"title": "Face and the host", "minute": 17}}),
    "brief": ("brief", BRIEF),
    "watch": ("watch", watch()),
    "watch-stop": ("watch", watch(stop=STOP)),
    "watch-why": ("watch", watch(why=WHY)),
    "watch-flip": ("watch", watch(why={**WHY, "flip": FLIP, "flip_state": "done"})),
    "watch-numbers": ("watch", watch(why={**WHY, "numbers": True})),
    "watch-ending": ("watch", watch(ending="They spoke on 2 May and met in a neutral country three weeks later.")),
    "compare": ("compare", compare()),
    "compare-lucks": ("compare", compare(lucks=LUCKS, lucks_told=LUCKS_TOLD)),
    "compare-same": ("compare", compare(identical=True, parting="")),
    **FORECASTS,
    "ticket": ("ticket", TICKET),
}
"""What is shown, by a name of its own: the screen and its view."""


def snapshot(name: str, surface: str = "wall", number: int = 1, **changes: Any) -> Snapshot:
    """The snapshot of a made view."""
    screen, view = VIEWS[name]
    lesson = None if screen == "start" else {**LESSON, "step": SCREENS.index(screen)}
    made = {
        "number": number, "session": "made", "surface": surface, "screen": screen, "controls": True, "language": "en",
        "lesson": lesson, "view": view, "alert": None,
    }  # fmt: skip
    return deepcopy(made | changes)  # type: ignore[return-value]
