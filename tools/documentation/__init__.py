"""What the documentation takes from the code: one kind of block, one module."""
