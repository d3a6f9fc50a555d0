"""One run as the README shows it: its command, its picture and its story.

Shown is the first run of seed 0 that goes up and down the whole ladder within four months: both sides escalate, a truce
is agreed, a deal ends it. It is chosen for being short, not for being likely, and the README says so.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sim.results.trajectory import Trajectory

CASE = "us-china-2025"
MOST_DAYS = 120
LOOKED_AT = 200
NAME = "one-run.svg"


@cache
def chosen_run() -> Trajectory:
    """The run that is shown; of those looked at the last, should there be no such run."""
    from sim import run_many, run_one

    table = run_many(CASE, runs=LOOKED_AT, parameters="central").table()
    up = (table.filter(like="escalate_count_") > 0).all(axis=1)
    found = table.loc[up & table["truce_day"].notna() & (table["deal_day"] <= MOST_DAYS), "run"]
    return run_one(CASE, run=int(found.iloc[0]) if len(found) else LOOKED_AT - 1)


def write_picture(folder: Path) -> Path:
    """Draw the ladders of both sides in the run, who asked and when they met between them, and return the file.

    Parameters
    ----------
    folder : Path
        Where ``one-run.svg`` goes; made when it is not there.
    """
    from analysis.documents.ladder_shown import ladder_figure
    from analysis.figures import save_figure
    from analysis.figures.vega import vega_chart

    run = chosen_run()
    folder.mkdir(parents=True, exist_ok=True)
    figure = ladder_figure(run)
    titled = figure._replace(title=f"One run of {CASE}: {figure.title[:1].lower()}{figure.title[1:]}")
    return save_figure(vega_chart(titled), folder / NAME)


def story_block() -> list[str]:
    """The command that makes the run, and what it prints: the story for reading aloud, and the world beside it."""
    from analysis.evidence.standing.beside_world import world_beside, world_lines
    from sim.narrative.lengths import Length
    from sim.narrative.story import story

    run = chosen_run()
    command = f"climbdown run {CASE} --run {run.run} --plain"
    told = [*story(run, length=Length.plain), *world_lines(world_beside(run.scenario), aloud=True)]
    return ["```bash", command, "```", "", "```text", *told, "```"]
