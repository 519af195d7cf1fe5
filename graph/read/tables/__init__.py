"""Files of rows, or of nodes and edges -> tables of text: one module a format."""
