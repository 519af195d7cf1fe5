"""The examples of the data format are pieces of a file, word for word."""

from pathlib import Path

from documentation.blocks import Block
from documentation.examples import example_fills, list_examples

FILE = """\
# A comment.
schema: 1
title: Kust

organisations:
  a:
    name: A
    aliases:
      - B # everywhere
      - {text: c, in: s, lines: [3, 4]}

  d: {name: D}

vocab:
  regions:
    z: {nl: Z}
"""
BLOCK = Block("page.md", 1, "example file", "", (), "")


def test_pieces_of_a_file(tmp_path: Path) -> None:
    """There is a piece for what stands above the maps, for every map and for every entry."""
    path = tmp_path / "entities.yaml"
    path.write_text(FILE, encoding="utf-8")

    fills = example_fills(path)

    assert {key: list(fill(BLOCK)) for key, fill in fills.items()} == {
        "example file": ["```yaml", "schema: 1", "title: Kust", "```"],
        "example organisations": [
            "```yaml",
            "organisations:",
            "  a:",
            "    name: A",
            "    aliases:",
            "      - B # everywhere",
            "      - {text: c, in: s, lines: [3, 4]}",
            "",
            "  d: {name: D}",
            "```",
        ],
        "example organisations a": [
            "```yaml",
            "organisations:",
            "  a:",
            "    name: A",
            "    aliases:",
            "      - B # everywhere",
            "      - {text: c, in: s, lines: [3, 4]}",
            "```",
        ],
        "example organisations d": ["```yaml", "organisations:", "  d: {name: D}", "```"],
        "example vocab": ["```yaml", "vocab:", "  regions:", "    z: {nl: Z}", "```"],
        "example vocab regions": ["```yaml", "vocab:", "  regions:", "    z: {nl: Z}", "```"],
    }


def test_the_first_value_of_each_field(tmp_path: Path) -> None:
    """Of each field the first value is found, on one line."""
    path = tmp_path / "entities.yaml"
    path.write_text(FILE.replace("title: Kust", f"title: {'Kust ' * 20}"), encoding="utf-8")

    assert list_examples(path) == {
        ("file", "schema"): "1",
        ("file", "title"): f"{'Kust ' * 12}…",
        ("file", "organisations"): "{a: …}",
        ("organisation", "name"): "A",
        ("organisation", "aliases"): "[B, …]",
        ("alias", "text"): "c",
        ("alias", "in"): "s",
        ("alias", "lines"): "[3, 4]",
        ("file", "vocab"): "{regions: …}",
        ("vocab", "regions"): "{z: …}",
        ("region", "nl"): "Z",
    }
