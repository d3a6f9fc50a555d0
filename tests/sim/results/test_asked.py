"""Is a question about many runs what the front door says it is by default?"""

from __future__ import annotations

import inspect

from sim.results.asked import Asked
from sim.run import run_many


def test_defaults_are_those_of_the_front_door() -> None:
    door = {name: given.default for name, given in inspect.signature(run_many).parameters.items()}
    assert all(door[name] == value for name, value in Asked()._asdict().items())
