"""The page itself, for ``solara run analysis.viz.app``: each browser has a model of its own, made inside it."""

from __future__ import annotations

import solara
from mesa.visualization import SolaraViz
from solara.server import settings

from analysis.viz.panels import Board
from analysis.viz.sessions import end_soon, end_whole
from analysis.viz.watched import Watched, parameters

NAME = "climbdown: who calls first?"

end_soon()
end_whole()
settings.theme.show_banner = False  # it is printed over the last lines of the page


@solara.component
def Page() -> None:
    """Sliders and case in the sidebar; where the run stands, figures and events beside it.

    SolaraViz is given no components: it would put each into a box of fixed height, which figures and a list of
    events overflow.
    """
    model = solara.use_reactive(solara.use_memo(Watched, []))
    solara.Title(NAME)
    SolaraViz(model, components=[], model_params=parameters(), name=NAME)
    Board(model.value)
