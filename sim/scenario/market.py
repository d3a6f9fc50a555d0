"""What money at home says: exposure to the confrontation, volatility, rebound on relief, and the business lobby."""

from __future__ import annotations

from sim.scenario.bounds import Part, number


class Market(Part):
    """The market index of one side."""

    exposure: float = number(
        0.5, 0, 1, "share", "How hard pressure, own or the other's, hits the index.", "shielded", "fully exposed"
    )
    volatility: float = number(
        0.01, 0, 0.1, "log points per sqrt(day)", "Daily noise of the index.", "none", "panic every day"
    )
    rebound: float = number(
        0.6, 0, 1, "share", "Share of a fall that matching relief wins back.", "scars stay", "full recovery"
    )
    drawdown: float = number(
        0, 0, 0.6, "share", "Fall from the peak already suffered at the start.", "at the peak", "a crash"
    )
    lobby: float = number(
        0.3, 0, 1, "share", "Weight of business voices outside government.", "unheard", "on the phone daily"
    )
