"""Incidence -> what the data hold, in ids and numbers without words: one finding a file."""
