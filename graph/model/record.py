"""
`record`: a frozen dataclass that is made in a fifth of the time.

`dataclass` compiles six methods for every class, and a question from cold loads two dozen classes
before it reads a line: a tenth of its time. Here one is compiled, `__init__`; the others are the
same in every class but for the names of the fields, and stand here once.
"""

import dataclasses
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["record"]

_WIDEST = 80
"""Characters of one field where a value is shown."""

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:

    def record(*, frozen, slots, kw_only=False):
        """
        Make a class of fields a frozen value: what `dataclass` makes with the same options.

        Args:
            frozen: True. It is written out, as `slots` is, because type checkers read it.
            slots: True.
            kw_only: Fields are given by name.

        Returns:
            A decorator. Two values are equal where their class and all their fields are. What
            the class defines itself stays; `__post_init__` is called at the end, as there.
        """

        def make(cls):
            options = {"slots": slots, "kw_only": kw_only}
            made = dataclasses.dataclass(**options, init=False, repr=False, eq=False)(cls)
            fields = dataclasses.fields(made)
            made._values = attrgetter(*(field.name for field in fields))
            checked = hasattr(cls, "__post_init__")
            made.__init__ = _compile_init(fields, kw_only=kw_only, checked=checked)
            for name, method in _SHARED.items():
                if name not in vars(cls):
                    setattr(made, name, method)
            return made

        return make


def _compile_init(
    fields: Sequence["dataclasses.Field[Any]"], *, kw_only: bool, checked: bool
) -> Any:
    names: dict[str, Any] = {"put": object.__setattr__, "MISSING": dataclasses.MISSING}
    taken, lines = ["self", "*"] if kw_only else ["self"], []
    for field in fields:
        name, default, value = field.name, f"_{field.name}", field.name
        if field.default_factory is not dataclasses.MISSING:
            names[default] = field.default_factory
            taken.append(f"{name}=MISSING")
            value = f"{default}() if {name} is MISSING else {name}"
        elif field.default is not dataclasses.MISSING:
            names[default] = field.default
            taken.append(f"{name}={default}")
        else:
            taken.append(name)
        lines.append(f" put(self, {name!r}, {value})")
    if checked:
        lines.append(" self.__post_init__()")
    exec("\n".join((f"def __init__({', '.join(taken)}):", *lines)), names)
    init = names["__init__"]
    init.__annotations__ = {field.name: field.type for field in fields} | {"return": None}
    return init


def _refuse(value: Any, name: str, _: object = None) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


def _equals(left: Any, right: Any) -> Any:
    same = type(left) is type(right)
    return left._values(left) == left._values(right) if same else NotImplemented


def _hash(value: Any) -> int:
    return hash(value._values(value))


def _format(value: Any) -> str:
    # In one line that can be read: without what is as usual, and no field longer than that.
    told = (
        (field.name, repr(item))
        for field in dataclasses.fields(value)
        if (item := getattr(value, field.name)) != _find_default(field)
    )
    fields = (
        f"{name}={text if len(text) <= _WIDEST else f'{text[:_WIDEST]}…'}" for name, text in told
    )
    return f"{type(value).__qualname__}({', '.join(fields)})"


def _find_default(field: "dataclasses.Field[Any]") -> Any:
    made = field.default_factory
    return field.default if made is dataclasses.MISSING else made()


def _pack(value: Any) -> tuple[list[str], list[Any]]:
    names = [field.name for field in dataclasses.fields(value)]
    return names, [getattr(value, name) for name in names]


def _unpack(value: Any, state: tuple[list[str], list[Any]]) -> None:
    for name, item in zip(*state, strict=True):
        object.__setattr__(value, name, item)


_SHARED: dict[str, Callable[..., Any]] = {
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__eq__": _equals,
    "__hash__": _hash,
    "__repr__": _format,
    "__getstate__": _pack,  # for pickle and copy, which would set fields
    "__setstate__": _unpack,
}
