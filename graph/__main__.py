"""`python -m graph` is `collabgraph`."""

from graph.cli import main

if __name__ == "__main__":
    main(prog_name="collabgraph")
