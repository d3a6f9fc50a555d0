"""Words of scenario files that rules know by their place: clocks, orders, lessons, interventions."""

from __future__ import annotations

from typing import Final

from sim.vocabulary.words import Word


class ClockKind(Word):
    """When a leader may act."""

    poisson = "poisson"
    fixed = "fixed"


class Order(Word):
    """Who moves first under the fixed clock."""

    simultaneous = "simultaneous"
    alternating = "alternating"
    random = "random"


class PrecedentKind(Word):
    """The lesson of a remembered episode."""

    success = "success"
    no_deal = "no_deal"
    humiliation = "humiliation"
    broken_promise = "broken_promise"


class InterventionKind(Word):
    """What a dated intervention does."""

    market_shock = "market_shock"
    insult = "insult"
    goodwill = "goodwill"
    mediator_offer = "mediator_offer"
    set = "set"


class Permission(Word):
    """Whether an act may be done in a case."""

    on = "on"
    off = "off"


POISSON: Final = ClockKind.poisson.code
FIXED: Final = ClockKind.fixed.code

SIMULTANEOUS: Final = Order.simultaneous.code
ALTERNATING: Final = Order.alternating.code
RANDOM: Final = Order.random.code

SUCCESS: Final = PrecedentKind.success.code
NO_DEAL: Final = PrecedentKind.no_deal.code
HUMILIATION: Final = PrecedentKind.humiliation.code
BROKEN_PROMISE: Final = PrecedentKind.broken_promise.code

MARKET_SHOCK: Final = InterventionKind.market_shock.code
INSULT: Final = InterventionKind.insult.code
GOODWILL: Final = InterventionKind.goodwill.code
MEDIATOR_OFFER: Final = InterventionKind.mediator_offer.code
SET_VALUE: Final = InterventionKind.set.code
