"""Which rows and columns of an answer are wanted."""

from collections.abc import Sequence
from typing import TypeVar

from graph.model.record import record
from graph.write.answers.headings import find_column
from graph.write.answers.wording import Wording

T = TypeVar("T")


@record(frozen=True, slots=True, kw_only=True)
class Wanted:
    """
    How much of an answer is wanted.

    `limit`: how many rows at the most; None for all. `columns`: which, as they were typed; none
    for those that the answer has of itself.
    """

    limit: int | None = None
    columns: tuple[str, ...] = ()

    def cut(self, rows: Sequence[T]) -> Sequence[T]:
        """Take the first rows."""
        return rows if self.limit is None else rows[: self.limit]

    def choose(self, shown: Sequence[str], others: Sequence[str] = ()) -> tuple[str, ...]:
        """
        Choose columns by their names or headings, each once and in the order asked for.

        Args:
            shown: The columns of the table.
            others: Columns that stand in JSON and CSV alone.

        Returns:
            Those that were asked for, else those of the table.

        Raises:
            UnknownIdError: One is not there; with the nearest.

        >>> Wanted(columns=("naam", "id", "name")).choose(["id", "name", "type"])
        ('name', 'id')
        """
        found = [find_column(one, shown, others) for one in self.columns]
        return tuple(dict.fromkeys(found or shown))

    def say(self, words: Wording, count: int) -> list[str]:
        """Say how many rows there are of which only the first are shown; nothing of all."""
        if self.limit is None or count <= self.limit:
            return []
        return [words.say("first_rows", n=self.limit, of=count)]


EVERYTHING = Wanted()
"""All rows, in the columns that an answer has of itself."""
