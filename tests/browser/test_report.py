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

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LIMIT = 3_000_000
ALLOWED = "script-src 'unsafe-inline'"
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
    pdf = reader.print_pdf(width, height)
    sizes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", pdf)
    assert 3 <= len(sizes) <= 20
    assert {(round(float(w) / 72, 1), round(float(h) / 72, 1)) for w, h in sizes} == {
        (round(width, 1), round(height, 1))
    }
