"""The law of the house: who may import whom, what is never written, what start-up may load."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.qt import overrides_qt, qt_class

TOP = Path(__file__).resolve().parent.parent
PACKAGE = TOP / "cjmapper"
PERMITTED = {
    "cjmapper", "resources", "tests", "packaging", "pyproject.toml", "README.md", "LICENSE",
}  # fmt: skip
LONGEST = 450

PARTS = {
    "PySide6": ("app", "ui", "painters.qt"),
    "shiboken6": ("app", "ui", "painters.qt"),
    "reportlab": ("painters.pdf",),
    "rl_accel": ("painters.pdf",),
    "networkx": ("analysis",),
    "pptx": ("painters.pptx",),
    "xlsxwriter": ("exchange",),
    "python_calamine": ("exchange",),
    "pypdf": ("exchange",),
    "segno": ("layout.poster_code",),
}
"""Library -> how the names of the modules begin that may import it."""

BANNED_IMPORTS = (
    "pickle", "shelve", "marshal", "dill", "reportlab.platypus", "reportlab.lib.fontfinder",
)  # fmt: skip
BANNED_NAMES = {"eval", "exec", "QSettings", "QSaveFile", "Paragraph"}
GETTEXT = {"_", "gettext", "ngettext", "pgettext", "npgettext", "N_", "translate", "tr"}

Module = tuple[str, ast.Module]


def modules(package: Path = PACKAGE) -> list[Module]:
    """Every module of the package: its name without ``cjmapper.``, and its tree."""
    return [
        (name_of(path, package), ast.parse(path.read_text(encoding="utf-8"), str(path)))
        for path in sorted(package.rglob("*.py"))
    ]


def name_of(path: Path, package: Path) -> str:
    parts = path.relative_to(package).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imported(tree: ast.Module) -> Iterator[str]:
    """The whole name of everything a module imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def may_import(module: str, part: str) -> bool:
    """Whether `module` is one of those that may import `part`: a room, or a family of painters."""
    return any(
        within(module, room) or ("." in room and module.startswith(room + "_"))
        for room in PARTS[part]
    )


def wrong_parts(found: list[Module]) -> list[str]:
    return [
        f"{module} imports {part}"
        for module, tree in found
        for part in PARTS
        if any(within(name, part) for name in imported(tree)) and not may_import(module, part)
    ]


def banned(found: list[Module]) -> list[str]:
    return [f"{module}: {name}" for module, tree in found for name in sorted(set(banned_in(tree)))]


def banned_in(tree: ast.Module) -> Iterator[str]:
    for name in imported(tree):
        if any(within(name, one) for one in BANNED_IMPORTS):
            yield name
        if name.rpartition(".")[2] in BANNED_NAMES:
            yield name
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in BANNED_NAMES:
            yield node.id
        elif isinstance(node, ast.Attribute) and node.attr in BANNED_NAMES - {"eval", "exec"}:
            yield node.attr


def stars(found: list[Module]) -> list[str]:
    return [
        f"{module}: from {node.module} import *"
        for module, tree in found
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]


def built_sentences(found: list[Module]) -> list[str]:
    """Places where an f-string stands inside a call that looks a sentence up."""
    return [
        f"{module}:{node.lineno}"
        for module, tree in found
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and last_name(node.func) in GETTEXT
        for part in (*node.args, *(keyword.value for keyword in node.keywords))
        if any(isinstance(piece, ast.JoinedStr) for piece in ast.walk(part))
    ]


def last_name(node: ast.expr) -> str:
    """The last part of a name: ``guard`` of ``guard``, ``ui.guard`` and ``guard(default)``."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call(func=function):
            return last_name(function)
        case ast.Subscript(value=value):
            return last_name(value)
        case _:
            return ""


def unguarded(found: list[Module]) -> list[str]:
    """Overrides of Qt's methods in our classes that an exception could leave through."""
    classes = [
        (module, node)
        for module, tree in found
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    ]
    parents = {node.name: [last_name(base) for base in node.bases] for _, node in classes}
    return [
        f"{module}:{method.lineno} {node.name}.{method.name}"
        for module, node in classes
        for method in node.body
        if isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef)
        and any(overrides_qt(base, method.name) for base in qt_bases(node.name, parents))
        and "guard" not in {last_name(decorator) for decorator in method.decorator_list}
    ]


