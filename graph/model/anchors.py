"""How a passage is pointed at in its document: as a W3C selector, and as a text fragment."""

from typing import NamedTuple

from graph.model.records import Evidence

_DELIMITER = ":~:"


class Fragment(NamedTuple):
    """
    What a browser looks for: `start`, or the stretch from `start` to `end`.

    `before` and `after` are words right around it, for what stands there more than once.
    """

    start: str
    end: str = ""
    before: str = ""
    after: str = ""


def describe_selector(evidence: Evidence) -> dict[str, str]:
    """
    Describe the words of a passage as a `TextQuoteSelector`.

    Reference: Sanderson, Ciccarese and Young (2017), Web Annotation Data Model, W3C
    Recommendation, section 4.2.4.

    Returns:
        `type` and `exact`; `prefix` and `suffix` where the words around it are known.

    >>> describe_selector(Evidence(source="s", line=3, quote="Elaa doet mee", after=" in Zeist."))
    {'type': 'TextQuoteSelector', 'exact': 'Elaa doet mee', 'suffix': ' in Zeist.'}
    """
    around = {"prefix": evidence.before, "suffix": evidence.after}
    return {
        "type": "TextQuoteSelector",
        "exact": evidence.quote,
        **{name: words for name, words in around.items() if words},
    }


def link_fragment(address: str, fragment: Fragment) -> str:
    """
    Write the address at which a browser opens a page with some of its words marked.

    Reference: URL Fragment Text Directives, WICG draft, section 3.

    Args:
        address: Of the page; a fragment of its own stays.
        fragment: The words.

    >>> link_fragment("https://kust.example/a", Fragment("Zorg, op maat", before="de GGD-arts"))
    'https://kust.example/a#:~:text=de%20GGD%2Darts-,Zorg%2C%20op%20maat'
    """
    parts = [
        f"{_encode(fragment.before)}-" if fragment.before else "",
        _encode(fragment.start),
        _encode(fragment.end),
        f"-{_encode(fragment.after)}" if fragment.after else "",
    ]
    page = address.partition(_DELIMITER)[0]
    mark = "" if "#" in page else "#"
    return f"{page}{mark}{_DELIMITER}text={','.join(filter(None, parts))}"


def _encode(words: str) -> str:
    """Encode all that an address or a directive may give a meaning: also `-`, `,` and `&`."""
    from urllib.parse import quote  # only where there is a link: every question loads this module

    return quote(words, safe="", errors="replace").replace("-", "%2D")
