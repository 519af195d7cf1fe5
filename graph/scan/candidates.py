"""Texts -> names that may be organisations, ranked, and names that look like one and are none."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.read.digest import Passage
from graph.scan.acronyms import find_acronyms
from graph.scan.lexicon import (
    ADVERB_PLACE,
    COMPANY_ENDS,
    DOMAINS,
    GENERIC,
    GIVEN,
    KINDS_BEFORE,
    LEGAL,
    NOISE,
    NOT_BEFORE,
    NOT_INSIDE,
    NOUN_ENDS,
    PERSON_BEFORE,
    PLACE_BEFORE,
    PLACES,
    TYPES,
    VERBS,
)
from graph.scan.runs import Run, find_runs
from graph.scan.tokens import find_starts, is_domain, is_head, mask, split_tokens

_NEAR_PARTY = frozenset({"bij", "door", "met", "van", "namens", "tussen", "by", "with", "between"})
_ACRONYM = 6  # letters of the longest
_INSIDE_ENDS = tuple(word for word in NOT_INSIDE if len(word) > 3 and word != "week")


class Text(NamedTuple):
    """A document to look for names in: how it is called, and its passages."""

    name: str
    passages: Sequence[Passage]


class Sighting(NamedTuple):
    """Where a name stands: the document, the passage, and the characters in it."""

    document: str
    passage: Passage
    start: int
    end: int

    @property
    def line(self) -> int:
        """The first line of the document behind it; that of the passage where none is known."""
        return (*self.passage.lines_of(self.start, self.end), self.passage.at)[0]


@dataclass(slots=True)
class Candidate:
    """
    A name with everything that speaks for and against it.

    `kind` is the class of what it is where it is no organisation, else empty; `type` the type of
    organisation that its words tell of; `aliases` are acronyms that a text gives for it.
    """

    name: str
    score: int
    kind: str
    type: str
    sightings: list[Sighting]
    aliases: list[str] = field(default_factory=list)


def find_candidates(texts: Iterable[Text]) -> list[Candidate]:
    """
    Find the names in texts by how they are written and by the words around them.

    Persons and places are left out, and so is a word that only opens a sentence. The rules are
    those of the module `lexicon`; they know nothing of the data.

    Returns:
        The best first: by score, then by how often each is there, then by name.
    """
    texts = list(texts)
    masked = [
        (text.name, passage, mask(passage.text))
        for text in texts
        for passage in text.passages
        if not _is_shouted(passage.text)
    ]
    tokens = [split_tokens(text, find_starts(passage)) for _, passage, text in masked]
    seen = {token.text for row in tokens for token in row if not token.capital}
    found: dict[str, list[tuple[Sighting, Run]]] = {}
    for (name, passage, text), row in zip(masked, tokens, strict=True):
        for run in find_runs(text, row, seen):
            sighting = Sighting(name, passage, run.start, run.end)
            found.setdefault(passage.text[run.start : run.end], []).append((sighting, run))
    expansions, generic = find_acronyms(passage.text for _, passage, _ in masked)
    found = _merge(found)
    persons = {rows[0][1].words[0] for rows in found.values() if _is_named_again(rows, found)}
    likely = {name for name, rows in found.items() if _has_head(rows[0][1].words)}
    candidates = [
        candidate
        for name, rows in found.items()
        if name not in generic
        and rows[0][1].words[0] not in persons
        and (candidate := _judge(name, rows, likely, seen))
    ]
    joined = _join_acronyms(candidates, expansions)
    return sorted(joined, key=lambda one: (-one.score, -len(one.sightings), one.name))


def _is_shouted(text: str) -> bool:
    """Tell whether a passage is a heading in capitals, in which nothing tells a name."""
    capitals = sum(letter.isupper() for letter in text)
    return capitals > _ACRONYM and capitals > 2 * sum(letter.islower() for letter in text)


def guess_type(words: str) -> str:
    """
    Guess the type of an organisation from its name and the word before it.

    >>> guess_type("GGD Hoge Veld"), guess_type("zorgverzekeraar Zilt"), guess_type("Elaa")
    ('ggd', 'zorgverzekeraar', 'overig')
    """
    lower = f"{words.lower()} "
    return next((id for id, parts in TYPES if any(part in lower for part in parts)), "overig")


def _merge(
    found: Mapping[str, list[tuple[Sighting, Run]]],
) -> dict[str, list[tuple[Sighting, Run]]]:
    """Count 'Altrechts' with 'Altrecht', and 'gemeente Zilt' with 'Gemeente Zilt'."""
    merged: dict[str, list[tuple[Sighting, Run]]] = {}
    for name in sorted(found, key=lambda one: (len(one), one)):
        target = name
        if name.endswith("s") and name[:-1] in merged and " " not in name:
            target = name[:-1]
        capital = name[:1].upper() + name[1:]
        if capital != name and capital in found:
            target = capital
        merged.setdefault(target, []).extend(found[name])
    return merged


def _judge(
    name: str, rows: list[tuple[Sighting, Run]], likely: set[str], seen: set[str]
) -> Candidate | None:
    runs = [run for _, run in rows]
    words = runs[0].words
    headed = _has_head(words)
    if _is_noise(words, runs, headed, seen) or _is_person(words, runs, headed):
        return None
    kind = _find_kind(words, runs, headed)
    before = next((run.before for run in runs if run.before in KINDS_BEFORE), "")
    score = _score(words, runs, headed, before)
    score += any(run.row for run in runs) and bool(likely)
    sightings = [sighting for sighting, _ in rows]
    return Candidate(name, score, kind, guess_type(f"{before} {name}"), sightings)


def _has_head(words: Sequence[str]) -> bool:
    return any(is_head(word) for word in words) or words[-1].lower() in COMPANY_ENDS


def _is_named_again(
    rows: Sequence[tuple[Sighting, Run]], found: Mapping[str, Sequence[tuple[Sighting, Run]]]
) -> bool:
    """Tell whether two words are a person, whom a text goes on to call by the first of them."""
    words = rows[0][1].words
    plain = all(word[1:].islower() for word in words) and not _has_head(words)
    first = found.get(words[0], ()) if plain and len(words) == 2 else ()
    return any(_is_subject(run) or not run.opens for _, run in first) and not is_domain(words[0])


def _is_noise(words: Sequence[str], runs: Sequence[Run], headed: bool, seen: set[str]) -> bool:
    first = words[0].lower()
    if all(word.lower() in NOISE or word.lower() in GENERIC for word in words):
        return True
    if all(word.isupper() for word in words) and max(map(len, words)) > _ACRONYM:
        return True  # a heading in capitals
    if len(words) > 1:
        return all(word.lower() in PLACES or word.lower() in NOISE for word in words)
    if first.split("'")[0] in GENERIC or first.endswith("'en"):
        return True
    if len(first) < 2 or first in LEGAL or first in DOMAINS:
        return True
    if first.endswith(("se", "sche")) and all(run.after[:1].islower() for run in runs):
        return True
    if first.endswith("ers") and first[:-3] in PLACES:  # 'Utrechters'
        return True
    bare = words[0][1:].islower()
    if bare and all(run.opens for run in runs):
        return first in seen or (len(runs) == 1 and not headed and not _is_subject(runs[0]))
    return bare and first in seen and headed and any(run.opens for run in runs)


def _is_subject(run: Run) -> bool:
    """Tell whether a name that opens a sentence can be who does what follows: 'Nevi plaatst'."""
    after = run.after
    acts = (
        after in VERBS
        or after == ","
        or (len(after) > 4 and after[0].islower() and after.endswith(("t", "te", "de")))
    )
    return acts and not run.words[0].lower().endswith(NOUN_ENDS)


def _is_person(words: Sequence[str], runs: Sequence[Run], headed: bool) -> bool:
    if headed:
        return False
    if words[0].lower() in GIVEN or words[0].lower() in PERSON_BEFORE:
        return True
    plain = len(words) <= 4 and not any(word.isupper() and len(word) > 2 for word in words)
    return plain and any(run.before in PERSON_BEFORE for run in runs)


def _find_kind(words: Sequence[str], runs: Sequence[Run], headed: bool) -> str:
    lower = [word.lower() for word in words]
    inside = next((NOT_INSIDE[word] for word in (lower[0], lower[-1]) if word in NOT_INSIDE), "")
    if inside:
        return inside
    for word in lower:
        if word in NOT_INSIDE and not headed:
            return NOT_INSIDE[word]
    end = next((end for end in _INSIDE_ENDS if lower[-1].endswith(end)), "")
    if end and not headed:
        return NOT_INSIDE[end]
    if lower[-1].endswith("wet") and len(words) == 1:
        return "law"
    kinds = Counter(NOT_BEFORE[run.before] for run in runs if run.before in NOT_BEFORE)
    places = sum(run.before in PLACE_BEFORE for run in runs) + kinds.pop("place", 0)
    if kinds and 2 * kinds.total() > len(runs) * (1 + headed) - 1:
        return kinds.most_common(1)[0][0]
    if headed or lower[0] in LEGAL or lower[0] in ("de", "het", "regio"):
        return ""
    if "-".join(lower) in PLACES or (lower[0] in PLACES and {*lower[1:]} <= ADVERB_PLACE):
        return "place"
    acronym = len(words) == 1 and words[0].isupper()
    return "place" if places and 2 * places >= len(runs) and not acronym else ""


def _score(words: Sequence[str], runs: Sequence[Run], headed: bool, before: str) -> int:
    score = 1 + 2 * headed + 2 * bool(before or words[0].lower() in LEGAL)
    score += len(words) > 1
    score += any(letter.isupper() for word in words for letter in word[1:])
    score += any(run.before in _NEAR_PARTY for run in runs)
    score += len(runs) > 1
    return score - all(run.opens for run in runs)


def _join_acronyms(
    candidates: Sequence[Candidate], expansions: Mapping[str, str]
) -> list[Candidate]:
    """Put an acronym with the name that a text gives for it."""
    by_name = {candidate.name: candidate for candidate in candidates}
    joined: set[str] = set()
    for short, full in sorted(expansions.items()):
        candidate = by_name.get(full) or by_name.get(full[:1].upper() + full[1:])
        if not candidate or short == candidate.name:
            continue
        candidate.aliases.append(short)
        candidate.score += len(candidate.aliases) == 1
        if short in by_name:
            candidate.sightings.extend(by_name[short].sightings)
            joined.add(short)
    return [candidate for candidate in candidates if candidate.name not in joined]
