"""What each random number is for: the last part of its address.

Purposes come in groups of four, since one Philox block yields four numbers. A new purpose takes a new number;
none is ever reused, so that a new kind of draw shifts no old result.
"""

from __future__ import annotations

# groups (purpose // 4) of a leader's decision
GROUP_NESTS = 0  # nests 0-3
GROUP_LAST_NEST = 1  # nest 4 in lane 0
FIRST_ACTION = 8  # single purposes: actions 0-12 are 8 to 20
GROUP_ANSWERS = 6  # topic t: group 6 + t, lanes: accept, refuse, decline, lapse
GROUP_MEDIATION = 12  # under the key of a mediator and a side, lanes as above

# single purposes of a leader or the dyad
RING = 80
TURN_ORDER = 81
ENVOY_ACCESS = 82
RATIFICATION = 83
ESTIMATE = 84
MARKET_NOISE = 85
BREAKDOWN = 86
POLICY = 87
FELT_FIRST = 88
WHOSE_OFFER = 89
ATTENTION = 90
DOOR = 91
TRUCE_DOOR = 92

# single purposes of a mediator
OFFER = 100
TAKE_UP = 101

# drawn parameters, under the key of the parameter's path
PARAMETER = 120
