"""The words of the case for whoever plays it, until a cast brings its own."""

from __future__ import annotations

from typing import NamedTuple

from sim.narrative.cast import Cast
from sim.narrative.option_words import PAST
from sim.vocabulary import actions


class Word(NamedTuple):
    """One word: formatted plainly, its noun."""

    noun: str
    plural: str = ""
    a: str = ""
    infinitive: str = ""
    past: str = ""

    def __format__(self, spec: str) -> str:
        return self.noun


def _table(cast: Cast) -> dict[str, Word]:
    plain = {
        w: Word(w, f"{w}s", f"a {w}")
        for w in (
            "letter",
            "call",
            "summit",
            "truce",
            "host",
            "envoy",
            "deal",
            "point",
            "settlement",
            "demand",
            "market",
            "adviser",
            "leader",
            "side",
        )
    }
    plain |= {
        "talks": Word("talks", "talks", "talks"),
        "blow_up": Word("rupture", "ruptures", "a rupture"),
        "points": Word("point", "points", "a point"),
        "pressure": Word("tariffs" if cast.is_trade else "pressure"),
        "public": Word("public"),
        "third_country": Word("third country", "third countries", "a third country"),
    }
    return plain | {r.word: Word(r.noun, infinitive=r.verb, past=PAST[r.word]) for r in actions.ROWS}


def fill(cast: Cast, text: str, **values: object) -> str:
    """Return a template filled with the words of the case and some values."""
    return text.format(**{**_table(cast), **values})
