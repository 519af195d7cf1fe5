"""The files and names of the code that pages name in passing: are they still there?"""

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

from documentation.links import list_prose

_SPAN = re.compile(r"`([^`\s]+)`")
_PATH = re.compile(r"\w[\w-]*(?:/[\w.*-]+)*(?:/|\.(?:py|js|css|toml|md))")
_DOTTED = re.compile(r"graph(?:\.\w+)+")
_MADE = ("output/", "lib/", "collabgraph.toml")  # not there before a build, or of a reader


def check_names(pages: Mapping[Path, str], root: Path) -> Iterator[str]:
    """Say of every file and every dotted name in inline code that is not there where it stands."""
    for path, text in pages.items():
        for line, prose in list_prose(text):
            for span in _SPAN.findall(prose):
                where = f"{path.relative_to(root).as_posix()}:{line}"
                if _PATH.fullmatch(span) and not _is_file(span, path, root):
                    yield f"{where}: there is no {span!r}, name what is there now"
                if _DOTTED.fullmatch(span) and not _is_name(span):
                    yield f"{where}: there is no {span!r}, name what is there now"


def _is_file(span: str, page: Path, root: Path) -> bool:
    if span.startswith(_MADE):
        return True
    places = (root, page.parent, root / "graph", root / "docs" / "example")
    if any((place / span).exists() for place in places):
        return True
    return "/" not in span and any((root / "graph").rglob(span))


def _is_name(span: str) -> bool:
    steps = span.split(".")
    for count in range(len(steps), 0, -1):
        try:
            found: object = import_module(".".join(steps[:count]))
        except ModuleNotFoundError:
            continue
        for step in steps[count:]:
            if not hasattr(found, step):
                return False
            found = getattr(found, step)
        return True
    return False
