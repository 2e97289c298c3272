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
from window_fixtures import posts

from koodrive.journal import Attempt
from koodrive.models import OutcomeKind, RequestKind
from koodrive.sandbox import SANDBOX_CONTAINER_ID
from ui.pages.history_page import HistoryPage
from ui.widgets.name_field import OfferButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.main_window import MainWindow
    from ui.pages.create_page import CreatePage

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
    (ALBUM, "", "Give it a name."),
    (ALBUM, "x", ""),
    (ALBUM, "春" * 20, ""),
    (ALBUM, "春" * 21, "21 characters are too many: at most 20. Take 1 away."),
    (ALBUM, "\U00020bb7" * 20, ""),
    (ALBUM, "\U00020bb7" * 21, "21 characters are too many"),
    (ALBUM, "👨\u200d👩\u200d👧" * 4, ""),
    (ALBUM, "👨\u200d👩\u200d👧" * 5, "25 characters are too many"),
    (ALBUM, "   ", "nothing but blanks"),
    (ALBUM, "\u200b", "nothing but blanks"),
    (ALBUM, "e\u0301", "usual form (NFC)"),
    (ALBUM, "\u00e9", ""),
    (ALBUM, "abc\u202efdp", "(U+202E)"),
    (ALBUM, "..", ""),
    (ALBUM, '<>|:*?"/', ""),
    (FOLDER, "", "Give it a name."),
    (FOLDER, "x", ""),
    (FOLDER, "家" * 31, ""),
    (FOLDER, "家" * 32, "32 characters are too many: at most 31. Take 1 away."),
    (FOLDER, ".", "cannot be just “.”"),
    (FOLDER, "..", "cannot be just “..”"),
    (FOLDER, "...", ""),
    (FOLDER, "a\\b", "The web guide forbids a backslash"),
    (FOLDER, "Party 🎉", "emoji (🎉)"),
    (FOLDER, " trip", "begins or ends with a blank"),
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

    def leave(self) -> None:
        QTest.keyClick(self.line, Qt.Key.Key_Tab)
        self.line.setFocus()

    def press_create(self) -> None:
        self.line.clearFocus()
        QTest.mouseClick(self._child("create", QAbstractButton), Qt.MouseButton.LeftButton)

    @property
    def message(self) -> str:
        return self._child("name.message", QLabel).text()

    @property
    def offer(self) -> OfferButton | None:
        button = self._child("name.offer", OfferButton)
        return button if button.isVisible() else None

    def _child(self, name: str, kind: type[QWidget]) -> QWidget:
        return self.page.findChild(kind, f"{self.kind.value}.{name}")


@pytest.fixture
def driver(window, qtbot) -> Callable[[RequestKind], NameDriver]:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return lambda kind: NameDriver(window, kind)


@pytest.mark.parametrize("kind", [ALBUM, FOLDER])
@pytest.mark.parametrize("way", ["type", "paste", "use_template"])
def test_every_limit_has_its_message_at_the_field(driver, sandbox, kind, way) -> None:
    hands = driver(kind)
    for of, name, words in LIMITS:
        if of is not kind or (way == "type" and UNTYPEABLE & set(name)):
            continue
        hands.page.start_fresh({**hands.page.fields(), "name": ""})
        getattr(hands, way)(name)
        assert hands.line.text() == name, "nothing is cut or changed silently"
        if way != "use_template":
            hands.leave()
        if name:
            assert words in hands.message, (name, hands.message)
            assert hands.message.startswith("⚠") == bool(words), (name, hands.message)
        if hands.page.check(hands.page.fields()):
            hands.press_create()
            assert words in hands.message
            assert hands.line.hasFocus()
    assert not posts(sandbox)


def test_a_clean_name_is_offered_taken_and_taken_back(driver, sandbox, qtbot) -> None:
    hands = driver(FOLDER)
    trouble = "  Fe\u0301te\u200b: 1/2 🎉\u202e "
    hands.paste(trouble)
    assert hands.offer is None or hands.message.startswith("⚠")
    hands.leave()
    assert hands.offer.text() == "&Use “Féte 12”"
    QTest.mouseClick(hands.offer, Qt.MouseButton.LeftButton)
    assert hands.line.text() == "Féte 12"
    assert hands.offer is None
    assert not hands.message.startswith("⚠")
    assert hands.line.hasFocus()
    QTest.keyClick(hands.line, Qt.Key.Key_Z, CONTROL)
    assert hands.line.text() == trouble
    assert hands.offer is not None
    QTest.keyClick(hands.offer, Qt.Key.Key_Space)
    hands.press_create()
    qtbot.waitUntil(lambda: len(posts(sandbox)) == 1 and not hands.page.submission.is_busy)
    assert [effect["name"] for effect in sandbox.effects()] == ["Féte 12"]


@pytest.mark.parametrize(
    ("kind", "name", "offer"),
    [
        (ALBUM, "cafe\u0301", "café"),
        (ALBUM, "a & b\u200b", "a && b"),
        (ALBUM, "<b>x</b>\u200b", "<b>x</b>"),
        (ALBUM, " " + "春" * 20, "春" * 20),
        (FOLDER, "2026/05", "202605"),
    ],
)
def test_what_the_offer_says(driver, kind, name, offer) -> None:
    hands = driver(kind)
    hands.paste(name)
    hands.leave()
    assert hands.offer.text() == f"&Use “{offer}”"
    assert hands.offer.toolTip().startswith("<qt>")


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (ALBUM, "x" * 21),
        (ALBUM, "\u200b" + "x" * 21),
        (ALBUM, "   "),
        (FOLDER, ".."),
        (FOLDER, "🎉"),
        (FOLDER, "a\\b"),
    ],
)
def test_nothing_is_offered_where_cleaning_does_not_help(driver, kind, name) -> None:
    hands = driver(kind)
    hands.paste(name)
    hands.leave()
    assert hands.message.startswith("⚠")
    assert hands.offer is None


def test_a_blank_at_the_end_is_no_matter_while_the_next_word_is_typed(driver) -> None:
    hands = driver(ALBUM)
    hands.type("Summer ")
    assert not hands.message.startswith("⚠")
    assert hands.offer is None
    hands.leave()
    assert "begins or ends with a blank" in hands.message
    assert hands.offer.text() == "&Use “Summer”"


def test_tab_reaches_the_offer_after_the_name(driver) -> None:
    hands = driver(ALBUM)
    hands.paste("e\u0301")
    QTest.keyClick(hands.line, Qt.Key.Key_Tab)
    assert hands.offer.hasFocus()


def test_an_offer_in_large_letters_does_not_widen_the_window(driver, window, qtbot) -> None:
    hands = driver(FOLDER)
    window.resize(window.minimumSize())
    hands.paste("春" * 31 + "\u200b")
    hands.leave()
    hands.offer.setStyleSheet("font-size: 40px")
    qtbot.waitUntil(lambda: hands.offer.width() > 100)
    QApplication.sendPostedEvents()
    assert hands.offer.width() <= hands.line.width()
    assert window.width() == window.minimumWidth()
