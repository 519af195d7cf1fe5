"""The mutants that no test can notice, each with the reason: judged by a person, one at a time."""

EQUIVALENT: dict[str, str] = {}
"""`Mutant.identity` -> why the program does the same with it."""
