"""How often each consideration decides: one leader's decision near one date, looked at under many lucks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from analysis.estimates.estimate import Estimate
from analysis.estimates.means import mean
from analysis.estimates.shares import wilson
from analysis.estimates.spreading import gathered
from sim.narrative.choosing import Choosing
from sim.narrative.flips import probabilities
from sim.results.record_rows import Decision, Option, decisions
from sim.results.trajectory import Trajectory
from sim.run import make_model
from sim.scenario import Scenario

Progress = Callable[[int], None]


class Question(NamedTuple):
    """Whose decision nearest to which day, of which kind (``turn``, ``answer``, or empty for any), with which luck."""

    scenario: Scenario
    side: str
    day: float
    kind: str
    seed: int
    parameters: str


class Seen(NamedTuple):
    """One decision: what was chosen and with what chance, what each consideration did for it, and which decided."""

    chosen: str
    day: float
    chances: Mapping[str, float]
    for_choice: Mapping[str, float]
    decisive: tuple[str, ...]


class Across(NamedTuple):
    """What many lucks show: decisions seen of how many runs; by option and by consideration, shares with intervals."""

    runs: int
    seen: int
    first_day: float
    last_day: float
    chosen: dict[str, Estimate]
    chances: dict[str, float]
    decides: dict[str, Estimate]
    for_choice: dict[str, Estimate]


def look_across(question: Question, runs: Sequence[int], progress: Progress) -> Across:
    """Look at one decision in many runs; Ctrl-C leaves the runs looked at so far.

    Parameters
    ----------
    question : Question
        Which decision.
    runs : sequence of int
        Which runs of the seed.
    progress : callable
        Told of runs that are done.

    Returns
    -------
    Across
        ``decides`` counts in how many decisions another option would have been the likeliest without a consideration;
        ``for_choice`` is what a consideration adds to the chosen option over the options' average, weighted by chance.
    """
    return summed(gathered(look, question, runs, progress))


def look(question: Question, runs: Sequence[int]) -> list[Seen | None]:
    """Look at the decision in some runs; None where the leader never decides."""
    return [_look_once(question, run) for run in runs]


def _look_once(question: Question, run: int) -> Seen | None:
    found = nearest_decision(question, run)
    if found is None:
        return None
    record, decision = found
    choosing = Choosing.of(record, decision)
    return Seen(
        chosen=decision.chosen.name,
        day=decision.day,
        chances={option.name: option.probability for option in decision.options},
        for_choice={name: _over_average(decision, name) for name in decision.chosen.components},
        decisive=tuple(name for name in decision.chosen.components if decides(decision, choosing, name)),
    )


def nearest_decision(question: Question, run: int) -> tuple[Trajectory, Decision] | None:
    """The decision nearest to the day in one run, and the run's record: it is stopped once no nearer one can come."""
    model = make_model(question.scenario, question.seed, run, question.parameters)
    while not model.finished and not _passed(model.decisions, question):
        model.step()
    record = model.trajectory()
    own = [d for d in decisions(record) if d.leader == question.side and question.kind in ("", d.kind)]
    nearest = min(own, key=lambda decision: abs(decision.day - question.day), default=None)
    return None if nearest is None else (record, nearest)


def _passed(columns: Mapping[str, Sequence[object]], question: Question) -> bool:
    """Whether a decision on or after the day is there: the rows are in order of time."""
    days = columns["day"]
    if not days or not _is_from(question.day, days[-1]):
        return False
    rows = zip(days, columns["leader"], columns["kind"], strict=True)
    wanted = (day for day, leader, kind in rows if leader == question.side and question.kind in ("", kind))
    return any(_is_from(question.day, day) for day in wanted)


def _is_from(first: float, day: object) -> bool:
    """Whether a cell of the column of days is on or after a day."""
    return isinstance(day, float) and day >= first


def decides(decision: Decision, choosing: Choosing, component: str) -> bool:
    """Whether another option would have been the likeliest had a consideration counted for nothing."""

    def without(option: Option) -> float:
        return -option.components[component]

    if all(option.components[component] == 0 for option in decision.options):
        return False
    chances = probabilities(decision, choosing, without)
    return max(chances, key=lambda name: chances[name]) != decision.likeliest.name


def _over_average(decision: Decision, component: str) -> float:
    average = sum(option.probability * option.components[component] for option in decision.options)
    return decision.chosen.components[component] - average


def summed(found: Sequence[Seen | None]) -> Across:
    """Sum up what was seen in each run."""
    seen = [one for one in found if one is not None]
    chosen = Counter(one.chosen for one in seen)
    decisive = Counter(name for one in seen for name in one.decisive)
    components = list(seen[0].for_choice) if seen else []
    options = _most_chosen_first(seen, chosen)
    days = [one.day for one in seen]
    return Across(
        runs=len(found),
        seen=len(seen),
        first_day=min(days, default=float("nan")),
        last_day=max(days, default=float("nan")),
        chosen=_shares(options, chosen, len(seen)),
        chances=_mean_chances(options, seen),
        decides=_shares(components, decisive, len(seen)),
        for_choice=_mean_effects(components, seen),
    )


def _most_chosen_first(seen: Sequence[Seen], chosen: Counter[str]) -> list[str]:
    """Every option that was ever open, those chosen equally often by name."""
    return sorted({name for one in seen for name in one.chances}, key=lambda name: (-chosen[name], name))


def _shares(names: Iterable[str], counts: Counter[str], of: int) -> dict[str, Estimate]:
    return {name: wilson(counts[name], of) for name in names}


def _mean_chances(options: Iterable[str], seen: Sequence[Seen]) -> dict[str, float]:
    """The mean chance of each option; where it was not open it had none."""
    return {name: sum(one.chances.get(name, 0.0) for one in seen) / len(seen) for name in options}


def _mean_effects(components: Iterable[str], seen: Sequence[Seen]) -> dict[str, Estimate]:
    return {name: mean([one.for_choice[name] for one in seen]) for name in components}
