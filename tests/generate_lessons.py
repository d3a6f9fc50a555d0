"""Valid lessons of every shape for property tests: few and many steps, sliders and claims, all texts short or long."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from analysis.classroom.lessons.lesson import FENCED_MINUTES, Lesson
from analysis.classroom.lessons.lesson_form import MOST_FACTS
from tests.analysis.classroom.lessons.made import read

NUMBERS = {
    "ego": "leaders.verenia.ego",
    "calm": "leaders.aldmark.patience",
    "caution": "leaders.verenia.caution",
    "resolve": "leaders.aldmark.resolve",
}
"""Numbers of `two-leaders` by the id of a slider; each stands on a step of 0.05 there."""

FILED = {"ego": 17, "calm": 14, "caution": 4, "resolve": 14}
"""On which step of 0.05 each stands there."""

CHOICES: dict[str, dict[str, Any]] = {"as it is": {}, "no host": {"mediators": {}}}
ANSWERED = ("first_voice_days", "ever_call", "contact", "outcome_deal", "asks_first_verenia", "mediated")
MEASURED = (*ANSWERED, "trough_aldmark", "escalate_count_verenia", "deal_days")
WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=12)


def texts(most: int = 100) -> SearchStrategy[str]:
    """Sentences in one line, of any letters, that begin with one that YAML or HTML might trip over."""
    odd = st.sampled_from(["<b>", "&amp;", "{x}", "no", "'", '"', "习近平", "Ünï"])
    return st.lists(WORDS | odd, min_size=1, max_size=9).map(lambda words: " ".join(words)[:most].strip() or "x")


def settings_of(sliders: dict[str, Any], least: int = 0) -> SearchStrategy[dict[str, Any]]:
    """Settings of some sliders, each where it may stand and the file does not."""
    places = {name: _places(name, slider) for name, slider in sliders.items()}
    names = st.lists(st.sampled_from(sorted(places)), min_size=least, unique=True) if places else st.just([])
    return names.flatmap(lambda chosen: st.fixed_dictionaries({name: places[name] for name in chosen}))


def _places(name: str, slider: dict[str, Any]) -> SearchStrategy[Any]:
    if "choices" in slider:
        return st.just("no host")
    return st.sampled_from([step / 20 for step in range(21) if step != FILED[name]])


@st.composite
def _sliders(draw: st.DrawFn) -> dict[str, Any]:
    names = draw(st.lists(st.sampled_from(sorted(NUMBERS)), unique=True, max_size=3))
    found: dict[str, Any] = {
        name: {"label": draw(texts(40)), "path": NUMBERS[name], "low": 0.0, "high": 1.0, "step": 0.05} for name in names
    }
    if draw(st.booleans()):
        found["host"] = {"label": draw(texts(40)), "choices": CHOICES}
    return found


def _question(draw: st.DrawFn, measured: bool) -> Any:
    text = draw(texts())
    return {"text": text, "measure": draw(st.sampled_from(ANSWERED))} if measured or draw(st.booleans()) else text


@st.composite
def _steps(draw: st.DrawFn, sliders: dict[str, Any]) -> list[dict[str, Any]]:
    screens = draw(
        st.lists(st.sampled_from(["brief", "watch", "predict", *(["compare"] if sliders else [])]), max_size=6)
    )
    found = []
    for screen in screens:
        step: dict[str, Any] = {"screen": screen, "minutes": draw(st.integers(1, 20)) / 2}
        step |= {"droppable": draw(st.booleans()), "say": draw(texts())}
        if screen in ("brief", "predict"):
            step["question"] = _question(draw, screen == "predict")
        if screen != "brief":
            step["settings"] = draw(settings_of(sliders, least=int(screen == "compare")))
        found.append(step)
    return [*found, {"screen": "debrief", "minutes": FENCED_MINUTES}, {"screen": "ticket", "minutes": 2}]


@st.composite
def _claims(draw: st.DrawFn, sliders: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    for _ in range(draw(st.integers(0, 3))):
        of, against = draw(settings_of(sliders)), draw(st.none() | settings_of(sliders))
        claim = {"text": "It is {value} of them.", "measure": draw(st.sampled_from(MEASURED)), "of": of}
        claim |= {"runs": 1000, "seed": draw(st.integers(0, 9)), "at_least": draw(st.floats(-1, 1))}
        found.append(claim | ({} if against in (None, of) else {"against": against}))
    return found


@st.composite
def lesson_dicts(draw: st.DrawFn) -> dict[str, Any]:
    """Valid lessons as plain values, as they would stand in a file."""
    sliders = draw(_sliders())
    several = st.lists(texts(), min_size=1, max_size=MOST_FACTS)
    item = st.fixed_dictionaries({"question": texts(), "key": texts(), "rubric": texts()})
    return {
        "id": draw(st.sampled_from(["a", "small", "who-calls_1"])),
        "title": draw(texts(60)),
        "scenario": "two-leaders",
        "seed": draw(st.integers(0, 2**32 - 1)),
        "first_luck": draw(st.integers(0, 2**32 - 1)),
        "steps": draw(_steps(sliders)),
        "sliders": sliders,
        "ticket": draw(st.lists(item, min_size=1, max_size=2)),
        **{key: draw(several) for key in ("goals", "facts", "leaves_out", "sources")},
        **{key: draw(texts()) for key in ("theory", "no_phone")},
        "claims": draw(_claims(sliders)),
    }


def lessons() -> SearchStrategy[Lesson]:
    """Valid lessons, read."""
    return lesson_dicts().map(read)
