"""Tables of others -> entries of the format, with the row of each as its evidence."""
