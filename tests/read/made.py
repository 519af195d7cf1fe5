"""Documents made by hand, for tests that read them."""

import io
from collections.abc import Sequence

import docx


def make_pdf(pages: Sequence[Sequence[str]], *, roman: int = 0, encrypted: bool = False) -> bytes:
    """
    Write a PDF with lines of text on its pages.

    Args:
        pages: The lines of each page.
        roman: How many pages at the beginning are numbered i, ii, …; the next one is 1 then.
        encrypted: Ask for a password that nobody knows.
    """
    numbers = f"[0 << /S /r >> {roman} << /S /D >>]"
    labels = f"/PageLabels << /Nums {numbers} >>" if roman else ""
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(len(pages)))
    bodies = [
        f"<< /Type /Catalog /Pages 2 0 R {labels} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for place, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj 0 -20 Td" for line in lines)
        stream = f"BT /F1 12 Tf 50 700 Td {shown} ET"
        bodies.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * place} 0 R >>"
        )
        bodies.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, starts = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        starts.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    lock = ""
    if encrypted:
        key = "00" * 32
        lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> "
        lock += "/ID [<00> <00>] "
    size = len(bodies) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}"
    out += f"trailer\n<< /Size {size} /Root 1 0 R {lock}>>\nstartxref\n{out.index('xref')}\n%%EOF\n"
    return out.encode("latin-1")


def make_docx(*paragraphs: str, heading: str = "", rows: Sequence[Sequence[str]] = ()) -> bytes:
    """Write a document of Word: a heading, paragraphs, and a table behind them."""
    document = docx.Document()
    if heading:
        document.add_heading(heading, 1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                table.cell(place, column).text = cell
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


HTML = """\
<!doctype html><html lang="nl"><head><title>Samen in Zilt | De Kustkrant</title>
<meta charset="utf-8"><meta property="og:site_name" content="De Kustkrant">
<meta property="article:published_time" content="2024-03-02">
<link rel="canonical" href="https://kustkrant.example/samen"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
<h1>Samen in Zilt</h1>
<p>In Zilt openden Huisartsengroep Zilt en Ziekenhuis De Vuurbaak één wondpoli, met geld van de
gemeente en na een lang gesprek over wie wat zou doen.</p>
<p>Thuiszorg Het Duin levert sinds januari de verpleegkundigen, en dat gaat volgens alle partijen
beter dan iemand vooraf had gedacht.</p>
</article><footer>Cookies en voorwaarden</footer></body></html>
"""
