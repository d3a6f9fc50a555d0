"""What a browser is sent: the whole of what it shows, as plain data, with nothing that it may not know."""

from __future__ import annotations
