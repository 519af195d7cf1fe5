"""The difference between two versions of a file, as it is shown."""

from graph.write.changed import format_difference


def test_the_lines_around_are_shown() -> None:
    """Three lines on each side, as in a patch."""
    before = b"1\n2\n3\n4\n5\n6\n7\n8\n9\n"

    assert format_difference(before, before.replace(b"5", b"vijf"), "e.yaml") == (
        "--- e.yaml\n+++ e.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+vijf\n 6\n 7\n 8\n"
    )


def test_no_difference_and_a_new_file() -> None:
    """Nothing is shown where nothing changes; of a new file every line is."""
    assert format_difference(b"a\n", b"a\n", "e.yaml") == ""
    assert format_difference(b"", b"a\n", "e.yaml") == "--- e.yaml\n+++ e.yaml\n@@ -0,0 +1 @@\n+a\n"


def test_a_file_without_a_line_end() -> None:
    """That a last line has no end is said, as `diff` does."""
    assert format_difference(b"a", b"a\n", "e.yaml") == (
        "--- e.yaml\n+++ e.yaml\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"
    )


def test_other_systems_and_hostile_files() -> None:
    """Line ends and a mark at the start are not shown, what a terminal would obey is."""
    before = b"\xef\xbb\xbfa\r\nb\r\n"

    assert format_difference(before, b"\xef\xbb\xbfa\r\n\x1b[2J\xff\r\n", "e.yaml") == (
        "--- e.yaml\n+++ e.yaml\n@@ -1,2 +1,2 @@\n a\n-b\n+\\x1b[2J\ufffd\n"
    )
