"""Mending four times as much takes about four times the steps."""

from steps import count_lines

from graph.mend.quoting import mend_quoting


def test_many_names_that_need_quotes() -> None:
    """Names with a sign of YAML before them are mended in one go, and looked up once."""
    files = {count: _write(count) for count in (60, 240)}

    few, many = (count_lines(lambda: mend_quoting(data, "e.yaml")) for data in files.values())  # noqa: B023

    _, mends = mend_quoting(files[60], "e.yaml")
    assert len(mends) == 60
    assert many < 5 * few, (few, many)


def _write(count: int) -> bytes:
    return "".join(f"o{n}:\n  name: *Sterk{n}\n" for n in range(count)).encode()
