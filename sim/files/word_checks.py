"""What a file may call an entry of the vocabulary, and which acts it may forbid."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from typing import Any

from sim.files.lowered import dotted
from sim.files.scenario_slots import block
from sim.files.slots import Path
from sim.files.source_text import wrong_label
from sim.files.suggestions import did_you_mean, one_of, shown
from sim.files.trees import Fault
from sim.vocabulary import actions
from sim.vocabulary.domains import Domain
from sim.vocabulary.entries import ENTRIES, default
from sim.vocabulary.event_rows import GAPS
from sim.vocabulary.scenario_words import Permission
from sim.vocabulary.wording import FORMS

LONGEST = {form: 300 if form == "sentence" else 60 for form in FORMS}
"""Characters of each form; a sentence must still be read in one breath."""

SAYABLE = ("noun", "plural", "infinitive", "past", "a", "does")
"""What of an entry may be named in a sentence."""


def word_faults(tree: Any) -> Iterator[Fault]:
    """Yield what is wrong with the words of a case, and with the acts that it forbids."""
    for entry, own in block(tree, "words").items():
        if entry in ENTRIES and isinstance(own, Mapping):
            yield from _faults_of(entry, own, tree)
    hold = actions.WORDS[actions.HOLD]
    if block(tree, "actions").get(hold) == Permission.off:
        yield Fault(("actions", hold), f"actions.{hold} cannot be off: a leader may always wait")


def _faults_of(entry: str, own: Mapping[str, Any], tree: Any) -> Iterator[Fault]:
    domain = tree.get("domain")
    usual = default(entry, Domain(domain) if domain in set(Domain) else None)
    forms = [form for form in FORMS if getattr(usual, form) or form == "plural"]
    for form, text in own.items():
        path: Path = ("words", entry, form)
        if form in FORMS and form not in forms:
            said = f"{entry} has no {form}; allowed: {one_of(forms)}"
            yield Fault(path, f"{dotted(path)}: {said}", key=True)
        elif isinstance(text, str) and (said := _fault(form, text)):
            yield Fault(path, f"{dotted(path)} {said}")


def _fault(form: str, text: str) -> str:
    """Return what is wrong with a form, or nothing."""
    if wrong := wrong_label(text, len(text)):
        return f"{wrong}; allowed: one line of text without spaces around it"
    if len(text) > LONGEST.get(form, len(text)):
        return f"has {len(text)} characters; allowed are at most {LONGEST[form]}"
    if form == "sentence":
        return _fault_of_sentence(text)
    return "has a brace; only a sentence has words that are filled in" if set(text) & set("{}") else ""


def _fault_of_sentence(text: str) -> str:
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        return "has a brace without its other half; a word that is filled in stands in {braces}"
    return next(
        (fault for _, gap, form, turn in parts if gap is not None and (fault := _fault_of_gap(gap, form, turn))), ""
    )


def _fault_of_gap(gap: str, form: str | None, turn: str | None) -> str:
    """Return what is wrong with a word to be filled in: of an event, or an entry with one of its forms."""
    name, dot, said = gap.partition(".")
    if form or turn:
        return f"has {shown(gap)} with a format; write the word alone in braces"
    if name in GAPS:
        return f"has {{{gap}}}, but {name} has no forms; write {{{name}}}" if dot else ""
    if name not in ENTRIES:
        hint = did_you_mean(name, (*GAPS, *ENTRIES))
        return f"has the unknown word {shown(gap)} in braces; allowed: {one_of(GAPS)}, or an entry of words{hint}"
    return "" if not dot or said in SAYABLE else f"has {shown(gap)} in braces; allowed of an entry: {one_of(SAYABLE)}"
