"""HTML without what a browser does without: for every row of a table that counts."""

import re

_LINE_END = re.compile(
    r"\n(?=</?(?:body|dd|details|div|dl|dt|footer|h[1-6]|head|header|li|link|main|meta|nav|ol|p|section"
    r"|summary|table|tbody|td|th|thead|title|tr|ul)\b)"
)
_SPAN_IN_CELL = re.compile(r'<td><span (data-t="[^"]*"(?: data-n="\d+")?)>([^<]*)</span></td>')
"""A cell that holds one text to translate: it may be translated itself."""

_OPTIONAL_END = re.compile(
    r"</li>(?=<li|</[ou]l>)|</t[dh]>(?=<t[dh]|</tr>)|</tr>(?=<tr|</tbody>|</thead>)"
)
"""Ends of elements that HTML closes by itself before what follows here."""

_TAG = re.compile(r"<(?!meta\b)[a-z][^<>]*[^<>/]>")  # others look for meta as it is
_QUOTED = re.compile(r'="([\w#.:;%+-]+)"(?=[ >])', re.ASCII)
"""A value that needs no quotes: letters, digits and signs that end no value."""


def tighten(html: str) -> str:
    """
    Leave out line ends before blocks, optional end tags, and quotes around simple values.

    Data and scripts stay as they are: the policy of the page holds their hashes.
    """
    before, data, rest = html.partition('<script type="application/json"')
    scripts, end, after = rest.rpartition("</script>")
    return _tighten_markup(before) + data + scripts + end + _tighten_markup(after)


def _tighten_markup(html: str) -> str:
    short = _OPTIONAL_END.sub("", _SPAN_IN_CELL.sub(r"<td \1>\2</td>", _LINE_END.sub("", html)))
    return _TAG.sub(lambda tag: _QUOTED.sub(r"=\1", tag[0]), short)
