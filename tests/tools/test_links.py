"""Links of the documentation lead somewhere, and one that does not is named with its line."""

from pathlib import Path

from documentation.links import check_links, list_anchors, list_links

PAGE = """\
# Start

See [the end](#the-end), [the other](docs/other.md#deep-down), ![a picture](docs/page.png),
[the folder](docs/), [the web](https://example.org/x#y) and [![alt](docs/page.png)](docs/other.md).

```
[code](nowhere.md)
```

Also `[code](nowhere.md)`.

| cell |
| --- |
| [back](#start) |

## The end
"""


def write(root: Path, files: dict[str, str]) -> dict[Path, str]:
    """Write pages; each path with its text."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return {root / name: text for name, text in files.items() if name.endswith(".md")}


def test_links_that_lead_somewhere(tmp_path: Path) -> None:
    """Nothing is said of links to pages, headings, pictures, folders and the web."""
    pages = write(
        tmp_path,
        {"a.md": PAGE, "docs/other.md": "# Other\n\n## Deep down\n", "docs/page.png": ""},
    )

    assert list(check_links(pages, tmp_path)) == []


def test_links_that_lead_nowhere(tmp_path: Path) -> None:
    """Each link that leads nowhere is named with file, line and what is near."""
    pages = write(
        tmp_path,
        {
            "a.md": "# A\n\n[x](#b) [y](docs/othr.md)\n\n[z](docs/other.md#deep-dow)\n",
            "docs/other.md": "## Deep down\n\n[x](../../out.md) [y](a.md)\n\n[z]: b.md\n",
            "notes.txt": "",
            "b.md": "[x](notes.txt#line) [y](none/none.md)\n",
        },
    )

    assert list(check_links(pages, tmp_path)) == [
        "a.md:3: '#b' has no such heading",
        "a.md:3: 'docs/othr.md' is not there, did you mean 'other.md'?",
        "a.md:5: 'docs/other.md#deep-dow' has no such heading, did you mean 'deep-down'?",
        "docs/other.md:3: '../../out.md' leads out of the project",
        "docs/other.md:3: 'a.md' is not there",
        "docs/other.md:5: 'b.md' is not there",
        "b.md:1: 'notes.txt#line' has an anchor, and is no page",
        "b.md:1: 'none/none.md' is not there",
    ]


def test_links_inside_marked_blocks() -> None:
    """Links in a table that the program writes count, with their own line; its code does not."""
    text = "a\n<!-- fields file -->\n| [x](#y) |\n\n```\n[no](no)\n```\n<!-- end -->\n[z](#w)"

    assert list_links(text) == [(3, "#y"), (9, "#w")]


def test_anchors_are_those_of_the_web() -> None:
    """Anchors keep underscores, accents and hyphens, and lose signs; a repeated one is counted."""
    text = (
        "# Hoe de *vijf* artikelen\n## not_organisation\n### E-I, één\n## `a` & b\n"
        "## [Unreleased](x.md)\n## One\n```\n# not a heading\n```\n# One\n#no heading\n"
    )

    assert list_anchors(text) == [
        "hoe-de-vijf-artikelen",
        "not_organisation",
        "e-i-één",
        "a--b",
        "unreleased",
        "one",
        "one-1",
    ]
