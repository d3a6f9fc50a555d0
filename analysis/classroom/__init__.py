"""The classroom: a lesson of fifty minutes on one projector, watched, predicted and talked over, without a network.

What happens in class is a log of facts (`session`); what a browser shows is a view of what they come to (`views`),
drawn from runs (`worlds`) and lessons (`lessons`) and sent by a small server (`web`). Its process imports neither Mesa,
numba nor pandas: many runs are counted by a worker process. It needs the ``classroom`` extra.
"""

from __future__ import annotations
