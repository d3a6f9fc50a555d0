"""Rewrites the golden transcripts: ``python -m tests.agreement.golden``; whoever does so says why they moved."""

from __future__ import annotations

import sys

from tests.agreement.transcripts import rewrite

if __name__ == "__main__":
    sys.stdout.write("".join(f"moved: {name}\n" for name in rewrite()) or "nothing moved\n")
