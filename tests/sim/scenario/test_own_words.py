"""Does a case give words and permissions for what there is, and nothing it is silent on?"""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from sim.scenario.own_words import OwnWords
from sim.vocabulary.wording import FORMS, NO_WORDS, Wording
from tests.sim.scenario.parts import check_part


def test_every_form_may_be_given_and_is_explained() -> None:
    assert tuple(OwnWords.model_fields) == FORMS
    check_part(OwnWords)


def test_what_the_case_is_silent_on_is_left_to_its_domain() -> None:
    assert OwnWords().as_wording() == NO_WORDS
    assert OwnWords(noun="rest", past="rested").as_wording() == Wording("rest", past="rested")
    with pytest.raises(ValidationError):
        OwnWords.model_validate({"nuon": "rest"})
