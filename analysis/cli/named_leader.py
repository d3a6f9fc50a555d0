"""Which side somebody means who types an id, a leader's name, a country, or a part of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from analysis.cli.errors import UserError
from sim.scenario.leader import Leader

FITS: tuple[Callable[[str, str], bool], ...] = (
    lambda wanted, name: wanted == name,
    lambda wanted, name: wanted in name.split(),
    lambda wanted, name: wanted in name,
)
"""The whole of a name goes before a word of it, and that before a part of a word."""


def find_leader(leaders: Mapping[str, Leader], who: str) -> str:
    """Return the side meant; capitals do not matter.

    Raises
    ------
    UserError
        When there is no such side, or both are meant; those that there are are named.
    """
    wanted = who.strip().casefold()
    known = ", ".join(f"{side} ({leader.name or side})" for side, leader in leaders.items())
    meant = _meant(wanted, leaders) if wanted else []
    if len(meant) > 1:
        raise UserError(f"{who!r} may mean either leader here: {known}")
    if not meant:
        raise UserError(f"there is no leader {who!r} here; the leaders are {known}{_hint(wanted, leaders)}")
    return meant[0]


def _meant(wanted: str, leaders: Mapping[str, Leader]) -> list[str]:
    """The sides whose names fit, in the first way in which any does."""
    for fits in FITS:
        found = [str(side) for side, leader in leaders.items() if _called(side, leader, wanted, fits)]
        if found:
            return found
    return []


def _called(side: str, leader: Leader, wanted: str, fits: Callable[[str, str], bool]) -> bool:
    return any(fits(wanted, name.casefold()) for name in _names(side, leader))


def _names(side: str, leader: Leader) -> Iterator[str]:
    yield from filter(None, (side, leader.name, leader.country))


def _hint(wanted: str, leaders: Mapping[str, Leader]) -> str:
    from sim.files.suggestions import did_you_mean

    names = [name.casefold() for side, leader in leaders.items() for name in _names(side, leader)]
    return did_you_mean(wanted, [*names, *(word for name in names for word in name.split())])
