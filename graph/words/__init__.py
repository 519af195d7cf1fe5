"""What is said to readers: one file of words a language, and the one grammar that says them."""
