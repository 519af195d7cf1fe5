"""Inputs -> other inputs: bytes, lines and words of the formats, changed a few at a time."""

from collections.abc import Callable, Sequence
from random import Random

_LONGEST = 20_000  # bytes of an input: what is wrong with large ones is held by other tests
_MOST_CHANGES = 6
_WORDS = (
    *(b"'", b'"', b"- ", b"-", b": ", b":", b"#", b" #", b"{", b"}", b"[", b"]", b",", b";", b"|"),
    *(b">", b"&a", b"*a", b"!a", b"<<: ", b"? ", b"~", b"null", b"%", b"@", b"`", b"\\", b"\t"),
    *(b"\n", b"\r", b"\r\n", b"\n\n", b"\x00", b"\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\xff"),
    *(b"---\n", b"...\n", b"<<<<<<< a\n", b"=======\n", b">>>>>>> b\n", b"[r. 1]", b"[r. 1-99]"),
    *(b"0", b"-1", b"1e308", b"NaN", b"Infinity", b"9" * 40, b"2020-13", b"2020/..", b"/2012"),
    *(
        b"</",
        b"/>",
        b"<a",
        b"&lt;",
        b"&#0;",
        b"<![CDATA[",
        b"]]>",
        b"<!DOCTYPE a>",
        b"\xf0\x9f\x8d\x89",
    ),
    *(b"\xe2\x80\x9c", b"\xe2\x80\x9d", b"\xe2\x80\x8b", b"\xd0\xb0", b"# judged W407 a:"),
)


def mutate(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """
    Change an input in one to six places.

    Args:
        data: The input.
        others: Inputs of the same kind, to take pieces of.
        random: Chooses; the same state gives the same changes.
    """
    for _ in range(random.randint(1, _MOST_CHANGES)):
        data = random.choice(_CHANGES)(data, others, random)
    return data[:_LONGEST]


def _place(data: bytes, random: Random) -> int:
    return random.randint(0, len(data))


def _insert_word(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    at = _place(data, random)
    return data[:at] + random.choice(_WORDS) + data[at:]


def _replace_byte(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    at = _place(data, random)
    return data[:at] + random.randbytes(1) + data[at + 1 :]


def _cut(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    at = _place(data, random)
    return data[:at] + data[at + random.randint(1, 40) :]


def _repeat(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    at = _place(data, random)
    piece = data[at : at + random.randint(1, 60)]
    return data[:at] + piece * random.randint(2, 9) + data[at:]


def _move_line(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    lines = data.split(b"\n")
    line = lines.pop(random.randrange(len(lines)))
    lines.insert(random.randint(0, len(lines)), line)
    return b"\n".join(lines)


def _drop_line(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    lines = data.split(b"\n")
    del lines[random.randrange(len(lines))]
    return b"\n".join(lines)


def _indent_line(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    lines[at] = b"  " + lines[at] if random.random() < 0.5 else lines[at].removeprefix(b"  ")
    return b"\n".join(lines)


def _splice(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    other = random.choice(others)
    start = _place(other, random)
    at = _place(data, random)
    return data[:at] + other[start : start + random.randint(1, 200)] + data[at:]


_CHANGES: tuple[Callable[[bytes, Sequence[bytes], Random], bytes], ...] = (
    *(_insert_word, _replace_byte, _cut, _repeat),
    *(_move_line, _drop_line, _indent_line, _splice),
)
