"""What the YAML parser could not read -> what is wrong there, in a curator's words."""

_QUOTE_IT = 'put such text in double quotes, like "a: b"'
_INDENT = "look at its indentation"


def advise(said: str, text: str, mark: tuple[int, int], opened: int) -> tuple[int, str]:
    """
    Say what stops the parser, and on which line to mend it.

    Args:
        said: The parser's own words; both parsers of PyYAML say them a little differently.
        text: The whole file.
        mark: Line and column, from 0, at which the parser gave up.
        opened: Line, from 0, on which the thing begins that it was reading.

    Returns:
        The line, from 1, and the message.

    >>> advise("mapping values are not allowed here", "name: Zorg: samen", (0, 10), 0)
    (1, '\\': \\' inside text, put such text in double quotes, like "a: b"')
    """
    line, column = mark
    lines = text.split("\n")
    row = lines[line] if line < len(lines) else ""
    here, before = row[column : column + 1], row[:column]
    if "quoted scalar" in said and "end of stream" in said:
        return opened + 1, "a quote opens here and is not closed"
    if "escape" in said:
        return line + 1, "a backslash in double quotes starts an escape, write it twice"
    if here == "\t" or "tab character" in said:
        return line + 1, "a tab, indent with blanks"
    if "cannot start any token" in said:
        return line + 1, f"text that starts with {here!r}, {_QUOTE_IT}"
    if "anchor" in said or "alias" in said or "tag" in said:
        return line + 1, f"text that starts with '&', '*' or '!', {_QUOTE_IT}"
    if "values are not allowed" in said and (": " in before or before.lstrip()[:2] == "- "):
        return line + 1, f"': ' inside text, {_QUOTE_IT}"
    if before.rstrip()[-1:] in ("'", '"') and before.strip() not in ("'", '"'):
        hint = 'write a quote inside double quotes as \\"'
        if before.rstrip()[-1] == "'":
            hint = "an apostrophe ends text in single quotes, put such text in double quotes"
        return line + 1, f"text goes on after its closing quote, {hint}"
    if "flow" in said:
        return opened + 1, "a bracket opens here and is not closed, or a comma is missing in it"
    if here and here in "]}":
        return line + 1, f"{here!r} closes nothing, take it out"
    if "expected ':'" in said:
        return opened + 1, "a key without ': ' after it"
    if "block scalar" in said:
        return line + 1, "after '|' or '>' the text starts on the next line, indented"
    if "document start" in said or "directive" in said:
        while line > 0 and not lines[line].startswith(("...", "%")):
            line -= 1
        return line + 1, "a line that starts with '...' or '%', take it out"
    if "values are not allowed" in said or "expected key" in said or "block end" in said:
        return line + 1, f"this line does not go on as those above it do, {_INDENT}"
    return line + 1, f"{said}, {_INDENT}"
