"""Text from outside meets only widgets and calls that show it literally: the lint that keeps it so."""

from __future__ import annotations

import ast

import pytest
from ui_source import name_of, problems_of_all

LABEL = "ui/widgets/labels.py"
FIXED_WORDS = {
    "ui/main_window/attention.py": {"QSystemTrayIcon", "showMessage"},
    "ui/batch/views/speed_chart.py": {"QToolTip"},
    "ui/history/charts.py": {"QToolTip"},
}
"""What may be used in one place, where no text from outside comes to, or only through as_tool_tip."""
TAKES_MARKUP = {
    *("QErrorMessage", "QInputDialog", "QProgressDialog", "QTextBrowser", "QTextDocument", "QTextEdit"),
    *("QToolTip", "QWhatsThis", "QSplashScreen", "QSystemTrayIcon", "setHtml", "appendHtml", "insertHtml"),
    *("setStatusTip", "setWhatsThis", "showMessage", "RichText", "AutoText", "MarkdownText"),
}
"""Qt calls that may interpret a text as markup."""
BOX_SHORTCUTS = {"about", "critical", "information", "question", "warning"}
WITH_MNEMONICS = {"QAction", "QCheckBox", "QMenu", "QPushButton", "QRadioButton", "QToolButton", "addAction"}
IN_ONE_LINE = WITH_MNEMONICS | {"addItem", "addMenu", "insertItem", "setItemText", "setWindowTitle"}
SAFE = {"in_short", "on_button", "tr", "translate", "translated", "kind_words", "outcome_with_sign"}
OUTSIDE = {"connection_name", "id", "message", "msg", "name", "path", "result_id", "server_text"}


def problems(tree: ast.Module, place: str) -> list[str]:
    """Return the lines that could show text from outside other than literally, each with the reason."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            found += [f"{place}:{node.lineno}: {reason}" for reason in call_problems(node)]
        if isinstance(node, ast.Attribute | ast.Name) and name_of(node) in TAKES_MARKUP - FIXED_WORDS.get(
            place, set()
        ):
            found.append(f"{place}:{node.lineno}: {name_of(node)} takes markup")
        if isinstance(node, ast.Name) and node.id == "QLabel" and place != LABEL:
            found.append(f"{place}:{node.lineno}: a QLabel that is no PlainLabel")
        if isinstance(node, ast.FunctionDef):
            found += [f"{place}:{node.lineno}: {reason}" for reason in box_problems(node)]
    return found


def call_problems(call: ast.Call) -> list[str]:
    """Return what is wrong with one call."""
    called = name_of(call.func)
    if called == "setToolTip":
        return [] if is_tool_tip(call.args[0]) else ["a tool tip that is not made by as_tool_tip"]
    if called == "QMessageBox" and len(call.args) > 1:
        return ["a QMessageBox gets its text before it knows that it is plain"]
    if called in BOX_SHORTCUTS and name_of(getattr(call.func, "value", call.func)) == "QMessageBox":
        return ["a QMessageBox whose text is taken for markup"]
    if called in IN_ONE_LINE and call.args:
        return [f"{called} shows “{text}” without on_button or in_short" for text in outside(call.args[0])]
    return []


def is_tool_tip(node: ast.expr) -> bool:
    """Return whether an expression is made by as_tool_tip, or a text of the source, or a choice between such."""
    if isinstance(node, ast.IfExp):
        return is_tool_tip(node.body) and is_tool_tip(node.orelse)
    if isinstance(node, ast.Constant):
        return True
    return isinstance(node, ast.Call) and name_of(node.func) in {"as_tool_tip", "tr"}


def outside(node: ast.AST) -> list[str]:
    """Return the names in an expression that stand for text from outside and are not made safe."""
    if isinstance(node, ast.Call) and name_of(node.func) in SAFE:
        return []
    if isinstance(node, ast.Attribute | ast.Name) and name_of(node) in OUTSIDE:
        return [name_of(node)]
    return [text for child in ast.iter_child_nodes(node) for text in outside(child)]


def box_problems(function: ast.FunctionDef) -> list[str]:
    """Return what is wrong with a message box that the function makes, or that it is the beginning of."""
    calls = sorted(
        (node for node in ast.walk(function) if isinstance(node, ast.Call)), key=lambda call: call.lineno
    )
    names = [name_of(call.func) for call in calls]
    if "QMessageBox" not in names and "setInformativeText" not in names:
        return []
    formats = [place for place, name in enumerate(names) if name == "setTextFormat"]
    texts = [place for place, name in enumerate(names) if name in {"setText", "setInformativeText"}]
    is_plain = formats and (not texts or formats[0] < texts[0])
    return [] if is_plain else ["a QMessageBox that has a text before setTextFormat"]


def test_text_from_outside_is_shown_literally() -> None:
    assert problems_of_all(problems) == {}


@pytest.mark.parametrize(
    "line",
    [
        "QLabel(name)",
        "label: QLabel = QLabel()",
        "class Other(QLabel): pass",
        "QMessageBox.warning(self, title, text)",
        "QMessageBox(QMessageBox.Icon.Question, title, text)",
        "def f():\n    box = QMessageBox(self)\n    box.setText(text)",
        "def f():\n    box = QMessageBox(self)\n    box.setText(text)\n    box.setTextFormat(PLAIN)",
        "button.setToolTip(name)",
        "button.setToolTip(f'{name}')",
        "label.setTextFormat(Qt.TextFormat.RichText)",
        "label.setTextFormat(Qt.TextFormat.AutoText)",
        "view.setHtml(text)",
        "QTextEdit()",
        "QAction(connection.name, self)",
        "menu.addAction(connection.name.replace('&', '&&'))",
        "combo.addItem(name, 1)",
        "QPushButton(self.tr('Use {name}').format(name=offer.name))",
        "self.setWindowTitle(f'{connection.name} - KooDesk')",
    ],
)
def test_the_lint_finds_what_it_is_for(line: str) -> None:
    assert problems(ast.parse(line), "ui/somewhere.py")


@pytest.mark.parametrize(
    "line",
    [
        "PlainLabel(name)",
        "button.setToolTip(as_tool_tip(name))",
        "button.setToolTip(self.tr('Add a connection'))",
        "QAction(on_button(connection.name), self)",
        "combo.addItem(in_short(name, 80), 1)",
        "def f():\n    box = QMessageBox(self)\n    box.setTextFormat(PLAIN)\n    box.setText(text)",
    ],
)
def test_the_lint_lets_the_proper_ways_be(line: str) -> None:
    assert not problems(ast.parse(line), "ui/somewhere.py")
