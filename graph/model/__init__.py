"""The things: what a checked file holds, its words, its errors. Imports nothing of the project."""
