"""All that a page of the classroom loads before it can draw: itself, and what it and its parts name."""

from __future__ import annotations

import re

import httpx

NAMED = re.compile(r"""<(?:link|script)[^>]+(?:href|src)="([^"]+)\"""")
IMPORTED = re.compile(r"""\b(?:from|import)\s*["'](\.{0,2}/[^"']+\.js)["']""")


def parts_of_page(browser: httpx.Client, address: str) -> dict[str, int]:
    """Return the bytes of every file by its address, the page's own first."""
    page = browser.get(address)
    found = {address: len(page.content)}
    wanted = NAMED.findall(page.text)
    while wanted:
        name = wanted.pop()
        if name in found:
            continue
        answer = browser.get(name)
        answer.raise_for_status()
        found[name] = len(answer.content)
        if name.endswith(".js"):
            wanted += [answer.url.join(part).path for part in IMPORTED.findall(answer.text)]
    return found
