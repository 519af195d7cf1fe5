"""Which column is meant by what was typed: its name, or what stands above it in a table."""

from collections.abc import Iterator, Sequence

from graph.model.errors import UnknownIdError, nearest
from graph.words.speak import Speaker
from graph.words.store import LANGUAGES, name_language


def say_heading(key: str, speaker: Speaker, *, type: str = "") -> str:
    """
    Say what stands above a column.

    Args:
        key: The name of the column, as JSON and CSV have it.
        speaker: Who says it.
        type: The label of the type in `without_TYPE`.

    >>> say_heading("with_others", Speaker("en")), say_heading("label_nl", Speaker("en"))
    ('with others', 'Dutch')
    """
    if key.startswith("without_"):
        return speaker.say("answers.column_without", type=type or key.removeprefix("without_"))
    if key.startswith("label_"):
        return name_language(key.removeprefix("label_"), speaker.language)
    if key.startswith("in_"):
        return speaker.say("answers.column_in", when=speaker.date(key.removeprefix("in_")))
    return speaker.say(f"answers.column_{key}")


def find_column(typed: str, shown: Sequence[str], others: Sequence[str] = ()) -> str:
    """
    Find the column that is meant by its name, or by its heading in any language.

    Args:
        typed: What was typed; in a heading case and signs between words do not count.
        shown: The columns of the table, from left to right; the first with a heading has it.
        others: Columns that stand in JSON and CSV alone.

    Raises:
        UnknownIdError: There is no such column; with the nearest, or else all there are.

    >>> find_column("With others", ["id", "with_others"]), find_column("naam", ["id", "name"])
    ('with_others', 'name')
    """
    known = list(dict.fromkeys([*shown, *others]))
    if typed in known:
        return typed
    wanted = _simplify(typed)
    headings = [*_list_headings(shown), *((_simplify(key), key) for key in known)]
    for heading, key in headings:
        if heading == wanted:
            return key
    near = nearest(wanted, [heading for heading, _ in headings])
    suggested = dict.fromkeys(key for heading, key in headings if heading in near)
    raise UnknownIdError(typed, "column", [*suggested], known)


def _list_headings(shown: Sequence[str]) -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        for key in shown:
            yield _simplify(say_heading(key, Speaker(language))), key


def _simplify(heading: str) -> str:
    return " ".join(heading.casefold().replace("_", " ").replace("-", " ").split())
