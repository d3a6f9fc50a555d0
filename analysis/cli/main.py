"""What happens when somebody types `climbdown`: find the verb, carry it out, and say plainly how it ended."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer

from analysis.cli import verbs
from analysis.cli.errors import DONE, INPUT, OutputError, UserError, describe
from analysis.cli.printing import finish, say, tell


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command line.

    Parameters
    ----------
    arguments : sequence of str, optional
        What follows the program's name; taken from the process when absent.

    Returns
    -------
    int
        The exit code: 0 done, 2 the user's input, 1 a fault of ours, 130 interrupted.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = _take_debug(words)
    try:
        _open_streams()
        _check_place()
        code = _carry_out(words)
        finish()
    except Exception as error:  # noqa: BLE001 - the last stop: nobody may see a traceback unasked
        return _end_badly(error, debug)
    except (KeyboardInterrupt, SystemExit) as ending:
        return _end_early(ending, debug)
    return code


def _open_streams() -> None:
    """Put something in the place of standard streams that were closed before we began.

    A file opened later would else get the number of the closed stream, and what is said would land in it.

    Raises
    ------
    OutputError
        When nothing could be said: the output is closed.
    """
    closed = sys.stdout is None
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is not None:
            continue
        nowhere = os.open(os.devnull, os.O_RDWR)
        if nowhere != number:
            os.dup2(nowhere, number)
            os.close(nowhere)
        setattr(sys, name, os.fdopen(number, "w" if number else "r"))
    if closed:
        raise OutputError("the output is closed, and what this has to say would be lost; > /dev/null sends it nowhere")


def _check_place() -> None:
    """Refuse to work in a folder that somebody has removed: no path can be told from it."""
    try:
        Path.cwd()
    except FileNotFoundError:
        raise UserError("the folder you are in is gone; change into one that is there") from None


def _take_debug(words: list[str]) -> bool:
    """Accept ``--debug`` anywhere on the line, since it is usually added at the end of a command that failed."""
    if "--debug" not in words:
        return False
    words[:] = [word for word in words if word != "--debug"]
    return True


def _carry_out(words: list[str]) -> int:
    asked = next((word for word in words if not word.startswith("-")), None)
    result = _app(asked)(args=verbs.rewritten(asked, words), prog_name="climbdown", standalone_mode=False)
    return result if isinstance(result, int) else DONE


def _app(asked: str | None) -> typer.Typer:
    """Build the command line with only the asked verb imported; the others are there for the list of commands."""
    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    )
    app.callback()(_climbdown)
    for verb in verbs.available():
        if verb == asked:
            function = verbs.load(verb)
            app.command(verb, help=verbs.long_help(verb, function), no_args_is_help=False)(function)
        else:
            app.command(verb, help=verbs.VERBS[verb])(_unasked)
    return app


def _unasked() -> None:
    """Stand in the list of commands for a verb that this command line does not name."""


def _say_version(wanted: bool) -> None:
    if wanted:
        from sim.version import __version__

        say([f"climbdown {__version__}"])
        raise typer.Exit


def _climbdown(
    version: Annotated[
        bool, typer.Option("--version", help="Say which version this is.", callback=_say_version, is_eager=True)
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show a traceback when something fails.")] = False,
) -> None:
    """Who calls first? Two leaders in a confrontation, and the face-saving way down.

    SCENARIO is a file or the name of a shipped scenario; start with `climbdown list`.
    """


def _end_badly(error: Exception, debug: bool) -> int:
    explain: Callable[[Any], None] | None = getattr(error, "show", None)
    if explain is not None:  # a command line that does not parse: its own message names the option
        told = io.StringIO()
        explain(told)
        tell(told.getvalue().rstrip("\n"))
        return int(getattr(error, "exit_code", INPUT))
    return _say(error, debug)


def _end_early(ending: BaseException, debug: bool) -> int:
    """End after Ctrl-C, or when the command chose its exit code itself."""
    if isinstance(ending, SystemExit) and not isinstance(ending.__context__, BrokenPipeError):
        return ending.code if isinstance(ending.code, int) else DONE
    return _say(ending.__context__ or ending, debug)


def _say(error: BaseException, debug: bool) -> int:
    if debug:
        tell("".join(traceback.format_exception(error)).rstrip("\n"))
    code, message = describe(error)
    if isinstance(error, BrokenPipeError | OutputError):
        _silence_output()
    if message:
        tell(message)
    return code


def _silence_output() -> None:
    """Keep the interpreter from complaining, as it exits, about output that nobody reads any more."""
    with suppress(OSError):  # an output that is no file has nothing to complain about
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
