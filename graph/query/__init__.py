"""Registry -> answers: one question, one file."""
