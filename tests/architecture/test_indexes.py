"""Do the tables of contents name what is there, all of it and nothing else, and does every link lead somewhere?"""

from __future__ import annotations

import re
from pathlib import Path

from analysis.cli.verbs import VERBS
from sim.version import __version__
from tests.architecture.source_tree import ROOT, project_files, report, text

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
PLACE = re.compile(r"`((?:\.ci|analysis|benchmarks|docs|scenarios|sim|tests)/[\w/.-]+)(?:::\w+)?`")
NAMED_TEST = re.compile(r"`(?:[\w/.]+::)?(test_\w+)(?:\.py)?(?:\[[^`]*\])?`")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
HISTORY = Path("CHANGELOG.md")
"""What this page names may be gone."""


def pages() -> list[Path]:
    """Every Markdown page of the project."""
    return [path for path in project_files() if path.suffix == ".md"]


def links(page: Path) -> list[Path]:
    """The project files that a page links to, as paths from the root; addresses elsewhere are left out."""
    targets = LINK.findall(FENCE.sub("", text(page)))
    local = [target for target in targets if "://" not in target and not target.startswith("mailto:")]
    return [(ROOT / page.parent / target).resolve() for target in local]


def test_every_link_leads_somewhere() -> None:
    problems = [f"{page}: {target} is not there" for page in pages() for target in links(page) if not target.exists()]
    assert not problems, report(problems)


def test_every_file_that_a_page_names_is_there() -> None:
    problems = [
        f"{page}: {place} is not there"
        for page in pages()
        if page != HISTORY
        for place in PLACE.findall(text(page))
        if not (ROOT / place).exists()
    ]
    assert not problems, report(problems)


def test_every_test_that_a_page_names_is_there() -> None:
    files = [path for path in project_files() if path.parts[0] == "tests" and path.suffix == ".py"]
    there = {path.stem for path in files}
    for path in files:
        there |= set(re.findall(r"^ *def (test_\w+)\(", text(path), re.MULTILINE))
    problems = [
        f"{page}: there is no {name}"
        for page in pages()
        if page != HISTORY
        for name in NAMED_TEST.findall(text(page))
        if name not in there
    ]
    assert not problems, report(problems)


def test_the_index_of_scenarios_names_each() -> None:
    there = {ROOT / path for path in project_files() if path.parent == Path("scenarios") and path.suffix == ".yaml"}
    named = {target for target in links(Path("scenarios/README.md")) if target.suffix == ".yaml"}
    assert {path.name for path in named if path.parent == ROOT / "scenarios"} == {path.name for path in there}


def test_every_page_of_the_docs_can_be_reached_from_the_readme() -> None:
    reached, ahead = set(), [Path("README.md")]
    while ahead:
        page = ahead.pop()
        reached.add(page)
        near = {target.relative_to(ROOT) for target in links(page) if target.is_relative_to(ROOT) and target.is_file()}
        ahead += [target for target in near if target.suffix == ".md" and target not in reached]
    lost = [
        f"{page}: no way from README.md leads here"
        for page in pages()
        if page.parts[0] == "docs" and page not in reached
    ]
    assert not lost, report(lost)


def test_every_verb_of_the_command_line_is_explained() -> None:
    told = "\n".join(text(page) for page in pages() if page.parts[0] in {"README.md", "docs"})
    problems = [
        verb
        for verb in VERBS
        if (ROOT / "analysis" / "cli" / f"{verb}.py").exists() and f"climbdown {verb}" not in told
    ]
    assert not problems, f"not shown in README.md or docs: {', '.join(problems)}"


def test_the_version_is_the_same_everywhere() -> None:
    assert f"\nversion: {__version__}\n" in text(Path("CITATION.cff"))
    assert f"## [{__version__}]" in text(Path("CHANGELOG.md")) or "## [Unreleased]" in text(Path("CHANGELOG.md"))
