"""What a file says, as one hash, computed when somebody asks for it: most questions never do."""

from collections.abc import Callable
from functools import cached_property


class Content:
    """What a file says, whatever its order, comments and layout; equal where its hash is."""

    def __init__(self, compute: Callable[[], str]) -> None:
        """
        Put off computing the hash.

        Args:
            compute: Gives the SHA-256, in hexadecimal digits.
        """
        self._compute = compute

    @cached_property
    def hash(self) -> str:
        """Its SHA-256, in hexadecimal digits."""
        return self._compute()

    def __eq__(self, other: object) -> bool:
        """Compare by hash."""
        return isinstance(other, Content) and self.hash == other.hash

    def __hash__(self) -> int:
        """Take the hash of the hash."""
        return hash(self.hash)
