"""A report in a real browser: alive without a network, open to everybody, on a phone, without scripts, on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest.importorskip("altair")
pytest.importorskip("scipy")

from analysis.documents import page, run_document, study_document
from sim.run import run_one
from tests.analysis.documents.made import CHOICE, FACTORS, made_study
from tests.browser.conftest import Reader
from tests.browser.printed import filled

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LIMIT = 3_000_000
ALLOWED = "script-src 'unsafe-inline'"
PAGES = {"grid": 9, "run": 7}
"""A study is printed on fewer than ten pages of A4, a run on fewer than eight."""
FULL = 0.6
PAPERS = {"a4": (8.27, 11.69), "letter": (8.5, 11.0)}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A report of every kind, on the disk."""
    documents = {
        "grid": study_document(made_study("grid", (FACTORS[0], CHOICE))),
        "sobol": study_document(made_study("saltelli", base=64)),
        "morris": study_document(made_study("morris", trajectories=12)),
        "run": run_document(run_one("us-china-2025", seed=1)),
    }
    folder = tmp_path_factory.mktemp("pages")
    for name, document in documents.items():
        (folder / f"{name}.html").write_text(page(document), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in documents}


@pytest.mark.parametrize("kind", ["grid", "sobol", "morris", "run"])
def test_it_lives_without_a_network_and_shuts_nobody_out(kind: str, pages: dict[str, Path], reader: Reader) -> None:
    assert pages[kind].stat().st_size < LIMIT
    reader.open(pages[kind])
    assert reader.run("return document.querySelectorAll('figure.is-live svg').length") >= 3
    assert reader.shut_out() == []
    assert reader.strangers() == []
    assert reader.complaints() == []


def test_the_mouse_is_answered_and_numbers_can_be_opened(pages: dict[str, Path], reader: Reader) -> None:
    from selenium.webdriver import ActionChains

    reader.open(pages["grid"])
    bars = reader.driver.find_elements("css selector", "figure.is-live .mark-rect path[aria-roledescription=bar]")
    bar = max(bars, key=lambda found: found.rect["width"])
    reader.run("arguments[0].scrollIntoView({block: 'center'})", bar)
    ActionChains(reader.driver).move_to_element(bar).perform()
    reader.wait("document.querySelector('#vg-tooltip-element.visible')")
    assert "%" in reader.run("return document.querySelector('#vg-tooltip-element').textContent")
    reader.driver.find_element("css selector", "summary").click()
    assert reader.driver.find_element("css selector", "details[open] table").is_displayed()


def test_it_fits_a_phone(pages: dict[str, Path], reader: Reader) -> None:
    reader.resize(320, 640)
    try:
        for file in pages.values():
            reader.open(file)
            assert reader.run("return document.documentElement.scrollWidth") <= 320
            assert reader.shut_out() == []
    finally:
        reader.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


PHONE = 390
SMALLEST_LETTER = 11.9
"""Pixels; a drawing of 12 may be a trifle wider than its room."""
WATCH = """
window.drawn = [];
new MutationObserver((seen) => {
  for (const one of seen) for (const node of one.addedNodes)
    if (node.nodeName === 'svg' || (node.textContent ?? '').length > 500000)
      drawn.push([node.nodeName, performance.now()]);
}).observe(document, {childList: true, subtree: true});
"""
"""Notes when a drawing, or the code that draws it, gets into the page."""

LETTERS = """
return [...document.querySelectorAll('figure.is-live .live svg')].flatMap((picture) => {
  const scale = picture.getBoundingClientRect().width / picture.viewBox.baseVal.width;
  return [...picture.querySelectorAll('text')].filter((text) => text.textContent.trim())
    .map((text) => [text.textContent, parseFloat(getComputedStyle(text).fontSize) * scale]);
});
"""
BOXES_THAT_SCROLL = """
return [...document.querySelectorAll('figure, figure .drawing, figure .live')]
  .filter((box) => box.scrollWidth > box.clientWidth + 1).length;
"""


