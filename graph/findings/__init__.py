"""Registry -> Report: one finding a file; `make.py` puts them in order. Imports up to `words`."""
