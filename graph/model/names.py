"""How two ways of writing a name are seen to be the same."""

import re
import unicodedata

_DROPPED = frozenset({"de", "het", "stichting"})


def squeeze(name: str) -> str:
    """
    Reduce a name to its letters and digits: spaces make no difference either.

    >>> squeeze("Zilveren Kruis") == squeeze("ZilverenKruis")
    True
    """
    return simplify(name).replace(" ", "")


def simplify(name: str) -> str:
    """
    Reduce a name to what people remember of it: no case, accents, signs, 'de/het/stichting'.

    >>> simplify("Stichting De Tussenvoorziening")
    'tussenvoorziening'
    >>> simplify("Patiëntenfederatie  GEMEENTE-Utrecht")
    'patientenfederatie gemeente utrecht'
    >>> simplify("De Stichting")
    'de stichting'
    """
    plain = name.casefold()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    words = re.findall(r"[^\W_]+", plain)
    return " ".join([word for word in words if word not in _DROPPED] or words) or plain.strip()
