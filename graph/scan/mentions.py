"""Names found in the digests: which organisation stands where, and which names nobody judged."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from graph.model.records import Evidence, Organisation, Registry
from graph.read.digest import Digest, Passage, normalise

WORD = re.compile(r"\w+")
"""What a text is cut into before names are looked for in it."""

_SENTENCE_ENDS = frozenset(".?!:;…")
_OPENERS = " \"'“”„(«*_-–—[#>"


class Form(NamedTuple):
    """
    One way of writing a name: whose it is, and where it holds.

    `owner` is the id of an organisation or of an entry of `not_organisations`.
    `alias` is its position among the aliases, -1 for the name itself.
    """

    text: str
    owner: str
    alias: int = -1
    source: str | None = None
    lines: tuple[int, ...] = ()

    def holds(self, source: str, lines: Iterable[int]) -> bool:
        """Tell whether the form may be used on these lines of this source."""
        if self.source is not None and self.source != source:
            return False
        return not self.lines or not set(self.lines).isdisjoint(lines)

    def narrow(self, lines: Iterable[int]) -> tuple[int, ...]:
        """Keep of the lines of a passage those on which the form may be used."""
        return tuple(line for line in lines if not self.lines or line in self.lines)


class Mention(NamedTuple):
    """A stretch of a passage that is a name; `forms` are two or more where claims are equal."""

    source: str
    passage: Passage
    start: int
    end: int
    forms: tuple[Form, ...]


class Finder:
    """
    Finds forms in text: whole words, the longest form first.

    The first word of a form says where to look and how far, and what stands there is looked
    up whole: so the work grows with the text and not with the number of names, also where a
    thousand names begin with the same word.
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        self._spans: dict[str, set[tuple[int, int]]] = {}  # by first word: before it, in all
        self._by_text: dict[str, list[tuple[str, Form]]] = {}  # without case
        self._wordless: list[tuple[str, Form]] = []
        for form in forms:
            text = normalise(form.text)
            word = WORD.search(text)
            if word:
                span = (word.start(), len(text))
                self._spans.setdefault(word[0].casefold(), set()).add(span)
                self._by_text.setdefault(text.casefold(), []).append((text, form))
            elif text:
                self._wordless.append((text, form))

    def find(
        self, source: str, text: str, passage: Passage, words: Iterable[re.Match[str]]
    ) -> list[Mention]:
        """Find the forms that hold in a text, in order, without overlap."""
        claims: dict[tuple[int, int], list[Form]] = {}
        for start, end, form in self.claims(source, text, words):
            if form.holds(source, passage.lines_of(start, end)):
                claims.setdefault((start, end), []).append(form)
        if len(claims) > 1:
            claims = dict(_drop_overlaps(claims))
        return [
            Mention(source, passage, start, end, tuple(forms))
            for (start, end), forms in sorted(claims.items())
        ]

    def claims(
        self, source: str, text: str, words: Iterable[re.Match[str]]
    ) -> Iterator[tuple[int, int, Form]]:
        """Find every form in a text with where it begins and ends, those that overlap too."""
        for word in words:
            for before, length in self._spans.get(word[0].casefold(), ()):
                start = word.start() - before
                end = start + length
                if start < 0 or end > len(text):
                    continue
                found = text[start:end]
                for form_text, form in self._by_text.get(found.casefold(), ()):
                    if (found == form_text or form.source == source) and _whole(text, end):
                        yield start, end, form
        for form_text, form in self._wordless:
            start = text.find(form_text)
            while start >= 0:
                yield start, start + len(form_text), form
                start = text.find(form_text, start + len(form_text))


def list_forms(registry: Registry) -> list[Form]:
    """List every name and alias of every organisation, then those of `not_organisations`."""
    forms: list[Form] = []
    for organisation in registry.organisations.values():
        forms.extend(_list_own_forms(organisation))
    for entry in registry.not_organisations.values():
        texts = (entry.name, *entry.aliases)
        forms.extend(Form(text, entry.id, position) for position, text in enumerate(texts, -1))
    return forms


def _list_own_forms(organisation: Organisation) -> Iterator[Form]:
    yield Form(organisation.name, organisation.id)
    for position, alias in enumerate(organisation.aliases):
        yield Form(alias.text, organisation.id, position, alias.source, alias.lines)


def find_mentions(registry: Registry, digests: Mapping[str, Digest]) -> list[Mention]:
    """
    Find every name of an organisation, and every name judged not to be one, in the digests.

    Names and plain aliases are case-sensitive; an alias with a scope matches in any case,
    because a common noun has a capital at the start of a sentence.

    Args:
        registry: Organisations with their aliases, sources, and `not_organisations`.
        digests: The digests by the name that their source gives them.

    Returns:
        Mentions by source, in the order of the text.
    """
    finder = Finder(list_forms(registry))
    return [
        mention
        for source in registry.sources.values()
        if source.file in digests
        for passage in digests[source.file].passages
        for mention in finder.find(source.id, passage.text, passage, WORD.finditer(passage.text))
    ]


def find_named(organisations: Iterable[Organisation], passages: Iterable[Evidence]) -> set[str]:
    """
    Find which organisations are named in quotes, by their names or an alias that holds there.

    Each is looked for as if it stood alone: the longer name of another hides none of them.

    Returns:
        Their ids.

    >>> from graph.model.records import Alias
    >>> aliases = (Alias(text="de ROS"),)
    >>> ros = Organisation(id="r", name="Raedelijn", types=("ros",), aliases=aliases)
    >>> def find(quote): return find_named([ros], [Evidence(source="s", line=3, quote=quote)])
    >>> find("Het proces begeleidt Raedelijn."), find("Het proces begeleiden de ROS'en niet.")
    ({'r'}, {'r'})
    >>> find("Raedelijns adviseurs.")
    set()
    """
    finder = Finder(
        form for organisation in organisations for form in _list_own_forms(organisation)
    )
    named = set()
    for passage in passages:
        text = normalise(passage.quote)
        for _, _, form in finder.claims(passage.source, text, WORD.finditer(text)):
            if form.holds(passage.source, (passage.line,)):
                named.add(form.owner)
    return named


