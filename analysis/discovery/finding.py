"""When it happens: found on one half of the lucks, judged by the other, and by what is found where there is nothing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.discovery.box import Box, Mask
from analysis.discovery.case_table import DiscoveryError, Inputs, make_trials
from analysis.discovery.choosing import quasi_p, search
from analysis.discovery.halves import Halves, TooFewLucks, halved
from analysis.discovery.judging import Judged, judged, judged_tree, trajectory
from analysis.discovery.peeling import PATIENT, Patience
from analysis.discovery.shuffling import SHUFFLES, Nothing, found_in_nothing
from analysis.discovery.tree import Tree, grow_tree
from analysis.discovery.where import matches
from analysis.estimates import Estimate, luck_numbers, outcome_words, share
from analysis.studies.designs import DONE, STATUS

BEYOND = 0.05
"""A box is no finding when shuffled outcomes give one as good more often than this."""

LEAST_COVERAGE = 0.1
"""A box is no finding when it holds less than this share of the cases."""

LEAST_MASS = 0.05
"""A box is no finding when it holds less than this share of the runs it was sought among."""

LEAST_GAIN = 0.2
"""A box is no finding when it gains less than this part of the share of cases in all runs, or of that of the others."""


class Plan(NamedTuple):
    """How conditions are sought: patience of the peeling, address of halves and shuffles, and how many shuffles."""

    patience: Patience = PATIENT
    seed: int = 0
    shuffles: int = SHUFFLES


USUAL = Plan()


class Finding(NamedTuple):
    """A box with what tells whether it is a finding.

    Attributes
    ----------
    box : Box
        Its limits, rounded to what is worth stating.
    held : Judged
        Density, coverage and gain among the held-out lucks: what is reported.
    sought : (float, float)
        Coverage and density in the half that it was found in, which are flattered by the search.
    limits : pandas.DataFrame
        One row per limited factor: ``factor``, ``condition``, ``quasi_p`` (chance of so many cases inside if that limit
        made no difference; Bryant & Lempert 2010) and ``density_without`` it, all in the half searched. Runs of one
        luck are counted as independent there: quasi-p ranks limits and tests nothing.
    steps : pandas.DataFrame
        The path of boxes that it lies on (:func:`analysis.discovery.judging.trajectory`).
    nothing : Nothing or None
        What the same search finds in shuffled outcomes; None for a box that is no finding anyhow.
    is_first : bool
        Whether it was sought among all runs, and not only outside the boxes before it.
    why_not : str
        Why it is no finding; empty when it is one.
    """

    box: Box
    held: Judged
    sought: tuple[float, float]
    limits: pd.DataFrame
    steps: pd.DataFrame
    nothing: Nothing | None
    is_first: bool
    why_not: str = ""


class Discovery(NamedTuple):
    """All that was found about one question.

    Attributes
    ----------
    question : str
        In words.
    runs, cases, left_out : int
        Runs that came to their end, the cases among them, and the runs that failed, which are neither.
    often : Estimate
        Share of the runs that are cases.
    findings : tuple of Finding
        Boxes beyond what chance gives, one after another.
    doubtful : Finding or None
        The box that the search ended with since it is no finding; None when it ended without a box.
    tree : Tree or None
        The runs told apart by a few questions, counted among the held-out lucks.
    lucks : (int, int)
        Lucks searched and held out; none when there are too few.
    unseen : int
        Lucks that a large study was thinned by.
    why_none : str
        Why nothing was sought; empty when something was.
    """

    question: str
    runs: int
    cases: int
    left_out: int
    often: Estimate
    findings: tuple[Finding, ...] = ()
    doubtful: Finding | None = None
    tree: Tree | None = None
    lucks: tuple[int, int] = (0, 0)
    unseen: int = 0
    why_none: str = ""


def discover(table: pd.DataFrame, factors: Sequence[str], where: str, boxes: int = 2, plan: Plan = USUAL) -> Discovery:
    """Find when it happens.

    Boxes are found on one half of the lucks and judged by the other. The first that is no finding ends the search, so
    that where nothing is to be found no box is claimed in more than 5% of studies.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows of a study, one a run; those that failed are left out and counted.
    factors : sequence of str
        Columns that conditions may be about.
    where : str
        Which runs are cases, such as ``outcome == 'no_contact'``.
    boxes : int
        How many boxes at most; each later one is found among the runs outside the earlier ones.
    plan : Plan
        Patience, seed and number of shuffles.

    Returns
    -------
    Discovery
        Without findings when no box is beyond what chance gives, or the study has too few lucks to halve.

    Raises
    ------
    DiscoveryError, WhereError
        When the question cannot be asked of these rows.
    """
    if boxes < 1:
        raise DiscoveryError(f"at least one box, not {boxes}")
    done = table[table[STATUS] == DONE] if STATUS in table else table
    truth = matches(done, where)
    inputs, trials = make_trials(done, factors, truth)
    often = share(truth.astype(np.float64), luck_numbers(done))
    found = Discovery(question_in_words(where), len(done), int(truth.sum()), len(table) - len(done), often)
    try:
        halves = halved(trials, plan.seed)
    except TooFewLucks as few:
        return found._replace(why_none=str(few))
    sought = list(_sought(inputs, halves, boxes, plan))
    searched = halves.searched.counted(inputs)
    return found._replace(
        findings=tuple(one for one in sought if not one.why_not),
        doubtful=next((one for one in sought if one.why_not), None),
        tree=judged_tree(grow_tree(searched), inputs, halves.held_out),
        lucks=halves.lucks,
        unseen=halves.unseen,
    )


def question_in_words(where: str) -> str:
    """``no contact`` for ``outcome == 'no_contact'``; any other condition as it stands, with a verb."""
    for name, words in outcome_words().items():
        if where.replace('"', "'").replace(" ", "") == f"outcome=='{name}'":
            return words
    return f'"{where.strip()}" holds'


def _sought(inputs: Inputs, halves: Halves, boxes: int, plan: Plan) -> Iterator[Finding]:
    """Yield findings, and last the box that is none, if any."""
    left = np.ones(len(inputs.runs), dtype=bool)
    for number in range(boxes):
        found = _next(inputs, halves, left, plan._replace(seed=plan.seed + number))
        if found is None:
            return
        yield found
        if found.why_not:
            return
        left &= ~inputs.inside(found.box)


def _next(inputs: Inputs, halves: Halves, left: Mask, plan: Plan) -> Finding | None:
    """The best box among the settings that are left; None when there is none in the half searched."""
    place = np.cumsum(left) - 1
    trials = halves.searched.among(left[halves.searched.setting])
    trials = trials._replace(setting=place[trials.setting])
    among = trials.counted(inputs.among(left))
    if not 0 < trials.case.sum() < len(trials.case):
        return None
    found = search(among, plan.patience)
    if not found.found:
        return None
    held = judged(halves.held_out, inputs.inside(found.box), left)
    why_not = _why_not(held)
    nothing = None if why_not else found_in_nothing(among, trials, plan.seed, plan.shuffles)
    if nothing is not None and nothing.p > BEYOND:
        why_not = f"the same search finds one that stands out as much in {nothing.p:.0%} of shuffled outcomes"
    inside = among.inside(found.box)
    cases = int(among.cases[inside].sum())
    sought = cases / int(halves.searched.case.sum()), cases / int(among.runs[inside].sum())
    steps = trajectory(found.path, inputs, halves.held_out, left)
    return Finding(found.box, held, sought, quasi_p(among, found.box), steps, nothing, bool(left.all()), why_not)


def _why_not(held: Judged) -> str:
    """Why a box is no finding by the held-out lucks; empty when these confirm it."""
    mass = held.runs / held.usual.n if held.usual.n else math.nan
    if not held.gain.low > 0:
        return "the held-out lucks do not confirm it"
    if held.gain.value < LEAST_GAIN * min(held.usual.value, 1 - held.usual.value):
        return "cases are hardly more frequent there"
    if mass < LEAST_MASS:
        return f"it holds under {LEAST_MASS:.0%} of the runs"
    if held.coverage.value < LEAST_COVERAGE:
        return f"it holds under {LEAST_COVERAGE:.0%} of the cases"
    return ""
