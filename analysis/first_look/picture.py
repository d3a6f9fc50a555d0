"""One run as the README shows it: its picture, and its story."""

from __future__ import annotations

from pathlib import Path

CASE = "us-china-2025"
RUN = 3
SHOWN = ("pressure", "drawdown")
NAME = "one-run.svg"


def write_picture(folder: Path) -> Path:
    """Draw pressure and markets of one run of the main case, truces shaded, and return the file.

    Parameters
    ----------
    folder : Path
        Where ``one-run.svg`` goes; made when it is not there.
    """
    from analysis.figures import course, save_figure
    from analysis.reports.tables import course_table, truce_spans
    from sim import run_one

    run = run_one(CASE, run=RUN)
    folder.mkdir(parents=True, exist_ok=True)
    chart = course(course_table(run, SHOWN), truce_spans(run), f"One run of {CASE}: up the ladder, and down")
    return save_figure(chart, folder / NAME)


def story_block() -> list[str]:
    """The story of the same run as a block of plain text, for a page."""
    from sim import run_one
    from sim.telling.story import story

    return ["```text", *story(run_one(CASE, run=RUN)), "```"]
