"""The page Settings; every change holds at once, but for the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from koodrive.creation.curl import Shell
from ui.core import language, theme
from ui.core.folders import open_folder
from ui.core.preferences import (
    CONFIRM_QUIT,
    LANGUAGE,
    NOTIFICATIONS,
    OFF,
    ON,
    SHELL,
    TEXT_SIZE,
    TEXT_SIZES,
    THEME,
)
from ui.inputs.combo_box import NoScrollComboBox
from ui.settings.rows import SettingRow, SettingsGroup
from ui.settings.segments import Segments
from ui.settings.switch import Switch
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import HEAD_MARGIN, column, page_head, row
from ui.widgets.partly_built import PartlyBuilt
from ui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtGui import QShowEvent

    from ui.session.services import Services

_WIDTH = 640


class SettingsPage(PartlyBuilt, QWidget):
    """Shows the user's choices and says what was changed; it keeps nothing itself.

    Args:
        services: Gives the data directory.
        in_parts: See `PartlyBuilt`.

    Signals:
        changed: Name of a choice (`ui.core.preferences`), and what it is from now on.
        shown: The page appears; answer with `show_values`.
    """

    changed = Signal(str, str)
    shown = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None, *, in_parts: bool = False) -> None:
        super().__init__(parent)
        self._session = services.session
        self._start_building(self._build(), in_parts=in_parts)

    def _build(self) -> Iterator[None]:
        self._theme = Segments(
            "settings.theme",
            {
                theme.SYSTEM: self.tr("Like the desktop"),
                theme.LIGHT_SCHEME: self.tr("Light"),
                theme.DARK_SCHEME: self.tr("Dark"),
            },
        )
        self._language = Segments(
            "settings.language", {language.SYSTEM: self.tr("Like the desktop"), **language.NAMES}
        )
        self._theme.chosen.connect(lambda value: self.changed.emit(THEME, value))
        self._language.chosen.connect(lambda value: self.changed.emit(LANGUAGE, value))
        self._boxes = {
            TEXT_SIZE: self._box("settings.textSize", self._sizes()),
            SHELL: self._box("settings.shell", self._shells()),
        }
        self._checks = {
            NOTIFICATIONS: Switch("settings.notifications"),
            CONFIRM_QUIT: Switch("settings.confirmQuit"),
        }
        self._open = PushButton(self.tr("Open folder"), name="settings.openFolder", auto_default=False)
        self._open.clicked.connect(self._on_open)
        self._folder = SettingRow(self.tr("Folder"), " ", self._open, selectable=True)
        self._folder.words.setObjectName("settings.folder")
        yield
        groups: list[QWidget] = []
        for group in (self._appearance, self._creating, self._data):
            groups.append(group())
            yield
        self._build_ui(groups)
        self._connect()

    def _sizes(self) -> dict[str, str]:
        words = {size: self.tr("{percent} %").format(percent=size) for size in TEXT_SIZES}
        return words | {TEXT_SIZES[0]: self.tr("Like the desktop")}

    def _shells(self) -> dict[str, str]:
        return {
            Shell.SH.value: self.tr("sh, bash, zsh"),
            Shell.POWERSHELL.value: self.tr("PowerShell (Windows)"),
            Shell.CMD.value: self.tr("cmd (Windows)"),
        }

    @staticmethod
    def _box(name: str, words: Mapping[str, str]) -> NoScrollComboBox:
        box = NoScrollComboBox()
        box.setObjectName(name)
        for value, text in words.items():
            box.addItem(text, value)
        return box

    def _appearance(self) -> QWidget:
        return SettingsGroup(
            self.tr("Appearance"),
            SettingRow(self.tr("Theme"), "", self._theme),
            SettingRow(
                self.tr("Text size"), self.tr("Relative to that of the desktop."), self._boxes[TEXT_SIZE]
            ),
            SettingRow(
                self.tr("Language"),
                self.tr("Takes effect at the next start of KooDesk."),
                self._language,
            ),
        )

    def _creating(self) -> QWidget:
        return SettingsGroup(
            self.tr("Creating"),
            SettingRow(
                self.tr("Shell for Copy as cURL"),
                self.tr("Commands are written for it; each request preview can choose another one."),
                self._boxes[SHELL],
            ),
            SettingRow(
                self.tr("Tell when something has finished"),
                self.tr("When a create that took over 10 seconds, or a search, ends behind other windows."),
                self._checks[NOTIFICATIONS],
            ),
            SettingRow(
                self.tr("Always ask before quitting"),
                self.tr("KooDesk asks anyway when something would be lost."),
                self._checks[CONFIRM_QUIT],
            ),
        )

    def _data(self) -> QWidget:
        return SettingsGroup(self.tr("Data"), self._folder)

    def _build_ui(self, groups: Sequence[QWidget]) -> None:
        pane = ReadingPane()
        # No wrapped line depends on it, as there is room for it at the right.
        pane.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        # From the outside in: what is put into a place is styled anew with all of its parts.
        column(pane, margins=(24, 0, 12, 0), parent=self)
        centred, content = QWidget(), QWidget()
        pane.setWidget(centred)
        content.setMaximumWidth(_WIDTH)
        row(1, content, 1, spacing=0, stretch=content, parent=centred).setStretch(1, 1_000)
        head = page_head(PlainLabel(self.tr("Settings"), role="pageTitle"))
        head.setContentsMargins(0, HEAD_MARGIN, 0, 8)
        body = column(*groups, 1, spacing=24)
        column(head, body, 1, spacing=0, margins=(0, 0, 8, 24), parent=content)
        self.first_input: QWidget = self._boxes[TEXT_SIZE]

    def _connect(self) -> None:
        for name, box in self._boxes.items():
            box.setProperty("preference", name)
            box.activated.connect(self._on_box)
        for name, check in self._checks.items():
            check.setProperty("preference", name)
            check.toggled.connect(self._on_check)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show what the choices are.

        Args:
            values: By name, as `changed` has them.
        """
        self._theme.set_value(values[THEME])
        self._language.set_value(values[LANGUAGE])
        for name, box in self._boxes.items():
            box.setCurrentIndex(max(0, box.findData(values[name])))
        for name, check in self._checks.items():
            check.blockSignals(True)  # noqa: FBT003 - as Qt has it
            check.setChecked(values[name] == ON)
            check.blockSignals(False)  # noqa: FBT003 - as Qt has it

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the values, which may be others by now."""
        super().showEvent(event)
        self._folder.words.setText(str(self._session.backend.data_dir))
        self.shown.emit()

    @Slot(int)
    def _on_box(self, _place: int) -> None:
        box = self.sender()
        if isinstance(box, NoScrollComboBox):
            self.changed.emit(str(box.property("preference")), str(box.currentData()))

    @Slot(bool)
    def _on_check(self, is_on: bool) -> None:  # noqa: FBT001 - the signature of the signal
        self.changed.emit(str(self.sender().property("preference")), ON if is_on else OFF)

    @Slot()
    def _on_open(self) -> None:
        folder = self._session.backend.data_dir
        if not open_folder(folder):
            self._folder.words.setText(self.tr("{path} (no program opens folders here)").format(path=folder))
