"""What happened in class so far: facts, in one ordered list, and what they come to."""

from __future__ import annotations
