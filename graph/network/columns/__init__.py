"""
The network as expressions over columns, for registers that are too large for records.

One expression each in Ibis, over three tables: the same definition runs on DuckDB, which is
embedded, and on Spark. `tests/network/columns` holds the answers equal to those of `Incidence`.
Needs the extra `tables`; nothing else in the package imports from here at its top.
"""
