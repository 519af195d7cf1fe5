"""Values as the text of one format: what it cannot hold is replaced, and a warning says so."""

import re
from collections.abc import Callable, Iterable
from typing import Literal

from graph.model.message import Message
from graph.write.graphs.flat import Attribute, Value, Values

Form = Literal["xml", "table", "pajek", "linked"]

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped: NUL, most control characters, lone surrogates."""

_REPLACEMENT = "\ufffd"
_TWINS = {";": "\uff1b", "|": "\uff5c"}
"""The full-width form of each separator: looks the same to a reader, and separates nothing."""

_KEPT = 50_000
"""How many texts are kept: a register has millions, each of which comes once."""


class Cleaner:
    """
    Turns values into the text of one format, and collects warnings on what it had to replace.

    - A character that cannot stand in XML becomes U+FFFD. Tables go by the same rule: a program
      that reads one may stop at a NUL.
    - A separator inside an item of a list becomes its full-width form, so that one alias
      never becomes two.

    A text that returns on many edges (a quote on every tie of its partnership) is warned about
    once, at the first edge that has it.
    """

    def __init__(self, encode: Callable[[str], str], *, form: Form, separator: str) -> None:
        """
        Args:
            encode: How the format escapes a text.
            form: What it is text of, for the warnings.
            separator: What stands between the items of a list; a key of `_TWINS`.
        """
        self._encode = encode
        self._form = form
        self._separator = separator
        self._between = {"text": "", "list": separator, "lines": encode("\n")}
        self._known: dict[str, dict[str, str]] = {kind: {} for kind in self._between}
        self._warnings: dict[tuple[str, str, str], Message] = {}

    @property
    def warnings(self) -> tuple[Message, ...]:
        """Everything replaced so far, as `where: what`, in the order of writing."""
        return tuple(self._warnings.values())

    def fields(
        self, attributes: Iterable[Attribute], values: Values, place: str, id: str = ""
    ) -> list[tuple[str, str]]:
        """Names and texts of the attributes that have a value, in the order of `attributes`."""
        return [
            (attribute.name, self.text(attribute, values[attribute.name], place, id))
            for attribute in attributes
            if attribute.name in values
        ]

    def text(self, attribute: Attribute, value: Value, place: str, id: str = "") -> str:
        """
        Say one value as text of the format.

        Args:
            attribute: Which attribute, for its kind and for the warnings.
            value: Its value.
            place: `graph`, `node` or `edge`, for the warnings.
            id: Of the node or edge.
        """
        if not isinstance(value, (str, tuple)):
            return repr(value)
        known = self._known[attribute.kind]  # most texts return often: encode each once
        return self._between[attribute.kind].join(
            [
                known[part] if part in known else self._clean(part, attribute, place, id)
                for part in ((value,) if isinstance(value, str) else value)
            ]
        )

    def _clean(self, text: str, attribute: Attribute, place: str, id: str) -> str:
        clean = text
        owner = id if place == "node" else place
        separator = self._separator
        if attribute.kind == "list" and separator in text:
            clean = text.replace(separator, _TWINS[separator])
            if (text, owner, separator) not in self._warnings:
                self._warnings[text, owner, separator] = Message(
                    "export.separator",
                    where=_locate(attribute, place, id),
                    text=repr(text[:40]),
                    separator=repr(separator),
                    form=Message(f"medium.{self._form}"),
                    twin=repr(_TWINS[separator]),
                )
        if unfit := sorted(set(_NOT_XML.findall(text))):
            clean = _NOT_XML.sub(_REPLACEMENT, clean)
            if (text, owner, _REPLACEMENT) not in self._warnings:
                self._warnings[text, owner, _REPLACEMENT] = Message(
                    "export.unfit",
                    where=_locate(attribute, place, id),
                    points=", ".join(f"U+{ord(character):04X}" for character in unfit),
                    form=Message(f"medium.{self._form}"),
                )
        encoded = self._encode(clean)
        known = self._known[attribute.kind]
        if clean == text and len(known) < _KEPT:  # else the next node is to be warned about too
            known[text] = encoded
        return encoded


def _locate(attribute: Attribute, place: str, id: str) -> Message:
    thing = Message(f"place.{place}")
    if id:
        return Message("export.where_of", place=thing, id=repr(id), field=attribute.name)
    return Message("export.where", place=thing, field=attribute.name)
