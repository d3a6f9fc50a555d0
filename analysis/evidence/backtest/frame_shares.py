"""How often the model and history come to contact, voice, a meeting, an agreement, mediation, for each kind of list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from analysis.estimates import Estimate
from analysis.evidence.backtest.answer_key import CLASSES, TARGETS, coded_class, happened, headline, is_open
from analysis.evidence.backtest.base_rates import leave_one_out
from analysis.evidence.backtest.by_dyad import dyad, mean_by_dyad
from analysis.evidence.backtest.case_forecasts import CaseForecast, Counting, forecast_cases
from analysis.evidence.casebook import Case, read_casebook
from analysis.evidence.casebook.frames import FrameKind, frame_kind

NEAR = 0.15
"""A share this near to what happened counts as met, however narrow the interval."""


class FrameShare(NamedTuple):
    """One share in one kind of list.

    Attributes
    ----------
    frame : FrameKind
        The kind of list.
    what : str
        An outcome class or the name of a question.
    model : float
        Mean over cases of the model's share.
    happened : Estimate
        Share of cases in which it happened, with an interval by dyad; ``n`` cases of ``lucks`` dyads.
    base_rate : float
        Mean over cases of the rate in all other cases, whatever their list.
    """

    frame: FrameKind
    what: str
    model: float
    happened: Estimate
    base_rate: float

    @property
    def is_near(self) -> bool:
        """Whether the model is inside the interval of what happened or within :data:`NEAR` of it."""
        inside = self.happened.low <= self.model <= self.happened.high
        return inside or abs(self.model - self.happened.value) <= NEAR


def frame_shares(forecasts: Sequence[CaseForecast], seed: int = 0) -> tuple[FrameShare, ...]:
    """Return the shares of every kind of list that has a case: the five classes, then the questions.

    Parameters
    ----------
    forecasts : sequence of CaseForecast
        Cases with what the model says of them. Those cut out by their end are left out, and a question counts where it
        was still open.
    seed : int
        Of the intervals' luck.
    """
    counted = [forecast for forecast in forecasts if forecast.case in headline([forecast.case])]
    rows = [*_classes(counted), *_questions(counted)]
    return tuple(share for kind in FrameKind for what, cells in rows for share in _of_kind(kind, what, cells, seed))


def held_against_history(
    counting: Counting = Counting(runs=200),  # noqa: B008 - a constant
    progress: Callable[[int], None] | None = None,
) -> tuple[FrameShare, ...]:
    """Run the development cases and return their shares, without episodes of a shipped case's dyad and year.

    A share that :attr:`FrameShare.is_near` meets history. Runs as in
    :func:`~analysis.evidence.backtest.case_forecasts.forecast_cases`.
    """
    cases = unlike_shipped(headline(read_casebook().cases))
    return frame_shares(list(forecast_cases(cases, counting, progress)), counting.seed)


def unlike_shipped(cases: Sequence[Case]) -> list[Case]:
    """Return the cases that are no episode of a shipped scenario's two leaders in a year of the case."""
    from sim import list_scenarios, load_scenario

    shipped = [load_scenario(name) for name in list_scenarios()]
    taken = {(frozenset(leader.name for leader in one.leaders.values()), one.start.year) for one in shipped}
    return [case for case in cases if not any((_names(case), year) in taken for year in _years(case))]


def _names(case: Case) -> frozenset[str]:
    return frozenset((case.leaders.A.name, case.leaders.B.name))


def _years(case: Case) -> range:
    return range(case.start_date.year, case.horizon_end.year + 1)


class _Cell(NamedTuple):
    """One case's part in a share."""

    case: Case
    model: float
    happened: float
    base_rate: float


Row = tuple[str, list[_Cell]]


def _classes(forecasts: Sequence[CaseForecast]) -> Iterator[Row]:
    cases = [forecast.case for forecast in forecasts]
    answers = np.array([[name == coded_class(case) for name in CLASSES] for case in cases], dtype=np.float64)
    rates = leave_one_out(answers.reshape(-1, len(CLASSES)), cases)
    for place, name in enumerate(CLASSES):
        numbers = zip(forecasts, answers, rates, strict=True)
        yield name, [_Cell(one.case, one.classes[name].value, a[place], r[place]) for one, a, r in numbers]


def _questions(forecasts: Sequence[CaseForecast]) -> Iterator[Row]:
    for target in TARGETS:
        chosen = [forecast for forecast in forecasts if is_open(forecast.case, target)]
        cases = [forecast.case for forecast in chosen]
        yes = np.array([happened(case, target) for case in cases], dtype=np.float64)
        rates = leave_one_out(np.column_stack([yes, 1 - yes]), cases)[:, 0]
        numbers = zip(chosen, yes, rates, strict=True)
        yield target.name, [_Cell(one.case, one.targets[target.name].value, a, r) for one, a, r in numbers]


def _of_kind(kind: FrameKind, what: str, cells: Sequence[_Cell], seed: int) -> Iterator[FrameShare]:
    chosen = [cell for cell in cells if frame_kind(cell.case.selection_frame) is kind]
    if not chosen:
        return
    dyads = [dyad(cell.case) for cell in chosen]
    found = mean_by_dyad([cell.happened for cell in chosen], dyads, f"share/{kind}/{what}", seed)
    model, base = (float(np.mean([getattr(cell, name) for cell in chosen])) for name in ("model", "base_rate"))
    yield FrameShare(kind, what, model, found, base)
