"""What `make fuzz` runs: the readers, inputs to start from, and what makes others of them."""
