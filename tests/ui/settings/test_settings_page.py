"""Settings hold at once, are remembered, and are there again after a restart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLabel, QWidget

from koodrive.creation.curl import Shell
from ui.core import theme
from ui.core.preferences import CONFIRM_QUIT, ON, TEXT_SIZE, THEME, apply_text_size


@pytest.fixture(autouse=True)
def _look_of_before():
    yield
    theme.choose(theme.SYSTEM)
    apply_text_size("100")


@pytest.fixture
def settings(qtbot, window):
    """Return the page Settings, opened by its shortcut."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.page_name == "settings"
    return window


def find(window, kind, name):
    found = window.findChild(kind, f"settings.{name}")
    assert found is not None, name
    return found


def choose(box, value) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_the_button_at_the_foot_of_the_sidebar_opens_it(qtbot, window):
    qtbot.mouseClick(window.findChild(QAbstractButton, "nav.settings"), Qt.MouseButton.LeftButton)
    assert window.page_name == "settings"


def test_dark_and_light_hold_at_once(settings):
    for value, is_dark in (("dark", True), ("light", False)):
        find(settings, QAbstractButton, f"theme.{value}").click()
        assert theme.is_dark(QApplication.palette()) == is_dark
        assert settings._settings.value(THEME) == value


def test_arrow_keys_move_the_choice_of_the_theme(settings):
    dark = find(settings, QAbstractButton, "theme.dark")
    find(settings, QAbstractButton, "theme.light").click()
    find(settings, QAbstractButton, "theme.light").setFocus()
    QTest.keyClick(settings.focusWidget(), Qt.Key.Key_Right)
    assert dark.isChecked()
    assert theme.is_dark(QApplication.palette())


def test_the_text_size_holds_at_once_and_goes_back(settings):
    points = QApplication.font().pointSizeF()
    choose(find(settings, QComboBox, "textSize"), "150")
    assert QApplication.font().pointSizeF() == pytest.approx(points * 1.5)
    choose(find(settings, QComboBox, "textSize"), "100")
    assert QApplication.font().pointSizeF() == pytest.approx(points)


def test_the_shell_holds_for_all_previews(settings):
    choose(find(settings, QComboBox, "shell"), Shell.POWERSHELL.value)
    assert settings.page_services.curl.shell is Shell.POWERSHELL
    settings.page_services.curl.choose(Shell.CMD)
    settings.open_page("album")
    settings.open_page("settings")
    assert find(settings, QComboBox, "shell").currentData() == Shell.CMD.value


def test_what_was_chosen_is_there_after_a_restart(qtbot, start, data_dir):
    first = start("--sandbox")
    first.open_page("settings")
    find(first, QAbstractButton, "theme.dark").click()
    choose(find(first, QComboBox, "textSize"), "125")
    find(first, QAbstractButton, "language.en").click()
    find(first, QAbstractButton, "confirmQuit").click()
    with qtbot.waitSignal(first.shut_down, timeout=15_000):
        first.quit_without_question()
    theme.choose(theme.SYSTEM)
    apply_text_size("100")
    points = QApplication.font().pointSizeF()
    second = start("--sandbox")
    assert theme.is_dark(QApplication.palette())
    assert QApplication.font().pointSizeF() == pytest.approx(points * 1.25)
    second.open_page("settings")
    assert find(second, QAbstractButton, "theme.dark").isChecked()
    assert find(second, QAbstractButton, "language.en").isChecked()
    assert find(second, QComboBox, "textSize").currentData() == "125"
    assert find(second, QAbstractButton, "confirmQuit").isChecked()
    assert (second._settings.value(TEXT_SIZE), second._settings.value(CONFIRM_QUIT)) == ("125", ON)
    assert (data_dir / "settings.ini").is_file()


def test_quitting_asks_always_when_that_is_wanted(qtbot, settings):
    find(settings, QAbstractButton, "confirmQuit").click()
    settings.close()
    question = settings.findChild(QDialog, "quit")
    qtbot.waitUntil(question.isVisible)
    question.findChild(QAbstractButton, "quit.stay").click()
    assert settings.isVisible()


class Opened(QObject):
    """Notes what the desktop is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.urls = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.urls.append(url)


def test_the_data_folder_is_named_and_opened(settings, data_dir):
    assert find(settings, QLabel, "folder").text() == str(data_dir)
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "open")
    try:
        find(settings, QAbstractButton, "openFolder").click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [url.toLocalFile() for url in opened.urls] == [str(data_dir)]


def test_every_control_has_a_name_for_assistive_technology(settings):
    page = settings.findChild(QWidget, "settings.theme").parentWidget().window()
    assert page is settings
    for name in ("textSize", "shell", "notifications", "confirmQuit", "theme", "language"):
        assert find(settings, QWidget, name).accessibleName(), name
