"""A name -> an id: small letters, digits and single hyphens."""

import re
import unicodedata


def make_id(name: str) -> str:
    """
    Make the id that is nearest to a name; empty where no letter of it can stand in an id.

    >>> make_id("Gemeente Súdwest-Fryslân")
    'gemeente-sudwest-fryslan'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
