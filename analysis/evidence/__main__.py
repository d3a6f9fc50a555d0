"""``python -m analysis.evidence docs``: make the pages that are made from runs, in the folder named.

It writes ``prior-predictive.md``, ``images/one-run.svg``, the story of that run in the README beside the folder, and
the two tables of free parameters in ``odd.md``; with ``--fast`` the table of signs, which takes some minutes, stays as
it is. ``python -m analysis.evidence effects`` measures the claims table (:mod:`analysis.evidence.effects`),
``python -m analysis.evidence dynamics docs`` makes ``dynamics.md`` (:mod:`analysis.evidence.dynamics.command`), and
``python -m analysis.evidence standing`` counts how runs of the shipped cases stand at the end
(:mod:`analysis.evidence.standing.standing_command`).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from analysis.evidence import effects
from analysis.evidence.command_ending import carried_out
from analysis.evidence.counted import CASE
from analysis.evidence.free_parameters import parameter_table, sign_table
from analysis.evidence.markdown import MarkerError, between
from analysis.evidence.picture import story_block, write_picture
from analysis.evidence.prior_predictive import page
from analysis.evidence.signs import swings
from sim.results.whole_files import write_whole

RUNS_A_POINT = 1000


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the pages; returns the exit code: 0 done, 2 when the folder does not hold ``odd.md`` with its markers."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["dynamics"]:
        from analysis.evidence.dynamics.command import main as dynamics

        return dynamics(given[1:])
    if given[:1] == ["standing"]:
        from analysis.evidence.standing.standing_command import main as standing

        return standing(given[1:])
    if given[:1] == ["effects"]:
        return effects.main(given[1:])
    asked = parsed(given)
    left = "the pages that were not reached are as they were"
    return carried_out(lambda: _made(asked), asked.folder / "odd.md", left, (MarkerError,))


def _made(asked: argparse.Namespace) -> None:
    odd = asked.folder / "odd.md"
    put(odd, {"parameters": parameter_table()})
    readme = asked.folder.resolve().parent / "README.md"
    if readme.is_file():
        put(readme, {"story": story_block()})
    write_picture(asked.folder / "images")
    write_whole(asked.folder / "prior-predictive.md", page())
    if not asked.fast:
        put(odd, {"signs": signs()})


def put(place: Path, blocks: Mapping[str, Sequence[str]]) -> None:
    """Put blocks of lines between their markers in a page, which is read and written in one go."""
    text = place.read_text(encoding="utf-8")
    try:
        for name, block in blocks.items():
            text = between(text, name, block)
    except MarkerError as error:
        raise MarkerError(f"{place}: {error}") from None
    write_whole(place, text)


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m analysis.evidence", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of the documents, with odd.md in it")
    parser.add_argument("--fast", action="store_true", help="leave the table of signs as it is")
    return parser.parse_args(arguments)


def signs(runs: int = RUNS_A_POINT) -> list[str]:
    """The table of signs of the main case."""
    from sim import load_scenario

    return sign_table(swings(load_scenario(CASE), runs), runs)


if __name__ == "__main__":
    sys.exit(main())
