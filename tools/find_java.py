"""Tell whether a Java is here that Spark runs on; with `--install`, let root install Debian's.

`make test` asks it, and leaves the tests of Spark out where there is none; `make test-spark`
installs what is missing, or says what to do.
"""

import os
import shutil
import subprocess
import sys

from graph.network.columns.cluster import has_java

PACKAGE = "default-jre-headless"
ADVICE = f"""\
Spark needs Java 17 or later, and none is here.
Install it (Debian: sudo apt-get install {PACKAGE}), or set JAVA_HOME to where yours is."""


def main() -> int:
    """Return 0 where there is a Java; else 1, and where it was to be installed say what to do."""
    if has_java():
        return 0
    if "--install" not in sys.argv[1:]:
        return 1
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("No Java here: installing Debian's package.", file=sys.stderr, flush=True)
        settings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for words in (["update"], ["install", "-y", PACKAGE]):
            subprocess.run(["apt-get", *words], env=settings, stdout=sys.stderr)
    if has_java():
        return 0
    print(ADVICE, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
