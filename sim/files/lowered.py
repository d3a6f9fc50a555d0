"""What reading a file yields: plain values, what was said about its numbers, and where everything stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sim.files.problems import Spot
from sim.files.slots import Form, Path
from sim.files.yaml_nodes import Node
from sim.scenario.distributions import Distribution
from sim.scenario.provenance import Provenance


def dotted(path: Path) -> str:
    """Return a path as it is written for ``--set``."""
    return ".".join(str(key) for key in path)


class Missing:
    """Marks a value that is left out of the plain tree because it was reported."""


MISSING = Missing()


@dataclass
class Lowered:
    """A file as plain values, what was said about its numbers, and where everything stands.

    Attributes
    ----------
    form : Form
        What kind of file it is.
    tree : dict
        Plain values, dates as ISO text.
    provenance, distributions : dict
        By dotted path.
    nodes : dict
        The node behind each path.
    silenced : set
        Paths already reported: nothing more is said about them or what is below.
    faulty : set
        Paths whose value is not of the kind it must be.
    """

    form: Form[Any]
    tree: Any = None
    provenance: dict[str, Provenance] = field(default_factory=dict)
    distributions: dict[str, Distribution] = field(default_factory=dict)
    nodes: dict[Path, Node] = field(default_factory=dict)
    silenced: set[Path] = field(default_factory=set)
    faulty: set[Path] = field(default_factory=set)

    def spot(self, path: Path, key: bool = False) -> Spot:
        """Return where a value (or its key) stands; for one that is absent, where the block around it starts."""
        node = self.nodes.get(path)
        if node is not None:
            return node.name_spot if key else node.spot
        while path and path not in self.nodes:
            path = path[:-1]
        return self.nodes[path].name_spot

    def is_silenced(self, path: Path) -> bool:
        """Tell whether a path, or a block around it, was reported already."""
        return any(path[:length] in self.silenced for length in range(len(path) + 1))

    def is_sound(self, path: Path) -> bool:
        """Tell whether nothing was reported at a path, around it or below it."""
        wrong = self.silenced | self.faulty
        around = any(path[:length] in wrong for length in range(len(path) + 1))
        return not around and not any(known[: len(path)] == path for known in wrong)
