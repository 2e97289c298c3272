"""Names at their limits and with every troublesome character, typed, pasted and from a template, in the real window."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from window_fixtures import has_settled, posts

from koodrive.journal import Attempt
from koodrive.models import OutcomeKind, RequestKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID
from ui.fields.name_field import OfferButton
from ui.history.page import HistoryPage
from ui.inputs.field import PAUSE_MS

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.create.page import CreatePage
    from ui.main_window.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
ALBUM, FOLDER = RequestKind.ALBUM, RequestKind.SHARED_FOLDER
TEMPLATE = Attempt(
    attempt_id=1,
    kind=ALBUM,
    name="",
    outcome=OutcomeKind.CREATED,
    result_id=None,
    connection_id="c-1",
    connection_name="Family",
    started_at=datetime(2026, 3, 1, tzinfo=UTC),
    settled_at=None,
    trace_id="t",
    service_address="https://intl.example.com",
    user_id="1",
    file_id=None,
    group_id=None,
    tenant_id=None,
    creator=None,
    create_time=None,
    body="{}",
    answer=None,
    status=None,
    code=None,
    title=None,
    message=None,
    note=None,
)
LIMITS = [
    (ALBUM, "", "Enter a name."),
    (ALBUM, "x", ""),
    (ALBUM, "春" * 20, ""),
    (ALBUM, "春" * 21, "1 character too many (21 of 20)."),
    (ALBUM, "\U00020bb7" * 10, ""),
    (ALBUM, "\U00020bb7" * 20, "20 characters, but 40 UTF-16 units"),
    (ALBUM, "\U00020bb7" * 21, "1 character too many (21 of 20)."),
    (ALBUM, "👨\u200d👩\u200d👧" * 2, ""),
    (ALBUM, "👨\u200d👩\u200d👧" * 5, "5 characters too many (25 of 20)."),
    (ALBUM, "   ", "cannot be only spaces"),
    (ALBUM, "\u200b", "cannot be only spaces"),
    (ALBUM, "e\u0301", "usual form (NFC)"),
    (ALBUM, "\u00e9", ""),
    (ALBUM, "abc\u202efdp", "(U+202E)"),
    (ALBUM, "..", ""),
    (ALBUM, '<>|:*?"/', ""),
    (FOLDER, "", "Enter a name."),
    (FOLDER, "x", ""),
    (FOLDER, "家" * 31, ""),
    (FOLDER, "家" * 32, "1 character too many (32 of 31)."),
    (FOLDER, ".", "cannot be just “.”"),
    (FOLDER, "..", "cannot be just “..”"),
    (FOLDER, "...", ""),
    (FOLDER, "a\\b", "The web guide forbids a backslash"),
    (FOLDER, "Party 🎉", "Emoji are not allowed in a name (🎉). Remove them."),
    (FOLDER, "㊗ 2026 ❤", "Some services count this as an emoji (㊗ ❤)."),
    (FOLDER, "\U00020bb7" * 31, "31 characters, but 62 UTF-16 units"),
    (FOLDER, " trip", "begins or ends with a space"),
    *((FOLDER, f"a{character}b", f"“{character}”") for character in '<>|:*?"/'),
    (FOLDER, "a\nb", "a line break"),
    (FOLDER, "a\rb", "a carriage return"),
    (FOLDER, "a\bb", "a backspace"),
    (FOLDER, "a\tb", "a tab"),
]
UNTYPEABLE = set("\n\r\b\t")


class NameDriver:
    """Gives a page its name in one of three ways and reads what the field says about it."""

    def __init__(self, window: MainWindow, kind: RequestKind) -> None:
        window.open_page(kind.value)
        self.window = window
        self.kind = kind
        self.page: CreatePage = window.album if kind is ALBUM else window.shared_folder
        self.line = self.page.findChild(QLineEdit, f"{kind.value}.name")
        if kind is FOLDER:
            self.page.findChild(QLineEdit, "sharedFolder.containerId").insert(SANDBOX_CONTAINER_ID)

    def type(self, name: str) -> None:
        for character in name:
            QTest.sendKeyEvent(
                QTest.KeyAction.Click,
                self.line,
                Qt.Key.Key_unknown,
                character,
                Qt.KeyboardModifier.NoModifier,
            )

    def paste(self, name: str) -> None:
        QGuiApplication.clipboard().setText(name)
        QTest.keyClick(self.line, Qt.Key.Key_V, CONTROL)

    def use_template(self, name: str) -> None:
        body = {"name": name, "type": 2, "albumKind": 1}
        if self.kind is FOLDER:
            body = {"name": name, "shareType": 0, "containerId": SANDBOX_CONTAINER_ID}
        self.window.open_page("history")
        history = self.window.findChild(HistoryPage)
        history.template_requested.emit(replace(TEMPLATE, kind=self.kind, name=name, body=json.dumps(body)))

    def clear(self) -> None:
        self.page.start_fresh({**self.page.fields(), "name": ""})

    def leave(self) -> None:
        QTest.keyClick(self.line, Qt.Key.Key_Tab)
        self.line.setFocus()

    def press_create(self) -> None:
        self.line.clearFocus()
        QTest.mouseClick(self._find("create", QAbstractButton), Qt.MouseButton.LeftButton)

    @property
    def message(self) -> str:
        return self._find("name.message", QLabel).text()

    @property
    def offer(self) -> OfferButton | None:
        button = self._find("name.offer", OfferButton)
        return button if button.isVisible() else None

    def _find(self, name: str, kind: type[QWidget]) -> QWidget:
        return self.page.findChild(kind, f"{self.kind.value}.{name}")


@pytest.fixture
def driver(window, qtbot) -> Callable[[RequestKind], NameDriver]:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return lambda kind: NameDriver(window, kind)


@pytest.mark.parametrize("kind", [ALBUM, FOLDER])
@pytest.mark.parametrize("way", ["type", "paste", "use_template"])
def test_every_limit_has_its_message_at_the_field(driver, sandbox, kind, way) -> None:
    name_input = driver(kind)
    for of, name, words in LIMITS:
        if of is not kind or (way == "type" and UNTYPEABLE & set(name)):
            continue
        name_input.clear()
        getattr(name_input, way)(name)
        assert name_input.line.text() == name, "nothing is cut or changed silently"
        if way != "use_template":
            name_input.leave()
        if name:
            assert words in name_input.message, (name, name_input.message)
            assert name_input.message.startswith("⚠") == bool(words), (name, name_input.message)
        if name_input.page.spec.check(name_input.page.fields()):
            name_input.press_create()
            assert words in name_input.message
            assert name_input.line.hasFocus()
    assert not posts(sandbox)


def test_a_clean_name_is_offered_taken_and_taken_back(driver, sandbox, qtbot) -> None:
    name_input = driver(FOLDER)
    trouble = "  Fe\u0301te\u200b: 1/2 🎉\u202e "
    name_input.paste(trouble)
    assert name_input.offer is None or name_input.message.startswith("⚠")
    name_input.leave()
    assert name_input.offer.text() == "&Use “Féte 12”"
    QTest.mouseClick(name_input.offer, Qt.MouseButton.LeftButton)
    assert name_input.line.text() == "Féte 12"
    assert name_input.offer is None
    assert not name_input.message.startswith("⚠")
    assert name_input.line.hasFocus()
    QTest.keyClick(name_input.line, Qt.Key.Key_Z, CONTROL)
    assert name_input.line.text() == trouble
    assert name_input.offer is not None
    QTest.keyClick(name_input.offer, Qt.Key.Key_Space)
    name_input.press_create()
    qtbot.waitUntil(lambda: len(posts(sandbox)) == 1 and has_settled(name_input.page))
    assert [effect["name"] for effect in sandbox.effects()] == ["Féte 12"]


def test_what_the_offer_says(driver) -> None:
    for kind, name, offer in [
        (ALBUM, "cafe\u0301", "café"),
        (ALBUM, "a & b\u200b", "a && b"),
        (ALBUM, "<b>x</b>\u200b", "<b>x</b>"),
        (ALBUM, " " + "春" * 20, "春" * 20),
        (FOLDER, "2026/05", "202605"),
    ]:
        name_input = driver(kind)
        name_input.clear()
        assert name_input.offer is None
        name_input.paste(name)
        name_input.leave()
        assert name_input.offer.text() == f"&Use “{offer}”"
        assert name_input.offer.toolTip().startswith("<qt>")


def test_nothing_is_offered_where_cleaning_does_not_help(driver) -> None:
    for kind, name in [
        (ALBUM, "x" * 21),
        (ALBUM, "\u200b" + "x" * 21),
        (ALBUM, "   "),
        (FOLDER, ".."),
        (FOLDER, "🎉"),
        (FOLDER, "a\\b"),
    ]:
        name_input = driver(kind)
        name_input.clear()
        assert not name_input.message.startswith("⚠")
        name_input.paste(name)
        name_input.leave()
        assert name_input.message.startswith("⚠")
        assert name_input.offer is None


def test_a_blank_at_the_end_is_no_matter_while_the_next_word_is_typed(driver) -> None:
    name_input = driver(ALBUM)
    name_input.type("Summer ")
    assert not name_input.message.startswith("⚠")
    assert name_input.offer is None
    name_input.leave()
    assert "begins or ends with a space" in name_input.message
    assert name_input.offer.text() == "&Use “Summer”"


def test_tab_reaches_the_offer_after_the_name(driver) -> None:
    name_input = driver(ALBUM)
    name_input.paste("e\u0301")
    QTest.keyClick(name_input.line, Qt.Key.Key_Tab)
    assert name_input.offer.hasFocus()


def test_an_offer_in_large_letters_does_not_widen_the_window(driver, window, qtbot) -> None:
    name_input = driver(FOLDER)
    window.resize(window.minimumSize())
    name_input.paste("春" * 31 + "\u200b")
    name_input.leave()
    name_input.offer.setStyleSheet("font-size: 40px")
    qtbot.waitUntil(lambda: name_input.offer.width() > 100)
    QApplication.sendPostedEvents()
    assert name_input.offer.width() <= name_input.line.width()
    assert window.width() == window.minimumWidth()


class RecipeDriver(NameDriver):
    """Likewise for one of the two names of the recipe."""

    def __init__(self, window: MainWindow, form: str) -> None:
        window.open_page("recipe")
        self.page = window.recipe
        self.form = form
        self.line = self.page.findChild(QLineEdit, f"{form}.name")
        self.line.setFocus()

    def _find(self, name: str, kind: type[QWidget]) -> QWidget:
        return self.page.findChild(kind, f"{self.form}.{name}")


@pytest.fixture
def name_driver(driver, window) -> Callable[[str], NameDriver]:
    def drive(form: str) -> NameDriver:
        return RecipeDriver(window, form) if form.startswith("recipe") else driver(RequestKind(form))

    return drive


FOLDERS, ALBUMS = ("sharedFolder", "recipeFolder"), ("album", "recipeAlbum")
AT_ONCE = [
    (FOLDERS, "Mum: Müll", "Not allowed in a name: “:”. Remove it."),
    (FOLDERS, "a/b?", "Not allowed in a name: “/”, “?”. Remove them."),
    (FOLDERS, "Party 🎉", "Emoji are not allowed"),
    (FOLDERS, "1\ufe0f\u20e3", "Emoji are not allowed"),
    (FOLDERS, "x" * 33, "2 characters too many (33 of 31)."),
    (ALBUMS, "x" * 21, "1 character too many (21 of 20)."),
]
AFTER_A_PAUSE = [
    (FOLDERS + ALBUMS, "  ", "cannot be only spaces"),
    (FOLDERS + ALBUMS, "\u3164", "cannot be only spaces"),
    (FOLDERS, ".", "just “.”"),
    (FOLDERS + ALBUMS, "Summer ", "begins or ends with a space"),
]


@pytest.mark.parametrize("form", [*FOLDERS, *ALBUMS])
def test_c61_what_no_key_mends_is_told_while_typing(name_driver, form) -> None:
    name_input = name_driver(form)
    for name, words in [(name, words) for forms, name, words in AT_ONCE if form in forms]:
        name_input.type(name)
        assert name_input.line.hasFocus()
        assert words in name_input.message
        name_input.type("z")
        assert name_input.message.startswith("⚠"), "typing on does not take it away"
        for _ in range(len(name) + 1):
            QTest.keyClick(name_input.line, Qt.Key.Key_Backspace)
        assert not name_input.message.startswith("⚠")


@pytest.mark.parametrize("form", [*FOLDERS, *ALBUMS])
def test_c61_what_typing_on_may_mend_waits_for_a_pause(name_driver, qtbot, form) -> None:
    name_input = name_driver(form)
    for name, words in [(name, words) for forms, name, words in AFTER_A_PAUSE if form in forms]:
        name_input.type(name)
        assert not name_input.message.startswith("⚠")
        qtbot.waitUntil(lambda words=words: words in name_input.message)
        assert name_input.line.hasFocus()
        name_input.type("a")
        assert words not in name_input.message
        name_input.type(" ")
        assert words not in name_input.message, "the next pause has not come yet"
        name_input.line.selectAll()
        QTest.keyClick(name_input.line, Qt.Key.Key_Delete)


def test_c61_a_fresh_form_does_not_pause(driver, qtbot) -> None:
    name_input = driver(ALBUM)
    name_input.type(" ")
    name_input.page.start_fresh()
    qtbot.wait(PAUSE_MS + 200)
    assert not name_input.message.startswith("⚠")


@pytest.mark.parametrize("form", [*FOLDERS, *ALBUMS])
def test_c65_the_counter_names_its_unit(name_driver, form) -> None:
    name_input = name_driver(form)
    name_input.type("a\U00020bb7")
    counter = name_input._find("name.counter", QLabel)
    limit = 31 if form in FOLDERS else 20
    assert counter.text() == f"2/{limit}"
    assert f"Unicode code points: 2 of {limit}" in counter.toolTip()
    assert "UTF-16 units it is 3" in counter.toolTip()
