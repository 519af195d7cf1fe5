"""
How fast, and how cost grows: `python -m benchmarks.commands`, `.cold` and `.page`.

Run from the checkout. These are no tests: a time is never asserted, it is printed.
"""
