"""
Build what is given to others from what is committed, into `dist/`: run as `make dist`.

A wheel, a source distribution, and the bill of materials of the lock file. What is not committed
is not in them. The same commit gives the same bytes, with no variable set: times, modes and order
are fixed by the build backend. Where `SOURCE_DATE_EPOCH` is set, its time stands in the archives.
"""

import hashlib
import io
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from write_sbom import describe_checkout

from graph import __version__

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Build everything, and print each file with its SHA-256."""
    try:
        made = make_dist(ROOT, ROOT / "dist")
    except subprocess.CalledProcessError as error:
        print(f"{error.cmd[0]} fails:\n{error.stderr.decode()}", file=sys.stderr)
        return 1
    for path in made:
        print(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(ROOT)}")
    if _run(ROOT, "git", "status", "--porcelain"):
        print("note: what is not committed is not in them", file=sys.stderr)
    return 0


def make_dist(root: Path, to: Path) -> list[Path]:
    """
    Build the last commit of a checkout.

    Args:
        root: The checkout.
        to: The folder for what is built.

    Returns:
        The files, by name.

    Raises:
        CalledProcessError: It is no checkout, or the build fails.
    """
    to.mkdir(exist_ok=True)
    committed = _run(root, "git", "archive", "--format=tar", "HEAD")
    with TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(committed)) as archive:
            archive.extractall(folder, filter="data")
        _run(Path(folder), sys.executable, "-m", "hatchling", "build", "-d", str(to.resolve()))
        bill = to / f"collabgraph-{__version__}.cdx.json"
        bill.write_text(describe_checkout(Path(folder)), encoding="utf-8", newline="\n")
    return sorted(path for path in to.iterdir() if f"-{__version__}" in path.name)


def _run(folder: Path, *command: str) -> bytes:
    return subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout


if __name__ == "__main__":
    sys.exit(main())
