"""From which kinds of lists cases come: a rate holds for the list that it was counted on, and the lists disagree."""

from __future__ import annotations

from enum import StrEnum


class FrameKind(StrEnum):
    """Three ways to come by a case, and a place for frames that a casebook declares itself."""

    fame = "chosen by fame"
    coercion = "coercion lists"
    random = "random crises"
    other = "other frames"


FRAMES: dict[str, FrameKind] = {
    **dict.fromkeys(
        ("tariff_threat", "scheduled_summit", "crisis", "truce_followup", "mediated_peace", "normalization"),
        FrameKind.fame,
    ),
    **dict.fromkeys(
        ("china_coercion_list", "russia_cutoff_list", "us_trade_law_threat", "sanction_threat",
         "border_resource_squeeze", "diplomatic_rupture"),
        FrameKind.coercion,
    ),
    "icb_random_sample": FrameKind.random,
}  # fmt: skip
"""Frames that are known, and the kind of each. A casebook may declare others under ``meta: frames:``."""


def frame_kind(frame: str) -> FrameKind:
    """Return the kind of a selection frame."""
    return FRAMES.get(frame, FrameKind.other)
