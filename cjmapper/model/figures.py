"""What is computed of a map, as plain values: ids, codes and numbers, never sentences."""

import msgspec


class Coverage(msgspec.Struct, frozen=True, gc=False):
    """How many of the claims of a map rest on what customers said or did."""

    claims: int
    covered: int


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was computed of one map; None is what could not be."""

    coverage: Coverage | None = None
