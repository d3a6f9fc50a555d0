"""Facts about a forecast: hands, phases, worlds revealed, and what the worker counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from analysis.classroom.session.state import Counted, Forecast, Session

What = Mapping[str, Any]


def _forecast(session: Session, step: int, **changes: Any) -> Session:
    forecast = replace(session.forecasts.get(step, Forecast()), **changes)
    return replace(session, forecasts={**session.forecasts, step: forecast})


def hands_counted(session: Session, what: What, _at: float) -> Session:
    """Keep a count of hands, in place of an earlier one of the same round, and go to the phase that follows."""
    return _forecast(session, what["step"], **{what["round"]: tuple(what["counts"]), "phase": what["phase"]})


def phase_begun(session: Session, what: What, _at: float) -> Session:
    """Go to another phase; the worlds that were shown one by one stay."""
    return _forecast(session, what["step"], phase=what["to"])


def world_revealed(session: Session, what: What, _at: float) -> Session:
    """Show one world more."""
    return _forecast(session, what["step"], shown=what["shown"])


def counted(session: Session, what: What, _at: float) -> Session:
    """Keep what the worker counted; it is shown when its phase comes."""
    particulars = {name: value for name, value in what.items() if name != "step"}
    particulars |= {name: tuple(what[name]) for name in ("firsts", "endings")}
    return _forecast(session, what["step"], counted=Counted(**particulars))


def count_called_off(session: Session, what: What, _at: float) -> Session:
    """Count no more worlds."""
    return _forecast(session, what["step"], runs=0)


def count_asked(session: Session, what: What, _at: float) -> Session:
    """Count worlds after all, and that many."""
    return _forecast(session, what["step"], runs=what["runs"])
