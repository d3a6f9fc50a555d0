"""What compiled rules get as ``world``: one pointer to the world record, with its collections found by address.

Passing a tuple of arrays to every rule made the kernel three times as slow and its compilation twice as long.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sim.engines.compiled.packing import VARYING, WORLD_TYPE


@cache
def teach_numba() -> None:
    """Make ``as_world`` and the attributes ``world.advisers``, ``world.agenda`` ... known to numba; done once."""
    from numba import types
    from numba.core.datamodel import models
    from numba.core.datamodel.registry import register_default
    from numba.core.extending import overload
    from numba.np.numpy_support import from_dtype

    from sim.engines.compiled.kernel import as_world

    plain = from_dtype(WORLD_TYPE)

    class WorldRecord(types.Record):
        """The world record under a short name: its full one would stand in the name of every compiled function."""

        def __init__(self) -> None:
            fields = [(name, field._asdict()) for name, field in plain.fields.items()]
            super().__init__(fields, plain.size, plain.aligned)
            self.name = "World"

    register_default(WorldRecord)(models.RecordModel)
    world = WorldRecord()
    seen_as = _retyped(world)

    @overload(as_world)
    def typed(record):  # type: ignore[no-untyped-def]  # numba compares argument lists, annotations included
        return lambda record: seen_as(record)

    for name, kind in VARYING.items():
        _give_attribute(WorldRecord, name, kind)


def _retyped(world: Any) -> Any:
    """An intrinsic that sees a record as the world."""
    from numba.core.extending import intrinsic

    @intrinsic
    def seen_as(typing_context: Any, record: Any) -> Any:
        def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
            return arguments[0]

        return world(record), generate

    return seen_as


def _give_attribute(world_class: Any, name: str, kind: Any) -> None:
    """Make ``world.<name>`` the array of ``kind`` at the address and of the size that the record holds."""
    from numba import types
    from numba.core.extending import intrinsic, overload_attribute
    from numba.np.numpy_support import carray

    @intrinsic
    def pointer(typing_context: Any, address: Any) -> Any:
        def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
            return builder.inttoptr(arguments[0], context.get_value_type(types.voidptr))

        return types.voidptr(types.int64), generate

    scope: dict[str, Any] = {"carray": carray, "pointer": pointer, "kind": kind}
    source = f"def find(world):\n    return carray(pointer(world.at_{name}), world.size_{name}, kind)\n"
    exec(source, scope)  # noqa: S102 - fixed text; numba needs the field's name in the source

    @overload_attribute(world_class, name)
    def attribute(world):  # type: ignore[no-untyped-def]  # numba compares argument lists, annotations included
        return scope["find"]
