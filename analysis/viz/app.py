"""The page itself, for ``solara run analysis.viz.app``: each browser has a model of its own, made inside it."""

from __future__ import annotations

import solara
from mesa.visualization import SolaraViz

from analysis.viz.panels import Events, Markets, Pressure, Relation
from analysis.viz.sessions import end_soon, end_whole
from analysis.viz.watched import Watched, parameters

NAME = "climbdown: who calls first?"

end_soon()
end_whole()


@solara.component
def Page() -> None:
    """Sliders and case in the sidebar; events, pressure, markets and the relation beside it."""
    model = solara.use_memo(Watched, [])
    SolaraViz(
        model,
        components=[(Events, 0), (Pressure, 0), (Markets, 0), (Relation, 0)],
        model_params=parameters(),
        name=NAME,
    )
