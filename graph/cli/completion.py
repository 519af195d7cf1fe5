"""Completion in a shell: names of organisations, and the ids that filters take."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from click.shell_completion import BashComplete, CompletionItem, add_completion_class

from graph.model import vocabulary
from graph.model.errors import GraphError
from graph.model.names import simplify
from graph.model.records import Term
from graph.read.document import Map
from graph.read.load import load_document


class QuotingBashComplete(BashComplete):
    """Completion for bash, which puts a name with blanks on the line as it is: so quote it."""

    def format_completion(self, item: CompletionItem) -> str:
        """Write one completion, its blanks and signs behind backslashes."""
        quoted = "".join(c if c.isalnum() or c in "-_./" else f"\\{c}" for c in item.value)
        return f"{item.type},{quoted}"


add_completion_class(QuotingBashComplete, "bash")


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


def complete_words(path: Path, value: str, incomplete: str) -> list[CompletionItem]:
    """
    List the ids that a filter can take and that begin with what was typed, sorted.

    Args:
        path: The data file.
        value: A list of words (`regions`, `themes`, ...), or `sources`.
        incomplete: What was typed so far.
    """
    if value == "sources":
        found = dict.fromkeys(_read_map(path, "sources"), "")
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
