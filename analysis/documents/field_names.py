"""What readers call a number of a scenario: its name from its path, in words of the case, and whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from analysis.documents.wording import listed
from sim.narrative.cast import Cast

CALLED: Final[Mapping[str, str]] = {
    "ego": "{ego}",
    "face_need": "need for {face}",
    "market_sensitivity": "sensitivity to the {market}",
    "summit_appetite": "appetite for {summit.plural}",
    "face": "{face} at the start",
    "coercion_works": "belief in {pressure}",
    "learning_rate": "speed of learning",
    "accepted": "remembered acceptances",
    "refused": "remembered refusals",
    "asked": "remembered requests",
    "silent": "remembered silences",
    "pressure.points": "{pressure} at the start",
    "ceiling": "most {pressure}",
    "rung": "size of a step of {pressure}",
    "reactivity": "excitability of the {public}",
    "hostility": "hostility of the {public}",
    "public.half_life_days": "days until the {public} forgets half",
    "defiance_pays": "approval for standing firm",
    "approval": "approval at the start",
    "win_set": "least share that passes {at_home}",
    "exposure": "exposure of the {market}",
    "volatility": "volatility of the {market}",
    "rebound": "rebound of the {market}",
    "drawdown": "fall of the {market} at the start",
    "lobby": "weight of business voices",
    "precedents.salience": "vividness of the memory",
    "precedents.weight": "how far the memory counts as one's own",
    "precedents.half_life_days": "days until half the memory is gone",
    "face_formula": "face-saving formula",
    "hosting_memory": "memory of hosting",
    "exponent": "bargaining exponent",
    "groundwork": "{groundwork} at the start",
    "rapport": "rapport at the start",
    "tension": "tension at the start",
    "rate_per_week": "decisions a week",
    "tempo": "acts a week",
    "every_days": "days between decisions",
    "clock.kind": "clock",
    "clock.order": "order of decisions",
    "step_days": "step of time in days",
    "answer_days": "days until an answer",
    "call_lead_days": "days until {call.a}",
    "envoy_days": "days of {envoy.a}'s trip",
    "convene_days": "days until {talks} with {host.a}",
    "summit_lead_days": "days until {summit.a}",
    "cut": "share suspended by {truce.a}",
    "term_days": "days that {truce.a} runs",
    "open_press": "openness to the press",
    "signing_announced": "signing announced",
    "horizon_days": "days watched",
    "mediators": "{host.plural}",
    "advisers": "{adviser.plural}",
    "envoys": "{envoy.plural}",
    "leaders": "{leader.plural}",
}
"""By key, or by block and key where the key alone would not do; a key that speaks for itself is not listed."""

LEADERS, COUNTRYWIDE = "leaders", ("pressure", "public", "market")
"""The block of leaders, and those blocks in it that are their countries' rather than theirs."""


class Named(NamedTuple):
    """A name and whose it is; nobody's where it is the whole scenario's."""

    what: str
    whose: str = ""

    def __str__(self) -> str:
        return f"{self.what}, {self.whose}" if self.whose else self.what

    @property
    def inside(self) -> str:
        """The name inside a sentence: ``need for face of both``."""
        return f"{self.what} of {self.whose}" if self.whose else self.what


def named_together(cast: Cast, paths: Iterable[str]) -> Named:
    """What places that take one value are called together: ``need for face, both``.

    Parameters
    ----------
    cast : Cast
        Names and words of the scenario.
    paths : iterable of str
        Paths into the scenario, at least one.
    """
    found = list(dict.fromkeys(named(cast, path) for path in paths))
    whats = list(dict.fromkeys(name.what for name in found))
    if len(whats) > 1:
        return Named(listed([str(name) for name in found]))
    return Named(whats[0], _together(cast, [name.whose for name in found if name.whose]))


def _together(cast: Cast, names: list[str]) -> str:
    everyone = any(set(names) == set(map(call, cast.sides)) for call in (cast.leader, cast.country))
    return "both" if len(names) > 1 and everyone else listed(names)


def named(cast: Cast, path: str) -> Named:
    """What the number at one path is called: ``ego, Donald Trump``; ``weight of asking``."""
    keys = path.split(".")
    what = _what(cast, keys)
    block, *below = keys
    if block == LEADERS and below:
        return _of_leader(cast, what, below)
    owner = {"mediators": cast.mediator, "issues": cast.issue}.get(block)
    if owner is None or not below:
        return Named(what)
    if len(below) == 1:
        return Named(owner(below[0]))
    side = f" to {cast.country(below[2])}" if len(below) > 2 else ""
    return Named(f"{what}{side}", owner(below[0]))


def said_setting(cast: Cast, path: str, value: Any) -> str:
    """Return one setting inside a sentence, by the names of the case."""
    name = named(cast, path).inside
    if value is None or value in ({}, []):
        return f"no {name}"
    if isinstance(value, bool):
        return f"{name}: {'yes' if value else 'no'}"
    if isinstance(value, int | float):
        return f"{name} at {value:g}"
    return f"{name}: {value}" if isinstance(value, str) else f"another {name}"


def _of_leader(cast: Cast, what: str, below: list[str]) -> Named:
    side, *rest = below
    block = rest[0] if rest else ""
    if len(rest) < 3:
        return Named(what, cast.country(side) if block in COUNTRYWIDE else cast.leader(side))
    if block == "advisers":
        return Named(what, cast.adviser(side, rest[1]))
    if block == "envoys":
        return Named(what, cast.envoy(side, rest[1]))
    if block == "precedents":
        return Named(f"{what} ({_episode(cast, side, rest[1])})", cast.leader(side))
    return Named(what, cast.leader(side))


def _episode(cast: Cast, side: str, name: str) -> str:
    holder = cast.scenario.leaders.get(side)
    return holder.precedents[name].name if holder and name in holder.precedents else name


def _what(cast: Cast, keys: list[str]) -> str:
    """The name of what a path leads to, without whose it is."""
    last = keys[-2] if len(keys) > 3 and keys[-1] in cast.sides else keys[-1]
    if keys[0] == "weights":
        return f"weight of {spoken(last)}"
    called = next((CALLED[name] for name in _names(keys, last) if name in CALLED), "")
    what = cast.fill(called) if called else spoken(last)
    return f"error about the other's {what}" if "bias" in keys[:-1] else what


def _names(keys: list[str], last: str) -> Iterator[str]:
    """Under what a key may be listed: with each block that it stands in, the nearest first, or on its own."""
    yield from (f"{key}.{last}" for key in reversed(keys[:-1]))
    yield last


def spoken(key: str) -> str:
    """An id as people say it: ``first_ask`` is "first ask"."""
    return key.replace("_", " ").replace("-", " ").strip()
