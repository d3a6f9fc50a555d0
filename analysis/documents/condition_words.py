"""What a search for conditions found, in sentences: limits by readers' names, numbers of the held-out lucks."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.discovery import Box, Discovery, Finding, Members, Span
from analysis.documents.factor_names import FactorNames
from analysis.documents.wording import listed, percent, sentence
from analysis.estimates import Estimate
from analysis.figures.digits import percents, rounded

NAMES = FactorNames()

HOW = (
    "Boxes were found by PRIM (Friedman and Fisher 1999), the tree by Gini impurity, both on one half of the lucks; "
    "what is said of them was counted in the other. A box is a finding when its density there is surely above that of "
    "all (95% interval, each luck counted once), by a fifth or more, it holds at least 5% of the runs and 10% of the "
    "cases, and shuffled outcomes give one that stands out as much in at most 5% of searches. The first that is none "
    "ends the search."
)


def condition(box: Box, names: FactorNames = NAMES) -> str:
    """A box after what happens: ``when need for face of both is at least 0.62, with no host``."""
    ranges = [limit_words(name, limit, names) for name, limit in box.limits.items() if isinstance(limit, Span)]
    chosen = [limit_words(name, limit, names) for name, limit in box.limits.items() if isinstance(limit, Members)]
    said = [f"when {listed(ranges)}" if ranges else "", f"with {listed(chosen)}" if chosen else ""]
    return ", ".join(filter(None, said)) or "always"


def limit_words(name: str, limit: Span | Members, names: FactorNames = NAMES) -> str:
    """One limit inside a sentence."""
    called = names.inside(name)
    if isinstance(limit, Members):
        others = [value for value in limit.of if value not in limit.names]
        if 2 * len(others) < len(limit.names):
            return f"{called} other than {listed([names.value(name, value) for value in others], 'or')}"
        return names.settings_of(name, limit.names)
    if limit.low == -float("inf"):
        return f"{called} is below {limit.high:.6g}"
    if limit.high == float("inf"):
        return f"{called} is at least {limit.low:.6g}"
    return f"{called} is from {limit.low:.6g} to {limit.high:.6g}"


def spaced(estimate: Estimate) -> str:
    """``30% (24% to 36%)``, with the digits that the interval leaves."""
    told, low, high = percents(*estimate.numbers)
    return f"{told} ({low} to {high})"


def opening(found: Discovery) -> str:
    """How often it happens in all: ``no deal in 18% (15% to 21%) of 3,600 runs``."""
    return f"{found.question} in {spaced(found.often)} of {found.runs:,} runs"


def finding_in_words(found: Discovery, finding: Finding, names: FactorNames = NAMES) -> str:
    """A finding as a sentence: where, how often there and in all, and how much of all cases it holds."""
    held = finding.held
    usual = percents(held.usual.value, held.density.low, held.density.high)[0]
    _, low, high = rounded(*(100 * end for end in held.gain.numbers))
    beside = "all of them" if finding.is_first else "those outside the boxes before it"
    return sentence(
        f"{found.question} in {spaced(held.density)} of held-out runs {condition(finding.box, names)}, against "
        f"{usual} of {beside} ({low} to {high} more in 100 runs); this holds {spaced(held.coverage)} of all such runs"
    )


def doubt_in_words(found: Discovery, finding: Finding, names: FactorNames = NAMES) -> str:
    """A box that is no finding, and why."""
    held = finding.held
    sought = percent(finding.sought[1])
    here = f"{spaced(held.density)} in the other half" if held.runs else "no run in the other half"
    place = "" if finding.is_first else " outside the boxes before it"
    return sentence(
        f"the search's {'next' if found.findings else 'best'} box{place}, {condition(finding.box, names)}, is no "
        f"finding: {finding.why_not} ({sought} in the half searched, {here})"
    )


def nothing_in_words(finding: Finding) -> str:
    """What the same search finds where there is nothing."""
    nothing = finding.nothing
    if nothing is None:
        return ""
    times = nothing.shuffles + 1
    again = round(nothing.p * times) - 1
    as_much = f"in {again} of them" if again else "in none"
    return sentence(
        f"with outcomes shuffled over the settings within each luck, {nothing.shuffles} times, the same search finds "
        f"some box in {percent(nothing.found)} and one that stands out as much {as_much} (p = {nothing.p:.3g}); 19 in "
        f"20 of the shuffles give a density of at most {percent(nothing.densest)}"
    )


def done_in_words(found: Discovery) -> str:
    """How the lucks were halved, and what was thinned."""
    searched, held = found.lucks
    said = [f"Found on {searched:,} lucks, judged by {held:,} others."]
    if found.unseen:
        said.append(f"{found.unseen:,} further lucks were not looked at.")
    shuffled = next((one.nothing for one in found.findings if one.nothing), None)
    if shuffled is not None:
        said.append(f"Each search in shuffled outcomes had {shuffled.runs:,} runs of {shuffled.settings:,} settings.")
    return " ".join(said)


def told(found: Discovery, names: FactorNames = NAMES) -> Iterator[str]:
    """Yield the answer as sentences: the whole, the findings, the box that is none."""
    if found.why_none:
        yield sentence(opening(found))
        yield sentence(f"no conditions are given: {found.why_none}")
        return
    none = "" if found.findings else ". No condition on the factors makes it surely more frequent"
    yield sentence(f"{opening(found)}{none}")
    for finding in found.findings:
        yield finding_in_words(found, finding, names)
    if found.doubtful is not None:
        yield doubt_in_words(found, found.doubtful, names)
