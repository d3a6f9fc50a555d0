"""What a confrontation is about, and what things and acts are called there.

A row here holds only what differs from the general words; a scenario file may rename anything again under ``words:``.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from sim.vocabulary.wording import Wording, uncounted


class Domain(StrEnum):
    """What it is about: which words are said, and how loud the audience is.

    Audience costs in trade are at most half of those in a security crisis (Chaudoin 2014); every other domain takes
    them whole.
    """

    trade = "trade"
    security = "security"
    peace = "peace"
    normalization = "normalization"
    labour = "labour"
    company = "company"
    family = "family"
    school = "school"


OTHERS_WON_OVER: Final = uncounted(
    "winning over {third_country.plural}", "win over {third_country.plural}", "won over {third_country.plural}"
)

WORDS: Final[Mapping[Domain, Mapping[str, Wording]]] = {
    Domain.trade: {
        "pressure": uncounted("tariffs"),
        "escalate": Wording(
            infinitive="raise {pressure}",
            past="raised {pressure}",
            sentence="{actor} {escalate.does} by {amount}{to}",
        ),
        "ease": Wording(
            infinitive="lower {pressure}", past="lowered {pressure}", sentence="{actor} {ease.does} by {amount}{to}"
        ),
    },
    Domain.security: {},
    Domain.peace: {},
    Domain.normalization: {},
    Domain.labour: {
        "pressure": uncounted("industrial action"),
        "market": Wording("share price"),
        "public": Wording("base"),
        "host": Wording("mediator"),
        "envoy": Wording("negotiator"),
        "third_country": Wording("outside ally"),
        "issue": Wording("demand"),
        "summit": Wording("meeting"),
        "truce": Wording("cooling-off period"),
        "deal": Wording("agreement"),
        "at_home": uncounted("among their own people"),
        "court_partners": OTHERS_WON_OVER,
    },
    Domain.company: {
        "market": Wording("share price"),
        "public": uncounted("shareholders"),
        "leader": Wording("chief"),
        "host": Wording("mediator"),
        "envoy": Wording("negotiator"),
        "third_country": Wording("other firm"),
        "issue": Wording("term"),
        "summit": Wording("meeting"),
        "truce": Wording("standstill"),
        "at_home": uncounted("among their own shareholders"),
        "court_partners": OTHERS_WON_OVER,
    },
    Domain.family: {
        "market": Wording("household budget"),
        "public": uncounted("family"),
        "adviser": Wording("confidant"),
        "leader": Wording("person", "people"),
        "host": Wording("go-between"),
        "envoy": Wording("messenger"),
        "third_country": Wording("relative"),
        "issue": Wording("matter"),
        "letter": Wording("message"),
        "summit": Wording("meeting"),
        "deal": Wording("agreement"),
        "at_home": uncounted("among those close to them"),
        "court_partners": OTHERS_WON_OVER,
    },
    Domain.school: {
        "market": uncounted("morale"),
        "public": Wording("class"),
        "adviser": Wording("friend"),
        "leader": Wording("spokesperson", "spokespeople"),
        "host": Wording("mediator"),
        "envoy": Wording("messenger"),
        "third_country": Wording("other class"),
        "issue": Wording("matter"),
        "letter": Wording("message"),
        "summit": Wording("meeting"),
        "deal": Wording("agreement"),
        "at_home": uncounted("among their own"),
        "court_partners": OTHERS_WON_OVER,
    },
}
"""By domain, the entries that are called otherwise there."""
