"""Does every value know its place, and can nothing in a file run, loop or explode?"""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sim.files import ScenarioError, yaml_nodes
from sim.files.problems import Findings
from sim.files.slots import MOST_VALUES
from sim.files.yaml_nodes import DEEPEST, LONGEST_KEY, UNREADABLE, Node, compose

TEXT = 'a: 1\nb:\n  - x\n  - {c: "two"}\n'


def plain(node: Node | None) -> Any:
    assert node is not None
    if isinstance(node.value, dict):
        return {key: plain(child) for key, child in node.value.items()}
    return [plain(child) for child in node.value] if isinstance(node.value, list) else node.value


def composed(text: str) -> tuple[Node | None, Findings]:
    findings = Findings()
    return compose(text, "f", findings), findings


def test_places() -> None:
    root, findings = composed(TEXT)
    assert root is not None
    assert not findings
    entry = root.value["b"].value[1].value["c"]
    assert (entry.spot.line, entry.spot.column) == (4, 9)
    assert entry.key_spot[1:] == (4, 6)
    assert plain(root) == {"a": 1, "b": ["x", {"c": "two"}]}


json_like = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.floats(-1e6, 1e6)
    | st.text(st.characters(codec="ascii")),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.from_regex(r"[a-z]{1,5}x", fullmatch=True), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(json_like, st.sampled_from(["CSafeLoader", "SafeLoader"]))
def test_whatever_pyyaml_writes_is_read_as_pyyaml_reads_it(value: Any, loader: str) -> None:
    text = yaml.safe_dump({"top": value}, allow_unicode=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_nodes, "EVENT_LOADER", getattr(yaml, loader, yaml.SafeLoader))
        root, findings = composed(text)
    if not findings:  # PyYAML writes some texts bare that look like numbers; those are traps
        assert plain(root) == yaml.safe_load(text)


def test_nothing_in_the_text() -> None:
    assert composed("")[0] is None
    assert composed("# only a remark\n")[0] is None


@pytest.mark.parametrize("text", ["a: !!python/name:os.system x", "a: !x [1]", "!!map {a: 1}", "a: &x 1\nb: *x"])
def test_tags_and_aliases_are_refused(text: str) -> None:
    root, findings = composed(text)
    assert findings
    assert root is not None
    assert root.value is UNREADABLE or UNREADABLE in [node.value for node in root.value.values()]


def test_depth_and_size_are_bounded() -> None:
    for text in ("[" * (DEEPEST + 2) + "]" * (DEEPEST + 2), "[" * 100_000, "- " * 100_000):
        with pytest.raises(ScenarioError, match="levels deep"):
            composed(text)
    with pytest.raises(ScenarioError, match=f"more than {MOST_VALUES} values"):
        composed("[" + "1, " * (MOST_VALUES + 1) + "]")


REFUSED = ["\x00", "\x07", "\x1b", "\r", "\x7f", "\x85", "\x9b", "\u202e", "\u2066", "\u2069", "\ufeff"]


@pytest.mark.parametrize("letter", REFUSED)
@pytest.mark.parametrize("form", ['k: "a{}b"', '"a{}b": 1', '[x, "{}"]', 'k: {{k: "a {}"}}'])
def test_what_an_escape_stands_for_is_checked_once_it_is_undone(letter: str, form: str) -> None:
    root, findings = composed(form.format(f"\\u{ord(letter):04x}"))
    assert root is not None
    with pytest.raises(ScenarioError, match=rf"f:1:\d+: a text with .* \(U\+{ord(letter):04X}\); remove it"):
        findings.stop()


def test_joiners_and_line_breaks_stay() -> None:
    root, findings = composed('k: "a\\u200db\\n\\tc"\nl: |\n  two\n  lines\n')
    assert not findings
    assert plain(root) == {"k": "a\u200db\n\tc", "l": "two\nlines\n"}


@pytest.mark.parametrize(("text", "empty"), [("k:", True), ("{k: }", True), ("k: ~", False), ("k: null", False)])
def test_nothing_written_is_told_from_null(text: str, empty: bool) -> None:
    root, _ = composed(text)
    assert root is not None
    assert (root.value["k"].value, root.value["k"].empty) == (None, empty)
    quoted, _ = composed('k: ""')
    assert quoted is not None
    assert (quoted.value["k"].value, quoted.value["k"].empty) == ("", False)


def test_a_key_too_long_to_be_written_again_is_refused() -> None:
    for count in (LONGEST_KEY, LONGEST_KEY + 1):
        _, findings = composed(f'? "{"x" * count}"\n: 1\n')
        assert bool(findings) is (count > LONGEST_KEY)
