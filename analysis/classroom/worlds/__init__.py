"""The runs that a class looks at: single ones in full, a thousand in a process of their own."""

from __future__ import annotations
