"""Words without a capital between two with one: do they make one name of both?"""

from typing import NamedTuple

from graph.scan.lexicon import GIVEN, LINKS, PARTICLES, PLACE_ENDS, PLACE_LINKS
from graph.scan.tokens import Token, is_domain, is_head

_INNER = LINKS | {"op", "in", "aan", "een", "je", "uit", "naar", "bij", "onze", "ons", "your"}
_AT = frozenset({"aan de", "aan het", "aan den", "op de", "op het", "in de", "bij de"})
_PLURAL_LINKS = frozenset({"met", "voor", "zonder", "van", "van de", "voor de"})
_ALWAYS = frozenset({"des", "der", "den", "aan den", "op den", "for"})
_LOOSE_ENDS = frozenset({"de", "het", "den", "over", "rond"})
_ENGLISH = frozenset(
    {"school", "department", "institute", "college", "board", "council", "faculty"}
    | {"ministry", "university"}
)


class Gap(NamedTuple):
    """The words between two parts of a name: the first and the last before it, the next behind."""

    links: tuple[str, ...]
    first: Token
    last: Token
    next: Token

    @property
    def said(self) -> str:
        return " ".join(self.links)

    @property
    def is_second(self) -> bool:
        """Whether only one word stands before it."""
        return self.first == self.last


def joins(gap: Gap, *, loose: bool) -> bool:
    """
    Tell whether the words of a gap belong to a name.

    Args:
        gap: The words, and what stands around them.
        loose: Whether any word that links will do, as in the name of a project.
    """
    if gap.said in ("en", "and"):
        alone = gap.is_second and gap.first.opens != 2  # 'Zorg' alone would be no name
        return is_domain(gap.last.text) and (alone or is_domain(gap.next.text))
    if "of" in gap.links:  # in Dutch it is 'or'
        return gap.last.lower in _ENGLISH
    if loose and all(link in _INNER for link in gap.links):
        return True
    return gap.said in _ALWAYS or any(rule(gap) for rule in _RULES)


def _ends_place(gap: Gap) -> bool:
    return gap.said in PLACE_LINKS and gap.next.lower in PLACE_ENDS  # 'Bergen op Zoom'


def _is_family(gap: Gap) -> bool:
    if not all(link in PARTICLES for link in gap.links):
        return False
    if gap.last.lower in GIVEN:
        return True
    opening = gap.is_second and gap.first.lower in ("van", "ter", "ten", "op")  # 'Van der Valk'
    return opening and (gap.first.opens == 0 or gap.links[0] in ("der", "den"))


def _is_of_kind(gap: Gap) -> bool:
    return gap.links in (("van",), ("voor",)) and is_head(gap.first.text)  # 'ROC Kop van Noord'


def _is_article(gap: Gap) -> bool:
    named = not (gap.next.is_acronym or is_head(gap.next.text))
    return named and gap.links == ("de",) and gap.first.opens != 2  # 'Contour de Twern'


def _is_of_many(gap: Gap) -> bool:
    plural = gap.is_second and gap.first.lower.endswith(("s", "en"))  # 'Moeders voor Moeders'
    return plural and gap.said in _PLURAL_LINKS and (gap.first.opens != 2 or gap.links[0] != "van")


def _is_at(gap: Gap) -> bool:
    return gap.said in _AT and is_head(gap.last.text)  # 'Zorgcentrum aan de Vaart'


def _follows_kind(gap: Gap) -> bool:
    if not (is_head(gap.last.text) or is_domain(gap.last.text)):
        return False
    return all(link in LINKS for link in gap.links) and gap.links[0] not in _LOOSE_ENDS


_RULES = (_ends_place, _is_family, _is_of_kind, _is_article, _is_of_many, _is_at, _follows_kind)
