"""
How fast, and how cost grows: `python -m benchmarks.growth` and `python -m benchmarks.cold`.

Run from the checkout. These are no tests: a time is never asserted, it is printed.
"""
