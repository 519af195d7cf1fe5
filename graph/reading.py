"""From a data file to checked data: all of them, or of a large register what a question needs."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from graph.cache import is_large
from graph.model.collector import collector_paused
from graph.model.records import Registry
from graph.network.incidence import Incidence
from graph.registers import Question, is_large_register
from graph.select.around import Around, keep_around
from graph.select.filters import EVERYTHING, Selection, list_given

if TYPE_CHECKING:
    from graph.read.digest import Digest

Progress = Callable[[str], None]
"""Called with the name of each step before it begins."""


def read_registry(path: str | Path, *, strict: bool = False, cache: bool = False) -> Registry:
    """
    Load and validate a data file: all that a question needs that asks for no graph.

    Args:
        path: The data file.
        strict: Warnings are fatal too; nothing is taken from the cache then.
        cache: Take a large file from the cache where no byte of it has changed, else keep it
            there. The records of such a registry are made when they are asked for.

    Returns:
        Organisations, partnerships and documents by id, as the file holds them.

    Raises:
        SourceError: The file cannot be read.
        DataError: The file breaks rules; with `strict`, also what is only a warning.
    """
    registry, _ = read_with_digests(path, strict=strict, cache=cache)
    return registry


@collector_paused()
def read_with_digests(
    path: str | Path,
    *,
    strict: bool = False,
    tell: Progress = lambda step: None,
    cache: bool = False,
) -> "tuple[Registry, Mapping[str, Digest]]":
    """
    Read a registry as `read_registry` does: for a question that also asks where a name stands.

    Args:
        path: The data file.
        strict: As in `read_registry`.
        tell: Called with the name of each step before it begins.
        cache: As in `read_registry`.

    Returns:
        The registry, and its digests by the names that the data file gives them.
    """
    tell("read")
    if cache and not strict and is_large(path):
        from graph.cache.reading import read_by_cache

        return read_by_cache(path, tell=tell)
    from graph.read.load import load_document
    from graph.validate import validate_document

    document = load_document(path)
    tell("check")
    return validate_document(document, strict=strict), document.digests


def read_counted(path: str | Path, *, cache: bool = False) -> Registry:
    """
    Read a data file for what counts and lists: of a large register without the words of its rows.

    Args:
        path: The data file.
        cache: As in `read_registry`.

    Returns:
        A registry of which every count, list of entries and measure is the same as of everything;
        of a large register without aliases, identifiers, attributes and the cells of rows.

    Raises:
        SourceError: The file cannot be read.
        DataError: The file breaks rules.
    """
    if is_large_register(path):
        from graph.registers.asked import read_everything_lean

        with collector_paused():
            registry = read_everything_lean(str(path))
        if registry is not None:
            return registry
    return read_registry(path, cache=cache)


_OF_EACH = {"regions", "themes", "kinds", "types", "roles", "without_roles"}
_OF_EACH |= {"period", "undated", "sources", "certainty"}
_OF_EACH |= {"without_organisations", "without_sources"}
"""The filters that look at one partnership or one membership: a part needs no more for them."""


def read_asked(
    path: str | Path,
    question: Question,
    selection: Selection = EVERYTHING,
    *,
    cache: bool = False,
) -> "tuple[Incidence, Mapping[str, Digest]]":
    """
    Read what a question needs: of a large register the part about whom is asked, else everything.

    Args:
        path: The data file.
        question: What is asked, and of whom.
        selection: What will be selected of it; it is not selected here.
        cache: As in `read_registry`.

    Returns:
        Who takes part in what, as far as the question goes, and the digests. The answer is the
        same from a part and from everything.

    Raises:
        SourceError: The file cannot be read.
        DataError: The file breaks rules.
    """
    given = {one.name for one in list_given(selection)}
    fits = given <= _OF_EACH and (not given or question.kind in ("near", "shared"))
    if fits and is_large_register(path):
        from graph.registers.asked import answer_from_part

        part = answer_from_part(str(path), question)
        if part is not None:
            return part, {}
    registry, digests = read_with_digests(path, cache=cache)
    return Incidence(registry), digests


def read_around(path: str | Path, around: Around, *, cache: bool = False) -> Registry:
    """
    Read the part of a data file around some organisations; of a large register that alone.

    Args:
        path: The data file.
        around: Which organisations, and how many steps.
        cache: As in `read_registry`.

    Raises:
        SourceError: The file cannot be read.
        DataError: The file breaks rules.
        UnknownIdError: A name fits nothing.
    """
    from graph.query.names import find_organisation

    question = Question("near", around.names, around.steps)
    incidence, _ = read_asked(path, question, cache=cache)
    registry = incidence.registry
    ids = [find_organisation(registry, name).id for name in around.names]
    return keep_around(registry, ids, around.steps)
