"""
`collabgraph`, `python -m collabgraph` and `python -m graph`: one command, in a process of its own.

A command is over before Python's cyclic collector would find anything that is worth its time: it
is off from the start, also while modules are imported, and at the end it has nothing to walk.
"""

import atexit
import gc


def run() -> None:
    """Run the command that the command line names, and end the process."""
    gc.disable()
    atexit.register(gc.freeze)
    from graph.cli import main

    main(prog_name="collabgraph")


if __name__ == "__main__":
    run()
