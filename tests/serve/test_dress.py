"""The served copy of the page: what is put into it, and that nothing else changes."""

import re

import pytest
from registries import kustland

from graph.network.networkx import build_bipartite, project_network
from graph.page.build import render_page
from graph.serve.dress import dress_page
from graph.words.speak import Speaker

ENGLISH = Speaker("en")


@pytest.fixture(scope="module")
def page() -> str:
    """The page as it stands in the file."""
    bipartite = build_bipartite(kustland())
    return render_page(bipartite, project_network(bipartite))


def undress(served: str) -> str:
    """Take out what the served copy has: a script, a style sheet, a notice."""
    served = re.sub(r'<script data-version="[^"]*">.*?</script>', "", served, count=1, flags=re.S)
    served = re.sub(r"<aside id=\"served\".*?</aside>", "", served, count=1, flags=re.S)
    return re.sub(r"<style>#served.*?</style>", "", served, count=1, flags=re.S)


def read_policy(page: str) -> dict[str, str]:
    """The rules of a policy, by name."""
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert found
    text = found[1].replace("&#39;", "'").replace("&#x27;", "'")
    return dict(rule.split(" ", 1) for rule in text.split("; "))


def test_nothing_else_changes(page: str) -> None:
    """Without its script, style and notice the copy is the page, but for its policy."""
    served = dress_page(
        page.encode(), ["a.yaml:3: error"], ["w"], version="v", speaker=ENGLISH
    ).decode()
    policy = re.compile(r'(Content-Security-Policy" content=")[^"]*')

    assert policy.sub(r"\1", undress(served)) == policy.sub(r"\1", page)


def test_the_policy_allows_two_texts_more_and_this_server(page: str) -> None:
    """What the page may do besides stays as strict as it was."""
    before = read_policy(page)
    after = read_policy(dress_page(page.encode(), [], [], version="v", speaker=ENGLISH).decode())

    assert after.pop("connect-src") == "'self'"
    assert before.pop("connect-src") == "'none'"
    for name, count in (("script-src", 3), ("style-src", 2)):
        sources, earlier = after.pop(name).split(), before.pop(name).split()
        assert sources[: len(earlier)] == earlier
        assert len(sources) == len(earlier) + 1 == count
        assert re.fullmatch(r"'sha256-[A-Za-z0-9+/=]+'", sources[-1])
    assert after == before


def test_problems_are_text(page: str) -> None:
    """What the data say is shown, and never read as markup."""
    line = "entities.yaml:3: error: '<img src=x onerror=alert(1)>' & more"
    served = dress_page(page.encode(), [line], [], version='"><script>', speaker=ENGLISH).decode()

    assert "<img src=x" not in served
    assert "entities.yaml:3: error: &#39;&lt;img src=x onerror=alert(1)&gt;&#39; &amp;" in served
    assert 'data-version="&#34;&gt;&lt;script&gt;"' in served


NOTICES = {
    "errors, with a page": ((2, 1), True, "2 problems to mend; below stands the page as it was"),
    "an error, without": ((1, 0), False, "1 problem to mend before there is a page"),
    "warnings alone": ((0, 3), True, "<summary>3 warnings</summary>"),
}


@pytest.mark.parametrize(("numbers", "shown", "said"), NOTICES.values(), ids=list(NOTICES))
def test_the_notice_says_how_many(
    page: str, numbers: tuple[int, int], shown: bool, said: str
) -> None:
    """Problems are open to be read; warnings open when they are asked for."""
    errors, warnings = (["x"] * number for number in numbers)
    before = page.encode() if shown else None

    assert said in dress_page(before, errors, warnings, version="v", speaker=ENGLISH).decode()


def test_without_anything_wrong_there_is_no_notice(page: str) -> None:
    """The page looks as it does in the file."""
    served = dress_page(page.encode(), [], [], version="v", speaker=ENGLISH)

    assert b"<aside" not in served
