"""A document of another kind -> its text in parts that keep their page; one module a kind."""

from graph.read.originals.original import Original, Part
from graph.read.originals.reading import KINDS, read_original

__all__ = ["KINDS", "Original", "Part", "read_original"]
