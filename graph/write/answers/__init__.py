"""Answers -> what is printed: one file for the answers that belong together."""