def qt_bases(name: str, parents: dict[str, list[str]]) -> list[type]:
    """The classes of Qt that the class called `name` stems from, through our own classes too."""
    found: list[type] = []
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        if current in parents:
            waiting += parents[current]
        elif base := qt_class(current):
            found.append(base)
    return found


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the import contracts of `pyproject.toml` against the package in `folder`."""
    code = (
        "import sys; from importlinter.cli import lint_imports;"
        " sys.exit(lint_imports(no_cache=True, no_logo=True))"
    )
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False
    )


def loaded_after(statement: str) -> set[str]:
    """The top-level packages loaded by a fresh Python after `statement`."""
    code = f"{statement}; import sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in done.stdout.split()}


def tree(text: str, module: str = "ui.thing") -> list[Module]:
    return [(module, ast.parse(text))]


def test_every_import_goes_down_the_house() -> None:
    done = lint_imports(TOP)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "statement"),
    [
        ("geometry.py", "import cjmapper.model"),
        ("model/planted.py", "import cjmapper.layout"),
        ("layout/planted.py", "from PySide6.QtGui import QFont"),
        ("drawing/planted.py", "def late() -> None:\n    import reportlab.pdfgen"),
        ("text/planted.py", "import networkx"),
        ("newroom/__init__.py", ""),
    ],
)
def test_an_import_that_goes_up_the_house_is_caught(
    tmp_path: Path, module: str, statement: str
) -> None:
    unneeded = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, tmp_path / "cjmapper", ignore=unneeded)
    shutil.copy(TOP / "pyproject.toml", tmp_path)
    planted = tmp_path / "cjmapper" / module
    planted.parent.mkdir(exist_ok=True)
    with planted.open("a", encoding="utf-8") as file:
        file.write(f"\n{statement}\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1, done.stdout
    assert planted.parent.name in done.stdout


def test_each_library_is_imported_only_where_it_belongs() -> None:
    assert wrong_parts(modules()) == []


def test_a_library_imported_elsewhere_is_caught() -> None:
    assert wrong_parts(tree("def late():\n    from PySide6 import QtCore", "export.png"))
    assert wrong_parts(tree("import reportlab.pdfgen", "painters.svg"))
    assert not wrong_parts(tree("import PySide6.QtGui", "painters.qt_outlines"))
    assert not wrong_parts(tree("import reportlab", "painters.pdf.fonts"))


def test_the_top_level_holds_only_what_belongs_there() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=TOP, capture_output=True, text=True, check=False
    )
    names = {line.partition("/")[0] for line in listed.stdout.splitlines()}
    names = names or {path.name for path in TOP.iterdir()}
    assert {name for name in names if not name.startswith(".")} - PERMITTED == set()
    assert not (TOP / "packaging" / "__init__.py").exists()


def test_nothing_dangerous_is_imported_or_used() -> None:
    assert banned(modules()) == []


def test_something_dangerous_is_caught() -> None:
    assert banned(tree("import pickle"))
    assert banned(tree("from reportlab.platypus import SimpleDocTemplate"))
    assert banned(tree("from reportlab.lib import fontfinder"))
    assert banned(tree("from PySide6.QtCore import QSettings"))
    assert banned(tree("x = QtCore.QSaveFile('a')"))
    assert banned(tree("eval('1')"))
    assert not banned(tree("dialog.exec()"))


def test_no_module_imports_a_star() -> None:
    assert stars(modules()) == []
    assert stars(tree("from PySide6.QtCore import *"))


def test_every_override_of_qt_is_guarded() -> None:
    assert unguarded([(name, one) for name, one in modules() if may_import(name, "PySide6")]) == []


def test_an_override_without_a_guard_is_caught() -> None:
    base = "class Base(QtWidgets.QWidget):\n    pass\n"
    plain = base + "class Mine(Base):\n    def paintEvent(self, e): ..."
    assert unguarded(tree(plain)) == ["ui.thing:4 Mine.paintEvent"]
    assert not unguarded(tree(plain.replace("    def", "    @guard\n    def")))
    assert not unguarded(tree(plain.replace("    def", "    @guard(False)\n    def")))
    assert not unguarded(tree(plain.replace("paintEvent", "words_of_our_own")))


def test_no_sentence_is_built_before_it_is_looked_up() -> None:
    assert built_sentences(modules()) == []
    assert built_sentences(tree("gettext(f'{count} cards')"))
    assert built_sentences(tree("words.ngettext('a', 'b ' + f'{n}', n)"))
    assert not built_sentences(tree("gettext('{count} cards').format(count=f'{n}')"))


def test_every_module_says_what_it_is_for() -> None:
    assert [name for name, one in modules() if not ast.get_docstring(one)] == []


def test_no_module_is_too_long() -> None:
    lengths = {path: len(path.read_bytes().splitlines()) for path in PACKAGE.rglob("*.py")}
    assert {path.name: length for path, length in lengths.items() if length > LONGEST} == {}


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    heavy = {"PySide6", "shiboken6", "reportlab", "networkx", "pyphen", "numpy", "PIL"}
    assert loaded_after("import cjmapper.cli") & heavy == set()


def test_the_window_starts_without_the_libraries_it_does_not_need_yet() -> None:
    heavy = {"reportlab", "networkx", "numpy", "PIL"}
    statement = "import cjmapper.__main__, cjmapper.app, cjmapper.ui.main_window"
    assert loaded_after(statement) & heavy == set()


def test_calls_into_qt_keep_every_reference_to_none() -> None:
    from PySide6.QtCore import QObject, QPoint

    point, thing = QPoint(), QObject()
    before = sys.getrefcount(None)
    for number in range(10_000):
        point.setX(number)
        thing.blockSignals(False)
        thing.setObjectName("")
    assert abs(sys.getrefcount(None) - before) < 500
