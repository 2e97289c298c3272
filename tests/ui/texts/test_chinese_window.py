"""What a Chinese window puts together: the sandbox's name, the reason that several lists share, the example table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

import resources
from koodrive.batch.models import Finding, Verdict
from koodrive.connections import SANDBOX_CONNECTION_ID
from koodrive.journal import BatchRow
from koodrive.messages import Message
from koodrive.rules.names import ALBUM_NAME_LIMIT
from ui.batch.rows.shown_row import RowTexts
from ui.live.texts import joined_text
from ui.texts.connections import connection_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

CHINESE = {
    "{first} {second}": "{first}{second}",
    "{list} could not be listed. {reason}": "无法列出{list}。{reason}",
    "Try again.": "请重试。",
    "Sandbox": "沙箱",
    "name": "名称",
}


class _Chinese(QTranslator):
    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return CHINESE.get(text, "")


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    translator = _Chinese()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_the_sandbox_has_a_name_in_each_language_and_a_connection_its_own(chinese: None) -> None:
    assert connection_text(SANDBOX_CONNECTION_ID, "Sandbox") == "沙箱"
    assert connection_text("c-1", "Sandbox") == "Sandbox"


def test_a_column_is_called_as_the_form_does_or_as_its_file_does(chinese: None) -> None:
    finding = Finding("name_empty", Message("Enter a name."), "name")
    for heading, expected in (("name", "名称"), ("Album name", "Album name")):
        row = BatchRow(1, 2, Verdict.PROBLEM, "album", {}, ("",), state=Verdict.PROBLEM)
        shown = RowTexts([heading], ["name"]).shown(row, [finding], runs=False)
        assert shown.remarks[0].field == expected


def unlisted(name: str, reason: Message) -> Message:
    return Message("{list} could not be listed. {reason}", list=name, reason=reason)


def test_lists_that_share_a_reason_say_it_once(qapp: QApplication) -> None:
    again, other = Message("Try again."), Message("Wait.")
    problems = [unlisted("A", again), unlisted("B", again), Message("Late."), unlisted("C", other)]
    lines = joined_text(problems).split("\n")
    assert lines == [
        "A could not be listed. B could not be listed. Try again.",
        "Late.",
        "C could not be listed. Wait.",
    ]


def test_lists_that_share_a_reason_say_it_once_in_chinese(chinese: None) -> None:
    again = Message("Try again.")
    assert joined_text([unlisted("A", again), unlisted("B", again)]) == "无法列出A。无法列出B。请重试。"


@pytest.mark.parametrize(("context", "text"), [("QFileDialog", "&Look in:"), ("QFileSystemModel", "Size")])
def test_qt_s_file_dialog_has_no_english_left(context: str, text: str) -> None:
    catalogue = QTranslator()
    assert catalogue.load(str(Path(resources.__path__[0], "translations", "koodesk_zh_CN.qm")))
    assert catalogue.translate(context, text)


def test_the_example_of_a_name_that_is_too_long_is_so_in_chinese() -> None:
    english, catalogue = "Holidays of the whole choir", QTranslator()
    assert catalogue.load(str(Path(resources.__path__[0], "translations", "koodesk_zh_CN.qm")))
    assert len(catalogue.translate("TableDoors", english) or english) > ALBUM_NAME_LIMIT
