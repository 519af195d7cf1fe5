"""A value that the page writes for the data file is written as Python writes it."""

from itertools import product

from conformance.drawn import draw_all
from hypothesis import strategies as st
from playwright.sync_api import Page

from graph.read.scalars import write_scalar

PARTS = ("", "a", "É", "9", "²", "_", " ", ":", "#", '"', "\\", "'", "-", "/", "?", "\t", "\u2028")
WORDS = ("null", "Null", "nul", "true", "2019-03/..", "2018~/2020", "2019", "'s-Graveland", "[a]")


def test_scalars(script: Page) -> None:
    """Quoted where YAML would read something else, and plain where a curator would write so."""
    texts = [
        *WORDS,
        *("".join(parts) for parts in product(PARTS, PARTS, PARTS)),
        *draw_all(st.text(st.characters(max_codepoint=0x24F), max_size=8)),
        *draw_all(st.text("ab:# \"'\\\n\x85\u2029\ufeff\uffff", max_size=8)),
    ]

    assert script.evaluate("(texts) => conformance.writeScalars(texts)", texts) == [
        write_scalar(text) for text in texts
    ]
