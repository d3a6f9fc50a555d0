"""What leaves the room: handouts, run sheets and data."""

from __future__ import annotations
