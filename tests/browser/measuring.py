"""What is seen of a page, measured in the browser: letters too small, words on words, what is cut off, contrast."""

from __future__ import annotations

from typing import Protocol


class Page(Protocol):
    """A page in which scripts can be run."""

    def run(self, script: str, *values: object) -> list[str]: ...


SMALLEST = 22
"""Pixels of the smallest letter on a wall."""

WORDS = """
const shown = (node) => node.data.trim() && node.parentElement.checkVisibility({ visibilityProperty: true })
  && !node.parentElement.closest('.unseen, option, noscript, title, desc');
const boxes = (node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter((box) => box.width > 0.5 && box.height > 0.5);
};
const words = (root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (shown(walker.currentNode)) found.push(walker.currentNode);
  return found.flatMap((node) => boxes(node).map((box) => ({ node, box, holder: node.parentElement })));
};
const scale = (holder) => {
  const svg = holder.closest('svg');
  return svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
};
const OVER = '.drawer, dialog, .banners';
const covered = ({ holder, box }) => [0.02, 0.5, 0.98].some((part) => {
  const top = document.elementFromPoint(box.x + part * box.width, box.y + box.height / 2)?.closest(OVER);
  return top && top !== holder.closest(OVER);
});
const seen = () => words(document.body).filter((word) => !covered(word));
const said = ({ data }) => data.trim().slice(0, 40);
const size = (holder) => parseFloat(getComputedStyle(holder).fontSize) * scale(holder);
const once = (list) => [...new Set(list)].filter(Boolean);
"""

SMALL = f"""{WORDS}
return once(seen().map(({{ node, holder }}) => [node, size(holder)])
  .map(([node, high]) => (high < arguments[0] - 0.01 ? `${{said(node)}}: ${{high.toFixed(1)}}` : '')));
"""
"""Letters smaller than so many pixels."""

OVERLAPS = f"""{WORDS}
const PART = 0.18; // of a line's box is above and as much below its letters
const all = seen().map(({{ node, box }}) => ({{
  node, left: box.left, right: box.right, top: box.top + PART * box.height, bottom: box.bottom - PART * box.height,
}}));
const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
  && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
return once(all.flatMap((one, place) => all.slice(place + 1).map((other) =>
  one.node !== other.node && over(one, other) ? `${{said(one.node)}} | ${{said(other.node)}}` : '')));
"""
"""Words on top of other words."""

CUT = f"""{WORDS}
const scrolls = arguments[0];
const CLOSED = 'svg, .panel, button, .drawer, dialog, .drawn, li, .words, .pictures, main';
const out = (box, edge, side, above) => box.left < edge.left - side || box.right > edge.right + side
  || box.top < edge.top - above || box.bottom > edge.bottom + above;
const off = seen().map(({{ node, box, holder }}) => {{
  const wall = {{ left: 0, top: scrolls ? -Infinity : 0, right: innerWidth, bottom: scrolls ? Infinity : innerHeight }};
  if (out(box, wall, 1, 1)) return `off the wall: ${{said(node)}}`;
  for (let around = holder; around && around !== document.body; around = around.parentElement) {{
    if (around.matches(CLOSED) && out(box, around.getBoundingClientRect(), 2, 4))
      return `out of ${{around.localName}}.${{around.getAttribute('class')}}: ${{said(node)}}`;
  }}
  return '';
}});
const scrolling = [...document.querySelectorAll('html, #page, #page *')].map((one) => {{
  if (scrolls && one.localName === 'html') return '';
  if (one.closest('svg, .unseen') || !one.clientWidth || getComputedStyle(one).display.startsWith('inline')) return '';
  const over = [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight];
  return Math.max(...over) > 2 ? `${{one.localName}}.${{one.className}} lacks ${{over.join(' by ')}}` : '';
}});
return once([...off, ...scrolling]);
"""
"""What is cut off, scrolls or sticks out of its box; the page itself may scroll if it is told so."""

WIDE = """
const out = (one) => !one.closest('svg, .unseen') && one.getBoundingClientRect().right > innerWidth + 1;
const found = [...document.querySelectorAll('#page *')].filter(out).map((one) => `${one.localName}.${one.className}`);
return [document.documentElement.scrollWidth - innerWidth, found];
"""
"""By how much a page is wider than its window, and what sticks out."""

FAINT = f"""{WORDS}
const numbers = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const light = (colour) => [0.2126, 0.7152, 0.0722].reduce((sum, much, n) => sum + much * linear(colour[n] / 255), 0);
const behind = (element) => {{
  for (let one = element; one; one = one.parentElement) {{
    const colour = numbers(getComputedStyle(one).backgroundColor);
    if (colour.length && (colour[3] ?? 1) === 1) return colour;
  }}
  return [255, 255, 255];
}};
return once(seen().map(({{ node, holder }}) => {{
  const svg = holder.closest('svg');
  const letters = getComputedStyle(holder)[svg ? 'fill' : 'color'];
  const [high, low] = [light(numbers(letters)), light(behind(holder))].sort((a, b) => b - a);
  const label = svg && size(holder) > 21.9 && /-text/.test(holder.getAttribute('class'));
  const contrast = (high + 0.05) / (low + 0.05);
  return contrast < (label ? 4.5 : 7) ? `${{said(node)}}: ${{contrast.toFixed(1)}}` : '';
}}));
"""
"""Words that stand out less than 7:1, or coloured labels of 22 pixels and more less than 4.5:1."""

UNTRANSLATED = f"""{WORDS}
const OF_THE_WORLD = 'svg, kbd, pre, [lang]:not(html)';
return once(seen().map(({{ node, holder }}) =>
  !holder.closest(OF_THE_WORLD) && /[a-z]{{2}}/i.test(node.data) && !/[⟦⟧]/.test(node.data) ? said(node) : ''));
"""
"""Words that come neither from the messages (which are bracketed) nor are marked with the language of the world."""


def wrong_with_the_wall(page: Page) -> dict[str, list[str]]:
    """All that can be measured of a wall, by what it is; empty where nothing is wrong."""
    found = {
        "small": page.run(SMALL, SMALLEST),
        "overlaps": page.run(OVERLAPS),
        "cut": page.run(CUT, False),
        "faint": page.run(FAINT),
    }
    return {what: places for what, places in found.items() if places}
