"""Templates of a form: contents saved under a name, and the button that offers them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from ui.inputs.short_line import ShortLine
from ui.texts.visible import on_button
from ui.widgets.buttons import PushButton
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import dialog_column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from ui.core.window_settings import WindowSettings
    from ui.create.page import CreatePage
    from ui.create.spec import FormFields

MOST_TEMPLATES = 50
_LONGEST_NAME = 60
_WIDTH = 420


class TemplateDialog(QDialog):
    """Asks for the name of a template.

    Args:
        name: First part of the object names: ``<name>.dialog``, ``<name>.name`` and ``<name>.confirm``.
        proposal: Name that stands in the line.
        parent: Window.

    Signals:
        named: The name, after the dialog was accepted (str).
    """

    named = Signal(str)

    def __init__(self, name: str, proposal: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.dialog")
        self.setWindowTitle(self.tr("Save this form as a template"))
        self._line = ShortLine()
        self._line.setObjectName(f"{name}.name")
        self._line.setText(proposal)
        self._line.selectAll()
        label = PlainLabel(self.tr("&Name of the template"), role="fieldLabel")
        label.setBuddy(self._line)
        self._line.setAccessibleName(self.tr("Name of the template"))
        cancel = PushButton(self.tr("Cancel"), name=f"{name}.cancel")
        confirm = PushButton(self.tr("Save"), name=f"{name}.confirm", role="primary")
        cancel.clicked.connect(self.reject)
        confirm.clicked.connect(self.accept)
        dialog_column(label, self._line, foot=(1, cancel, confirm), spacing=6, parent=self)
        confirm.setDefault(True)
        self.setMinimumWidth(_WIDTH)
        self.finished.connect(self.deleteLater)

    def accept(self) -> None:
        """Hand the name over and close."""
        self.named.emit(self._line.text())
        super().accept()


class FormTemplates(QObject):
    """The templates of one form, in the settings of the window.

    Args:
        page: Page of the form, whose button gets the menu.
        settings: Where they are stored.

    Signals:
        chosen: Kind of the form and the fields to put into it (str and dict, as object).
    """

    chosen = Signal(str, object)

    def __init__(self, page: CreatePage, settings: WindowSettings) -> None:
        super().__init__(page)
        self._page = page
        self._settings = settings
        self._form = page.kind.value
        button: QPushButton = page.templates_button
        self._menu = QMenu(button)
        self._menu.setObjectName(f"{self._form}.templates.menu")
        self._menu.aboutToShow.connect(self._fill_menu)
        button.setMenu(self._menu)

    @property
    def stored(self) -> dict[str, FormFields]:
        """The fields of each template by its name, in the order in which they were saved."""
        try:
            stored = json.loads(str(self._settings.value(self._key, "{}")))
        except ValueError:
            return {}
        if not isinstance(stored, dict):
            return {}
        return {str(name): fields for name, fields in stored.items() if isinstance(fields, dict)}

    def save(self, name: str) -> None:
        """Store the content of the form as a template; one of the same name is replaced.

        Args:
            name: Text that is not blank; at most 60 characters of it are kept.
        """
        kept = {other: fields for other, fields in self.stored.items() if other != name}
        kept[name.strip()[:_LONGEST_NAME]] = self._page.typed_fields()
        self._store(dict(list(kept.items())[-MOST_TEMPLATES:]))

    def remove(self, name: str) -> None:
        """Remove a template, if it is there."""
        self._store({other: fields for other, fields in self.stored.items() if other != name})

    @property
    def _key(self) -> str:
        return f"templates/{self._form}"

    def _store(self, templates: dict[str, FormFields]) -> None:
        self._settings.setValue(self._key, json.dumps(templates))

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        stored = self.stored
        for name in stored:
            action = self._menu.addAction(on_button(name))
            action.setData(name)
            action.triggered.connect(self._on_chosen)
        if not stored:
            hint = self._menu.addAction(self.tr("No templates yet"))
            hint.setEnabled(False)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("&Save this form…"), self._ask_name).setObjectName(
            f"{self._form}.templates.save"
        )
        if stored:
            remove = self._menu.addMenu(self.tr("&Remove"))
            for name in stored:
                action = remove.addAction(on_button(name))
                action.setData(name)
                action.triggered.connect(self._on_removed)

    @Slot()
    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(self._form, self.stored.get(action.data(), {}))

    @Slot()
    def _on_removed(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.remove(action.data())

    @Slot()
    def _ask_name(self) -> None:
        name = str(self._page.typed_fields().get("name", ""))
        dialog = TemplateDialog(f"{self._form}.templates", name, self._page.window())
        dialog.named.connect(self._on_named)
        dialog.open()

    @Slot(str)
    def _on_named(self, name: str) -> None:
        if name.strip():
            self.save(name)
