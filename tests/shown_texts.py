"""Which arguments of a call are shown to people: by what Qt's widgets and those of `ui` offer."""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6 import QtGui, QtWidgets
from ui_source import name_of, trees

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_SHOWN = {
    *("setAccessibleIdentifier", "setDefaultSuffix", "setDisplayFormat", "setInputMask", "setObjectName"),
    *("setStyleSheet", "setWindowFilePath"),
}
_TAKE_TEXTS = {
    *(
        "QAction",
        "QCheckBox",
        "QDockWidget",
        "QGroupBox",
        "QLabel",
        "QListWidgetItem",
        "QMenu",
        "QPushButton",
    ),
    *("QRadioButton", "QTableWidgetItem", "QToolButton", "QTreeWidgetItem", "QAccessibleAnnouncementEvent"),
    *(
        "addAction",
        "addButton",
        "addItem",
        "addItems",
        "addMenu",
        "addRow",
        "addSection",
        "addTab",
        "announce",
    ),
    *("drawText", "getExistingDirectory", "getOpenFileName", "getSaveFileName", "insertItem", "insertItems"),
    *("insertTab", "setButtonText", "setDetailedText", "setHeaderLabels", "setHorizontalHeaderLabels"),
    *("setInformativeText", "setItemText", "setLabelText", "setNameFilter", "setNameFilters", "setPlainText"),
    *("setTabText", "setTabToolTip", "showMessage", "showText"),
}
"""Calls of Qt that are no setters of a property; all of their arguments count."""
_TEXT_PARAMETERS = {
    *(
        "about",
        "announced",
        "caption",
        "confirm",
        "consequence",
        "counting",
        "explanation",
        "foot",
        "heading",
    ),
    *("help_text", "hint", "is_running", "label", "message", "placeholder", "purpose", "question", "reason"),
    *("remark", "stay", "stop_label", "stopped_message", "stopped_title", "text", "title", "tip", "words"),
}
"""What parameters and fields of `ui` are called whose text is shown."""


@cache
def qt_setters() -> frozenset[str]:
    """Return the setters of all texts that widgets and actions of Qt have as properties."""
    kinds: list[Any] = [getattr(module, name) for module in (QtGui, QtWidgets) for name in dir(module)]
    metas = [kind.staticMetaObject for kind in kinds if _is_shown(kind)]
    offered = [meta.property(place) for meta in metas for place in range(meta.propertyCount())]
    texts = [one.name() for one in offered if one.typeName() == "QString" and one.isWritable()]
    return frozenset(f"set{name[0].upper()}{name[1:]}" for name in texts) - _NOT_SHOWN


@cache
def own_parameters() -> dict[str, frozenset[tuple[int, str]]]:
    """Return the places and names of the parameters of `ui` that take texts, by what is called.

    Where several classes have a method of one name, what all of them take.
    """
    found: dict[str, frozenset[tuple[int, str]]] = {}
    for tree in trees().values():
        for node in (*tree.body, *(one for one in ast.walk(tree) if isinstance(one, ast.ClassDef))):
            for name, texts in _definitions(node):
                found[name] = found.get(name, texts) & texts
    return found


def _is_shown(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, QtWidgets.QWidget | QtGui.QAction)


def _definitions(node: ast.AST) -> Iterator[tuple[str, frozenset[tuple[int, str]]]]:
    """Yield the names that a class or a function defines, each with its parameters for texts."""
    if isinstance(node, ast.FunctionDef):
        yield node.name, _texts(_parameters(node))
    if not isinstance(node, ast.ClassDef):
        return
    methods = [one for one in node.body if isinstance(one, ast.FunctionDef)]
    for method in methods:
        is_static = any(name_of(one) == "staticmethod" for one in method.decorator_list)
        name = node.name if method.name == "__init__" else method.name
        yield name, _texts(_parameters(method)[not is_static :])
    if all(method.name != "__init__" for method in methods):
        fields = [one for one in node.body if isinstance(one, ast.AnnAssign)]
        yield node.name, _texts([(name_of(one.target), name_of(one.annotation)) for one in fields])


def shown(call: ast.Call) -> list[ast.expr]:
    """Return the arguments of a call that are shown."""
    called = name_of(call.func)
    if called in _TAKE_TEXTS:
        return list(call.args)
    if called in qt_setters():
        return call.args[:1]
    parameters = own_parameters().get(called, frozenset())
    places, names = {place for place, _ in parameters}, {name for _, name in parameters}
    by_place = [argument for place, argument in enumerate(call.args) if place in places]
    return by_place + [one.value for one in call.keywords if one.arg in names]


def _parameters(function: ast.FunctionDef) -> list[tuple[str, str]]:
    arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return [(one.arg, name_of(one.annotation) if one.annotation else "") for one in arguments]


def _texts(parameters: list[tuple[str, str]]) -> frozenset[tuple[int, str]]:
    kinds = enumerate(parameters)
    return frozenset(
        (place, name) for place, (name, kind) in kinds if name in _TEXT_PARAMETERS and kind == "str"
    )
