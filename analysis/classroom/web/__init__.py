"""The server: pages, snapshots down, acts up, and a log that survives it."""

from __future__ import annotations
