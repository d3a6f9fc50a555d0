"""Any file of a declared form as far as it is right: its values with their defaults, and where each of them stands."""

from __future__ import annotations

from typing import Any, Generic, cast

from sim.files.complaints import validated
from sim.files.lowered import Lowered
from sim.files.lowering import lower
from sim.files.problems import Findings, Spot, fail
from sim.files.slots import Declared, Form, Path
from sim.files.trees import value_at
from sim.files.yaml_nodes import UNREADABLE, Node, compose


class Reading(Generic[Declared]):
    """What was read.

    Attributes
    ----------
    form : Form
        What kind of file it is.
    lowered : Lowered
        Its plain values and their places.
    made : object of the form's declared type, or None
        The whole file, when what is left of it after dropping unreadable and empty values is of the kind it must be;
        to be used once the findings are known to be none.
    findings : Findings
        Everything found wrong.
    """

    def __init__(self, form: Form[Declared], lowered: Lowered, made: Declared | None, findings: Findings) -> None:
        self.form = form
        self.lowered = lowered
        self.made = made
        self.findings = findings

    def value(self, *path: str | int) -> Any:
        """Return the value at a path; the default where the file is silent or what it says is wrong."""
        tree = self.lowered.tree
        if not self.lowered.is_sound(path):
            tree = {}
        return value_at(self.form, tree if isinstance(tree, dict) else {}, path)

    def names(self, *path: str | int) -> list[str]:
        """Return the keys that the file has in a block, right or wrong."""
        node = self.lowered.nodes.get(path)
        return list(node.value) if node is not None and isinstance(node.value, dict) else []

    def says(self, *path: str | int) -> bool:
        """Tell whether the file says something at a path, right or wrong."""
        return path in self.lowered.nodes

    def is_sound(self, *path: str | int) -> bool:
        """Tell whether nothing is wrong at a path, around it or below it."""
        return self.lowered.is_sound(path)

    def spot(self, *path: str | int, key: bool = False) -> Spot:
        """Return where a value (or its key) stands; for one that is absent, where the block around it starts."""
        return self.lowered.spot(path, key)

    def add(self, path: Path, message: str, *, key: bool = False) -> None:
        """Note that something at a path does not fit, unless the path was reported already."""
        if not self.lowered.is_silenced(path):
            self.findings.add(self.lowered.spot(path, key), message)


def read_form(tree: Node, form: Form[Declared], findings: Findings) -> Reading[Declared]:
    """Read a tree as what a form declares; everything wrong is noted, and nothing is raised.

    Parameters
    ----------
    tree : Node
        The top of the file, whatever it extends laid under it.
    form : Form
        What may stand where.
    findings : Findings
        Receives unknown keys, values of the wrong kind or out of range, what is missing or empty.
    """
    lowered = lower(tree, form, findings)
    made = validated(lowered, findings)
    return Reading(form, lowered, cast("Declared | None", made), findings)


def compose_form(text: str, file: str, form: Form[Any], findings: Findings, advice: str) -> Node:
    """Return the tree of a text that must be a block, or what the form takes for one.

    Parameters
    ----------
    text, file : str
        YAML, and what messages call it.
    form : Form
        What kind of file it is.
    findings : Findings
        Receives what is wrong with single values.
    advice : str
        What such a file looks like; ends the message when this one does not.

    Raises
    ------
    ScenarioError
        When the text is empty, is not YAML, or its top is something else.
    """
    top = compose(text, file, findings, form.most_values, form)
    if top is None or top.value is None:
        raise fail(Spot(file, 1, 1), f"an empty {form.noun}; {advice}")
    short = isinstance(top.value, list) and form.root.short
    if top.value is UNREADABLE or not (isinstance(top.value, dict) or short):
        findings.stop()
        raise fail(top.spot, f"a {form.noun} is {advice}")
    return top
