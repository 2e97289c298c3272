"""Side of the resolve dialog with the request as typed, and the reason of its unknown outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from koodrive.models import (
    Action,
    AlbumKind,
    AlbumType,
    CreateAlbum,
    CreateSharedFolder,
    OutcomeKind,
    ScopeKind,
)
from ui.texts import attempts as texts
from ui.texts.connections import connection_text
from ui.texts.translate import translate, translated
from ui.widgets.detail_lines import AttemptLine, AttemptText
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import column
from ui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from ui.resolve.loader import SentAttempt

_SMALLEST_WIDTH = 230
_NAME_LINES = 3
_FOLDER_LINES = 5
_REASON_LINES = 8


class RequestPanel(ReadingPane):
    """Shows one `SentAttempt`; the values are named ``resolve.request.<key>``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resolve.request")
        self.setAccessibleName(self.tr("What was sent"))
        self.setMinimumWidth(_SMALLEST_WIDTH)
        self._shown: SentAttempt | None = None
        self._lines: dict[str, AttemptLine] = {}
        self._texts: dict[str, AttemptText] = {}
        self._captions: dict[str, PlainLabel] = {}
        self._layout = column(spacing=8, margins=(0, 0, 12, 0))
        self._build_ui()

    def _build_ui(self) -> None:
        content = QWidget()
        content.setLayout(self._layout)
        self._layout.addWidget(PlainLabel(self.tr("What was sent"), role="fieldLabel"))
        self._line("kind", self.tr("Kind"))
        self._text("name", self.tr("Name"), _NAME_LINES)
        self._text("scopeDir", self.tr("Folders to collect from"), _FOLDER_LINES)
        for key, label in (
            ("scopeParentFolderId", self.tr("Parent folder ID")),
            ("scopeKind", self.tr("What to collect")),
            ("containerId", self.tr("Space ID")),
            ("groupId", self.tr("Group ID")),
            ("shareFolderId", self.tr("Shared folder ID (primary key)")),
            ("started", self.tr("Left at")),
            ("connection", self.tr("Connection")),
        ):
            self._line(key, label)
        self._line("traceId", self.tr("Trace ID"), copyable=True, wraps=True)
        self._layout.addSpacing(4)
        self._text("reason", self.tr("Why its outcome is unknown"), _REASON_LINES)
        self._layout.addStretch(1)
        self.setWidget(content)

    def _line(self, key: str, label: str, *, copyable: bool = False, wraps: bool = False) -> None:
        line = AttemptLine(
            f"resolve.request.{key}", label, copyable=copyable, wraps=wraps, is_id=copyable, parent=self
        )
        self._lines[key] = line
        self._layout.addWidget(line)

    def _text(self, key: str, label: str, most_lines: int) -> None:
        self._captions[key] = PlainLabel(label, role="quiet")
        self._texts[key] = AttemptText(f"resolve.request.{key}", label, most_lines=most_lines)
        self._layout.addLayout(column(self._captions[key], self._texts[key], spacing=0))

    def show_attempt(self, sent: SentAttempt) -> None:
        """Show another attempt, from its beginning."""
        if sent == self._shown:
            return
        self._shown = sent
        values = _values(sent)
        for key, line in self._lines.items():
            line.set_text(values.get(key))
        for key, text in self._texts.items():
            text.set_text(values.get(key))
            self._captions[key].setVisible(bool(values.get(key)))
        self.verticalScrollBar().setValue(0)

    def set_decided(self, is_decided: bool) -> None:  # noqa: FBT001 - a setter, as Qt has them
        """Set whether the outcome of the shown request is known."""
        words = (
            self.tr("Why its outcome was unknown") if is_decided else self.tr("Why its outcome is unknown")
        )
        self._captions["reason"].setText(words)
        self._texts["reason"].setAccessibleName(words)


def _values(sent: SentAttempt) -> dict[str, str | None]:
    """Return every value by its key; without a key that this request does not have."""
    attempt, request = sent.attempt, sent.request
    is_open = attempt.outcome == OutcomeKind.UNKNOWN
    reason = "\n".join(translated(text) for text in (attempt.title, attempt.message) if text and is_open)
    values = {
        "kind": texts.row_kind_text(attempt),
        "name": attempt.name,
        "started": texts.exact_time(attempt.started_at),
        "connection": connection_text(attempt.connection_id, attempt.connection_name),
        "traceId": texts.trace_id_text(attempt.trace_id),
        "reason": reason,
    }
    if request is None or attempt.action == Action.DELETE:
        return values
    if isinstance(request, CreateSharedFolder):
        return values | {"containerId": request.container_id}
    return values | _album_values(request)


def _album_values(request: CreateAlbum) -> dict[str, str | None]:
    is_shared = request.album_kind is AlbumKind.SHARED
    return {
        "kind": _album_text(is_collection=request.type is AlbumType.COLLECTION, is_shared=is_shared),
        "scopeDir": "\n".join(request.scope_dir),
        "scopeParentFolderId": request.scope_parent_folder_id,
        "scopeKind": _scope_text(request.scope_kind),
        "containerId": request.container_id,
        "groupId": request.group_id,
        "shareFolderId": request.share_folder_id,
    }


def _album_text(*, is_collection: bool, is_shared: bool) -> str:
    if is_shared:
        return (
            translate("RequestPanel", "Collection album, shared")
            if is_collection
            else translate("RequestPanel", "Manual album, shared")
        )
    return (
        translate("RequestPanel", "Collection album, just me")
        if is_collection
        else translate("RequestPanel", "Manual album, just me")
    )


def _scope_text(scope_kind: str | None) -> str | None:
    return {
        ScopeKind.IMAGES.value: translate("RequestPanel", "Pictures"),
        ScopeKind.VIDEOS.value: translate("RequestPanel", "Videos"),
        ScopeKind.IMAGES_AND_VIDEOS.value: translate("RequestPanel", "Pictures and videos"),
    }.get(scope_kind or "", scope_kind)
