"""Curly quotes around a text, which are a part of it to every program."""

_PAIRS = frozenset({"“”", "„”", "„“", "””", "‘’", "‚’", "’’", "«»", "»«"})


def bare(text: str) -> str:
    """
    Take curly quotes away that stand around a whole text.

    >>> bare("“Elaa”"), bare("de “Elaa”"), bare("“Elaa” en “Lister”")
    ('Elaa', 'de “Elaa”', '“Elaa” en “Lister”')
    """
    ends = text[:1] + text[-1:]
    inner = text[1:-1].strip()
    return inner if inner and ends in _PAIRS and not set(ends) & set(inner) else text
