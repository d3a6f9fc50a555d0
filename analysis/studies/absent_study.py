"""How a study is made that was asked for and is not there, as one command."""

from __future__ import annotations

from pathlib import Path

from sim.files.shipped import FOLDER


def how_to_make(folder: Path) -> str:
    """Return the command that makes a study's folder: of a shipped study by its name, else of a study file.

    Parameters
    ----------
    folder : pathlib.Path
        What was asked for: a folder, or by mistake the name of a shipped study.
    """
    name = folder.name.removesuffix(".study")
    if not name or not (FOLDER / "studies" / f"{name}.yaml").is_file():
        return f"make one with climbdown sweep STUDY.yaml --out {folder}"
    where = "" if str(folder) in (name, f"{name}.study") else f" --out {folder}"
    made = f" (its folder is then {name}.study)" if str(folder) == name else ""
    return f"`climbdown sweep {name}{where}` makes it{made}"
