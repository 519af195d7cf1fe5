"""Text -> one value as it is written in the data file."""

import json
import re

_PLAIN = re.compile(r"[^\W\d_](?:[^\x00-\x1f\x7f-\x9f:#\ud800-\udfff]|:(?=\S)|(?<=\S)#)*")
_NULLS = frozenset({"null", "Null", "NULL"})


def write_scalar(text: str) -> str:
    """
    Write text without quotes where it reads back as it is, else between double quotes.

    >>> write_scalar("Zorg & Co, 's-Graveland"), write_scalar("Zorg: samen"), write_scalar("2020")
    ("Zorg & Co, 's-Graveland", '"Zorg: samen"', '"2020"')
    """
    if _PLAIN.fullmatch(text) and text not in _NULLS and text == text.strip():
        return text
    return json.dumps(text, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()
