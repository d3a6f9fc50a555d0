"""A small lesson for tests, about two invented countries, and ways to write it down with something changed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.lessons.reading import read_lesson
from sim.files.problems import Problem

SMALL = """\
id: small
title: A small lesson
goals:
  - Say what a host changes.
scenario: two-leaders
seed: 7
first_luck: 3
steps:
  - {screen: brief, minutes: 5, question: "Who will call first?", say: Read the question aloud.}
  - screen: predict
    minutes: 10
    question: {text: "Will the two speak?", measure: first_voice_days}
  - {screen: watch, minutes: 10, say: Press play.}
  - {screen: compare, minutes: 8, settings: {host: none}, droppable: true}
  - {screen: debrief, minutes: 12, say: One word each.}
  - {screen: ticket, minutes: 3}
sliders:
  pride:
    label: How vain Vask is
    path: leaders.verenia.ego
    low: 0.0
    high: 1.0
    step: 0.05
    at_low: not at all
    at_high: very
  host:
    label: A host
    choices:
      as it is: {}
      none: {mediators: {}}
facts:
  - Two countries quarrel over fish and a canal.
theory: >
  Whoever asks first
  pays for it.
leaves_out:
  - Everybody but two.
ticket:
  - {question: "What does a host give?", key: Cover., rubric: One point for cover.}
no_phone: It needs none.
sources:
  - Made up for tests.
claims:
  - text: With a host the two speak {value} points more often.
    measure: contact
    of: {}
    against: {host: none}
    runs: 1000
    seed: 1
    at_least: -0.2
"""


def tree() -> dict[str, Any]:
    """The small lesson as plain values."""
    found: dict[str, Any] = yaml.safe_load(SMALL)
    return found


def write(folder: Path, content: str | dict[str, Any] = SMALL, name: str = "small.yaml") -> Path:
    """Write a lesson file, from its text or from plain values."""
    path = folder / name
    text = content if isinstance(content, str) else yaml.safe_dump(content, sort_keys=False, allow_unicode=True)
    path.write_text(text, encoding="utf-8")
    return path


def read(content: str | dict[str, Any] = SMALL, notes: list[Problem] | None = None) -> Lesson:
    """Read a lesson from its text or plain values, by way of a file that is gone afterwards."""
    with TemporaryDirectory() as folder:
        return read_lesson(write(Path(folder), content), notes)


@cache
def small() -> Lesson:
    """The small lesson, read once."""
    return read()
