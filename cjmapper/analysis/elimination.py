"""Linear equations by Gaussian elimination, for matrices that are mostly zero.

Made for I − Q of an absorbing chain: its diagonal outweighs the rest, so that no rows need to be
exchanged.
"""

from collections.abc import Mapping, Sequence

_NOTHING = 1e-9


class Eliminated:
    """A matrix in the form in which equations are solved quickly, one right side after another."""

    __slots__ = ("_lower", "_upper")

    def __init__(
        self, lower: Sequence[Sequence[tuple[int, float]]], upper: Sequence[Mapping[int, float]]
    ) -> None:
        self._lower = lower
        self._upper = upper

    def solved(self, right: Sequence[float]) -> list[float]:
        """The x of A·x = `right`."""
        x = list(right)
        for pivot, factors in enumerate(self._lower):
            if x[pivot]:
                for row, factor in factors:
                    x[row] -= factor * x[pivot]
        for row in range(len(x) - 1, -1, -1):
            held = self._upper[row]
            known = sum(value * x[column] for column, value in held.items() if column > row)
            x[row] = (x[row] - known) / held[row]
        return x


def eliminated(matrix: Sequence[Mapping[int, float]]) -> Eliminated | None:
    """A square matrix (rows of its non-zero entries), ready to solve; None where it cannot be."""
    upper = [dict(row) for row in matrix]
    below: list[set[int]] = [set() for _ in upper]
    for index, row in enumerate(upper):
        for column in row:
            if column < index:
                below[column].add(index)
    lower: list[list[tuple[int, float]]] = []
    for pivot, held in enumerate(upper):
        if held.get(pivot, 0.0) <= _NOTHING:
            return None
        factors: list[tuple[int, float]] = []
        for index in sorted(below[pivot]):
            row = upper[index]
            factor = row.pop(pivot) / held[pivot]
            factors.append((index, factor))
            for column, value in held.items():
                if column > pivot:
                    row[column] = row.get(column, 0.0) - factor * value
                    if column < index:
                        below[column].add(index)
        lower.append(factors)
    return Eliminated(lower, upper)
