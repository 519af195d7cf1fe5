"""The page -> its served copy: it says what is wrong, and loads itself anew after a build."""

import base64
import hashlib
import html
import re
from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from graph.words.speak import Speaker

_HERE = Path(__file__).parent
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)')
_BODY = re.compile(r"<body[^<>]*>")


def dress_page(
    page: bytes | None,
    errors: Sequence[str],
    warnings: Sequence[str],
    *,
    version: str,
    speaker: Speaker,
) -> bytes:
    """
    Dress the page for being served while the data are edited.

    Everything in it stays as it is, but its policy, which lets it run one more script and style
    sheet, and ask this server, and no other, for news.

    Args:
        page: What the last build without errors made; None before there was one.
        errors: What stands in the way of a newer page.
        warnings: What does not.
        version: What the server calls this copy.
        speaker: Who says it.
    """
    text = page.decode("utf-8") if page else _read("empty.html")
    script, style = _read("live.js"), _read("served.css")
    notice = _write_notice(errors, warnings, speaker, has_page=page is not None)
    live = Markup('<script data-version="{}">{}</script>').format(version, Markup(script))
    text = _POLICY.sub(lambda found: _widen(found, script, style), text, count=1)
    text = text.replace("</head>", f"<style>{style}</style></head>", 1)
    return _BODY.sub(lambda found: f"{found[0]}{live}{notice}", text, count=1).encode("utf-8")


def _widen(found: re.Match[str], script: str, style: str) -> str:
    """Let a policy allow one more script, one more style sheet, and questions to the server."""
    rules = dict(rule.split(" ", 1) for rule in html.unescape(found[2]).split("; "))
    rules |= {
        "script-src": _allow(rules["script-src"], script),
        "style-src": _allow(rules["style-src"], style),
        "connect-src": "'self'",
    }
    policy = "; ".join(f"{name} {value}" for name, value in rules.items())
    return f"{found[1]}{html.escape(policy)}{found[3]}"


def _allow(sources: str, text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    others = [source for source in sources.split() if source != "'none'"]
    return " ".join((*others, f"'sha256-{digest}'"))


def _write_notice(
    errors: Sequence[str], warnings: Sequence[str], speaker: Speaker, *, has_page: bool
) -> str:
    if not errors and not warnings:
        return ""
    parts = []
    if errors:
        key = "serve.errors_before" if has_page else "serve.errors"
        parts.append(Markup("<h2>{}</h2>").format(speaker.say(key, n=len(errors))))
        parts.append(_list_lines(errors))
    if warnings:
        parts.append(
            Markup("<details><summary>{}</summary>{}</details>").format(
                speaker.say("serve.warnings", n=len(warnings)), _list_lines(warnings)
            )
        )
    label = speaker.say("serve.label")
    return Markup('<aside id="served" lang="{}" aria-label="{}">{}</aside>').format(
        speaker.language, label, Markup().join(parts)
    )


def _list_lines(lines: Sequence[str]) -> Markup:
    items = Markup().join(Markup("<li>{}</li>").format(line) for line in lines)
    return Markup("<ul>{}</ul>").format(items)


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
