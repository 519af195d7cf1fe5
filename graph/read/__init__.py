"""Files -> Document: text values, and the line of each. Imports `model`."""
