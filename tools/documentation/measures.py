"""The measures of an organisation, as a table in Markdown."""

from collections.abc import Iterator

from documentation.blocks import Fill
from graph.network.measures import MEASURES


def measure_fills() -> dict[str, Fill]:
    """List how to fill `<!-- measures -->`: one row for each of `MEASURES`."""
    return {"measures": lambda _: list(_write_rows())}


def _write_rows() -> Iterator[str]:
    yield "| number | formula | unit, range | how to read it | when it misleads | reference |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for measure in MEASURES:
        said = measure.explained
        cells = (said.formula, said.unit, said.reading, said.misleads, said.reference)
        yield f"| `{measure.name}` | {' | '.join(cells)} |"
