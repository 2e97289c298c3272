"""Every text of the window comes from the catalogue: the lint that keeps it so."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from shown_texts import shown
from ui_source import name_of, problems_of_all

if TYPE_CHECKING:
    from collections.abc import Iterator

TRANSLATE = {"tr": ("text",), "translate": ("context", "text")}
"""The calls that `lupdate` looks for, and their arguments that have to be literals."""
TRANSLATED = {*TRANSLATE} | {"translated", "joined", "listed", "titled", "error_text", "error_texts"}
"""Calls that give a text in the language of the window."""
MESSAGES = {"Message", "of", "too_many", "sentences"}
"""Calls whose templates `.ci/messages.py` gathers."""
PROGRAMMING = {"KeyError", "LookupError", "RuntimeError", "TypeError", "ValueError"}
"""Exceptions that nobody is shown but the people who maintain KooDesk."""
NOT_SHOWN = {
    *("add_argument", "ArgumentParser", "ArgumentTypeError", "cast", "getLogger", "load", "property"),
    *("setObjectName", "setProperty", *PROGRAMMING),
}
"""Calls whose texts are names, or are read on a terminal."""
PASS_ON = {
    "as_tool_tip",
    "escape_invisible",
    "in_short",
    "isolated",
    "on_button",
    "visible",
    "with_break_points",
}
ERRORS = {"error", "problem", "outcome", "diagnosis", "finding"}
MESSAGE_FIELDS = {"title", "message", "remark", "evidence", "journal_problem"}
"""Names of what holds messages of `koodrive`, and of the messages in it."""
NAMES = {"key", "name", "objectName", "prog", "role"}
"""Keywords whose texts are names."""
LOG, ALIKE, CODE = "written into a log or a bundle", "alike in every language", "no text for people"
SAMPLE = "a sample whose width is measured"
READ_OUT = "pieces that are read out one after the other, no sentence"
EXCEPTIONS = {
    "ui/tour/": "what the tour types, and prints on a terminal",
    "ui/lifecycle/qt_check.py": "said before Qt may do anything",
    "ui/lifecycle/excepthook.py:_on_exception": LOG,
    "ui/lifecycle/excepthook.py:_on_thread_exception": LOG,
    "ui/lifecycle/excepthook.py:_on_unraisable": LOG,
    "ui/lifecycle/excepthook.py:_on_qt_message": LOG,
    "ui/lifecycle/process_log.py:log_versions": LOG,
    "ui/lifecycle/start_failure.py:_unexpected": LOG,
    "ui/support/actions.py:_settings_as_text": LOG,
    "ui/support/actions.py:_surroundings": LOG,
    "ui/support/error_dialog.py:show_errors": LOG,
    "'background task'": LOG,
    "ui/create/request_preview.py:text": "HTTP",
    "ui/core/icons.py": CODE,
    "ui/core/theme.py": CODE,
    "ui/core/window_settings.py:_ini": CODE,
    "ui/texts/visible.py:as_tool_tip": CODE,
    "'Authorization'": CODE,
    "' '.join(text.split())": CODE,
    "ui/tables/row_delegate.py:_text": CODE,
    "ui/texts/translate.py:translated": "messages of koodrive, which `.ci/messages.py` gathers",
    "ui/support/documents.py": "documents",
    "'English'": ALIKE,
    "ui/texts/visible.py:_ends_of": ALIKE,
    "ui/texts/attempts.py:utc_time": ALIKE,
    "ui/fields/space_field.py:capacity_text": ALIKE,
    "ui/widgets/banner.py:show_content": READ_OUT,
    "ui/core/chinese_font.py": CODE,
    "ui/core/language.py": ALIKE,
    "ui/main_window/chinese_notice.py": "said where Chinese cannot be shown",
    "'KooDesk'": ALIKE,
    "'F8'": ALIKE,
    "'Ctrl+Return; Ctrl+Enter'": ALIKE,
    "'Holidays of the choir'": SAMPLE,
    "ui/batch/undoing/undo_view.py:_build_table": SAMPLE,
    "ui/history/table.py:_samples": SAMPLE,
    "ui/live/actions.py:_labelled_ids": "names of the API, copied for other programs",
    "'Error calling Python override of [\\\\w:]+\\\\(\\\\): '": LOG,
}
"""Places, and texts as `ast` writes them, that look as if something were to translate, each with the reason."""

WORDS = re.compile(r"[^\W\d_]{2}[,:;.…]? \(?[^\W\d_]{2}|^&?[A-Z][a-z&]+(…|:|\.)?$")
"""Two words, or one that begins with a capital."""
GLUE = re.compile(r"[^\W\d_].* |^ .*[^\W\d_]|[,.;:] |^ $")
"""What stands between the places of a sentence in English only: words and blanks, stops with blanks, a blank alone."""


class Walk:
    """Looks through one module.

    Args:
        tree: The module.
        place: Its path below the root.
    """

    def __init__(self, tree: ast.Module, place: str) -> None:
        self._place = place
        self.problems: list[str] = []
        """The lines that could show English in another language, each with the reason."""
        self.excused: set[str] = set()
        """The `EXCEPTIONS` that were made."""
        self._function = place
        self._walk(tree, is_import=True)

    def _walk(self, node: ast.AST, *, is_import: bool, is_translated: bool = False) -> None:
        if isinstance(node, ast.Assign) and name_of(node.targets[0]) == "__all__":
            return
        if isinstance(node, ast.Compare) or (isinstance(node, ast.keyword) and node.arg in NAMES):
            return
        around = self._function
        if isinstance(node, ast.FunctionDef):
            self._function = f"{self._place}:{node.name}"
        elif isinstance(node, ast.Call):
            if _is_unseen(node):
                return
            self._call(node, is_import=is_import)
            is_translated = is_translated or name_of(node.func) in TRANSLATED | MESSAGES
        elif isinstance(node, ast.Constant) and not is_translated and _is_words(node):
            self._add(node, "{} is not translated")
        elif _is_glued(node):
            self._add(node, "{} is glued as English is")
        for child, is_later in _children(node):
            self._walk(child, is_import=is_import and not is_later, is_translated=is_translated)
        self._function = around

    def _call(self, call: ast.Call, *, is_import: bool) -> None:
        called = name_of(call.func)
        if called in TRANSLATED:
            if ast.unparse(call.func) in {"translate", "QCoreApplication.translate"} or called == "tr":
                self._translation(call, is_import=is_import)
            return
        if called == "join" and isinstance(call.func, ast.Attribute):
            sign = call.func.value
            if isinstance(sign, ast.Constant) and GLUE.search(str(sign.value)):
                self._add(call, "{} joins as English does")
        for argument in shown(call):
            for text in _untranslated(argument):
                self._add(text, f"{called} shows {{}} untranslated")

    def _translation(self, call: ast.Call, *, is_import: bool) -> None:
        if is_import:
            self._add(call, "{} is translated while the module is imported, when there is no language yet")
        texts = call.args[: len(TRANSLATE[name_of(call.func)])]
        if not all(isinstance(text, ast.Constant) for text in texts):
            self._add(call, "{} has a text that lupdate does not see, as it is no literal")
        if name_of(call.func) == "tr" and ast.unparse(call.func) != "self.tr":
            self._add(call, "{} has the context of another object")

    def _add(self, node: ast.AST, reason: str) -> None:
        words = ast.unparse(node)
        excuses = {one for one in EXCEPTIONS if one == words or self._function.startswith(one)}
        self.excused |= excuses
        line = f"{self._place}:{getattr(node, 'lineno', 0)}: {reason.format(words)}"
        if not excuses and line not in self.problems:
            self.problems.append(line)


def _children(node: ast.AST) -> Iterator[tuple[ast.AST, bool]]:
    """Yield the parts of `node` that may hold texts, and whether they run later than what is around them."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.JoinedStr):
        yield from ((part.value, False) for part in node.values if isinstance(part, ast.FormattedValue))
        return
    without = {getattr(node, "annotation", None), getattr(node, "returns", None)}
    later = node.body if isinstance(node, ast.FunctionDef | ast.Lambda) else []
    late = set(later if isinstance(later, list) else [later])
    yield from ((child, child in late) for child in ast.iter_child_nodes(node) if child not in without)


