"""The page New shared folder: every field of create-shared-folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive import rules
from koodrive.models import RequestKind, ShareType
from koodrive.rules.names import SHARED_FOLDER_NAME_LIMIT
from ui.create.form_content import SharedFolderContent
from ui.create.page import SpacePage
from ui.fields.name_field import NameField
from ui.texts.translate import translate
from ui.widgets.choice_field import ChoiceField, Option

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from koodrive.rules.problems import FieldValue
    from ui.session.services import Services

FAMILY = str(ShareType.FAMILY.value)


class SharedFolderPage(SharedFolderContent, SpacePage):
    """Creates shared folders."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(
            RequestKind.SHARED_FOLDER,
            self.tr("New shared folder"),
            self.tr("&Create shared folder"),
            services,
            parent,
        )
        form = self.kind.value
        self._share_type = ChoiceField(
            form,
            "shareType",
            self.tr("Type"),
            (Option(FAMILY, self.tr("Family"), self.tr("The only type that the service can create today.")),),
        )
        self._share_type.choose(FAMILY)
        self._name = NameField(
            self.kind,
            self.tr("&Name"),
            SHARED_FOLDER_NAME_LIMIT,
            help_text=translate(rules.HELP["name.sharedFolder"]),
        )
        for field in (self._share_type, self._name):
            self.add_field(field)
        self._name.line.textChanged.connect(self.on_edited)
        self._container_id = self._space_field(
            self.tr("&Space ID"), translate(rules.HELP["containerId.sharedFolder"])
        )
        self._container_id.line.setPlaceholderText(
            self.tr("For example IAAFanxbXNArpAncA1645841408025905537")
        )
        self.chain_focus()
        self.start_fresh()

    @property
    def _empty(self) -> dict[str, FieldValue]:
        return {"shareType": FAMILY, "name": "", "containerId": ""}

    def fields(self) -> dict[str, FieldValue]:
        """Return what the form holds, by the API's field names; see `CreateForm.fields`."""
        return {
            "shareType": self._share_type.value,
            "name": self._name.text,
            "containerId": self._container_id.text,
        }

    def fill(self, fields: dict[str, FieldValue]) -> None:
        """Put `fields` into the form; see `CreatePage.fill`."""
        self._name.set_text(str(fields.get("name", "")))
        self._container_id.set_text(str(fields.get("containerId", "")))
        self.on_edited()
