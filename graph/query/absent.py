"""A name that the data do not have: where the documents have it."""

from collections.abc import Mapping

from graph.model.records import Registry
from graph.query.card import FormUse, list_forms
from graph.read.digest import Digest
from graph.scan.mentions import WORD, Finder, Form


def find_uses(registry: Registry, digests: Mapping[str, Digest], name: str) -> tuple[FormUse, ...]:
    """
    Find where the documents have a name, in whole words and whatever the case.

    Args:
        registry: Checked data.
        digests: The digests by the name that their source gives them.
        name: What is looked for.
    """
    owner = name
    return list_forms(
        (
            mention
            for source in registry.sources.values()
            if source.file in digests
            for finder in [Finder([Form(name, owner, source=source.id)])]
            for passage in digests[source.file].passages
            for mention in finder.find(
                source.id, passage.text, passage, WORD.finditer(passage.text)
            )
        ),
        owner,
    )
