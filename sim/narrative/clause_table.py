"""The particular sentences of reasons: where a component says it better of one option than of any, or tells a fact.

What a component says of any option stands in the vocabulary (:mod:`sim.vocabulary.components`).

`{act}` is the option as the subject of a sentence, `{rival}` the other one, `{other}` the other leader, `{deed}` an
act; other braces hold words of the case, and what the facts bring (:mod:`sim.narrative.decision_facts`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

PARTICULAR: Mapping[tuple[str, str, bool], str] = {
    ("stakes", "hold", True): "there was time to {hold.infinitive}",
    ("stakes", "hold", False): "time was running out for the {truce}",
    ("stakes", "escalate", True): "there was room left to press for what was at stake",
    ("stakes", "ease", False): "{act} would have given away some of the means to press",
    ("stakes", "invite_mediator", True): "time was running out for the {truce}",
    ("stakes", "request_call", True): "time was running out for the {truce}",
    ("stakes", "propose_summit", True): "time was running out for the {truce}",
    ("stakes", "withdraw", True): "too much was at stake for a mere show",
    ("stakes", "accept call", True): "time was running out for the {truce}",
    ("stakes", "accept summit", True): "time was running out for the {truce}",
    ("stakes", "accept truce", True): "the {host} had something to offer to whoever agreed",
    ("stakes", "accept truce", False): "{truce.a} would have meant giving up {pressure}",
    ("coercion", "escalate", True): "faith in {pressure} was strong",
    ("coercion", "escalate", False): "faith in {pressure} was weak",
    ("coercion", "ease", True): "faith in {pressure} was weak",
    ("coercion", "ease", False): "faith in {pressure} was strong",
    ("coercion", "accept truce", True): "faith in {pressure} was weak",
    ("coercion", "accept truce", False): "faith in {pressure} was strong",
    ("markets", "hold", False): "{act} did nothing for the falling {market}",
    ("markets", "escalate", False): "{act} would have sunk the {market} further",
    ("markets", "withdraw", False): "breaking off would have sunk the {market} further",
    ("ripeness", "escalate", False): "both {side.plural} were hurting and could see a way out",
    ("ripeness", "ease", True): "both {side.plural} were hurting and could see a way out",
    ("ripeness", "withdraw", False): "both {side.plural} were hurting and could see a way out",
    ("face", "hold", True): "{act} spared the shame of asking first",
    ("face", "escalate", True): "to leave the blows of {other} unanswered would have looked weak",
    ("face", "signal", False): "open praise would have looked like giving in",
    ("face", "send_letter", False): "even {letter.a} would have cost some {face}",
    ("face", "send_envoy", False): "even {envoy.a} would have cost some {face}",
    ("face", "invite_mediator", True): "{host.a} would hide who gave in first",
    ("face", "request_call", False): "asking first would have looked like giving in",
    ("face", "propose_summit", False): "asking first would have looked like giving in",
    ("face", "court_partners", True): "friends elsewhere made it easier to bear the {pressure}",
    ("face", "withdraw", True): "after such blows it would have looked weak to come",
    ("face", "rally", True): "the {public} had to see who stood firm",
    ("face", "accept mediation", True): "the {host} would hide who gave in first",
    ("face", "accept mediation", False): "even {talks} under {host.a} might have looked like giving in",
    ("face", "accept truce", False): "even a step down by both looked a little like giving in",
    ("ego", "hold", True): "{other} might yet be the one to ask",
    ("ego", "escalate", True): "pride wanted an answer",
    ("ego", "ease", False): "the first step down would have hurt the {leader}'s pride",
    ("ego", "withdraw", True): "pride wanted the last word",
    ("ego", "request_call", False): "asking would have shown who needed it more",
    ("ego", "propose_summit", False): "asking would have shown who needed it more",
    ("ego", "accept letter", True): "it flattered to be asked",
    ("ego", "accept call", True): "it flattered to be asked",
    ("ego", "accept summit", True): "it flattered to be asked",
    ("ego", "accept mediation", True): "it flattered to be asked",
    ("ego", "accept truce", False): "even a step down by both hurt the {leader}'s pride",
    ("glory", "signal", True): "the great moment of {summit.a} beckoned",
    ("glory", "send_letter", True): "the great moment of {summit.a} beckoned",
    ("glory", "request_call", True): "the great moment of {summit.a} beckoned",
    ("glory", "propose_summit", True): "the great moment of {summit.a} beckoned",
    ("glory", "rally", False): "harsh words would have spoiled the hope of {summit.a}",
    ("glory", "withdraw", False): "it would have thrown the great moment away",
    ("glory", "accept letter", True): "the great moment of {summit.a} beckoned",
    ("glory", "accept call", True): "the great moment beckoned",
    ("glory", "accept summit", True): "the great moment beckoned",
    ("audience", "escalate", True): "the {public} wanted defiance",
    ("audience", "withdraw", True): "the {public} wanted defiance",
    ("audience", "rally", True): "the anger of the {public} called for it",
    ("audience", "ease", False): "the mood of the {public} was too hostile for a step down",
    ("audience", "signal", False): "the mood of the {public} was too hostile for kind words",
    ("audience", "request_call", False): "the mood of the {public} was too hostile for {call.a}",
    ("audience", "propose_summit", False): "the mood of the {public} was too hostile for {summit.a}",
    ("audience", "accept call", False): "the mood of the {public} was too hostile for {call.a}",
    ("audience", "accept summit", False): "the mood of the {public} was too hostile for {summit.a}",
    ("audience", "accept truce", False): "the mood of the {public} was too hostile for {truce.a}",
    ("advisers", "escalate", True): "the {adviser.plural} wanted a hard line",
    ("advisers", "withdraw", True): "the {adviser.plural} wanted a hard line",
    ("advisers", "rally", True): "the {adviser.plural} wanted a hard line",
    ("advisers", "send_envoy", True): "the {adviser.plural} were open to {envoy.a}",
    ("advisers", "appoint_envoy", True): "the {adviser.plural} were open to another {envoy}",
    ("groundwork", "send_letter", True): "{letter.a} would prepare the ground",
    ("groundwork", "send_envoy", True): "{envoy.a} would prepare the ground",
    ("groundwork", "appoint_envoy", True): "a new {envoy} would prepare the ground",
    ("groundwork", "invite_mediator", True): "{host.a} would prepare the ground",
    ("groundwork", "withdraw", True): "nothing had been prepared",
    ("groundwork", "request_call", False): "nobody had prepared {call.a}",
    ("groundwork", "propose_summit", False): "nobody had prepared {summit.a}",
    ("groundwork", "accept letter", True): "an answer would prepare the ground",
    ("groundwork", "accept call", False): "nobody had prepared {call.a}",
    ("groundwork", "accept summit", False): "nobody had prepared {summit.a}",
    ("groundwork", "accept mediation", True): "the {host} would prepare the ground",
    ("precedent", "withdraw", True): "bad memories warned against going unprepared",
    ("precedent", "invite_mediator", True): "the {host} had done well before",
    ("precedent", "request_call", False): "bad memories warned against going unprepared",
    ("precedent", "propose_summit", False): "bad memories warned against going unprepared",
    ("precedent", "accept call", False): "bad memories warned against going unprepared",
    ("precedent", "accept summit", False): "bad memories warned against going unprepared",
    ("reciprocity", "escalate", True): "{other}'s blows called for an answer",
    ("reciprocity", "withdraw", True): "{other}'s blows called for an answer",
    ("reciprocity", "rally", True): "{other}'s blows called for an answer",
    ("reciprocity", "ease", True): "{other} had taken a step that called for another",
    ("reciprocity", "signal", True): "{other} had taken a step that called for another",
    ("reciprocity", "send_letter", True): "{other} had taken a step that called for another",
    ("reciprocity", "request_call", True): "{other} had taken a step that called for another",
    ("reciprocity", "propose_summit", True): "{other} had taken a step that called for another",
    ("reciprocity", "send_envoy", False): "it was too soon to send {envoy.a} again",
    ("reciprocity", "appoint_envoy", False): "it was too soon to put yet another {envoy} in office",
    ("reciprocity", "invite_mediator", False): "it was too soon to ask {host.a} again",
    ("reciprocity", "court_partners", False): "it was too soon to court {third_country.plural} again",
    ("reciprocity", "withdraw", False): "a promise had been given",
    ("reciprocity", "accept letter", True): "{other} had taken a step that called for another",
    ("reciprocity", "accept call", True): "{other} had taken a step that called for another",
    ("reciprocity", "accept summit", True): "{other} had taken a step that called for another",
    ("reciprocity", "accept mediation", True): "{other} had taken a step that called for another",
    ("reciprocity", "accept truce", True): "{other} had taken a step that called for another",
    ("reciprocity", "accept truce", False): "the blows of {other} were not forgotten",
    ("reciprocity", "lapse letter", False): "silence would have been a snub",
    ("reciprocity", "lapse call", False): "silence would have been a snub",
    ("reciprocity", "lapse summit", False): "silence would have been a snub",
    ("reciprocity", "lapse mediation", False): "silence would have been a snub",
    ("reciprocity", "lapse truce", False): "silence would have been a snub",
    ("coalition", "escalate", True): "there were friends elsewhere to lean on",
    ("coalition", "court_partners", True): "there were friends elsewhere to be won",
}
"""Sentences that read better than the general ones: by component, option (with what an answer is about), direction."""


class Factual(NamedTuple):
    """A sentence that mentions a fact; it is told only where the record has the fact."""

    component: str
    option: str
    favours: bool
    fact: str
    text: str


REACHING = ("signal", "send_letter", "send_envoy", "appoint_envoy", "invite_mediator", "request_call", "propose_summit")
ANSWERING = ("accept letter", "accept call", "accept summit", "accept mediation", "accept truce")
ASKING = ("send_letter", "request_call", "propose_summit")
REPEATED = ("escalate", "ease", "signal", *ASKING, "withdraw", "rally")
"""Acts that may be out of turn for another reason too; of the others only the repetition speaks against them."""

FACTUAL: tuple[Factual, ...] = (
    Factual("markets", "hold", False, "fall", "with the {market} down by about {fall}, {hold} was costly"),
    Factual("markets", "escalate", False, "fall", "the {market} had fallen by about {fall} already"),
    *(
        Factual("markets", option, True, "fall", "the {market} had fallen by about {fall}")
        for option in ("ease", *REACHING, *ANSWERING)
    ),
    *(
        Factual("face", option, False, "refused", "after a request that was {how}, asking again would have cost {face}")
        for option in ASKING
    ),
    *(
        Factual("ego", option, False, "refused", "after a request that was {how}, pride forbade another")
        for option in ASKING
    ),
    Factual("face", "accept mediation", True, "host", "{host_name} would hide who gave in first"),
    Factual("groundwork", "appoint_envoy", True, "blocked", "the last {envoy} had been kept out"),
    *(
        Factual("precedent", option, False, "rupture", "the last time together had ended badly")
        for option in ("request_call", "propose_summit", "accept call", "accept summit")
    ),
    Factual("precedent", "withdraw", True, "rupture", "the last time together had ended badly"),
    Factual("reciprocity", "escalate", False, "truce", "there was the {truce} to keep"),
    Factual("reciprocity", "accept truce", True, "truce", "there was a promise to keep"),
    *(
        Factual("reciprocity", option, True, "blow", "{other} had just {deed.past}")
        for option in ("escalate", "withdraw", "rally")
    ),
    *(
        Factual("reciprocity", option, False, "blow", "{other} had just {deed.past}")
        for option in ("ease", "accept truce")
    ),
    *(
        Factual("reciprocity", option, True, "step", "{other} had just {deed.past}")
        for option in ("ease", "signal", *ASKING, *ANSWERING)
    ),
    Factual("reciprocity", "escalate", False, "step", "{other} had just {deed.past}"),
    *(
        Factual("reciprocity", option, False, f"again {option}", "it was too soon to {deed.infinitive} again")
        for option in REPEATED
    ),
)
"""In order: the first whose fact holds is told."""