def _is_unseen(call: ast.Call) -> bool:
    """Return whether the texts of a call are no texts for people."""
    receiver = name_of(call.func.value) if isinstance(call.func, ast.Attribute) else ""
    return name_of(call.func) in NOT_SHOWN or receiver.endswith("log")


def _is_words(node: ast.Constant) -> bool:
    return isinstance(node.value, str) and bool(WORDS.search(node.value))


def _is_glued(node: ast.AST) -> bool:
    """Return whether texts are put together by an f-string, by ``+`` or by ``%`` as only English puts them together."""
    if isinstance(node, ast.JoinedStr):
        words = [part.value for part in node.values if isinstance(part, ast.Constant)]
        forms = [part.format_spec for part in node.values if isinstance(part, ast.FormattedValue)]
        has_number = any("," in ast.unparse(form) for form in forms if form is not None)
        has_sign = "sign" in ast.unparse(node).lower()
        return has_number or any(GLUE.search(str(text)) for text in words if text != " " or not has_sign)
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Add | ast.Mod):
        return False
    sides = (node.left, node.right)
    texts = [
        str(side.value) for side in sides if isinstance(side, ast.Constant) and isinstance(side.value, str)
    ]
    is_sum = any(isinstance(side, ast.Call) and name_of(side.func) in TRANSLATED for side in sides)
    return is_sum or any(GLUE.search(text) or text in {".", ",", ":"} for text in texts)


