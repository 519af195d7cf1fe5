"""What `make mutants` runs: changes of a module, the tests that judge them, and what is known."""
