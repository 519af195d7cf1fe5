"""The page of the library says what the source says."""

from dataclasses import dataclass, field

from documentation.docstrings import list_methods, summarise, write_docstring, write_signature


@dataclass(frozen=True)
class Box:
    """
    Something
    that holds.

    `width`, `height`: in pixels, 1 or more;
    never more than
    that.
    `label`: what stands on it.

        from boxes import Box

        box = Box(1, 2)

    Reference: Box 1976, p. 2.
    """

    width: int
    height: "int"
    label: str = "a, b"
    inside: list["Box"] = field(default_factory=list)

    @property
    def area(self) -> int:
        """How much it covers."""
        return self.width * self.height

    def grow(self, by: int = 1, *, wide: bool = False) -> "Box":
        """
        Make a larger one.

        Not this one.
        """
        raise NotImplementedError

    def _hide(self) -> None:
        """Not shown."""


def stack(
    box: Box, other: "Box | None" = None, /, *boxes: Box, tidy: bool = True, **rest: int
) -> "tuple[Box, ...]":
    """
    Put boxes together.

    Args:
        box: The first,
            at the bottom.
        other: The next.

    Returns:
        The boxes,
        in order.

    Raises:
        ValueError: They are too many.

    >>> stack(Box(1, 1))
    ()
    """
    return ()


def test_a_class() -> None:
    """Of a class the fields are shown with their defaults, and what can be asked of it."""
    assert write_signature(Box) == [
        "class Box",
        "    width: int",
        "    height: int",
        "    label: str = 'a, b'",
        "    inside: list['Box'] = field(default_factory=list)",
    ]
    assert list(list_methods(Box)) == [
        ("area", "How much it covers."),
        ("grow(by: int = 1, *, wide: bool = False) -> Box", "Make a larger one."),
    ]


def test_a_base_is_named() -> None:
    """What a class derives from is shown."""

    class CrateError(Box, Exception):
        """A larger one."""

    assert write_signature(CrateError) == ["class CrateError(Box, Exception)"]


def test_a_function() -> None:
    """A call shows every argument as it stands in the source, one a line where they are many."""
    assert write_signature(stack) == [
        "stack(",
        "    box: Box,",
        "    other: Box | None = None,",
        "    /,",
        "    *boxes: Box,",
        "    tidy: bool = True,",
        "    **rest: int,",
        ") -> tuple[Box, ...]",
    ]
    assert write_signature(summarise) == ["summarise(text: str) -> str"]


def test_the_docstring_of_a_class() -> None:
    """Fields become a list, code becomes code, and a paragraph stands on one line."""
    assert write_docstring(Box.__doc__ or "") == [
        "Something that holds.",
        "",
        "- `width`, `height`: in pixels, 1 or more; never more than that.",
        "- `label`: what stands on it.",
        "",
        "```python",
        "from boxes import Box",
        "",
        "box = Box(1, 2)",
        "```",
        "",
        "Reference: Box 1976, p. 2.",
    ]


def test_the_docstring_of_a_function() -> None:
    """What goes in, comes out and is raised become lists; an example stays as it is."""
    assert write_docstring(stack.__doc__ or "") == [
        "Put boxes together.",
        "",
        "Takes:",
        "",
        "- `box`: The first, at the bottom.",
        "- `other`: The next.",
        "",
        "Returns:",
        "",
        "The boxes, in order.",
        "",
        "Raises:",
        "",
        "- `ValueError`: They are too many.",
        "",
        "```pycon",
        ">>> stack(Box(1, 1))",
        "()",
        "```",
    ]


def test_parts_of_what_comes_back() -> None:
    """Where an answer has named parts, each is an item of a list."""
    assert write_docstring(
        "Do.\n\nReturns:\n    Nodes: ids,\n        sorted.\n    Each is new."
    ) == [
        "Do.",
        "",
        "Returns:",
        "",
        "- `Nodes`: ids, sorted.",
        "- Each is new.",
    ]
