"""
Look for 50,000 known names in 10 MB of text: `python -m benchmarks.names`.

Beside it stands what the same names cost as one alternation of regular expressions, and how long
the rules for new names take.
"""

import random
import re
from time import perf_counter

from graph.read.digest import Digest, read_digest
from graph.scan.candidates import Text, find_candidates
from graph.scan.mentions import WORD, Finder, Form

SEED = 20260513
NAMES, SIZE = 50_000, 10_000_000
_KINDS = ("Zorggroep", "Stichting", "Gemeente", "Thuiszorg", "GGD", "Ziekenhuis", "Huisartsenpost")
_PARTS = (
    "Ooster",
    "Wester",
    "Zand",
    "Veen",
    "Duin",
    "Meer",
    "Bos",
    "Kade",
    "Lind",
    "Berk",
    "Rietz",
)
_ENDS = ("veld", "land", "oord", "hoek", "waard", "dam", "rand", "kerk", "burg", "hout", "wijk")
_PLAIN = [
    "samen",
    "werken",
    "wij",
    "aan",
    "de",
    "zorg",
    "voor",
    "ouderen",
    "in",
    "de",
    "wijk",
    "en",
    "dat",
    "kost",
    "tijd",
    "en",
    "geld",
    "van",
    "partijen",
    "die",
    "elkaar",
    "vaak",
    "nog",
    "niet",
    "kennen",
    "maar",
    "wel",
    "hetzelfde",
    "willen",
    "voor",
    "wie",
    "thuis",
    "hulp",
    "nodig",
    "heeft",
]


def make_names(count: int, choose: random.Random) -> list[str]:
    """Make names that share their first words, as those of care organisations do."""
    names: dict[str, None] = {}
    while len(names) < count:
        place = "".join(choose.choices(_PARTS, k=choose.randint(1, 3))).capitalize()
        names[f"{choose.choice(_KINDS)} {place}{choose.choice(_ENDS)}"] = None
        if len(names) < count and len(names) % 4 == 0:
            names[f"{place}{choose.choice(_ENDS)} {len(names)}"] = None
    return list(names)


def make_text(names: list[str], size: int, choose: random.Random) -> str:
    """Make paragraphs of sentences, every third with a name in it."""
    sentences: list[str] = []
    length = 0
    while length < size:
        words = choose.choices(_PLAIN, k=choose.randint(8, 20))
        if choose.random() < 0.33:
            words[choose.randrange(1, len(words))] = choose.choice(names)
        words[0] = words[0].capitalize()
        sentences.append(" ".join(words) + choose.choice((".", ".", ".", ".\n\n")))
        length += len(sentences[-1]) + 1
    return " ".join(sentences)


def find_known(names: list[str], digest: Digest) -> int:
    """Count the mentions of known names."""
    finder = Finder(Form(name, name) for name in names)
    return sum(
        len(finder.find("s", passage.text, passage, WORD.finditer(passage.text)))
        for passage in digest.passages
    )


def main() -> None:
    """Print what was found, and how long each way took."""
    choose = random.Random(SEED)
    names = make_names(NAMES, choose)
    text = make_text(names, SIZE, choose)
    print(f"{len(names):,} names, {len(text):,} characters")
    started = perf_counter()
    digest = read_digest("t.md", text)
    print(f"read: {perf_counter() - started:.1f} s, {len(digest.passages):,} paragraphs")
    started = perf_counter()
    print(f"known: {find_known(names, digest):,} in {perf_counter() - started:.1f} s")
    started = perf_counter()
    found = find_candidates([Text("t", digest.passages)])
    print(f"new: {len(found):,} in {perf_counter() - started:.1f} s")
    started = perf_counter()
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    part = text[: SIZE // 100]
    count = sum(1 for _ in pattern.finditer(part))
    taken = perf_counter() - started
    print(f"alternation: {count:,} in a hundredth of it in {taken:.1f} s")


if __name__ == "__main__":
    main()
