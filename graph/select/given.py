"""What a program gives a filter: right as it is, made right, or refused."""

from collections.abc import Iterable


def read_ids(name: str, value: object) -> tuple[str, ...]:
    """
    Read the ids that a filter is given: any number of them, or one as it is.

    Raises:
        TypeError: It is something else.

    >>> read_ids("regions", "almere"), read_ids("regions", ["almere", "kust"])
    (('almere',), ('almere', 'kust'))
    """
    ids = (value,) if isinstance(value, str) else value
    if isinstance(ids, Iterable):
        ids = tuple(ids)
        if all(isinstance(id, str) for id in ids):
            return ids
    raise TypeError(f"{name} takes ids, such as ('almere',), not {value!r}")


def check_kind(name: str, value: object, default: object) -> None:
    """
    Check that a filter is given one value of the kind of its default; text where that is None.

    Raises:
        TypeError: It is of another kind.
    """
    wanted = str if default is None else type(default)
    if value is not default and type(value) is not wanted:
        raise TypeError(f"{name} takes a value of type {wanted.__name__}, not {value!r}")
