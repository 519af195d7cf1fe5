"""
Incidence -> a matrix of organisations and partnerships: who takes part in what, at one glance.

Rows and columns are ids, so that R, pandas and UCINET read it with names of rows and columns.
"""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Callable

from graph.model.errors import ExportError
from graph.model.message import Message
from graph.model.records import Membership, Registry
from graph.network.incidence import Incidence, as_incidence
from graph.write.graphs.exported import Exported

MOST_CELLS = 100_000_000
"""More than this no program opens."""


def write_matrix(data: Registry | Incidence) -> Exported:
    """
    Write who takes part in what as a table of 1 and 0.

    A 0 says that these documents do not name the organisation there; not that it is absent.

    Args:
        data: Checked data, perhaps narrowed by `select_registry`.

    Returns:
        One file: CSV in UTF-8 with a byte order mark. Organisations are the rows, partnerships the
        columns, both by id.

    Raises:
        ExportError: It would have more than `MOST_CELLS` cells.
    """
    return _write(as_incidence(data), lambda member: "1", "0")


def write_roles(data: Registry | Incidence) -> Exported:
    """Write the role of each in each as `write_matrix` does; nothing where it is not named."""
    return _write(as_incidence(data), lambda member: member.role, "")


def _write(incidence: Incidence, say: Callable[[Membership], str], nothing: str) -> Exported:
    partnerships = incidence.partnerships
    count = len(incidence.organisations) * len(partnerships)
    if count > MOST_CELLS:
        raise ExportError(Message("export.cells", n=count, most=MOST_CELLS))
    places = {id: place for place, id in enumerate(partnerships)}
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(("organisation", *partnerships))
    for id in incidence.organisations:
        row = [nothing] * len(partnerships)
        for one in incidence.memberships_of(id):
            row[places[one.partnership.id]] = say(one.membership)
        writer.writerow((id, *row))
    return Exported(files={"": BOM_UTF8 + table.getvalue().encode()})
