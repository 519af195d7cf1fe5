"""What stands in every page whatever the data are: style, scripts, icon, and their policy."""

import base64
import hashlib
import re
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from graph.page.bundle import bundle
from graph.page.style.looks import GROUNDS, PALETTE
from graph.page.vis import import_pyvis

PAGE = Path(__file__).parent

STYLES = (
    "page.css",
    "opening.css",
    "asking.css",
    "grid.css",
    "time.css",
    "story.css",
    "regions.css",
    "sides.css",
    "reading.css",
)
"""Style sheets of the page, in the order in which they are joined."""

_CONST = re.compile(r"\bconst(?=[ \[{])")

_ONE_ARGUMENT = re.compile(r"(?<![\w$])\(([A-Za-z_]\w*)\)=>")
"""Brackets around the one argument of an arrow function, which it does without."""

_OTHER_LOCALE = re.compile(
    r',(?:(?!en\b)\w\w|"[\w-]+"):\{addDescription:(?:"(?:[^"\\]|\\.)*"|[^{}"])*\}'
)
"""What vis-network says at tools for editing, in another language than its own default."""


def write_policy(*, scripts: tuple[str, ...], style: str) -> str:
    """Write the Content-Security-Policy: nothing may load, and only these texts may run."""

    def source(text: str) -> str:
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"

    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(source(script) for script in scripts)}",
            f"style-src {source(style)}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
            "connect-src 'none'",
            "trusted-types 'none'",
            "require-trusted-types-for 'script'",
        )
    )


def join_styles() -> str:
    """Join the style sheets and the palette."""
    sheets = "".join(read_text(PAGE / "style" / name) for name in STYLES)
    return str(cssmin(sheets + _colour_rules()))


def read_library() -> str:
    """
    Read the vis-network that the installed pyvis carries; its licence note stays in place.

    One string in it holds a bare control character, which HTML forbids: it is written as an
    escape, which means the same. Its words for tools that the page does not have stay in its
    default language alone.
    """
    library = Path(import_pyvis().__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return _OTHER_LOCALE.sub("", read_text(library)).replace("\x85", "\\x85")


def join_scripts() -> str:
    """
    Join the scripts, without the comments and blanks that a reader of the page can miss.

    Who changes a constant is found where the modules are checked; a semicolon before a brace and
    a line end after one say nothing. `tests/page/test_bundle.py` makes sure that none of these
    stands in a text.
    """
    script = str(jsmin(f'"use strict";\n(() => {{\n{bundle()}}})();\n'))
    script = _ONE_ARGUMENT.sub(r"\1=>", _CONST.sub("let", script))
    return _refuse_ends(script.replace(";}", "}").replace("}\n", "}"), "script")


def read_text(path: Path) -> str:
    """Read text with line ends as a browser sees them; what would end its element is refused."""
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return _refuse_ends(text, path.name)


def _refuse_ends(text: str, name: str) -> str:
    if "</script" in text.lower() or "</style" in text.lower() or "<!--" in text:
        raise ValueError(f"{name}: holds text that would end or comment out its element")
    return text


def _colour_rules() -> str:
    """Write the palette as style rules, so that colours live in `style.py` only."""
    sides = [
        "".join(f"--{name}:{colours[side]};" for name, colours in PALETTE.items())
        + f"--ground:{GROUNDS[side]};"
        for side in (0, 1)
    ]
    fills = "".join(f".fill-{name}{{fill:var(--{name})}}\n" for name in PALETTE)
    return (
        f":root{{{sides[0]}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{sides[1]}}}}}\n"
        f"@media screen and (forced-colors:active){{:root{{--ground:Canvas}}}}\n{fills}"
    )


def draw_icon() -> str:
    """Draw the icon of the page: three organisations at one table."""
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        '<path d="M8 23 16 8 24 23Z" fill="none" stroke="#8894a0" stroke-width="3"/>'
        f'<circle cx="16" cy="8" r="6" fill="{PALETTE["red"][0]}"/>'
        f'<path d="M3 18h10v10H3z" fill="{PALETTE["blue"][0]}"/>'
        f'<path d="M24 16l7 7-7 7-7-7z" fill="{PALETTE["green"][0]}"/></svg>'
    )
    return "data:image/svg+xml;base64," + base64.b64encode(drawing.encode()).decode("ascii")
