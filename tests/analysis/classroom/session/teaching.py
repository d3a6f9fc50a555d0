"""A made lesson, worlds that cost nothing, and a class that acts and folds as a server does: for tests of sessions."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any, NamedTuple

from analysis.classroom.lessons.lesson import Lesson, Question, Slider, Step, TicketItem
from analysis.classroom.messages import message
from analysis.classroom.session.counting import counted_news, wanted
from analysis.classroom.session.facts import Act, Fact, Refused
from analysis.classroom.session.folding import fold, replayed
from analysis.classroom.session.requests import facts_of, next_week
from analysis.classroom.session.showing import World
from analysis.classroom.session.state import Counted, Session, WorldChoice
from sim.files import load_scenario

BRIEF, WATCH, COMPARE, PREDICT, SECOND_WATCH, DEBRIEF, TICKET = range(7)
"""Steps of the lesson, by what they show."""


@cache
def lesson() -> Lesson:
    """A lesson of every screen: fifty minutes, a slider of each kind."""
    steps = (
        Step("brief", 5),
        Step("watch", 8, settings={"ego": 0.3}, question=Question("What will happen?")),
        Step("compare", 7, droppable=True, settings={"host": "nobody"}),
        Step("predict", 8, settings={"ego": 0.7}, question=Question("Who speaks first?", "first_voice")),
        Step("watch", 5, droppable=True),
        Step("debrief", 15),
        Step("ticket", 2),
    )
    sliders = (
        Slider("ego", "How proud?", ("leaders.aldmark.ego",), file_value=0.5),
        Slider("host", "Who hosts?", choices={"island": {}, "nobody": {"mediators": {}}}, file_value="island"),
    )
    texts: dict[str, Any] = dict.fromkeys(("goals", "facts", "leaves_out", "sources"), ("a", "b"))
    ticket = (TicketItem("Why?", "because", "one point"),)
    return Lesson(
        id="made", title="Made", scenario=load_scenario("two-leaders"), seed=4, first_luck=3, steps=steps,
        sliders=sliders, ticket=ticket, theory="t", no_phone="n", claims=(), **texts,
    )  # fmt: skip


class MadeHalt(NamedTuple):
    """A decision before which a world halts."""

    decision: int
    day: float


class MadeRuns:
    """Worlds whose days depend on their luck and settings, without a model: events and halts every few days."""

    def trajectory(self, _lesson: Lesson, choice: WorldChoice, _names: bool) -> Any:
        """A record as far as a session looks at one: a decision every second day, an event every third."""
        last = last_day(choice)
        if choice.settings.get("ego") == 1.0:
            raise ValueError("leaders.aldmark.ego: this cannot be run")
        days = range(int(last) + 1)
        columns = {
            "steps": {"day": [float(day) for day in days if day != int(last)] + [last]},
            "events": {"day": [float(day) for day in days if day % 3 == 0]},
            "decisions": {"day": [float(day) for day in days[::2]], "decision": list(range(len(days[::2])))},
        }
        return SimpleNamespace(columns=columns)

    def halts(self, lesson: Lesson, choice: WorldChoice, names: bool) -> tuple[MadeHalt, ...]:
        """Before every fifth decision, and the one after the first of those, which is on the next day but one."""
        decisions = self.trajectory(lesson, choice, names).columns["decisions"]
        places = [place for place in decisions["decision"] if place % 5 == 2 or place == 3]
        return tuple(MadeHalt(place, decisions["day"][place]) for place in places)[:8]


def last_day(choice: WorldChoice) -> float:
    """The last day of a made world."""
    ego = choice.settings.get("ego", 0.5)
    return 40.0 + choice.luck % 5 + 10 * float(ego) + (3.0 if choice.settings.get("host") else 0.0)


COUNTED = Counted(1000, 420, 0.39, 0.45, (True, False) * 50, ("truce", "no_contact") * 50)
"""What a worker may have counted."""


class Class:
    """A class: acts are judged, become facts with numbers and times, and are folded."""

    def __init__(self, opened: bool = True) -> None:
        self.facts: list[Fact] = []
        self.session = Session()
        self.at = 0.0
        self.runs = MadeRuns()
        if opened:
            self.act("open", lesson="made", surface="mirrored")

    def act(self, word: str, **what: Any) -> Session:
        """Do an act at this moment."""
        return self.take(facts_of(self.session, Act(word, what, ""), lesson(), self.runs))

    def refused(self, word: str, **what: Any) -> Refused:
        """Do an act that must be refused, and change nothing."""
        found = self.tried(word, **what)
        assert found is not None, f"{word} {what} was not refused"
        return found

    def tried(self, word: str, **what: Any) -> Refused | None:
        """Do an act if it can be done; return the refusal if it cannot."""
        before = self.session, len(self.facts)
        try:
            self.act(word, **what)
        except Refused as refused:
            found = refused
        else:
            return None
        assert (self.session, len(self.facts)) == before
        assert found.status in (409, 422)
        message(found.message, **{"n": 1} | found.values)
        return found

    def tick(self) -> Session:
        """Let the server's ticker tick."""
        return self.take(next_week(self.session, lesson(), self.runs))

    def take(self, news: list[tuple[str, dict[str, Any]]]) -> Session:
        """Add facts to the log, and fold them."""
        for kind, what in news:
            self.facts.append(Fact(len(self.facts) + 1, self.at, kind, what))
            self.session = fold(self.session, self.facts[-1])
        return self.session

    def count(self) -> Session:
        """Let the worker count what is wanted, if anything is."""
        found = wanted(self.session, lesson())
        return self.session if found is None else self.take(counted_news(self.session, found.key, COUNTED))

    def wait(self, minutes: float) -> Class:
        """Let time pass."""
        self.at += 60 * minutes
        return self

    def again(self) -> Session:
        """The session made anew from its log."""
        return replayed(self.facts)


def world(day: float, *halts: tuple[int, float]) -> World:
    """A world of that many days with these halts."""
    return World(day, (), tuple(MadeHalt(*halt) for halt in halts))
