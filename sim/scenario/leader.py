"""Who decides on a side: the leader's traits, beliefs, pressure, and the people and memories around the leader."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from sim.scenario.adviser import Adviser, Envoy
from sim.scenario.bounds import Identifier, Part, Roster, number
from sim.scenario.market import Market
from sim.scenario.precedent import Precedent
from sim.scenario.public import Public

SHARE = "share"


class Bias(Part):
    """How far the leader misjudges the other leader's traits (perceived trait = truth + bias, kept in 0..1)."""

    ego: float = number(0, -1, 1, SHARE, "Error about the other's ego.", "sees none", "sees it at full")
    face_need: float = number(0, -1, 1, SHARE, "Error about the other's need for face.", "sees none", "sees it at full")
    market_sensitivity: float = number(
        0, -1, 1, SHARE, "Error about how much markets move the other.", "thinks the other immune", "overrates it"
    )
    summit_appetite: float = number(
        0, -1, 1, SHARE, "Error about the other's taste for summits.", "underrates", "overrates"
    )
    caution: float = number(
        0, -1, 1, SHARE, "Error about the other's caution.", "thinks the other bold", "overrates it"
    )
    resolve: float = number(
        0, -1, 1, SHARE, "Error about the other's resolve.", "thinks the other will fold", "overrates it"
    )
    patience: float = number(
        0, -1, 1, SHARE, "Error about the other's patience.", "thinks the other hurried", "overrates it"
    )


class Beliefs(Part):
    """What the leader believes about coercion and about the other, before the run begins."""

    coercion_works: float = number(
        0.5,
        0,
        1,
        SHARE,
        "Belief that pressure brings the other to the table.",
        "pressure never works",
        "it always works",
    )
    learning_rate: float = number(
        0.3, 0, 1, SHARE, "How far one episode moves that belief.", "never learns", "takes the last lesson whole"
    )
    accepted: float = number(
        2, 0.5, 50, "count", "Remembered answers of the other that were yes (Beta count).", "almost none", "many"
    )
    refused: float = number(
        2, 0.5, 50, "count", "Remembered answers of the other that were no (Beta count).", "almost none", "many"
    )
    asked: float = number(
        1, 0.5, 50, "count", "Thirty-day spells in which the other asked (Beta count).", "almost none", "many"
    )
    silent: float = number(
        2, 0.5, 50, "count", "Thirty-day spells in which the other did not ask (Beta count).", "almost none", "many"
    )
    bias: Bias = Field(default=Bias(), description="Misperception of the other leader's traits.")


class Pressure(Part):
    """What the side brings to bear on the other: tariff points, sanctions or threats on a ladder."""

    points: float = number(50, 0, 1000, "points", "Pressure in force at the start.", "none", "a total embargo")
    ceiling: float = number(100, 1, 1000, "points", "Top of the ladder.", "hardly any reach", "unlimited reach")
    rung: float = number(10, 0.5, 500, "points", "Size of one step up or down.", "salami slices", "one giant step")


class Leader(Part):
    """One of the two heads of government, with everything that belongs to the side."""

    name: str = Field(description="Display name; changing it changes nothing in a run.")
    office: str = Field(default="", description="Office held, for display.")
    country: str = Field(default="", description="Country or side, for display.")
    ego: float = number(
        0.5, 0, 1, SHARE, "Need to be the greater of the two.", "no vanity", "every contact is a contest"
    )
    face_need: float = number(0.5, 0, 1, SHARE, "Need not to be seen yielding.", "shrugs it off", "would rather suffer")
    market_sensitivity: float = number(
        0.5, 0, 1, SHARE, "How much falling markets hurt.", "ignores them", "governs by them"
    )
    summit_appetite: float = number(
        0.5, 0, 1, SHARE, "Taste for the leader-to-leader moment.", "avoids it", "craves it"
    )
    caution: float = number(
        0.5, 0, 1, SHARE, "Dislike of contact without preparation.", "walks in cold", "nothing unscripted"
    )
    resolve: float = number(
        0.5, 0, 1, SHARE, "Value put on the stakes against the cost of conflict.", "would fold", "pays any price"
    )
    patience: float = number(0.5, 0, 1, SHARE, "How little waiting costs.", "needs it now", "can wait for years")
    decisiveness: float = number(
        0.5,
        0,
        1,
        SHARE,
        "Precision of choice: lambda = 4 * 4^(2d - 1).",
        "erratic (lambda 1)",
        "single-minded (lambda 16)",
    )
    face: float = number(0, -1, 1, "balance", "Face balance at the start.", "humiliated", "triumphant")
    outside_option: float = number(0.3, 0, 1, SHARE, "How far third countries are won over.", "alone", "needs no deal")
    beliefs: Beliefs = Field(default=Beliefs(), description="Beliefs at the start.")
    pressure: Pressure = Field(default=Pressure(), description="Pressure exerted on the other side.")
    public: Public = Field(default=Public(), description="The public at home.")
    market: Market = Field(default=Market(), description="The market at home.")
    advisers: Annotated[dict[Identifier, Adviser], AfterValidator(Roster)] = Field(
        default={}, description="Advisers by id; any number, none included.", max_length=40
    )
    envoys: Annotated[dict[Identifier, Envoy], AfterValidator(Roster)] = Field(
        default={}, description="The bench of envoys in order; the first is in office at the start.", max_length=40
    )
    precedents: Annotated[dict[Identifier, Precedent], AfterValidator(Roster)] = Field(
        default={}, description="Remembered episodes by id.", max_length=40
    )
