"""Text -> one value as it is written in the data file."""

import json
import re

_CONTROL = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"  # to YAML, or to some reader of it
_PLAIN = re.compile(rf"[^\W\d_](?:[^{_CONTROL}:#\ud800-\udfff]|:(?=\S)|(?<=\S)#)*")
_PERIOD = re.compile(r"[0-9]{4}[0-9?~-]*/[0-9.?~-]*")  # no YAML takes what has a slash for a date
_UNWRITABLE = re.compile(f"[{_CONTROL}]")
_NULLS = frozenset({"null", "Null", "NULL"})


def write_scalar(text: str) -> str:
    """
    Write text without quotes where it reads back as it is, else between double quotes.

    >>> write_scalar("Zorg & Co, 's-Graveland"), write_scalar("Zorg: samen"), write_scalar("2020")
    ("Zorg & Co, 's-Graveland", '"Zorg: samen"', '"2020"')
    """
    plain = _PLAIN.fullmatch(text) or _PERIOD.fullmatch(text)
    if plain and text not in _NULLS and text == text.strip():
        return text
    return quote_scalar(text)


def quote_scalar(text: str) -> str:
    r"""
    Write text between double quotes: so it stands in brackets and braces too.

    >>> print(quote_scalar('a "b", [c]'))
    "a \"b\", [c]"
    """
    quoted = _UNWRITABLE.sub(_escape, json.dumps(text, ensure_ascii=False))
    return quoted.encode("utf-8", "backslashreplace").decode()


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
