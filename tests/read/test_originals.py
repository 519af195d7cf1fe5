"""Documents of other kinds: their text with pages, and one clear sentence where there is none."""

import sys

import pytest
from read.made import HTML, make_docx, make_pdf

from graph.model.errors import SourceError
from graph.read.originals import Part, docx, read_original


def refuse(data: bytes, name: str) -> str:
    """What is said of a document that cannot be read."""
    with pytest.raises(SourceError) as caught:
        read_original(data, name)
    return str(caught.value)


def test_text_is_its_own_text() -> None:
    """Nothing is made of it; its first heading is its title."""
    read = read_original("Voor\n\n# Samen één poli #\n\n# Kop\n".encode(), "a.md")

    assert (read.parts, read.title) == ((), "Samen één poli")
    assert read_original(b"zonder kop", "a.TXT").title == ""


def test_a_pdf_keeps_its_pages() -> None:
    """Each page has its number, its lines, and the number printed on it where that is another."""
    data = make_pdf([["Voorwoord"], ["Samen in Zilt", "met  twee regels"], []], roman=1)

    assert read_original(data, "a.pdf").parts == (
        Part(("Voorwoord",), 1, "i"),
        Part(("Samen in Zilt", "met twee regels"), 2, "1"),
        Part((), 3, "2"),
    )
    assert read_original(make_pdf([["Een"]]), "a.pdf").parts == (Part(("Een",), 1, ""),)


def test_a_document_of_word_keeps_its_order() -> None:
    """Headings, paragraphs and rows, each a line; what is empty is left out."""
    rows = [["naam", "rol"], ["Elaa", "begeleider"]]
    data = make_docx("Eerste  alinea.", "", "Tweede.", heading="Kop", rows=rows)

    (part,) = read_original(data, "a.docx").parts

    assert part == Part(("# Kop", "Eerste alinea.", "Tweede.", "naam | rol", "Elaa | begeleider"))


def test_a_page_of_the_web_is_its_article() -> None:
    """Menus and footers are left out; what the page says of itself is kept."""
    read = read_original(HTML.encode(), "a.html")
    text = "\n".join(read.parts[0].lines)

    assert "Thuiszorg Het Duin levert sinds januari" in text
    assert "Sport" not in text
    assert "Cookies" not in text
    assert (read.title, read.publisher, read.date) == (
        "Samen in Zilt",
        "De Kustkrant",
        "2024-03-02",
    )
    assert read.url == "https://kustkrant.example/samen"


def test_a_page_in_another_encoding_is_read_as_it_says() -> None:
    """A page may say that it is in Latin-1; one that says nothing has to be UTF-8."""
    page = HTML.replace('charset="utf-8"', 'charset="iso-8859-1"').encode("latin-1")

    assert "één wondpoli" in "\n".join(read_original(page, "a.html").parts[0].lines)
    silent = page.replace(b'charset="iso-8859-1"', b"")
    assert refuse(silent, "a.html") == "a.html:7: not UTF-8, save the file as UTF-8"


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.md", "a.md: empty"),
        (b"  \n", "a.pdf", "a.pdf: empty"),
        ("één".encode("latin-1"), "a.txt", "a.txt:1: not UTF-8, save the file as UTF-8"),
        (b"a\0b", "a.md", "a.md: this is no text"),
        (make_pdf([[], []]), "a.pdf", "a.pdf: it holds images alone, run text recognition"),
        (make_pdf([["a"]], encrypted=True), "a.pdf", "a.pdf: protected by a password"),
        (b"%PDF-1.4 kapot", "a.pdf", "a.pdf: damaged, or of another kind"),
        (b"tekst", "a.pdf", "a.pdf: damaged, or of another kind"),
        (b"tekst", "a.docx", "a.docx: damaged, or of another kind"),
        (b"PK\x05\x06" + bytes(18), "a.docx", "a.docx: damaged, or of another kind"),
        (b"\xd0\xcf\x11\xe0" + bytes(99), "a.docx", "a.docx: protected by a password"),
        (make_docx(), "a.docx", "a.docx: there is no text in it"),
        (b"<html><body></body></html>", "a.html", "a.html: there is no text in it"),
        (b"a", "a.odt", "a.odt: such a file cannot be read, use one of .md, .markdown, .txt"),
        (b"a", "a", "a: such a file cannot be read"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, name: str, said: str) -> None:
    """Empty, another encoding, no text, images, a password, damage, another kind."""
    found = refuse(data, name)

    assert found.startswith(said)
    assert "\n" not in found


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """How large a document of Word becomes is known before it is unpacked."""
    monkeypatch.setattr(docx, "_MOST", 1_000)

    assert refuse(make_docx("Tekst"), "a.docx").endswith("MB, which no ordinary document is")


@pytest.mark.parametrize(
    ("module", "data", "name"),
    [
        ("trafilatura", HTML.encode(), "a.html"),
        ("pypdfium2", b"%PDF", "a.pdf"),
        ("docx", b"PK", "a.docx"),
    ],
)
def test_what_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, module: str, data: bytes, name: str
) -> None:
    """Without the library the message says how to install it."""
    monkeypatch.setitem(sys.modules, module, None)

    assert refuse(data, name).endswith(f"pip install 'collabgraph[{name.removeprefix('a.')}]'")