def test_nothing_is_drawn_before_the_page_is_seen_nor_what_is_below_before_it_is_reached(
    pages: dict[str, Path], reader: Reader
) -> None:
    watch = reader.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
    reader.resize(1280, 720)
    try:
        reader.driver.get(pages["run"].resolve().as_uri())
        reader.wait("performance.getEntriesByName('first-contentful-paint').length")
        seen = reader.run("return performance.getEntriesByName('first-contentful-paint')[0].startTime")
        reader.read_through()
        drawn = reader.run("return window.drawn.filter(([name]) => name.toLowerCase() === 'svg').map(([_, at]) => at)")
        code = reader.run("return window.drawn.filter(([name]) => name === 'SCRIPT').map(([_, at]) => at)")
        assert len(drawn) >= 3
        assert min(drawn) > seen
        assert max(code) > seen

        reader.driver.get(pages["run"].resolve().as_uri())
        below = (
            "[...document.querySelectorAll('figure')].filter((f) => f.getBoundingClientRect().top > 2 * innerHeight)"
        )
        reader.run("document.querySelector('figure').scrollIntoView({block: 'center'})")
        reader.wait("document.querySelector('figure.is-live')")
        assert reader.run(f"return {below}.length") >= 2
        assert reader.run(f"return {below}.filter((f) => f.querySelector('svg')).length") == 0
    finally:
        reader.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", watch)
        reader.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_a_phone_has_a_layout_of_its_own_and_turning_it_draws_the_other(pages: dict[str, Path], reader: Reader) -> None:
    rooms = "return [...new Set([...document.querySelectorAll('figure')].map((f) => f.dataset.room))]"
    reader.resize(PHONE, 844)
    try:
        for file in pages.values():
            reader.open(file)
            reader.wait("[...document.querySelectorAll('figure')].every((f) => f.dataset.room)")
            assert reader.run(rooms) == ["narrow"]
            assert reader.run(BOXES_THAT_SCROLL) == 0
            letters = reader.run(LETTERS)
            assert len(letters) > 10
            assert [(words, size) for words, size in letters if size < SMALLEST_LETTER] == []
        assert reader.run("return document.querySelectorAll('.live svg').length") == reader.run(
            "return document.querySelectorAll('figure').length"
        )
        reader.resize(844, PHONE)
        reader.wait("[...document.querySelectorAll('figure')].every((f) => f.dataset.room === 'wide')")
        reader.resize(PHONE, 844)
        reader.wait("[...document.querySelectorAll('figure')].every((f) => f.dataset.room === 'narrow')")
        assert reader.complaints() == []
    finally:
        reader.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_without_scripts_every_figure_is_still_there(pages: dict[str, Path], reader: Reader) -> None:
    # Its own policy forbids all scripts: a browser told to run none does so only from some moment of loading on.
    whole = pages["grid"].read_text(encoding="utf-8")
    assert whole.count(ALLOWED) == 1
    still = pages["grid"].with_name("still.html")
    still.write_text(whole.replace(ALLOWED, "script-src 'none'"), encoding="utf-8")
    reader.driver.get(still.as_uri())
    # Stills are decoded and laid out late, the later the busier the machine is.
    reader.wait("[...document.querySelectorAll('figure img')].every((i) => i.naturalWidth && i.offsetWidth)")
    shown = reader.run(
        "return [...document.querySelectorAll('figure')].map((f) => [f.querySelector('img'), f.querySelector('.live')])"
        ".map(([still, live]) => [still.naturalWidth, still.offsetWidth, live.offsetHeight])"
    )
    assert shown
    assert all(natural > 300 and width > 300 and live == 0 for natural, width, live in shown), shown


@pytest.mark.parametrize("paper", PAPERS)
def test_it_prints_on_either_paper(paper: str, pages: dict[str, Path], reader: Reader) -> None:
    width, height = PAPERS[paper]
    reader.open(pages["grid"])
    reader.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        hidden = reader.run(
            "return [...document.querySelectorAll('.live, nav, details')].every((e) => !e.offsetHeight)"
        )
        still = reader.run("return [...document.querySelectorAll('img.still')].every((e) => e.offsetHeight > 100)")
    finally:
        reader.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert hidden
    assert still
    for kind, most in PAGES.items():
        reader.driver.get(pages[kind].resolve().as_uri())
        reader.wait("[...document.querySelectorAll('img.still')].every((i) => i.complete)")
        shares = filled(reader.print_pdf(width, height))
        assert len(shares) <= most, kind
        assert min(shares[:-1]) >= FULL, (kind, shares)
    pdf = reader.print_pdf(width, height)
    sizes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", pdf)
    assert 3 <= len(sizes) <= 20
    assert {(round(float(w) / 72, 1), round(float(h) / 72, 1)) for w, h in sizes} == {
        (round(width, 1), round(height, 1))
    }
