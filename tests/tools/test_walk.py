"""A page that is walked through: files are there, commands print, sections are filled."""

import re

import pytest
from documentation.blocks import PageError
from documentation.walk import walk_page

PAGE = """\
# A page

```markdown notes.md
A line.
```

```console
$ collabgraph init here --language en
old words
$ cd here
$ collabgraph check
old words
```

```yaml vocab
  themes:
    walking: {nl: wandelen}
```

```console
$ collabgraph list partnerships --theme walking --format csv
```
"""


def test_what_a_page_says_is_done_in_its_order() -> None:
    """Output takes the place of what stood there; a paste counts for what comes after it."""
    walked = walk_page("p.md", PAGE)

    assert "old words" not in walked
    assert "```markdown notes.md\nA line.\n```" in walked
    assert "$ cd here\n$ collabgraph check\nentities.yaml: 0 problems, 0 warnings\n```" in walked
    assert "--theme walking --format csv\nid,name," in walked
    assert walk_page("p.md", walked) == walked


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("```console\n$ collabgraph check\n```", "p.md:1: '$ collabgraph check' fails"),
        (
            "```console\n$ collabgraph init\n```\n```yaml nonsense\n  a: b\n```",
            "p.md:4: entities.yaml has no section 'nonsense'",
        ),
    ],
)
def test_what_fails_says_where(block: str, message: str) -> None:
    """A command that fails and a section that is not there stop the page at their line."""
    with pytest.raises(PageError, match=re.escape(message)):
        walk_page("p.md", block)


def test_keys_are_pressed_on_a_terminal() -> None:
    """The letters behind the word; without any there is no terminal, and nobody to ask."""
    page = "```console\n$ collabgraph init . --language en\n$ collabgraph scan --propose\n```\n"
    asked = "\n```console {}\n$ collabgraph review --by Ada\n```\n"

    walked = walk_page("p.md", page + asked.format("q"))

    assert "accepted 0, rejected 0, unsure 0, skipped 0, taken back 0;" in walked
    with pytest.raises(PageError, match="review asks on a terminal"):
        walk_page("p.md", page + asked.format("").replace("console ", "console"))
