"""Tables of runs made up of days that fit together: what has come stands before what it led to."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from sim.vocabulary import outcomes

HORIZON = 40.0
DAY = st.one_of(st.none(), st.integers(0, int(HORIZON)).map(float))


@st.composite
def runs_of(draw: st.DrawFn, most: int = 30, alike: bool = False) -> pd.DataFrame:
    """Any few runs; each outcome has the days without which it could not be.

    Parameters
    ----------
    draw : callable
        Hypothesis' own.
    most : int
        Runs at most.
    alike : bool
        Whether several runs may share their luck.
    """
    count = draw(st.integers(1, most))
    lines = [_one(draw) for _ in range(count)]
    run = [draw(st.integers(0, 3)) for _ in lines] if alike else list(range(count))
    table = pd.DataFrame(lines).assign(seed=0, run=run, horizon_days=HORIZON)
    days = ["outcome_day", "first_ask_day", "first_contact_day", "truce_day", "deal_day"]
    return table.astype(dict.fromkeys(days, np.float64))


def _one(draw: st.DrawFn) -> dict[str, object]:
    outcome = draw(st.sampled_from(outcomes.WORDS))
    ask, contact, truce, since = (draw(DAY) for _ in range(4))
    since = 0.0 if since is None else since
    if outcome == "no_contact":
        contact, truce, since = None, None, 0.0
    if outcome == "truce":
        truce = since
    return {
        "outcome": outcome,
        "outcome_day": since,
        "first_ask_day": ask,
        "first_ask_by": "" if ask is None else draw(st.sampled_from(["cn", "us", "both"])),
        "first_contact_day": contact,
        "first_contact_asked_by": "us" if contact is not None else "",
        "truce_day": truce,
        "deal_day": since if outcome == "deal" else None,
        "mediator": "",
    }
