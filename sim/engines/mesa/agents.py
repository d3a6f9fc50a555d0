"""Who acts in the Mesa model.

Leaders, advisers, mediators, publics, markets. Each owns its state and asks the rules.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, ClassVar, Protocol
from weakref import WeakKeyDictionary

from mesa import Agent

from sim.policies.protocol import Turn
from sim.state.buffer import fill_out
from sim.state.layout import COLLECTIONS


class Host(Protocol):
    """The model in which agents live, as far as they ask it for anything."""

    def ask_policy(self, turn: Turn) -> str | None:
        """Ask the policy of the leader whose turn it is."""

    def legal_actions(self, leader: str) -> list[str]:
        """The actions that a leader could take now."""


class Counters(WeakKeyDictionary[Any, Iterator[int]]):
    """A counter of agents for each model, gone with the model."""

    def __getitem__(self, model: object) -> Iterator[int]:
        """The counter of a model; a new model's first agent is number 1."""
        return self.setdefault(model, itertools.count(1))


class StateAgent(Agent):
    """An agent whose attributes are the fields of one state record.

    Parameters
    ----------
    model : Host
        The model it lives in, a :class:`sim.engines.mesa.NegotiationModel`.
    path : str
        Its stable path, such as ``us/advisers/navarro``.
    name : str
        Display name; nothing depends on it.
    record : dict
        Starting values by field.
    """

    collection = ""
    _ids: ClassVar[Counters] = Counters()  # Mesa's own keeps every model in memory for ever

    def __init__(self, model: Host, path: str, name: str, record: dict[str, Any]) -> None:
        super().__init__(model)
        self.path = path
        self.name = name
        self.__dict__.update(fill_out(COLLECTIONS[self.collection], record))

    def state(self) -> dict[str, Any]:
        """A copy of the agent's state by field."""
        return {
            field: list(value) if isinstance(value, list) else value
            for field, value in ((field, getattr(self, field)) for field in fill_out(COLLECTIONS[self.collection], {}))
        }


class LeaderAgent(StateAgent):
    """A head of government. Subclass it and override :meth:`choose` to give a leader a mind of its own."""

    collection = "leaders"

    def choose(self, turn: Turn) -> str | None:
        """Decide a turn or an answer.

        Parameters
        ----------
        turn : Turn
            What is to be decided: legal options with their probabilities, components and utilities.

        Returns
        -------
        str or None
            One of ``turn.options``; None leaves the choice to the nested logit.
        """
        return self.model.ask_policy(turn)  # type: ignore[no-any-return]

    def legal_actions(self) -> list[str]:
        """The actions that are possible now."""
        return self.model.legal_actions(self.path)  # type: ignore[no-any-return]


class AdviserAgent(StateAgent):
    """One voice in the room of a leader."""

    collection = "advisers"


class MediatorAgent(StateAgent):
    """A third party who may host."""

    collection = "mediators"


class PublicAgent(StateAgent):
    """The public of one side."""

    collection = "publics"


class MarketAgent(StateAgent):
    """The market of one side."""

    collection = "markets"
