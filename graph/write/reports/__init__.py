"""Report -> text, Markdown, HTML, JSON: one file a format."""
