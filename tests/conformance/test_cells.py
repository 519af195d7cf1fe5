"""Cells that the page saves are as harmless as those of `collabgraph export --format csv`."""

import csv
from io import StringIO
from itertools import product

from conformance.drawn import draw_all
from hypothesis import strategies as st
from playwright.sync_api import Page

from graph.write.graphs.csv import make_inert

STARTS = ("", " ", "\t", "\n", "'", '"', "«", "\u200b", "\ufeff", " '")
SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "a", "1", ",", ";")


def test_formulas(script: Page) -> None:
    """What a spreadsheet could take for a formula is made inert by both, and nothing else is."""
    texts = [
        *("".join(parts) for parts in product(STARTS, SIGNS, ("", "1+1", 'a "b"', "één; twee"))),
        *draw_all(st.text(max_size=12).filter(lambda text: "\0" not in text)),
    ]

    cells = script.evaluate("(texts) => conformance.writeCells(texts)", texts)

    read = [next(csv.reader(StringIO(f"{cell},end\r\n", newline="")))[0] for cell in cells]
    assert read == [make_inert(text) for text in texts]


def test_values(script: Page) -> None:
    """Numbers stay numbers, what is not known is empty, and lists are joined."""
    cells = script.evaluate(
        "(values) => conformance.writeCells(values)", [-3, None, ["a", "b"], [], "a,b", 'say "x"']
    )

    assert cells == ["-3", "", '"a; b"', "", '"a,b"', '"say ""x"""']
