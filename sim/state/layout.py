"""The collections of a world: the class of each one's records, in the order in which they lie in memory."""

from __future__ import annotations

from collections.abc import Mapping

from sim.state.between import Dyad, Intervention, Issue, Item, Mediator, Order, Setting
from sim.state.fields import Field, fields_of
from sim.state.sides import Adviser, Envoy, Leader, Market, Precedent, Public
from sim.state.tally import Tally
from sim.state.weights import Weights

FIXED: Mapping[str, int] = {
    "setting": 1, "dyad": 1, "tally": 1, "leaders": 2, "images": 2, "publics": 2, "markets": 2, "weights": 1,
}  # fmt: skip
"""Collections whose size is the same in every scenario; they stand first, in this order."""

CLASSES: Mapping[str, type] = {
    "setting": Setting,
    "dyad": Dyad,
    "tally": Tally,
    "leaders": Leader,
    "images": Leader,
    "publics": Public,
    "markets": Market,
    "weights": Weights,
    "advisers": Adviser,
    "envoys": Envoy,
    "mediators": Mediator,
    "issues": Issue,
    "precedents": Precedent,
    "interventions": Intervention,
    "agenda": Item,
    "orders": Order,
}
"""The class of every collection's records."""

COLLECTIONS: Mapping[str, tuple[Field, ...]] = {name: fields_of(record) for name, record in CLASSES.items()}
"""The fields of every collection."""

TRAITS: tuple[str, ...] = tuple(field.name for field in fields_of(Leader) if field.perceived)
"""Traits that the other side forms an image of."""
