"""Registry -> Report: one finding a file; `make.py` puts them in order, four files write them."""
