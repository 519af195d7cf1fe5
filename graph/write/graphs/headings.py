"""What stands above the columns of a table for readers."""

from contextlib import suppress

from graph.words.store import find_words
from graph.write.graphs.flat import Attribute


def say_heading(table: str, attribute: Attribute, language: str) -> str:
    """
    Say what a column is called: in this table, else in any.

    Args:
        table: Name of the table.
        attribute: What stands in the column; one of a register brings its own words.
        language: One of `LANGUAGES`.

    >>> say_heading("ties", Attribute("left_name", "text", "its name"), "nl")
    'organisatie'
    """
    if attribute.label:
        return attribute.label
    for place in (table, "all"):
        with suppress(KeyError):
            return str(find_words(f"exports.columns.{place}.{attribute.name}", language))
    return attribute.name
