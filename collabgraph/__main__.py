"""`python -m collabgraph`: the command, also where a file of one's own is called `graph.py`."""

from collabgraph import run

if __name__ == "__main__":
    run()
