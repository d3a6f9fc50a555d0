"""Where the two stand with one another and since when, and the three firsts: contact, voice, a meeting in person.

Where it stands is judged from what holds and from the last act between the leaders, never from how they got there:

- ``deal``: an agreement has ended the matter;
- ``truce``: a truce is in force;
- ``blow_up``: nothing holds, and the last act between the leaders was a break: a rupture on stage, a meeting or a call
  called off, a truce broken;
- ``no_deal``: nothing holds and nothing is broken off, but the leaders have been in contact since the first day, or
  something was agreed once, or the two are in touch still: envoys held talks, or the leaders had contact before the
  first day, within the last :data:`~sim.vocabulary.outcomes.IN_TOUCH_DAYS`;
- ``no_contact``: none of these.

Acts between the leaders are an answered letter, a call, a meeting, a date that both agree to, an agreement, and the
three breaks; each undoes a break before it, or is one. A meeting that ends with nothing is no break, nor are a refusal,
a rise of pressure without a truce, or a truce that runs out. Talks of envoys are no act between the leaders.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.limits import larger
from sim.state.world import World
from sim.vocabulary import levels, outcomes


@rule
def where_it_stands(world: World) -> int:
    """The outcome class (its code) if the run were to end now."""
    dyad = world.dyad[0]
    if dyad.deal_day >= 0:
        return outcomes.DEAL
    if dyad.truce == 1:
        return outcomes.TRUCE
    if dyad.broken == 1:
        return outcomes.BLOW_UP
    if engaged(world):
        return outcomes.NO_DEAL
    return outcomes.NO_CONTACT


@rule
def engaged(world: World) -> bool:
    """Whether the two have had to do with one another: in contact or agreed on something ever, or envoys talk still."""
    dyad = world.dyad[0]
    if dyad.spoken == 1 or dyad.met == 1 or dyad.letters == 1 or dyad.agreed == 1:
        return True
    return dyad.now - dyad.touch_day <= outcomes.IN_TOUCH_DAYS


@rule
def stands_since(world: World) -> float:
    """The day on which the present spell of where it stands began; 0 for what has held from the first day.

    One change comes without an act: envoys' talks, and nothing else, come to lie further back than counts as in touch.
    """
    dyad = world.dyad[0]
    stands = where_it_stands(world)
    if stands == dyad.stands:
        return dyad.stands_since
    if dyad.stands == outcomes.NO_DEAL and stands == outcomes.NO_CONTACT:
        return dyad.touch_day + outcomes.IN_TOUCH_DAYS
    return dyad.now


@rule
def keep_stand(world: World) -> None:
    """Judge where it stands and keep since when; called after every act that may change it."""
    dyad = world.dyad[0]
    dyad.stands_since = stands_since(world)
    dyad.stands = where_it_stands(world)
    if dyad.truce == 1:
        dyad.agreed = 1


@rule
def record_earlier(world: World, age: float) -> None:
    """A contact, talks of envoys or a truce from ``age`` days before the first day: the two were in touch then.

    It does not make for contact in the run: where no more than that ever comes, the two lose touch.
    """
    world.dyad[0].touch_day = larger(world.dyad[0].touch_day, -age)


@rule
def record_agreement(world: World) -> None:
    """A truce that is in force now has been agreed or renewed."""
    dyad = world.dyad[0]
    dyad.broken = 0
    dyad.touch_day = dyad.now
    keep_stand(world)


@rule
def record_lapse(world: World) -> None:
    """A truce has run out: no break and no contact."""
    world.dyad[0].ever_lapse = 1
    keep_stand(world)


@rule
def record_break(world: World) -> None:
    """A rupture, a meeting called off or a truce broken (and in force no more)."""
    world.dyad[0].broken = 1
    keep_stand(world)


@rule
def record_date(world: World) -> None:
    """Both leaders have agreed to a date for a call or a meeting: what was broken off is not any more."""
    world.dyad[0].broken = 0
    keep_stand(world)


@rule
def record_failure_at_home(world: World) -> None:
    """What the leaders or their envoys had agreed has failed at home."""
    dyad = world.dyad[0]
    dyad.ever_failed_at_home = 1
    dyad.agreed = 1
    keep_stand(world)


@rule
def record_deal(world: World) -> None:
    """A deal ends the matter and the run."""
    dyad = world.dyad[0]
    dyad.over = 1
    dyad.deal_day = dyad.now
    dyad.touch_day = dyad.now
    keep_stand(world)


@rule
def record_talks(world: World) -> None:
    """Authorised envoys have talked."""
    keep_stand(world)  # earlier talks may lie too far back by now
    world.dyad[0].ever_talks = 1
    world.dyad[0].touch_day = world.dyad[0].now
    keep_stand(world)


@rule
def set_first(world: World, which: int, level: int, asked_by: int) -> None:
    """Keep the first contact of a kind: its day, level and who asked."""
    dyad = world.dyad[0]
    if dyad.first_day[which] < 0:
        dyad.first_day[which] = dyad.now
        dyad.first_level[which] = level
        dyad.first_asked[which] = asked_by


@rule
def record_contact(world: World, level: int, asked_by: int) -> None:
    """An answered letter, a call or a meeting of the leaders has taken place."""
    keep_stand(world)  # envoys' talks may lie too far back by now
    dyad = world.dyad[0]
    dyad.broken = 0
    dyad.touch_day = dyad.now
    set_first(world, outcomes.FIRST_CONTACT, level, asked_by)
    if level == levels.LETTER:
        dyad.letters = 1
    if level in (levels.CALL, levels.SUMMIT):
        dyad.spoken = 1
        set_first(world, outcomes.FIRST_VOICE, level, asked_by)
    if level == levels.SUMMIT:
        dyad.met = 1
        set_first(world, outcomes.FIRST_IN_PERSON, level, asked_by)
    keep_stand(world)
