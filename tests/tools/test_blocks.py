"""A page is filled block by block, and a broken block is an error and never a loss."""

import pytest
from documentation.blocks import Block, Fill, PageError, fill_page

MARKED: dict[str, Fill] = {
    "fields source": lambda _: ["| file |"],
    "fields original": lambda _: ["| title |", "| date |"],
    "words nothing": lambda _: [],
}


def shout(block: Block) -> list[str]:
    """Fill a code block with its own lines in capitals."""
    return [line.upper() for line in block.lines]


def fill(text: str) -> str:
    """Fill a page called `page.md`."""
    return fill_page("page.md", text, MARKED, {"console": shout})


def test_blocks_are_filled_and_text_stays() -> None:
    """Each block gets what belongs in it; every line between blocks stays as it is."""
    page = """\
# Page

<!-- fields source -->
| old |
<!-- end -->

By hand, with `<!-- end -->` in it.

<!-- fields original -->
| old |

| older |
<!-- end -->
```console
$ ls
```
```yaml
<!-- no mark in here -->
```
"""

    filled = fill(page)

    assert (
        filled
        == """\
# Page

<!-- fields source -->
| file |
<!-- end -->

By hand, with `<!-- end -->` in it.

<!-- fields original -->
| title |
| date |
<!-- end -->
```console
$ LS
```
```yaml
<!-- no mark in here -->
```
"""
    )


def test_a_block_may_hold_code() -> None:
    """What was filled with a code block is filled anew, whatever the code looks like."""
    page = "<!-- fields source -->\n```yaml\ntext\n<!-- end -->\n```\n<!-- end -->\nafter"

    assert fill(page) == "<!-- fields source -->\n| file |\n<!-- end -->\nafter"


def test_a_longer_fence_holds_a_shorter_one() -> None:
    """A code block ends at a fence as long as its own, with nothing behind it."""
    page = "````console\n```\na ```` b\n````` \nafter"

    assert fill(page) == "````console\n```\nA ```` B\n````` \nafter"


@pytest.mark.parametrize("text", ["", "\n", "no end of line", "# A\n\ntext\n"])
def test_a_page_without_blocks_stays(text: str) -> None:
    """A page without a block comes back as it was, to the last byte."""
    assert fill(text) == text


BROKEN = {
    "never closed": (
        "a\n<!-- fields source -->\n| old |\n",
        "page.md:2: <!-- fields source --> is never closed, end it with <!-- end -->",
    ),
    "closed by the end of the next": (
        "<!-- fields source -->\n\n<!-- fields original -->\n| old |\n<!-- end -->",
        "page.md:3: <!-- fields source --> of line 1 is still open, put <!-- end --> before this",
    ),
    "text by hand inside": (
        "<!-- fields source -->\n| old |\n\nBy hand.\n<!-- end -->",
        "page.md:4: text by hand inside <!-- fields source --> of line 1, "
        "which make docs would lose, put <!-- end --> before it",
    ),
    "closed twice": (
        "<!-- fields source -->\n| old |\n<!-- end -->\n<!-- end -->",
        "page.md:4: <!-- end --> closes nothing, take it out or open a block first",
    ),
    "empty": (
        "<!-- fields source -->\n<!-- end -->",
        "page.md:1: <!-- fields source --> is empty, "
        "write | | on a line between its marks and run make docs",
    ),
    "blank": (
        "<!-- fields source -->\n\n  \n<!-- end -->",
        "page.md:1: <!-- fields source --> is empty, "
        "write | | on a line between its marks and run make docs",
    ),
    "unknown": (
        "<!-- fields sorce -->\n| old |\n<!-- end -->",
        "page.md:1: no block is called 'fields sorce', did you mean 'fields source'?",
    ),
    "unknown, nothing near": (
        "<!-- zzz -->\n| old |\n<!-- end -->",
        "page.md:1: no block is called 'zzz', "
        "known are: fields source, fields original, words nothing",
    ),
    "twice": (
        "<!-- fields source -->\n| a |\n<!-- end -->\n<!-- fields source -->\n| a |\n<!-- end -->",
        "page.md:4: <!-- fields source --> stands on line 1 already",
    ),
    "nothing to put in": (
        "<!-- words nothing -->\n| old |\n<!-- end -->",
        "page.md:1: there is nothing to put in <!-- words nothing -->, take the block out",
    ),
    "not alone on its line": (
        "text\nSee <!-- fields source -->\n| old |\n<!-- end -->",
        "page.md:2: 'See <!-- fields source -->' is no mark, "
        "a mark stands alone on its line, like <!-- fields source -->",
    ),
    "indented": (
        "  <!-- fields source -->\n| old |\n<!-- end -->",
        "page.md:1: '<!-- fields source -->' is no mark, "
        "a mark stands alone on its line, like <!-- fields source -->",
    ),
    "code never closed": (
        "a\n```console\n$ ls\n\n## More\n",
        "page.md:2: this code block is never closed, end it with ```",
    ),
    "code in a block never closed": (
        "<!-- fields source -->\n```yaml\n| old |\n<!-- end -->\nafter",
        "page.md:2: this code block is never closed, end it with ```",
    ),
}


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_block_is_an_error(text: str, message: str) -> None:
    """Whatever is wrong with a block is said with file, line and likely fix."""
    with pytest.raises(PageError) as caught:
        fill(text)

    assert str(caught.value) == message