def _untranslated(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a shown expression that are words, or messages of `koodrive`, in English."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and re.search("[^\\W\\d_]", node.value):
            yield node
    elif isinstance(node, ast.Attribute):
        if node.attr in MESSAGE_FIELDS and name_of(node.value) in ERRORS:
            yield node
    elif isinstance(node, ast.Call):
        called = name_of(node.func)
        if called == "format" and isinstance(node.func, ast.Attribute):
            yield from _untranslated(node.func.value)
        parts = node.args + [one.value for one in node.keywords] if called in PASS_ON | {"format"} else []
        yield from (text for part in parts for text in _untranslated(part))
    elif isinstance(
        node, ast.IfExp | ast.BoolOp | ast.BinOp | ast.JoinedStr | ast.FormattedValue | ast.Tuple | ast.List
    ):
        yield from (text for part, _ in _children(node) for text in _untranslated(part))


def test_every_text_of_the_window_is_translated() -> None:
    excused: set[str] = set()

    def problems(tree: ast.Module, place: str) -> list[str]:
        walk = Walk(tree, place)
        excused.update(walk.excused)
        return walk.problems

    assert problems_of_all(problems) == {}
    assert set(EXCEPTIONS) - excused == set(), "these exceptions are not needed any more"


@pytest.mark.parametrize(
    "line",
    [
        "label.setText('Created')",
        "label.setText(name or 'nothing')",
        "button.setAccessibleName('copy' if is_copy else self.tr('Paste'))",
        "button.setToolTip(as_tool_tip('copy'))",
        "PlainLabel('words')",
        "SettingRow('theme', self.tr('Of the window.'), control)",
        "menu.addAction('open…')",
        "self.setWindowTitle(error.title)",
        "label.setText(words.format(reason=problem.message))",
        "words = 'Nothing was sent.'",
        "HEADINGS = ('Name', 'Kind')",
        "raise DirectoryInUseError('KooDesk is open already.')",
        "TITLE = translate('Page', 'History')",
        "class Page:\n    title = translate('Page', 'History')",
        "def f(text=translate('Page', 'History')): pass",
        "self.tr(f'Made: {name}')",
        "self.tr(words)",
        "translate('Page', words)",
        "self.tr('Made ' + name)",
        "QLabel().tr('Made')",
        "text = f'{count:,}'",
        "text = f'{title}: {message}'",
        "text = f'{first} {second}'",
        "text = f'Made on {day}'",
        "text = self.tr('Made') + name",
        "text = name + '.'",
        "text = 'Made on %s' % day",
        "text = ' '.join(sentences)",
        "text = ', '.join(names)",
    ],
)
def test_the_lint_finds_what_it_is_for(line: str) -> None:
    assert Walk(ast.parse(line), "ui/somewhere.py").problems


@pytest.mark.parametrize(
    "line",
    [
        "label.setText(self.tr('Created'))",
        "label.setText(self.tr('Made: {name}').format(name=name))",
        "label.setText(translated(error.title))",
        "label.setText(joined(outcome.message, self.tr('Look again.')))",
        "PushButton(self.tr('&Save'), name=f'{form}.save', role='primary')",
        "_log.warning('an unused secret could not be deleted: %s', kind)",
        "button.setObjectName('Create many')",
        "text = f'⚠ {words}'",
        "text = f'{sign} {words}'",
        "text = f'{name} · {count}'",
        "return {Kind.ALBUM: translate('Page', 'Album')}",
        "error = KoodriveError(Message('It is gone'), Message('Nothing was sent.'))",
        "raise ValueError('not a colour of ours')",
    ],
)
def test_the_lint_lets_the_proper_ways_be(line: str) -> None:
    assert Walk(ast.parse(f"def f(self):\n    {line}"), "ui/somewhere.py").problems == []
