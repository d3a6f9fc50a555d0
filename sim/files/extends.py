"""A scenario that builds on another: where the other is looked for, and how the two are laid over each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sim.files.old_format import refuse_old
from sim.files.problems import Findings, Spot, fail
from sim.files.scenario_slots import SCENARIO
from sim.files.shipped import Origin, shipped_names, shipped_origin
from sim.files.slots import Kind, Slot
from sim.files.source_text import read_text
from sim.files.suggestions import did_you_mean, one_of, shown
from sim.files.yaml_nodes import UNREADABLE, Node, compose

LONGEST_CHAIN = 8
LEAF_KEYS = frozenset({"value", "distribution"})
"""A block with one of these is a number with its source: it replaces what was there instead of mixing with it."""


def read_tree(origin: Origin, slot: Slot, findings: Findings, seen: tuple[Path, ...] = ()) -> Node:
    """Return the tree of a file with everything it extends laid under it; `slot` says what the whole file takes.

    Raises
    ------
    ScenarioError
        When a file cannot be read at all or is in an earlier format, or the chain of ``extends`` is broken, circular
        or leaves its folder.
    """
    root = read_block(origin, findings)
    refuse_old(root, named_at=findings.base if seen else None)
    if "extends" not in root.value:
        return root
    entries = dict(root.value)
    reference = entries.pop("extends")
    base = base_origin(reference, origin)
    findings.base = findings.base or reference.spot
    seen = (*seen, origin.path.resolve())
    _refuse_circle(reference, base, seen)
    return lay_over(replace(root, value=entries), read_tree(base, slot, findings, seen), slot, findings)


def read_block(origin: Origin, findings: Findings) -> Node:
    """Return the tree of one file, whatever it extends left out; ScenarioError when its top is no block."""
    root = compose(read_text(origin.path, origin.name), origin.name, findings, form=SCENARIO)
    if root is None or root.value is None:
        raise fail(Spot(origin.name, 1, 1), "the file is empty; start one with `climbdown new`")
    if root.value is UNREADABLE:
        findings.stop()
    if not isinstance(root.value, dict):
        given = "a list" if isinstance(root.value, list) else "a single value"
        raise fail(root.spot, f"the top of the file is {given}; a scenario is a block of `key: value` lines")
    return root


def _refuse_circle(reference: Node, base: Origin, seen: tuple[Path, ...]) -> None:
    """Refuse to read a base that was read on the way here, or one too many."""
    if base.path.resolve() in seen:
        raise fail(
            reference.spot,
            f"extends {shown(reference.value)} leads back to a file that extends this one; break the circle",
        )
    if len(seen) >= LONGEST_CHAIN:
        raise fail(reference.spot, f"more than {LONGEST_CHAIN} scenarios extend one another; flatten the chain")


def base_origin(reference: Node, origin: Origin) -> Origin:
    """Return the file that an ``extends`` names: a shipped scenario, or a path within the same folder."""
    named = reference.value
    if not isinstance(named, str) or not named or "\0" in named:
        raise fail(reference.spot, "extends takes the name of one shipped scenario or the relative path of a YAML file")
    if not named.endswith((".yaml", ".yml")):
        names = shipped_names()
        if named not in names:
            allowed = f"allowed: {one_of(names)}, or a relative path ending in .yaml"
            raise fail(
                reference.spot,
                f"there is no shipped scenario {shown(named)} to extend; {allowed}{did_you_mean(named, names)}",
            )
        return shipped_origin(named)
    return _neighbour(named, reference.spot, origin)


def _neighbour(named: str, spot: Spot, origin: Origin) -> Origin:
    path = origin.path.parent / named
    try:
        inside = path.resolve().is_relative_to(origin.folder.resolve())
        exists = path.is_file()
    except OSError:
        inside, exists = True, False
    if Path(named).is_absolute() or not inside:
        raise fail(spot, f"extends {shown(named)} leaves the folder of the scenario; allowed: files in it or below")
    if not exists:
        siblings = [found.name for found in sorted(path.parent.glob("*.y*ml"))[:50]] if path.parent.is_dir() else []
        raise fail(spot, f"extends {shown(named)}: there is no such file{did_you_mean(named, siblings)}")
    return Origin(path, str(Path(origin.name).parent / named), origin.folder)


def lay_over(upper: Node, lower: Node, slot: Slot | None, findings: Findings, where: str = "") -> Node:
    """Lay one tree over another: blocks mix, anything else replaces, null removes.

    Parameters
    ----------
    upper, lower : Node
        Blocks; what the user wrote, and what it extends.
    slot : Slot or None
        What the two take; None when nothing may stand there.
    findings : Findings
        Receives entries left empty, removals of what is not there, and entries too many in a roster of fixed size.
    where : str
        The path of the two with a dot at its end; empty at the top.
    """
    entries: dict[str, Node] = dict(lower.value)
    surplus = _surplus(upper, lower, slot)
    for key, node in upper.value.items():
        path = f"{where}{key}"
        if node.empty:
            findings.add(node.spot, f"{path} is empty; write a value, or null to take the entry away")
        elif key in surplus:
            findings.add(node.name_spot, _one_too_many(key, list(lower.value), where.rstrip(".")))
        elif node.value is None:
            _remove(key, entries, lower, node.name_spot, findings, path)
        elif key in entries and _mixes(node) and _mixes(entries[key]):
            entries[key] = lay_over(node, entries[key], _below(slot, key), findings, f"{path}.")
        else:
            entries[key] = node
    return replace(upper, value=entries)


def _remove(key: str, entries: dict[str, Node], lower: Node, spot: Spot, findings: Findings, path: str) -> None:
    if key not in entries:
        hint = did_you_mean(key, lower.value)
        known = one_of(lower.value, 12)
        findings.add(spot, f"{path} has nothing to remove; the extended scenario has: {known}{hint}")
    entries.pop(key, None)


def _surplus(upper: Node, lower: Node, slot: Slot | None) -> list[str]:
    """New entries of a roster of fixed size that has no room for them, such as a third side."""
    room = _fixed_size(slot)
    if room is None:
        return []
    removed = {key for key, node in upper.value.items() if _takes_away(node)}
    kept = lower.value.keys() - removed
    new = [key for key, node in upper.value.items() if key not in lower.value and node.value is not None]
    return new if len(kept) + len(new) > room else []


def _fixed_size(slot: Slot | None) -> int | None:
    """How many entries a roster must have, when that is one number; None for everything else."""
    if slot is None or slot.kind is not Kind.roster or slot.fewest != slot.most:
        return None
    return slot.most


def _one_too_many(key: str, known: list[str], where: str) -> str:
    named = " and ".join(known)
    room = f"{where} has {named} already; give null for one to make room for another"
    return f"unknown entry {shown(key)} in {where}; {room}{did_you_mean(key, known)}"


def _takes_away(node: Node) -> bool:
    return node.value is None and not node.empty


def _below(slot: Slot | None, key: str) -> Slot | None:
    return None if slot is None else slot.child(key)


def _mixes(node: Node) -> bool:
    return isinstance(node.value, dict) and not LEAF_KEYS & node.value.keys()
