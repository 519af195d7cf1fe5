"""The data block: Python and the script name the same fields, and the page holds just these."""

import json
import re
from typing import Any, is_typeddict

import pytest
from page.conftest import render
from registries import kustland_in_full

from graph.page import block
from graph.page.bundle import SCRIPT

TYPES = {
    name: list(kind.__annotations__) for name, kind in vars(block).items() if is_typeddict(kind)
}


def read_typedefs() -> dict[str, list[str]]:
    """The types of `block.js`, each with its fields."""
    text = (SCRIPT / "model" / "block.js").read_text(encoding="utf-8")
    return {
        comment[1]: re.findall(r"@property \{.*?\} (\w+)", comment[2])
        for comment in re.finditer(r"@typedef \{object\} (\w+)(.*?)\*/", text, re.DOTALL)
    }


def read_block() -> Any:
    """The data block of a page."""
    page = render(kustland_in_full()).decode()
    found = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_both_sides_name_the_same_fields() -> None:
    """Each type has the same fields, in the same order, in Python and in the script."""
    assert read_typedefs() == TYPES


@pytest.mark.parametrize(
    ("kind", "usual", "find"),
    [
        ("PageBlock", "", lambda page: [page]),
        ("NodeBlock", "", lambda page: page["nodes"]),
        ("DataBlock", "", lambda page: [page["data"]]),
        ("UsualBlock", "", lambda page: [page["data"]["usual"]]),
        ("FilterBlock", "filter", lambda page: page["data"]["filters"]),
        ("GroupBlock", "group", lambda page: page["data"]["groups"]),
        ("RelationBlock", "told", lambda page: page["data"]["relations"]),
        ("SourceBlock", "source", lambda page: page["data"]["sources"]),
        ("OrganisationBlock", "organisation", lambda page: page["data"]["organisations"]),
        ("PartnershipBlock", "partnership", lambda page: page["data"]["partnerships"]),
        (
            "MemberBlock",
            "member",
            lambda page: [m for p in page["data"]["partnerships"] for m in p.get("members", [])],
        ),
        (
            "PartyBlock",
            "party",
            lambda page: [g for p in page["data"]["partnerships"] for g in p.get("groups", [])],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and value.endswith("Block") else "",
)
def test_the_page_holds_just_these(kind: str, usual: str, find: Any) -> None:
    """Every record of a page has the fields of its type, but for those that are as usual."""
    page = read_block()
    left_out = page["data"]["usual"].get(usual, {})

    records = find(page)
    assert records
    for record in records:
        assert sorted({**left_out, **record}) == sorted(TYPES[kind])
    assert set(left_out) <= set(TYPES[kind])