def find_naming(organisation: Organisation, passages: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Find the passages whose quote names an organisation, as `find_named` reads them."""
    return tuple(passage for passage in passages if find_named([organisation], [passage]))


class NameFinder:
    """Finds the names in quotes: of every organisation, and what was judged to be none."""

    def __init__(self, registry: Registry) -> None:
        self._finder = Finder(list_forms(registry))

    def find_owners(self, evidence: Evidence) -> Iterator[str]:
        """Find whose names stand in a quote, in order; a stretch that two claim is nobody's."""
        for _, forms in sorted(self._find(evidence).items()):
            if len({form.owner for form in forms}) == 1:
                yield forms[0].owner

    def find_spans(self, evidence: Evidence) -> list[tuple[int, int]]:
        """Find where the names in a quote begin and end."""
        return sorted(self._find(evidence))

    def _find(self, evidence: Evidence) -> dict[tuple[int, int], list[Form]]:
        text = normalise(evidence.quote)
        claims: dict[tuple[int, int], list[Form]] = {}
        for start, end, form in self._finder.claims(evidence.source, text, WORD.finditer(text)):
            if form.holds(evidence.source, (evidence.line,)):
                claims.setdefault((start, end), []).append(form)
        return dict(_drop_overlaps(claims))


def find_unjudged(
    registry: Registry, digests: Mapping[str, Digest], mentions: Iterable[Mention]
) -> Iterator[tuple[str, Passage, str]]:
    """
    Find capitalised names that are no organisation, alias, label or `not_organisations` entry.

    The first word of a sentence counts only when it has a capital inside it as well. A label
    cuts no name: 'GGD Hoge Veld' is one, also where 'GGD' is the label of a type.

    Yields:
        The digest file, the passage and the name, each name once a digest.
    """
    judged: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for mention in mentions:
        key = (mention.source, id(mention.passage))
        judged.setdefault(key, []).append((mention.start, mention.end))
    labels = Finder(Form(text, "") for text in sorted(list_labels(registry)))
    for source in registry.sources.values():
        digest = digests.get(source.file)
        seen: set[str] = set()
        for passage in digest.passages if digest else ():
            words = list(WORD.finditer(passage.text))
            covered = _cover(passage.text, judged.get((source.id, id(passage)), []))
            found = labels.find(source.id, passage.text, passage, words)
            labelled = _cover(passage.text, [(one.start, one.end) for one in found])
            for name in _find_names(passage.text, words, covered, labelled):
                if name not in seen:
                    seen.add(name)
                    yield source.file, passage, name


def list_labels(registry: Registry) -> set[str]:
    """List what has a capital and is no organisation: labels of words, partnerships and groups."""
    vocabulary = registry.vocabulary
    terms = (vocabulary.types, vocabulary.kinds, vocabulary.themes, vocabulary.regions)
    labels = {label for words in terms for term in words.values() for label in term.labels.values()}
    for partnership in registry.partnerships.values():
        labels.add(partnership.name)
    labels.update(group.label for group in registry.groups.values())
    return labels


def _cover(text: str, spans: Iterable[tuple[int, int]]) -> bytearray:
    """Mark each letter of some stretches with 1."""
    covered = bytearray(len(text))
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    return covered


def _find_names(
    text: str, words: list[re.Match[str]], judged: bytearray, labelled: bytearray
) -> Iterator[str]:
    for run in _find_runs(text, words, judged):
        if not all(any(labelled[word.start() : word.end()]) for word in run):
            yield text[run[0].start() : run[-1].end()]


def _find_runs(
    text: str, words: list[re.Match[str]], judged: bytearray
) -> Iterator[list[re.Match[str]]]:
    run: list[re.Match[str]] = []
    for word in [*words, None]:
        if word and _is_name(text, word) and not any(judged[word.start() : word.end()]):
            if run and text[run[-1].end() : word.start()] not in (" ", "-", "'"):
                yield run
                run = []
            run.append(word)
        elif run:
            yield run
            run = []


def _is_name(text: str, word: re.Match[str]) -> bool:
    if not word[0][0].isupper():
        return False
    return any(letter.isupper() for letter in word[0][1:]) or not _opens_sentence(text, word)


def _opens_sentence(text: str, word: re.Match[str]) -> bool:
    before = word.start()
    while before and text[before - 1] in _OPENERS:
        before -= 1
    return not before or text[before - 1] in _SENTENCE_ENDS


def _whole(text: str, end: int) -> bool:
    following = text[end : end + 1]
    return not (WORD.match(following) and WORD.match(text[end - 1 : end]))


def _drop_overlaps(
    claims: Mapping[tuple[int, int], list[Form]],
) -> Iterator[tuple[tuple[int, int], list[Form]]]:
    taken: list[tuple[int, int]] = []  # in the order of the text
    for start, end in sorted(claims, key=lambda span: (span[0] - span[1], span)):
        place = bisect_left(taken, (start, end))
        if (not place or taken[place - 1][1] <= start) and (
            place == len(taken) or end <= taken[place][0]
        ):
            taken.insert(place, (start, end))
            yield (start, end), claims[start, end]
