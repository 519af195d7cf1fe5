"""Completion in a shell: names of organisations, and the ids that filters take."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from click.shell_completion import BashComplete, CompletionItem, add_completion_class

from graph.model import vocabulary
from graph.model.errors import GraphError
from graph.model.names import simplify
from graph.model.records import Term
from graph.read.document import Map
from graph.read.load import load_document
from graph.select.filters import FILTERS


class QuotingBashComplete(BashComplete):
    """
    Completion for bash, which puts a name with blanks on the line as it is: so quote it.

    What stands around `=` are words of their own to bash, and only the last is replaced.
    """

    _kept = ""  # what stands before the word that bash replaces

    def get_completion_args(self) -> tuple[list[str], str]:
        """Give the words before the cursor, and the one that is typed."""
        before, typed = super().get_completion_args()
        words: list[str] = []
        for word in (*before, typed):
            if words and (word == "=" or words[-1].endswith("=")):
                words[-1] += word
            else:
                words.append(word)
        *before, typed = words or [""]
        self._kept = "".join(typed.rpartition("=")[:2])
        return before, typed

    def format_completion(self, item: CompletionItem) -> str:
        """Write one completion, its blanks and signs behind backslashes."""
        value = item.value.removeprefix(self._kept)
        quoted = "".join(c if c.isalnum() or c in "-_./,=" else f"\\{c}" for c in value)
        return f"{item.type},{quoted}"


add_completion_class(QuotingBashComplete, "bash")

_NAMED = {
    "partnerships": "name",
    "sources": "title",
    "groups": "label",
    "not_organisations": "name",
}
"""What has a name in the data file beside organisations, and the field that holds it."""


def complete_names(path: Path, incomplete: str) -> list[CompletionItem]:
    """
    List the organisations that what was typed can become, sorted by name.

    A file with problems still completes; one that cannot be read completes to nothing.

    Args:
        path: The data file.
        incomplete: What was typed so far.
    """
    organisations = _read_map(path, "organisations")
    begin = simplify(incomplete)
    found = {}
    for id, entry in organisations.items():
        name = entry.get("name") if isinstance(entry, Map) else None
        if not isinstance(name, str):
            continue
        forms = [id, name, *_list_aliases(entry)]
        if any(simplify(form).startswith(begin) for form in forms):
            found[name] = CompletionItem(name, help=id)
    return [found[name] for name in sorted(found)]


def complete_anything(path: Path, incomplete: str) -> list[CompletionItem]:
    """
    List what `show` can show and what was typed can become: organisations first, by name.

    Partnerships, documents and groups are offered by their ids, and words by theirs, each with
    what it is called.

    Args:
        path: The data file.
        incomplete: What was typed so far.
    """
    found = complete_names(path, incomplete)
    begin = simplify(incomplete)
    for section, field in _NAMED.items():
        for id, entry in sorted(_read_map(path, section).items()):
            name = entry.get(field) if isinstance(entry, Map) else None
            if any(simplify(form).startswith(begin) for form in (id, str(name or ""))):
                found.append(CompletionItem(id, help=str(name) if name else None))
    for words in ("regions", "themes"):
        found += complete_words(path, words, incomplete)
    return found


def complete_filters(path: Path, incomplete: str) -> list[CompletionItem]:
    """
    List what a text of filters can become: the next filter, or the next value of the last one.

    Args:
        path: The data file.
        incomplete: What was typed so far, such as `region=almere,twe`.
    """
    place = max(map(incomplete.rfind, ";,=")) + 1
    before, typed = incomplete[:place], incomplete[place:]
    if before[-1:] not in tuple(",="):
        blank = typed[: len(typed) - len(typed.lstrip())]
        filters = ((one.flag.removeprefix("--"), one.value == "flag") for one in FILTERS)
        return [
            CompletionItem(f"{before}{blank}{name}{'' if is_flag else '='}")
            for name, is_flag in filters
            if name.startswith(typed.lstrip())
        ]
    name = before.rpartition(";")[2].partition("=")[0].strip()
    for one in FILTERS:
        if name == one.flag.removeprefix("--") and one.takes_ids:
            found = complete_words(path, one.value, typed)
            return [CompletionItem(f"{before}{item.value}", help=item.help) for item in found]
    return []


def complete_codes(incomplete: str) -> list[CompletionItem]:
    """List the codes that can be left out and that begin with what was typed."""
    from graph.cli.problems import list_ignorable

    begin = incomplete.upper()
    return [CompletionItem(code) for code in list_ignorable() if code.startswith(begin)]


def complete_columns(columns: Sequence[str], incomplete: str) -> list[CompletionItem]:
    """List the columns that begin with what was typed, from left to right."""
    return [CompletionItem(one) for one in columns if one.startswith(incomplete)]


def complete_words(path: Path, value: str, incomplete: str) -> list[CompletionItem]:
    """
    List the ids that a filter can take and that begin with what was typed, sorted.

    Args:
        path: The data file.
        value: A list of words (`regions`, `themes`, ...), or of records; passages have too many.
        incomplete: What was typed so far.
    """
    if value == "passages":
        found: dict[str, str] = {}
    elif value in ("sources", "organisations"):
        found = dict.fromkeys(_read_map(path, value), "")
    else:
        built_in: Mapping[str, Term] = getattr(vocabulary, value.upper(), {})
        added = _read_map(path, "vocab").get(value)
        found = {id: term.label("en") for id, term in built_in.items()}
        found |= dict.fromkeys(added, "") if isinstance(added, Map) else {}
    return [
        CompletionItem(id, help=found[id] or None)
        for id in sorted(found)
        if id.startswith(incomplete)
    ]


def _read_map(path: Path, key: str) -> Mapping[str, Any]:
    try:
        root = load_document(path).root
    except GraphError:
        return {}
    found = root.get(key) if isinstance(root, Map) else None
    return found if isinstance(found, Map) else {}


def _list_aliases(entry: Map) -> list[str]:
    aliases = entry.get("aliases")
    texts = [
        alias.get("text") if isinstance(alias, Map) else alias
        for alias in (aliases if isinstance(aliases, list) else ())
    ]
    return [text for text in texts if isinstance(text, str)]
