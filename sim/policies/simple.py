"""The shortest policies: the model's own choice, always the same move, always the likeliest, a free mixture."""

from __future__ import annotations

from collections.abc import Mapping

from sim.policies.protocol import Policy, Turn


def logit(turn: Turn) -> None:  # noqa: ARG001 - a policy is given its turn
    """Leave the decision to the model's own choice, luck included."""
    return


def likeliest(turn: Turn) -> str:
    """Take the option that the model finds most probable."""
    return turn.likeliest


def always(move: str, answer: str = "decline") -> Policy:
    """Return a policy that makes one move whenever it is legal (else holds) and gives one answer to every request."""

    def policy(turn: Turn) -> str:
        if turn.kind == "answer":
            return answer
        return move if move in turn.options else "hold"

    return policy


def mixture(weights: Mapping[str, float]) -> Policy:
    """Return a policy that draws its moves in fixed proportions, from its own luck; answers are left to the model.

    Parameters
    ----------
    weights : mapping of str to float
        By action, its weight (0 or more); what is not legal drops out, and if nothing is left the leader holds.
    """

    def policy(turn: Turn) -> str | None:
        if turn.kind == "answer":
            return None
        legal = {move: weight for move, weight in weights.items() if move in turn.options and weight > 0}
        mark = turn.luck * sum(legal.values())
        for move, weight in legal.items():
            mark -= weight
            if mark < 0:
                return move
        return "hold"

    return policy
