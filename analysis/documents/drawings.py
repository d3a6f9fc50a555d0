"""A figure twice: as a picture that is always there, and as what a browser draws again to answer the mouse."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import quote

from analysis.documents.wording import sentence

DIGITS = 5
"""Digits that count in a number inside a figure: finer than any screen or printer, and half the size."""

_SIZE = re.compile(r'<svg[^>]*?\swidth="([\d.]+)"[^>]*?\sheight="([\d.]+)"')
_LONG = re.compile(r"-?\d+\.\d{3,}")
_UNHEARD = re.compile(r' (?:aria-[a-z]+|role)="[^"]*"')
"""What a picture says to a screen reader mark by mark; inside an image nobody hears it, the image has its own text."""

_TAG = re.compile(r"<[^>]*>")
_PLAIN = " <>/=:;,.()'+!*-_|?@[]{}~$"
"""Letters that may stand in an address between double quotes, besides letters and digits."""


class Drawing(NamedTuple):
    """A figure ready for a page: its picture as an address, its size, its text, and its specification."""

    image: str
    width: int
    height: int
    told: str
    specification: str


def draw(chart: Any, told: str) -> Drawing:
    """Draw a figure.

    Parameters
    ----------
    chart : altair chart
        A figure of :mod:`analysis.figures`.
    told : str
        What it shows, for readers who cannot see it; its title is put before it.
    """
    import vl_convert

    specification = _rounded(chart.to_dict())
    words = f"{sentence(_title(specification))} {told}".strip()
    specification["description"] = words
    svg = vl_convert.vegalite_to_svg(specification)
    found = _SIZE.search(svg)
    width, height = (round(float(size)) for size in found.groups()) if found else (0, 0)
    text = json.dumps(specification, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return Drawing(_address(svg), width, height, words, text.replace("<", "\\u003c"))


@lru_cache(maxsize=1)
def runtime() -> str:
    """Vega, Vega-Lite and Vega-Embed as one script (BSD-3-Clause), as vl-convert ships them."""
    import vl_convert

    bundle: str = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    return bundle.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _title(specification: dict[str, Any]) -> str:
    title = specification.get("title", "")
    return str(title.get("text", "")) if isinstance(title, dict) else str(title)


def _rounded(content: Any) -> Any:
    if isinstance(content, dict):
        return {key: _rounded(value) for key, value in content.items()}
    if isinstance(content, list):
        return [_rounded(value) for value in content]
    return float(f"{content:.{DIGITS}g}") if isinstance(content, float) else content


def _address(svg: str) -> str:
    """The picture as a data address: an image of its own, whose names cannot clash with those of another figure."""
    short = _LONG.sub(lambda found: f"{float(found.group()):.2f}", _UNHEARD.sub("", svg))
    single = _TAG.sub(lambda found: found.group().replace("'", "&apos;").replace('"', "'"), short)
    return f"data:image/svg+xml;charset=utf-8,{quote(single, safe=_PLAIN)}"
