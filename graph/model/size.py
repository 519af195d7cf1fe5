"""How many parties a group is, in the form of the data file: `14`, or `350~` for about 350."""

import re

from graph.model.records import Size

SIZE = r"(?:[2-9]|[1-9][0-9]{1,8})~?"

_IS_SIZE = re.compile(SIZE).fullmatch


def read_size(text: str) -> Size:
    """
    Read a size.

    Raises:
        ValueError: The text is none.

    >>> read_size("350~")
    Size(number=350, approximate=True)
    """
    if not _IS_SIZE(text):
        raise ValueError(f"{text!r} is no size")
    return Size(number=int(text.rstrip("~")), approximate=text.endswith("~"))
