"""
Registry <-> a file in the user's cache folder, so that a large one is not parsed every time.

`place` is where the files are, `fingerprint` what each was made from, `store` what is in it.
Imports `model`, `read`, `schema` and `validate`.
"""

from pathlib import Path

LEAST_BYTES = 128 * 1024
"""A data file below it is read and checked about as fast as the cache is opened."""


def is_large(path: str | Path) -> bool:
    """Tell whether a data file is large enough for the cache; of one that is not there, no."""
    try:
        return Path(path).stat().st_size >= LEAST_BYTES
    except (OSError, ValueError):
        return False
