"""The page: template, style and scripts, and the words, rows and picture that fill them."""
