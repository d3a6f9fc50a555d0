"""Facts about the worlds that are watched: how far they are shown, what was asked of them, and what was changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from analysis.classroom.lessons.lesson import Setting
from analysis.classroom.session.state import Session, Watching, WorldChoice

What = Mapping[str, Any]


def _watching(session: Session, **changes: Any) -> Session:
    return replace(session, watching=replace(session.watching, **changes))


def played(session: Session, _what: What, _at: float) -> Session:
    """Let the weeks go on by themselves."""
    return _watching(session, playing=True)


def halted(session: Session, _what: What, _at: float) -> Session:
    """Let them stand."""
    return _watching(session, playing=False)


def speed_set(session: Session, what: What, _at: float) -> Session:
    """Play so many weeks in a second."""
    return _watching(session, speed=what["weeks"])


def stops_set(session: Session, what: What, _at: float) -> Session:
    """Halt before decisions, or not."""
    return _watching(session, stops=what["on"])


def shown(session: Session, what: What, _at: float) -> Session:
    """Show the world up to a day; before a decision and at the end it plays no more."""
    watching = _shown(session.watching, what)
    return replace(session, watching=replace(watching, why=None, flip=False))


def _shown(watching: Watching, what: What) -> Watching:
    playing = watching.playing and what["stop"] is None and not what["over"]
    return replace(
        watching, day=what["day"], stop=what["stop"], passed=what["passed"], over=what["over"], playing=playing
    )


def why_asked(session: Session, what: What, _at: float) -> Session:
    """Show the reasons of a decision, or close them; the world stands meanwhile."""
    return _watching(session, why=what["decision"], flip=False, playing=False)


def flip_asked(session: Session, _what: What, _at: float) -> Session:
    """Work out what would have turned the decision that is explained."""
    return _watching(session, flip=True)


def numbers_set(session: Session, what: What, _at: float) -> Session:
    """Show reasons with their numbers, or without."""
    return _watching(session, numbers=what["on"])


def slider_set(session: Session, what: What, at: float) -> Session:
    """Put a slider of a world elsewhere: the same luck, shown as far as before."""
    choice = session.world if what["world"] == "this" else session.other
    settings: dict[str, Setting] = {**choice.settings, what["slider"]: what["value"]}
    if what["value"] == what["file_value"]:
        del settings[what["slider"]]
    return _changed(session, what, settings, at)


def file_taken(session: Session, what: What, at: float) -> Session:
    """Put all sliders of a world back where the file has them."""
    return _changed(session, what, {}, at)


def _changed(session: Session, what: What, settings: Mapping[str, Setting], at: float) -> Session:
    if what["world"] == "other":
        changed = replace(session, other=replace(session.other, settings=settings))
    else:
        changed = replace(session, world=replace(session.world, settings=settings), before=session.world)
    return shown(changed, what, at)


def restarted(session: Session, _what: What, _at: float) -> Session:
    """Begin again on the first day: the same world, its sliders where they stand."""
    return replace(session, watching=_first_day(session.watching))


def luck_taken(session: Session, what: What, _at: float) -> Session:
    """Begin again on the first day under another luck."""
    world, other = (WorldChoice(what["luck"], choice.settings) for choice in (session.world, session.other))
    return replace(session, world=world, other=other, before=None, watching=_first_day(session.watching))


def _first_day(watching: Watching) -> Watching:
    return replace(
        watching, day=0.0, playing=False, stop=None, passed=-1, over=False, why=None, flip=False, lucks=False
    )


def compared(session: Session, what: What, at: float) -> Session:
    """Show the other world beside this one, or this one alone, as far as before."""
    other = WorldChoice(session.world.luck, dict(what["settings"]))
    turned = shown(replace(session, other=other), what, at)
    return _watching(turned, beside=what["beside"], playing=False, lucks=False)


def chart_chosen(session: Session, what: What, _at: float) -> Session:
    """Show that chart in the comparison."""
    return _watching(session, chart=what["name"])


def lucks_shown(session: Session, what: What, _at: float) -> Session:
    """Show ten small worlds of each setting, or not."""
    return _watching(session, lucks=what["on"], playing=False)
