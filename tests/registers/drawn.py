"""Tables as hypothesis draws them, with cells that are right and cells that break a rule."""

from hypothesis import strategies as st

CELLS = {
    "id": ("a", "b", "c", "p1", "p2", "d e", "é", "geschreven", "o-a", ""),
    "org": ("a", "b", "c", "é", "met-de-hand", "o-a", "x", ""),
    "naam": ("De Kust", "Kust", "kust", "Zandmeer", "Stichting Zandmeer", "Ömer", "Omer", ""),
    "soort": ("gemeente", "Gemeente", "onzin", ""),
    "plaats": ("Kustland", "KUSTLAND", "Zandmeer", ""),
    "plaatsen": ("Kustland; Zandmeer", "zandmeer", "", "?"),
    "kvk": ("01230001", "123", ""),
    "thema": ("ouderenzorg", "onzin", "bestuur;ouderenzorg", ""),
    "dag": ("2012-01-01", "2013-05-01", "2011-13-01", ""),
    "bedrag": ("12", "veel", ""),
    "rol": ("member", "lead", "wished", "contractor", "onzin", ""),
    "zeker": ("high", "low", "onzin", ""),
}
"""Cells that are right, and cells that break a rule."""

ONE = {
    "m.csv": {
        **{"wie": "naam", "wat": "naam", "plaats": "plaats"},
        **{"rol": "rol", "zeker": "thema"},
    }
}


def tables(columns: dict[str, dict[str, str]]) -> st.SearchStrategy[dict[str, list[list[str]]]]:
    """Draw the rows of tables: mostly cells that are right, a header before them."""
    return st.fixed_dictionaries({name: rows(kinds) for name, kinds in columns.items()})


def rows(kinds: dict[str, str]) -> st.SearchStrategy[list[list[str]]]:
    """Draw the rows of one table, from the kinds of its cells by column."""
    cells = (
        st.one_of(st.sampled_from(CELLS[kind][:3]), st.sampled_from(CELLS[kind]))
        for kind in kinds.values()
    )
    drawn = st.lists(st.tuples(*cells), min_size=4, max_size=12)
    return drawn.map(lambda found: [list(kinds), *map(list, found)])
