"""Figures of the classroom as SVG: the same for a projector and for paper, each told in words too."""

from __future__ import annotations
