"""What the leader answers to at home: hostility to the other side, the pay of defiance, approval, the win-set."""

from __future__ import annotations

from sim.scenario.bounds import Part, number


class Public(Part):
    """The public of one side."""

    hostility: float = number(
        0.4, 0, 1, "share", "Hostility to the other side at rest.", "friendly", "wants no dealings"
    )
    reactivity: float = number(0.3, 0, 1, "share", "How much a provocation raises hostility.", "unmoved", "flares up")
    half_life_days: float = number(
        30, 1, 1000, "days", "Days until half a flare-up is gone.", "forgets at once", "never forgets"
    )
    defiance_pays: float = number(
        0.5, 0, 1, "share", "How far standing firm wins approval.", "defiance costs", "defiance is rewarded"
    )
    approval: float = number(0.5, 0, 1, "share", "The home meter at the start.", "about to fall", "unassailable")
    win_set: float = number(
        0.2,
        0,
        1,
        "share of the pie",
        "Least share of the stakes that passes at home.",
        "anything passes",
        "only total victory passes",
    )
