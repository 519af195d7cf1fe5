"""Completion of organisation names in a shell."""

from pathlib import Path

from click.shell_completion import BashComplete, CompletionItem, add_completion_class

from graph.model.errors import GraphError
from graph.model.names import simplify
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
    try:
        root = load_document(path).root
    except GraphError:
        return []
    organisations = root.get("organisations") if isinstance(root, Map) else None
    begin = simplify(incomplete)
    found = {}
    for id, entry in organisations.items() if isinstance(organisations, Map) else ():
        name = entry.get("name") if isinstance(entry, Map) else None
        if not isinstance(name, str):
            continue
        forms = [id, name, *_list_aliases(entry)]
        if any(simplify(form).startswith(begin) for form in forms):
            found[name] = CompletionItem(name, help=id)
    return [found[name] for name in sorted(found)]


def _list_aliases(entry: Map) -> list[str]:
    aliases = entry.get("aliases")
    texts = [
        alias.get("text") if isinstance(alias, Map) else alias
        for alias in (aliases if isinstance(aliases, list) else ())
    ]
    return [text for text in texts if isinstance(text, str)]
