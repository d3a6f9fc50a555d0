class W:
    def __init__(s, noun, plural="", a="", infinitive="", past=""):
        s.noun, s.plural, s.infinitive, s.past = noun, plural or noun+"s", infinitive, past
        s.a = a or ("a " + noun)
    def __format__(s, f): return s.noun
    __str__ = lambda s: s.noun
WORDS = dict(call=W("call"), summit=W("summit"), talks=W("talks","talks","talks"), letter=W("letter"), envoy=W("envoy",a="an envoy"),
  truce=W("truce"), deal=W("deal"), leader=W("leader"), side=W("side"), host=W("host"), adviser=W("adviser"), market=W("market"), public=W("public"),
  third_country=W("third country","third countries"), settlement=W("settlement"), issue=W("issue"), points=W("point"), pressure=W("pressure","pressure"),
  at_home=W("at home"), rupture=W("rupture"), escalate=W("more pressure",past="stepped up the pressure"), ease=W("easing",past="eased the pressure"),
  signal=W("public overture","public overtures",past="made a public overture"), rally=W("rallying",past="rallied the public"), court_partners=W("courting",past="courted third countries"),
  call_held=W("call",past="spoke"), summit_held=W("summit",past="met"), send_letter=W("letter",past="wrote a letter"))
TRADE = dict(pressure=W("tariffs","tariffs","tariffs"), escalate=W("x",past="raised tariffs"), ease=W("x",past="lowered tariffs"))
def fill(self, template, **values):
    return template.format(**(WORDS | (TRADE if self.is_trade else {})), **values)
from sim.narrative.cast import Cast
if not hasattr(Cast, "fill"): Cast.fill = fill
