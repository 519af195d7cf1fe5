"""What is known of a document -> the fields of its source, as they stand in the data file."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from graph.read.scalars import write_scalar


class Details(NamedTuple):
    """What a document is called, who published it, when, and where it is found."""

    title: str
    publisher: str = ""
    date: str = ""
    url: str = ""


def write_source(file: str, name: str, sha256: str, details: Details) -> Mapping[str, Any]:
    """
    Write the fields of a source; what is not known is left out.

    Args:
        file: The text that is cited, relative to the data file.
        name: The name of the original.
        sha256: Its hash.
        details: What it is called, and what else is known of it.
    """
    known = {key: value for key, value in details._asdict().items() if value}
    return {
        "file": write_scalar(file),
        "original": {
            "file": write_scalar(name),
            "sha256": sha256,
            **{key: write_scalar(value) for key, value in known.items()},
        },
    }
