"""The page ``docs/prior-predictive.md``: the prior-predictive check in tables, and in words where the model is off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from analysis.estimates import outcome_words
from analysis.evidence import component_reach, counted
from analysis.evidence.chosen import caution, chosen_part
from analysis.evidence.comparing import comparison_part
from analysis.evidence.markdown import percent, percents, points, prose, table
from analysis.evidence.told import Told, read_told
from analysis.evidence.wide import wide_scenarios

if TYPE_CHECKING:
    from sim.results.trajectory import Trajectory

RUNS = 2000
TOLD_RUNS = 40
RUNS_A_CASE = 6
WIDE = 36
COMMAND = "python -m analysis.evidence docs"


def shipped_runs(runs: int = RUNS_A_CASE) -> Iterator[Trajectory]:
    """A few drawn runs of every shipped case."""
    from sim import list_scenarios, run_one

    return (run_one(name, run=run, parameters="drawn") for name in list_scenarios() for run in range(runs))


def wide_runs(number: int = WIDE) -> Iterator[Trajectory]:
    """A run of each of some scenarios with leaders of any temper."""
    from sim import run_one

    return (run_one(scenario) for scenario in wide_scenarios(number))


def told_runs(runs: int = TOLD_RUNS) -> Told:
    """What full records of the main case show of markets and hosts."""
    from sim import run_one

    return read_told((run_one(counted.CASE, run=run, parameters="drawn") for run in range(runs)), "us")


def page() -> str:
    """The whole page, the same bytes whenever the model, its weights and the shipped cases are the same."""
    shipped, wide = component_reach.decisions_of(shipped_runs()), component_reach.decisions_of(wide_runs())
    main = counted.count(RUNS)
    lines = [
        *opening(),
        *components_part(shipped, wide),
        *case_part(main),
        *chosen_part(),
        *comparison_part(main, told_runs(), RUNS),
    ]
    return "\n".join(lines) + "\n"


def opening() -> list[str]:
    """Title, what this is, how it was made."""
    return [
        "# The prior predictive check",
        "",
        *prose(
            "Before anything is fitted: does every part of the model do something, does no part do everything, does "
            "the "
            "main case reach more than one ending, and are the rates of the right order? All weights stand at their "
            "defaults, most of them priors ([ODD](odd.md)); those that were chosen by looking at results are listed "
            "below, and what was looked at is no evidence. This page is made by"
        ),
        "",
        f"    {COMMAND}",
        "",
        *prose(
            "and is the same, byte for byte, whenever the model and the shipped cases are. Intervals are 95%, and "
            "speak of "
            "the luck of the runs only, not of whether the model is right."
        ),
        "",
    ]


def components_part(shipped: pd.DataFrame, wide: pd.DataFrame) -> list[str]:
    """Range and share of every component."""
    ours, others = component_reach.component_table(shipped), component_reach.component_table(wide)
    said = [*component_reach.complaints(ours), *(f"{what} (any temper)" for what in component_reach.complaints(others))]
    return [
        "## What each component can do",
        "",
        *prose(
            f"Over {RUNS_A_CASE} drawn runs of each of the {shipped['case'].nunique()} shipped cases "
            f"({shipped['which'].nunique():,} decisions), and over {wide['case'].nunique()} runs with every trait of "
            "leaders, publics, markets and hosts drawn evenly from its whole range, leaders of any temper "
            f"({wide['which'].nunique():,} decisions). *Range*: the farthest values of any option, in widths of the "
            f"zone of "
            "agreement; allowed is -2 to 2. *Share*: the component's variance over the options of a decision, "
            "against the "
            "sum over all components, averaged over decisions. *Turns the best*: decisions in which another option "
            "would "
            "be best without the component."
        ),
        "",
        *table(
            ("component", "range", "share in turns", "share in answers", "turns the best", "range, any temper",
             "share in turns, any temper"),
            (component_row(name, ours.loc[name], others.loc[name]) for name in ours.index),
        ),
        "",
        verdict(said, "No component is out of range, none is dead, and none drowns the rest."),
        "",
        "Share of the variance in all decisions, case by case:",
        "",
        *case_table(component_reach.by_case(shipped)),
        "",
        *said_of("components"),
    ]  # fmt: skip


def component_row(name: str, ours: pd.Series, others: pd.Series) -> tuple[str, ...]:
    """One line of the table of components."""
    return (
        f"`{name}`",
        f"{ours['low']:.2f} to {ours['high']:.2f}",
        percent(ours["turns"], 1),
        percent(ours["answers"], 1),
        percent(ours["turned"]),
        f"{others['low']:.2f} to {others['high']:.2f}",
        percent(others["turns"], 1),
    )


def case_table(found: pd.DataFrame) -> list[str]:
    """Components by case."""
    rows = ((f"`{name}`", *(percent(value) for value in found.loc[name])) for name in found.index)
    return table(("component", *found.columns), rows)


def verdict(said: list[str], fine: str) -> str:
    """What is wrong, or that nothing is."""
    return f"**Off:** {'; '.join(said)}." if said else fine


def case_part(main: counted.Counted) -> list[str]:
    """Outcome classes of the main case and what the hosts change."""
    found = counted.classes(main)
    rows = [
        (word, *(percents_of(found[part].loc[name]) for part in ("with", "without")))
        for name, word in outcome_words().items()
    ]
    return [
        f"## `{counted.CASE}`, {RUNS:,} runs",
        "",
        "```bash",
        f"climbdown ensemble {counted.CASE} -n {RUNS}",
        "```",
        "",
        "Uncertain numbers are drawn anew in each run. The second column has the same luck, but no third party at all",
        "(`--set mediators={}`).",
        "",
        *table(("where it stands", "share of runs", "without hosts"), rows),
        "",
        *table(
            ("", "as it is", "without hosts", "what hosts add (points)"),
            (
                (c.what, percents(c.with_hosts), percents(c.without), points(c.difference))
                for c in counted.contrasts(main)
            ),
        ),
        "",
        verdict(
            counted.complaints(main),
            "No class takes over 85% of the runs, at least four are reached, and taking the hosts away changes the "
            "chance that the leaders speak visibly.",
        ),
        "",
        *said_of("outcome-classes", "hosts"),
    ]


def said_of(*yardsticks: str) -> list[str]:
    """What must be said below a part of the page: which yardsticks in it are no evidence; no line when all are."""
    found = [f"{name}: {caution(name)}" for name in yardsticks if caution(name)]
    return [line for said in found for line in (*prose(said), "")]


def percents_of(row: pd.Series) -> str:
    """Share and interval of one line of a table of outcomes."""
    return f"{percent(row['share'], 1)} [{percent(row['low'], 1)}, {percent(row['high'], 1)}]"
