"""What a lesson is, and how its file is read, checked and made true: its claims are counted anew."""

from __future__ import annotations
