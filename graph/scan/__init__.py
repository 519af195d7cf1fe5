"""Texts -> the names that stand in them. Imports `model` and `read`."""
