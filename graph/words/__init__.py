"""What is said to readers, in Dutch and English. Imports `model`."""
