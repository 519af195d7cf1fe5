"""Modules of the script become one text, in the order that their imports ask for."""

import re
from pathlib import Path

import pytest

from graph.page.bundle import SCRIPT, bundle, list_modules


def write(folder: Path, **modules: str) -> Path:
    """Modules by name, of which `app` is the one to start from."""
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder / "app.js"


def test_imports_come_first(tmp_path: Path) -> None:
    """What is imported stands before what imports it, once, without the words of modules."""
    entry = write(
        tmp_path,
        app='import { two } from "./two.js";\nimport { one } from "./one.js";\n\ntwo(one);\n',
        two='import { one } from "./one.js";\nexport function two(from) {\n  return from;\n}\n',
        one="export const one = 1;\n",
    )

    assert bundle(entry) == (
        "const one = 1;\nfunction two(from) {\n  return from;\n}\n\ntwo(one);\n"
    )
    assert [path.name for path in list_modules(entry)] == ["one.js", "two.js", "app.js"]


def test_import_over_lines_and_folders(tmp_path: Path) -> None:
    """A long import over several lines counts, and so does one from another folder."""
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "one.js").write_text("export let a = 1;\nexport class B {}\n")
    entry = write(tmp_path, app='import {\n  a,\n  B,\n} from "./model/one.js";\nnew B(a);\n')

    assert bundle(entry) == "let a = 1;\nclass B {}\nnew B(a);\n"


@pytest.mark.parametrize(
    ("modules", "message"),
    [
        (
            {
                "app": 'import { a } from "./one.js";\n',
                "one": 'import { b } from "./two.js";\nexport const a = b;\n',
                "two": 'import { a } from "./one.js";\nexport const b = a;\n',
            },
            "one.js -> two.js -> one.js: imports in a circle",
        ),
        (
            {
                "app": 'import { a } from "./one.js";\nconst c = a;\n',
                "one": "export const a = 1;\nfunction c() {}\n",
            },
            "one.js and app.js both declare 'c', rename one of them",
        ),
        (
            {
                "app": 'import { b } from "./one.js";\n',
                "one": "export const a = 1;\nconst b = 2;\n",
            },
            "app.js: ./one.js does not export 'b'",
        ),
        (
            {"app": 'import { a as b } from "./one.js";\n', "one": "export const a = 1;\n"},
            "app.js: ./one.js does not export 'as'",
        ),
        ({"app": "export default 1;\n"}, "app.js: cannot join 'export default 1;'"),
        ({"app": 'import "./one.js";\n', "one": ""}, "app.js: cannot join 'import \"./one.js\";'"),
        ({"app": "const { a, b } = {};\nlet [b] = [];\n"}, "both declare 'b'"),
    ],
    ids=["circle", "twice", "not-exported", "renamed", "default", "for-effect", "destructured"],
)
def test_refused(tmp_path: Path, modules: dict[str, str], message: str) -> None:
    """What cannot be joined with the same meaning is refused, with the file and the name."""
    with pytest.raises(ValueError, match=re.escape(message)):
        bundle(write(tmp_path, **modules))


def test_every_module_is_joined() -> None:
    """Each module in the folder is part of the page, but for those that hold types alone."""
    types = {SCRIPT / "model" / "block.js"}

    assert sorted({*list_modules(), *types}) == sorted(SCRIPT.rglob("*.js"))


def test_what_is_shortened_stands_in_no_text() -> None:
    """What the page does without is code where it stands: `const`, line ends, `;`, brackets."""
    joined = bundle()

    assert ";}" not in joined
    assert not re.search(r"`[^`\n]*\$\{[^`\n]*\n", joined)
    for line in joined.splitlines():
        for shortened in re.finditer(r"\bconst (?=[\w\[{])|\(\w+\) ?=>", line):
            before = line[: shortened.start()]
            assert not any(before.count(quote) % 2 for quote in "\"'`"), line


def test_exports_are_imported() -> None:
    """What a module exports, another one imports: the rest is its own."""
    texts = {path: path.read_text(encoding="utf-8") for path in list_modules()}
    imported = {
        name
        for text in texts.values()
        for names in re.findall(r"^import \{([^}]*)\}", text, re.MULTILINE)
        for name in re.findall(r"\w+", names)
    }

    for path, text in texts.items():
        exports = re.findall(
            r"^export (?:async )?(?:function\*?|class|const|let) (\w+)", text, re.MULTILINE
        )
        assert sorted(set(exports) - imported) == [], path.name


def test_model_is_pure() -> None:
    """The model imports only itself, and knows no document, window or state of the page."""
    for path in (SCRIPT / "model").glob("*.js"):
        text = path.read_text(encoding="utf-8")
        for address in re.findall(
            r'^import .* from "([^"]+)"|^\} from "([^"]+)"', text, re.MULTILINE
        ):
            assert "".join(address).startswith("./"), path.name
        code = re.sub(r"//.*|/\*[\s\S]*?\*/", "", text)
        assert not re.search(r"\b(?:document|window|location|globalThis|byId)\b", code), path.name
