"""Numbers in registers: whether one can be of its scheme."""

import re
from collections.abc import Callable, Mapping

_IS_LEI = re.compile("[A-Z0-9]{18}[0-9]{2}").fullmatch


def is_lei(text: str) -> bool:
    """
    Tell whether a text is the identifier of a legal entity: 20 characters with a right check.

    Reference: ISO 17442; the check is that of ISO 7064, mod 97-10.

    >>> is_lei("5493001KJTIIGC8Y1R12"), is_lei("5493001KJTIIGC8Y1R13")
    (True, False)
    """
    return bool(_IS_LEI(text)) and int("".join(str(int(one, 36)) for one in text)) % 97 == 1


CHECKS: Mapping[str, Callable[[str], bool]] = {"lei": is_lei}
"""By scheme what tells whether the check digits of a number are right."""
