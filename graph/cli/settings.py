"""What a project sets once: `collabgraph.toml`, or `[tool.collabgraph]` in `pyproject.toml`."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from graph.model.certainty import CERTAINTIES
from graph.model.errors import SettingsError, nearest, say_known, suggest
from graph.model.message import Message, Value
from graph.read.bytes import read_bytes
from graph.read.text import decode_text
from graph.select.filter import Filter
from graph.select.filters import FILTERS
from graph.words.store import LANGUAGES

OWN_FILE, SHARED_FILE = "collabgraph.toml", "pyproject.toml"
_SECTION = ("tool", "collabgraph")
_KEYS = ("data", "filters", "language", "output")
_FILTERS = {one.flag.removeprefix("--"): one for one in FILTERS}


class Settings(NamedTuple):
    """
    What a project sets.

    `place` is its file, None where there is none. `data` and `output` are named from the folder
    that the command runs in; `filters` are by the names of the fields of `Selection`.
    """

    place: Path | None = None
    data: str = ""
    output: str = ""
    language: str = ""
    filters: Mapping[str, Any] = {}

    def list_defaults(self, commands: Sequence[str]) -> dict[str, dict[str, Any]]:
        """List by command what an option is where neither the line nor the environment says so."""
        shared = {"data": self.data, "language": self.language, **self.filters}
        known = {name: value for name, value in shared.items() if value != ""}
        defaults = {name: dict(known) for name in commands if name != "init"}
        if self.output and "build" in defaults:
            defaults["build"]["output"] = self.output
        return defaults


def read_settings(folder: Path) -> Settings:
    """
    Read the settings that hold in a folder: of the nearest file in it or above it.

    Raises:
        SourceError: A file cannot be read.
        SettingsError: It is no TOML, or has keys or values that mean nothing.
    """
    for above in (folder, *folder.parents):
        for name in (OWN_FILE, SHARED_FILE):
            place = above / name
            if place.is_file() and (found := _read_file(place, folder)) is not None:
                return found
    return Settings()


def _read_file(place: Path, folder: Path) -> Settings | None:
    name = os.path.relpath(place, folder)
    text = decode_text(read_bytes(place, name), name)
    if place.name == SHARED_FILE and "collabgraph" not in text:
        return None  # most of them: nothing to parse
    import tomllib

    try:
        root: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError([Message("settings.toml", file=name, why=str(error))]) from None
    start = 0
    if place.name == SHARED_FILE:
        for key in _SECTION:
            root = root.get(key) if isinstance(root, dict) else None
        if root is None:
            return None
        start = max(0, text.find("collabgraph"))
    wrong = [
        Message(
            "settings.line", file=name, line=str(_find_line(text, start, problem.key)), said=said
        )
        for problem in _check(root)
        for said in [problem.said]
    ]
    if wrong:
        raise SettingsError(wrong)
    base = place.parent
    paths = {
        key: os.path.relpath(base / root[key], folder) for key in ("data", "output") if key in root
    }
    filters = {
        _FILTERS[key].name: _read_filter(_FILTERS[key], value)
        for key, value in root.get("filters", {}).items()
    }
    return Settings(place, language=root.get("language", ""), filters=filters, **paths)


class _Wrong(NamedTuple):
    key: str
    said: Message


def _check(root: Any) -> Iterator[_Wrong]:
    if not isinstance(root, dict):
        yield _Wrong(_SECTION[-1], _say_value(_SECTION[-1], Message("settings.table")))
        return
    for key, value in root.items():
        if key not in _KEYS:
            yield _Wrong(key, _say_unknown(key, _KEYS))
        elif key == "filters":
            yield from _check_filters(value)
        elif not isinstance(value, str) or not value:
            yield _Wrong(key, _say_value(key, Message("settings.text")))
        elif key == "language" and value not in LANGUAGES:
            yield _Wrong(
                key, _say_value(key, Message("settings.one_of", words=", ".join(LANGUAGES)))
            )


def _check_filters(filters: Any) -> Iterator[_Wrong]:
    if not isinstance(filters, dict):
        yield _Wrong("filters", _say_value("filters", Message("settings.table")))
        return
    for key, value in filters.items():
        one = _FILTERS.get(key)
        if one is None:
            yield _Wrong(key, _say_unknown(key, _FILTERS))
        elif one.takes_ids and not _is_texts(value):
            yield _Wrong(key, _say_value(key, Message("settings.texts")))
        elif one.value == "flag" and not isinstance(value, bool):
            yield _Wrong(key, _say_value(key, Message("settings.flag")))
        elif one.value == "number" and (type(value) is not int or value < 1):
            yield _Wrong(key, _say_value(key, Message("settings.number")))
        elif one.value == "period" and not isinstance(value, str):
            yield _Wrong(key, _say_value(key, Message("settings.text")))
        elif one.value == "certainty" and value not in CERTAINTIES:
            yield _Wrong(
                key, _say_value(key, Message("settings.one_of", words=", ".join(CERTAINTIES)))
            )


def _is_texts(value: Any) -> bool:
    texts = value if isinstance(value, list) else [value]
    return all(isinstance(text, str) for text in texts)


def _read_filter(one: Filter, value: Any) -> Any:
    return [value] if one.takes_ids and isinstance(value, str) else value


def _say_unknown(key: str, known: Sequence[str] | Mapping[str, Any]) -> Message:
    near = nearest(key, known)
    hint: Value = suggest(near) if near else say_known(known)
    return Message("settings.unknown", setting=repr(key), hint=hint)


def _say_value(key: str, kind: Message) -> Message:
    return Message("settings.value", setting=repr(key), kind=kind)


def _find_line(text: str, start: int, key: str) -> int:
    """Find the line on which a key stands behind some place, 1-based; else that of the place."""
    written = re.compile(rf"(?m)^[^#\n]*?(?<![\w-])[\"']?{re.escape(key)}[\"']?\s*[\]=.]")
    found = written.search(text, text.rfind("\n", 0, start) + 1)
    return text.count("\n", 0, found.end() if found else start) + 1
