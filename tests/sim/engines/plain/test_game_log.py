"""Is a log read whole, or refused whole?"""

from __future__ import annotations

import pytest

from sim.engines.plain.game_log import Move, read_log


def test_moves_are_pairs() -> None:
    assert read_log([Move(2, "hold"), (5, "ease")]) == [(2, "hold"), (5, "ease")]


@pytest.mark.parametrize("log", [[(2, "hold"), None], [(2, "hold", "ease")], None, [3]])
def test_what_is_no_log_is_refused(log: object) -> None:
    with pytest.raises(ValueError, match="a log is a list of pairs"):
        read_log(log)  # type: ignore[arg-type]
