"""What comes in of any table: each row is a membership or told, and the file passes its check."""

from hypothesis import example, given
from hypothesis import strategies as st

from graph.intake.compose import compose_file
from graph.intake.plan import Usual
from graph.intake.take import take_tables
from graph.read.document import Document
from graph.read.tables.delimited import read_delimited
from graph.read.tables.table import RegisterTable, Row
from graph.read.yaml import parse_yaml
from graph.validate import check_document
from graph.words.speak import Speaker
from graph.write.entries import write_entries
from graph.write.rows import write_rows

HEADER = ("Deelnemer", "Regeling", "Provincie", "Periode", "Rol", "KvK")
LETTERS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6)
WORDS = st.one_of(LETTERS, st.sampled_from(["", "A", "a", "B", "GGD", "Groningen", "2016"]))
PERIODS = st.sampled_from(["", "2016", "1-2-2016", "42370", "31-31-2016", "ooit"])
ROWS = st.lists(
    st.tuples(WORDS, WORDS, WORDS, PERIODS, st.sampled_from(["", "trekker", "x"]), WORDS),
    min_size=1,
    max_size=8,
)


@given(rows=ROWS)
@example(rows=[("A", "B", "", "", "", ""), ("GGD", "B", "?", "", "", "")])
def test_each_row_is_a_membership_or_told(rows: list[tuple[str, ...]]) -> None:
    """None is lost, none counts twice, and what is written holds, whatever stands in the cells."""
    table = RegisterTable(
        "x.csv",
        HEADER,
        [Row("x.csv", n, tuple(c.strip() for c in row)) for n, row in enumerate(rows, 2)],
        "",
        {},
    )

    taken = take_tables({"x": table}, {}, Usual())

    cited = [
        passage["line"]
        for entry in taken.draft.partnerships.values()
        for member in entry["members"]
        for passage in member["evidence"]
    ]
    left_out = [one.line for one in taken.told if one.sort == "left_out"]
    assert sorted(cited + left_out) == list(range(2, len(rows) + 2))
    copied = read_delimited(write_rows(taken.tables["x"]), "x.csv", ",")
    sources = {"x": {"kind": "register", "file": "x.csv", "original": {"title": "X"}}}
    root = compose_file(taken.draft, taken.vocab, sources, "X", Speaker("nl"))
    parsed, problems = parse_yaml(write_entries(root), "x.yaml")
    document = Document("x.yaml", parsed, {}, problems=tuple(problems), registers={"x": copied})
    _, found = check_document(document)
    assert [one for one in found if one.severity == "error" or one.said.key == "name.no_row"] == []


@given(rows=ROWS)
def test_a_copy_keeps_every_row_on_its_line(rows: list[tuple[str, ...]]) -> None:
    """So that a number in the data file is that of the original; line breaks become blanks."""
    lines = [Row("x.csv", 3 * n + 2, ("-", *row)) for n, row in enumerate(rows)]
    table = RegisterTable("x.csv", ("Nr", *HEADER), lines, "", {})

    copied = read_delimited(write_rows(table), "x.csv", ",")

    assert [row.line for row in copied.rows] == [row.line for row in lines]
    assert [[" ".join(cell.split()) for cell in row.cells] for row in copied.rows] == [
        [" ".join(cell.split()) for cell in row.cells] for row in lines
    ]
