"""Dialog that shows a support bundle file by file before it is saved."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QSizePolicy,
    QSplitter,
    QWidget,
)

from koodrive.backend.support_bundle import LATEST, Choice, save
from ui.core.latest_task import LatestTask
from ui.core.tasks import Lane
from ui.inputs.combo_box import NoScrollComboBox
from ui.widgets.buttons import CheckBox, PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import dialog_column, row
from ui.widgets.save_file import OpenFolderButton, ask_where_to_save
from ui.widgets.style_state import set_style_state
from ui.widgets.value_views import ValueText

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from koodrive.backend.support_bundle import Bundle, BundleFile
    from ui.core.tasks import TaskRunner


class SupportBundleDialog(QDialog):
    """The files on the left, the text of the selected one on the right; the saved bundle is exactly the shown one.

    Args:
        runner: Collects and saves in the background.
        collect: Blocking; returns the bundle with the requests that are chosen.
        choices: Which requests can be chosen; the first one is.
        parent: The window that it stands over.
    """

    def __init__(
        self,
        runner: TaskRunner,
        collect: Callable[[Choice], Bundle],
        choices: Sequence[Choice],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._collect = collect
        self._bundle: Bundle | None = None
        self._files: tuple[BundleFile, ...] = ()
        self._path = Path()
        self._steps = LatestTask(runner, self, reports_unexpected=True)
        self._choice = NoScrollComboBox()
        self._masks = CheckBox(self.tr("&Mask user IDs"))
        self._list = QListWidget()
        self._text = ValueText()
        self._status = PlainLabel(selectable=True)
        self._open_folder = OpenFolderButton("supportBundle.openFolder")
        self._save = PushButton(self.tr("&Save…"))
        self._close = PushButton(self.tr("Cancel"))
        self._build_ui(choices)
        self._connect()
        self._on_choice()

    def _build_ui(self, choices: Sequence[Choice]) -> None:
        self.setWindowTitle(self.tr("Support bundle"))
        words = PlainLabel(
            self.tr(
                "This is what the bundle holds, without tokens and passwords. Look through it before you hand it on:"
                " it names what you have created. It is saved where you say, and sent nowhere."
            )
        )
        words.setWordWrap(True)
        labels = {
            Choice.SELECTED: self.tr("The one that is selected in the history"),
            Choice.OPEN: self.tr("Those with an unknown outcome"),
            Choice.LATEST: self.tr("The last {count}").format(count=LATEST),
            Choice.NONE: self.tr("None"),
        }
        for choice in choices:
            self._choice.addItem(labels[choice], choice)
        # Those with an unknown outcome are offered, but most of the time there are none.
        first = Choice.SELECTED if Choice.SELECTED in choices else Choice.LATEST
        self._choice.setCurrentIndex(self._choice.findData(first))
        self._name_parts()
        self._text.setProperty("role", "code")
        self._text.setLineWrapMode(ValueText.LineWrapMode.NoWrap)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setTabChangesFocus(True)
        self._status.setWordWrap(True)
        self._status.setProperty("role", "message")
        self._status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._list)
        splitter.addWidget(self._text)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([220, 620])
        splitter.setStretchFactor(1, 1)
        dialog_column(
            *(
                words,
                self._choices_row(),
                splitter,
                row(self._status, self._open_folder, stretch=self._status),
            ),
            foot=self._foot(),
            stretch=splitter,
            parent=self,
        )
        self.resize(900, 620)

    def _name_parts(self) -> None:
        self.setObjectName("supportBundle")
        for name, widget, accessible in (
            ("requests", self._choice, self.tr("Requests")),
            ("maskUsers", self._masks, ""),
            ("files", self._list, self.tr("Files")),
            ("text", self._text, self.tr("Text of the file")),
            ("status", self._status, ""),
            ("save", self._save, ""),
            ("close", self._close, ""),
        ):
            widget.setObjectName(f"supportBundle.{name}")
            if accessible:
                widget.setAccessibleName(accessible)

    def _choices_row(self) -> QHBoxLayout:
        label = PlainLabel(self.tr("&Requests:"))
        label.setBuddy(self._choice)
        return row(label, self._choice, self._masks, 1)

    def _foot(self) -> tuple[QWidget | int, ...]:
        self._save.setProperty("role", "primary")
        self._save.setDefault(True)
        return (1, self._close, self._save)

    def _connect(self) -> None:
        self._choice.currentIndexChanged.connect(self._on_choice)
        self._masks.toggled.connect(self._on_masks)
        self._list.currentRowChanged.connect(self._on_row)
        self._save.clicked.connect(self._on_save)
        self._close.clicked.connect(self.reject)
        self.finished.connect(self._on_finished)

    # Collecting -------------------------------------------------------------------------------------------------

    @Slot()
    def _on_choice(self) -> None:
        choice, masks_users = Choice(self._choice.currentData()), self._masks.isChecked()

        def work() -> tuple[Bundle, tuple[BundleFile, ...]]:
            bundle = self._collect(choice)
            return bundle, bundle.files(masks_users=masks_users)

        self._begin(self.tr("Collecting…"))
        self._steps.start(Lane.FILES, work, self._on_collected, self._on_failed, key="bundle")

    @Slot()
    def _on_masks(self) -> None:
        bundle, masks_users = self._bundle, self._masks.isChecked()
        if bundle is None:
            self._on_choice()
            return
        self._begin(self.tr("Collecting…"))
        self._steps.start(
            Lane.FILES,
            lambda: (bundle, bundle.files(masks_users=masks_users)),
            self._on_collected,
            self._on_failed,
            key="bundle",
        )

    def _begin(self, words: str) -> None:
        self._save.setEnabled(False)
        self._show_status("", words)

    def _on_collected(self, collected: tuple[Bundle, tuple[BundleFile, ...]]) -> None:
        self._bundle, self._files = collected
        row = max(self._list.currentRow(), 0)
        self._list.clear()
        self._list.addItems([file.name for file in self._files])
        self._list.setCurrentRow(min(row, len(self._files) - 1))
        self._save.setEnabled(True)
        self._show_status("", "")

    def _on_failed(self, error: Exception) -> None:
        self._show_status(
            "problem", self.tr("The bundle could not be collected: {name}").format(name=type(error).__name__)
        )

    @Slot(int)
    def _on_row(self, row: int) -> None:
        self._text.show_value(self._files[row].text if row >= 0 else "")

    # Saving -----------------------------------------------------------------------------------------------------

    @Slot()
    def _on_save(self) -> None:
        name = f"koodesk-support-{datetime.now().astimezone():%Y-%m-%d-%H%M}.zip"
        dialog = ask_where_to_save("supportBundle.file", self.tr("Save the support bundle"), name, self)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    @Slot(str)
    def _on_file_selected(self, path: str) -> None:
        files, target = self._files, Path(path)
        self._path = target
        self._begin(self.tr("Saving…"))
        self._steps.start(
            Lane.FILES, lambda: _saved(target, files), self._on_saved, self._on_save_failed, key="bundle"
        )

    def _on_saved(self, problem: str | None) -> None:
        self._save.setEnabled(True)
        if problem is None:
            self._show_status("", self.tr("Saved to {path}").format(path=self._path))
            self._open_folder.offer(self._path)
            self._close.setText(self.tr("Close"))
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._show_status(
                "problem",
                self.tr("{path} could not be saved: {reason}. Choose another place.").format(
                    path=self._path, reason=problem
                ),
            )

    def _on_save_failed(self, error: Exception) -> None:
        self._on_saved(type(error).__name__)

    @Slot()
    def _on_finished(self) -> None:
        self._steps.detach()
        self.deleteLater()

    def _show_status(self, state: str, text: str) -> None:
        self._status.setText(text)
        set_style_state(self._status, state)


def _saved(path: Path, files: Sequence[BundleFile]) -> str | None:
    """Save, and return why that was not possible, or None."""
    try:
        save(path, files)
    except OSError as error:
        return error.strerror or type(error).__name__
    return None
