"""The page New shared folder: every field of create-shared-folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive import rules
from koodrive.models import ShareType
from koodrive.rules.names import SHARED_FOLDER_NAME_LIMIT
from ui.create.page import CreatePage
from ui.create.spec import SHARED_FOLDER
from ui.fields.name_field import NameField
from ui.inputs.choice_field import ChoiceField, Option
from ui.texts.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from ui.session.services import Services

FAMILY = str(ShareType.FAMILY.value)


class SharedFolderPage(CreatePage):
    """Creates shared folders."""

    def __init__(self, services: Services, parent: QWidget | None = None, *, in_parts: bool = False) -> None:
        title, label = self.tr("New shared folder"), self.tr("&Create shared folder")
        super().__init__(SHARED_FOLDER, title, label, services, parent, in_parts=in_parts)

    def _build_fields(self) -> Iterator[None]:
        share_type = ChoiceField(
            self.kind.value,
            "shareType",
            self.tr("Type"),
            (Option(FAMILY, self.tr("Family"), self.tr("The only type that the service can create today.")),),
        )
        share_type.set_value(FAMILY)
        name = NameField(
            self.kind,
            self.tr("&Name"),
            SHARED_FOLDER_NAME_LIMIT,
            help_text=translated(rules.HELP["name.sharedFolder"]),
        )
        for field in (share_type, name):
            self.add_field(field)
        yield
        space = self.add_space(self.tr("&Space ID"), translated(rules.HELP["containerId.sharedFolder"]))
        space.line.setPlaceholderText(self.tr("For example IAAFanxbXNArpAncA1645841408025905537"))
