"""What a file says: one hash, computed once and only where it is asked for."""

from hashlib import sha256

from registries import make_registry

from graph.model.content import Content


def test_it_is_computed_when_asked_for_and_once() -> None:
    """Nothing is computed before somebody asks, and nothing twice."""
    asked: list[str] = []

    def compute() -> str:
        asked.append("once")
        return sha256(b"Kustland").hexdigest()

    content = Content(compute)

    assert asked == []
    assert content.hash == content.hash == sha256(b"Kustland").hexdigest()
    assert asked == ["once"]


def test_it_is_equal_where_its_hash_is() -> None:
    """Two files that say the same are equal, however their hash is computed."""
    assert Content(lambda: "ab") == Content(lambda: "a" + "b")
    assert Content(lambda: "ab") != Content(lambda: "cd")
    assert Content(lambda: "ab") != "ab"
    assert len({Content(lambda: "ab"), Content(lambda: "a" + "b")}) == 1


def test_a_registry_says_its_hash() -> None:
    """The version of the data is the hash of what the file says."""
    assert make_registry([], []).content_hash == "ab" * 32
