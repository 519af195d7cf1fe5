"""Modules of the page's script -> one text for its one inline script element."""

import re
from pathlib import Path

SCRIPT = Path(__file__).parent / "script"

ENTRY = SCRIPT / "app.js"
"""The module from which all others of the page are reached."""

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.{1,2}/[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let)\b)", re.MULTILINE)
_NAME = re.compile(
    r"^(export )?(?:async )?(?:function\*?|class|const|let) (\w+|\[[^\]]*\]|\{[^}]*\})",
    re.MULTILINE,
)
_LEFT = re.compile(r"^\s*(?:import|export)\b.*", re.MULTILINE)


def bundle(entry: Path = ENTRY) -> str:
    """
    Join a module and all that it imports into one scope; what is imported comes first.

    A small part of the language is enough: `import { a, b } from "./c.js";`, and `export` before
    a declaration, both at the start of a line. Nothing is renamed, so that a name means the same
    thing in every module and who reads the page reads the source.

    Args:
        entry: The module to start from.

    Returns:
        The text of all modules without their imports and exports; the same for the same files.

    Raises:
        ValueError: Modules import each other in a circle, a name is declared in two of them or
            imported and not exported, or an import or export has another form.
    """
    modules = list_modules(entry)
    texts = {module: _read(module) for module in modules}
    declared: dict[str, Path] = {}
    exported: dict[Path, set[str]] = {}
    for module, text in texts.items():
        found = [
            (name, bool(open)) for open, names in _NAME.findall(text) for name in _words(names)
        ]
        exported[module] = {name for name, open in found if open}
        for name, _ in found:
            if name in declared:
                where = f"{declared[name].name} and {module.name}"
                raise ValueError(f"{where} both declare {name!r}, rename one of them")
            declared[name] = module
        for names, address in _IMPORT.findall(text):
            for name in _words(names):
                if name not in exported[_resolve(module, address)]:
                    raise ValueError(f"{module.name}: {address} does not export {name!r}")
    return "".join(_strip(module, text) for module, text in texts.items())


def list_modules(entry: Path = ENTRY) -> list[Path]:
    """
    List a module and all that it imports, each after those that it imports itself.

    Raises:
        ValueError: Modules import each other in a circle.
    """
    ready: list[Path] = []

    def visit(module: Path, above: tuple[Path, ...]) -> None:
        if module in above:
            circle = [*above[above.index(module) :], module]
            raise ValueError(f"{' -> '.join(one.name for one in circle)}: imports in a circle")
        if module in ready:
            return
        for _, address in _IMPORT.findall(_read(module)):
            visit(_resolve(module, address), (*above, module))
        ready.append(module)

    visit(entry.resolve(), ())
    return ready


def _resolve(module: Path, address: str) -> Path:
    return (module.parent / address).resolve()


def _words(names: str) -> list[str]:
    return re.findall(r"\w+", names)


def _strip(module: Path, text: str) -> str:
    body = _EXPORT.sub("", _IMPORT.sub("", text))
    if left := _LEFT.search(body):
        raise ValueError(f"{module.name}: cannot join {left[0].strip()!r}")
    return body


def _read(module: Path) -> str:
    """Read a module with line ends as a browser sees them."""
    return module.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")
