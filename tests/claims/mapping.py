"""The article's claims as data, and the page that is written from them: ``python -m tests.claims.mapping``."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from analysis.evidence.claims.effects_table import by_verdict, effects_table, verdicts
from analysis.evidence.claims.measured_lines import read_measured
from analysis.evidence.claims.measuring import Measured
from analysis.evidence.claims.switches_table import switches_table
from analysis.evidence.claims.table import Claim, claims, mechanisms, switches

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).parent
PAGE = ROOT / "docs" / "claims.md"
KINDS = {"M": 33, "O": 1, "S": 4}

HEAD = """\
# What an article says, and where the model has it

<!-- Written by `python -m tests.claims.mapping` from analysis/evidence/claims/claims.yaml; edit that file instead. -->

The model was built to hold what one newspaper article says about leaders who wait for each other's call (Edward Wong,
The New York Times, April 2025; `nyt-2025-04` in scenarios, ¶ a paragraph counted from 1). Each row below is one claim.

**M** rows are mechanisms: the tests named switch each off and on from a scenario, with everything else and the luck
held fixed, and find its effect in the record; "without" names the numbers and parts of it that, scaled to a hundredth
or removed one at a time, make one of these tests fail (`tests/claims/weakened.yaml`). The **O** row is a measure that
every outcome reports. **S** rows are shipped cases whose runs reach the situation described. Rules live in `sim/rules`;
`*` stands for any id; tests live in `tests/claims`. Rule files have chapters in [explanation](explanation/README.md).

That a mechanism is there does not say that it matters. "Effect" is what it does to an outcome
([below](#what-each-mechanism-does-to-an-outcome)): only rows that say **works** do enough to be called working; all
others are **weak**, whatever else the row says. Which of them matter in a case of your own says `climbdown mechanisms`
([how](how-to/mechanisms.md)): it [switches each off](#what-switches-each-mechanism-off), under the same luck.

| # | ¶ | claim | mechanism | rules | set by | seen in | tests | without | effect |
|---|---|---|---|---|---|---|---|---|---|
"""

EFFECTS = """\
## What each mechanism does to an outcome

For every **M** row this was declared, from what the mechanism means and before anything was measured this way: an
outcome, which way it goes, the smallest effect worth having (by default 2 percentage points or 3 days), a low and a
high setting, and the shipped cases to look at (`effect` in `analysis/evidence/claims/claims.yaml`; the first version of
that file in the history has the declarations and no results). The table of signs in [ODD](odd.md) was known by then,
and with it that some weights move little in the main case; no declaration was made larger or smaller for it. A weight
is off and as it is, a trait 0.1 and 0.9 on both sides, a thing that a case may have absent and as it is; where it
differs, the file says why. Both settings run under the same luck, uncertain numbers drawn, each luck one pair;
intervals hold for all rows and cases together at 95% (Bonferroni). A row **works** when the effect is surely there, of
the declared sign and at least as large as declared, in two cases or more and no fewer than half of them, and goes the
other way in none. Made by

    python -m analysis.evidence effects
    python -m tests.claims.mapping

"""


SWITCHES = """\
## What switches each mechanism off

`climbdown mechanisms SCENARIO` takes each of them away from any case and measures, by the same function as the table
above, what is then different: as the case is, less without. These settings came after the declared effects, which
they leave as they were. Where the low setting above is an absence they are that; else they are what the meaning of the
mechanism says: a price that is not charged, a trait of 0, a thing that is not there. `*` stands for any id, `+` for any
but the first, `*[field]` for those whose field is above 0 or not empty. Row 20 has no switch in the model: six times as
much is remembered and as much more trust put in the image, so that the same is expected and more of it known. What a
dated event would bring back is taken away too.

"""


def written_tests() -> Iterator[tuple[str, str]]:
    """File and name of every test of this folder."""
    for path in sorted(FOLDER.glob("test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield path.name, node.name


def named_after(claim: Claim) -> list[str]:
    """The names of a claim's tests."""
    return [name for _, name in written_tests() if name.startswith(claim.stem)]


def parts_of(claim: Claim) -> list[str]:
    """What of a claim's mechanism is weakened to see whether its tests notice."""
    entries = yaml.safe_load((FOLDER / "weakened.yaml").read_text(encoding="utf-8"))
    return [str(entry["words"]) for entry in entries if entry["row"] == claim.row]


def cell(names: list[str]) -> str:
    """Several names in one cell of a table."""
    return "<br>".join(f"`{name}`" for name in names)


def line(claim: Claim, words: Mapping[int, str]) -> str:
    """One row of the page; ``words`` has the verdict on each mechanism."""
    cells = [
        f"{claim.row} {claim.kind}",
        claim.paragraphs,
        claim.claim,
        claim.mechanism,
        cell(claim.rules),
        cell(claim.fields),
        claim.seen,
        cell(named_after(claim)),
        "<br>".join(parts_of(claim)),
        words.get(claim.row, ""),
    ]
    return f"| {' | '.join(cells)} |\n"


def tail() -> str:
    """What follows the table: measured by hand, kept in its own file."""
    return (FOLDER / "after_claims.md").read_text(encoding="utf-8")


def page() -> str:
    """The whole of docs/claims.md."""
    lines, effects = read_measured(), mechanisms()
    found = verdicts(effects, lines)
    rows = "".join(line(claim, {row: f"**{verdict}**" for row, verdict in found.items()}) for claim in claims())
    effect = [EFFECTS + lucks(lines), *by_verdict(found), "", *effects_table(effects, lines), ""]
    off = [SWITCHES + "\n".join(switches_table(list(switches().values()))), ""]
    return "\n".join([HEAD + rows, *effect, *off, tail()])


def lucks(lines: Sequence[Measured]) -> str:
    """How many lucks the results rest on."""
    return f"Lucks of every row and case: {min((line.lucks for line in lines), default=0):,}.\n"


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
