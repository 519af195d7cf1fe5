"""Names of things -> names of files that every system takes, each its own."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

DEVICES = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{name}{n}" for name in ("com", "lpt") for n in range(10)
}
"""Names that no file can have on Windows, whatever follows their first dot."""

_UNFIT = re.compile(r'[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff<>:"/\\|?*#^\[\]]+')
"""What some system does not take, and what ends a link of a wiki."""

_MOST = 120
"""Bytes of a name; with a folder before it and an ending behind it stays below every limit."""


def name_files(names: Mapping[str, str]) -> Mapping[str, str]:
    """
    Name a file after each of several things, so that no two are the same to any system.

    Args:
        names: Id -> name, the ids in the order in which files are named.

    Returns:
        Id -> name of the file, without an ending. What would be the same but for case, accents
        written apart or signs left out has its id behind it.

    >>> name_files({"ggd": "GGD", "b": "Bed/Bad: Één", "c": "ggd"})
    {'ggd': 'GGD (ggd)', 'b': 'Bed Bad Één', 'c': 'ggd (c)'}
    """
    tame = {id: _tame(name) or id for id, name in names.items()}
    counts = Counter(map(_fold, tame.values()))
    taken: set[str] = set()
    found = {}
    for id, name in tame.items():
        number = 1 if counts[_fold(name)] == 1 else 2
        while _fold(file := _attach(name, id, number)) in taken:
            number += 1
        taken.add(_fold(file))
        found[id] = file
    return found


def _tame(name: str) -> str:
    plain = _UNFIT.sub(" ", unicodedata.normalize("NFC", name))
    plain = _cut(" ".join(plain.split()).strip(" ."), _MOST)
    return f"_{plain}" if plain.partition(".")[0].strip().lower() in DEVICES else plain


def _attach(name: str, id: str, number: int) -> str:
    if number == 1:
        return _cut(name, _MOST)
    mark = id if len(id) <= _MOST // 2 else hashlib.sha256(id.encode()).hexdigest()[:12]
    end = f" ({mark})" if number == 2 else f" ({mark}, {number})"
    return f"{_cut(name, _MOST - len(end))}{end}"


def _cut(name: str, most: int) -> str:
    return name.encode()[:most].decode("utf-8", "ignore").rstrip(" .")


def _fold(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
