"""Writing one file for its user: beside its place first, then named, so that nobody ever finds half of it."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def written_whole(file: Path) -> Iterator[BinaryIO]:
    """Give a stream to write to; when the block ends well, what was written is `file`.

    What was there before is replaced, a link's target in place of the link, and untouched if the block fails. What is
    no plain file (a pipe, ``/dev/stdout``) is written to as it stands.

    Parameters
    ----------
    file : Path
        Where it goes; its folder must exist.

    Raises
    ------
    OSError
        When the disk refuses.
    """
    target = Path(os.path.realpath(file))
    if target.exists() and not target.is_file() and not target.is_dir():
        with target.open("wb") as stream:
            yield stream
        return
    beside = target.with_name(f".{secrets.token_hex(6)}.partial")  # a name of its own: the target's may be too long
    try:
        with beside.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(target)
    except FileNotFoundError:
        raise FileNotFoundError(2, f"there is no folder {file.parent}", str(file)) from None
    except OSError as error:
        if error.filename != str(beside):
            raise
        raise OSError(error.errno, error.strerror, str(file)) from None  # the name that its user knows
    finally:
        beside.unlink(missing_ok=True)


def write_whole(file: Path, text: str) -> None:
    """Write a text in UTF-8, lines ended by a newline alone; as :func:`written_whole`.

    Bytes of a command line that are no text, as a path may hold them, become question marks.
    """
    with written_whole(file) as stream:
        stream.write(text.encode("utf-8", "replace"))
