"""Does every verb have its line of help, its module, and its function?"""

from __future__ import annotations

import pytest

from analysis.cli.verbs import VERBS, available, load, long_help


def test_available_verbs_keep_the_order_of_the_table() -> None:
    assert available() == [verb for verb in VERBS if verb in available()]


@pytest.mark.parametrize("verb", VERBS)
def test_a_line_of_help_fits_and_is_a_sentence(verb: str) -> None:
    line = VERBS[verb]
    assert len(line) <= 60
    assert line[0].isupper()
    assert line.endswith(".")


@pytest.mark.parametrize("verb", available())
def test_a_verb_is_a_documented_function(verb: str) -> None:
    function = load(verb)
    assert function.__module__ == f"analysis.cli.{verb}"
    assert function.__doc__


def test_long_help_is_the_prose_of_a_docstring() -> None:
    def verb() -> None:
        """Do it.

        More about it.

        Parameters
        ----------
        none : nothing
        """

    assert long_help("run", verb) == "Do it.\n\nMore about it."


def test_long_help_falls_back_on_the_table() -> None:
    assert long_help("run", lambda: None) == VERBS["run"]
