"""Does the code keep its promises: luck by address, a silent model, nothing unfinished, no place but its own?"""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.architecture.source_tree import SHIPPED, dotted, imports, project_files, python_files, report, text, tree

LUCK = Path("sim/luck.py")
SEQUENTIAL = {"shuffle_do", "model.random", "self.random"}
TYPES_OF_LUCK = {"np.random.Generator", "numpy.random.Generator"}

UNFINISHED = re.compile(
    r"\b(TO" + r"DO|FIX" + r"ME|X{3}|not yet implemented|coming soon|raise NotImpl" + r"ementedError)\b"
)
PLACES = re.compile(
    r"/ro" + r"ot/|/ho" + r"me/\w|/wo" + r"rk/|/tmp/\w|/opt/p|/Users/\w|\.pyenv"
    r"|py" + r"pi\.org|python" + r"hosted|registry\.np" + r"mjs|deb\.deb" + r"ian|--index-url|--extra-index-url"
)
HOST = re.compile(r"https?://([^/\s\"'<>)\]`]+)")
KNOWN_HOSTS = {
    "json-schema.org": "names the dialect of a schema",
    "vega.github.io": "names the dialect of a figure",
    "www.w3.org": "names the vocabulary of an SVG or HTML file",
    "doi.org": "names a source",
    "127.0.0.1": "this very machine",
    "localhost": "this very machine",
    "example.org": "belongs to nobody",
}


def _is_text(path: Path) -> bool:
    return path.suffix not in {".csv", ".ipynb", ".parquet", ".png", ".svg"} and path.name != Path(__file__).name


def test_luck_comes_from_one_file() -> None:
    problems = [
        f"{path}:{line}: imports {name}; luck is drawn by address, in {LUCK}"
        for path in python_files(*SHIPPED)
        for line, name in imports(path)
        if path != LUCK and name in {"random", "numpy.random"}
    ]
    for path in python_files(*SHIPPED):
        if path != LUCK:
            problems += [f"{path}:{node.lineno}: {dotted(node)} draws luck out of turn" for node in _draws(tree(path))]
    assert not problems, report(problems)


def _draws(module: ast.Module) -> list[ast.Attribute]:
    found = []
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute):
            name = dotted(node)
            sequential = node.attr == "shuffle_do" or any(
                name == known or name.startswith(known + ".") for known in SEQUENTIAL
            )
            numpy = name.startswith(("np.random.", "numpy.random.")) and name not in TYPES_OF_LUCK
            if sequential or numpy:
                found.append(node)
    return found


def test_the_luck_check_sees_what_it_should() -> None:
    seen = [
        dotted(node) for node in _draws(ast.parse("np.random.seed(1); self.random.choice(x); a: np.random.Generator"))
    ]
    assert "np.random.seed" in seen
    assert "self.random.choice" in seen
    assert "np.random.Generator" not in seen


def test_the_model_prints_nothing() -> None:
    problems = [
        f"{path}:{node.lineno}: {dotted(node.func)}"
        for path in python_files("sim")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and dotted(node.func) in {"print", "sys.stdout.write", "sys.stderr.write", "input"}
    ]
    assert not problems, report(problems)


def test_nothing_is_left_unfinished() -> None:
    problems = _lines_with(UNFINISHED)
    assert not problems, report(problems)


def test_no_place_but_this_folder_is_named() -> None:
    problems = _lines_with(PLACES)
    assert not problems, report(problems)


def test_hosts_are_known() -> None:
    problems = [
        f"{path}:{number}: {host}"
        for path in project_files()
        if _is_text(path)
        for number, line in enumerate(text(path).splitlines(), 1)
        for host in HOST.findall(line)
        if host.partition(":")[0] not in KNOWN_HOSTS and not host.startswith(("{", "$"))
    ]
    assert not problems, report(problems)


def _lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path}:{number}: {line.strip()[:100]}"
        for path in project_files()
        if _is_text(path)
        for number, line in enumerate(text(path).splitlines(), 1)
        if pattern.search(line)
    ]
