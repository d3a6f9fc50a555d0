"""The shapes of what a browser is sent: each screen's view, as JSON has it. The pages draw these and know nothing else.

Sentences about the world come ready, in the words of the case; so does every number. What the interface itself says
are ids of messages, which the pages look up.
"""

from __future__ import annotations

from typing import Any, Literal, TypedDict

from analysis.classroom.drawing.canvas import Drawing

Text = dict[str, Any]
"""A message of the interface: ``{"id": "watch.week", "n": 3}``; what is beside ``id`` goes into the text."""


class Control(TypedDict):
    """One thing to press: the act that it sends, its message, its key on the keyboard, and whether it is lit."""

    act: str
    what: dict[str, Any]
    label: Text
    shortcut: str
    pressed: bool | None
    enabled: bool


class Card(TypedDict):
    """What has just happened, in at most 160 characters, and the decision behind it (None: there is none)."""

    date: str
    text: str
    decision: int | None


class Stop(TypedDict):
    """A decision that comes next, what follows being hidden: ``What will B do?`` and what there is to choose from."""

    decision: int
    date: str
    question: str
    options: list[str]


class Why(TypedDict):
    """Why a leader did that: the sentences, bars for and against, odds, and what would have turned it when asked.

    ``options`` are the likeliest and the chosen one: ``{name, value, chance, chosen}``, the rest in a last line.
    ``bars`` is None where there was nothing else to do.
    """

    decision: int
    title: str
    told: list[str]
    bars: Drawing | None
    luck: str
    options: list[dict[str, Any]]
    numbers: bool
    flip: list[str]
    flip_state: Literal["none", "working", "done"]


class SliderView(TypedDict):
    """One slider as it stands."""

    id: str
    label: str
    value: float | str
    file_value: float | str
    low: float
    high: float
    step: float
    at_low: str
    at_high: str
    choices: list[str]


class WatchView(TypedDict):
    """A world as far as it is shown. ``week`` counts from 1, ``weeks`` is how many there are.

    ``question`` is what the class is to think about, before a world begins.
    """

    title: str
    question: str
    date: str
    week: int
    weeks: int
    day: float
    playing: bool
    speed: float
    stops: bool
    ladder: Drawing
    charts: list[Drawing]
    card: Card | None
    waiting: list[str]
    stop: Stop | None
    why: Why | None
    ending: str
    key_numbers: str
    controls: list[Control]
    more: list[Control]
    sliders: list[SliderView]
    changed: str


class Column(TypedDict):
    """One world of a comparison; ``reason`` is why it parted from the other, for a week from then on and at the end."""

    name: str
    ladder: Drawing
    chart: Drawing
    card: Card | None
    ending: str
    reason: str


class SmallWorlds(TypedDict):
    """Ten small worlds of one setting."""

    name: str
    drawing: Drawing


class CompareView(TypedDict):
    """Two worlds under one luck. ``parting`` says when they part; empty before that, and where they never do."""

    difference: str
    question: str
    date: str
    week: int
    weeks: int
    day: float
    playing: bool
    columns: list[Column]
    charts: list[dict[str, Any]]
    parting: str
    identical: bool
    lucks: list[SmallWorlds]
    lucks_told: str
    controls: list[Control]
    more: list[Control]
    sliders: list[SliderView]


class Score(TypedDict):
    """One of the scores, which are never mixed: its heading and its sentences; ``happened`` where that is recorded."""

    kind: Literal["worlds", "crowd", "happened"]
    told: list[Text]


class PredictView(TypedDict):
    """A forecast. Nothing of what the worlds say is here before it is shown; ``first`` waits for the second.

    ``asking`` is the round whose hands can be typed here now, ``typed`` what was typed of it before; ``told`` says what
    to do or what is seen, ``answer`` is for whoever asks whether it will happen.
    """

    phase: str
    question: str
    bins: list[Text]
    asking: Literal["", "first", "second"]
    typed: list[int]
    first: list[int] | None
    second: list[int] | None
    told: list[Text]
    worker: dict[str, Any]
    shown: int
    worlds: Drawing | None
    plot: Drawing | None
    share: Text | None
    answer: Text | None
    scores: list[Score]
    controls: list[Control]
    more: list[Control]


class DataCard(TypedDict):
    """Something that this session brought up: its title, the rule that chose it, sentences of the world, a figure.

    ``whys`` are sentences that stand below both, one for each of two worlds.
    """

    kind: Literal["surprise", "margin", "parting"]
    title: Text
    rule: Text
    told: list[str]
    whys: list[str]
    drawing: Drawing | None


class DebriefView(TypedDict):
    """The debrief, one of its four steps at a time: one card of data, the theory, or what the model leaves out.

    ``steps`` are its steps with the minutes meant for them; ``notes`` is None where nobody types them.
    """

    step: str
    steps: list[dict[str, Any]]
    question: str
    prompt: Text
    card: DataCard | None
    theory: str
    leaves_out: list[str]
    notes: list[str] | None
    controls: list[Control]
    more: list[Control]


class BriefView(TypedDict):
    """What a class knows before it begins."""

    question: str
    facts: list[str]
    controls: list[Control]
    more: list[Control]


class TicketView(TypedDict):
    """The exit ticket: questions only; keys are on the instructor's paper."""

    questions: list[str]
    papers: list[dict[str, Any]]
    controls: list[Control]
    more: list[Control]


class StartView(TypedDict):
    """Which lessons there are, which do not check and why, what was going on before, and the first lesson.

    ``papers`` are those of the lesson that has just ended, and ``more`` leads back to it.
    """

    lessons: list[dict[str, Any]]
    broken: list[dict[str, Any]]
    first: str
    resume: dict[str, Any] | None
    papers: list[dict[str, Any]]
    more: list[Control]


class LessonView(TypedDict):
    """The lesson beside the screen. What to say, what to drop and the clock's buttons are for the desk alone.

    ``leaves_out`` is what the model knows nothing of; every page has it at hand.
    """

    id: str
    title: str
    step: int
    steps: list[dict[str, Any]]
    minute: int
    left: int
    until_debrief: int
    paused: bool
    late: bool
    say: str
    drop: list[int]
    clock: list[Control]
    leaves_out: list[str]


class Snapshot(TypedDict):
    """All that a surface shows. ``number`` is that of the last fact, so that a page knows the newer of two."""

    number: int
    session: str
    surface: Literal["wall", "desk"]
    screen: str
    controls: bool
    language: str
    lesson: LessonView | None
    view: Any
    alert: Text | None
