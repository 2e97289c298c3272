"""Wire form of each create and delete: path, headers and JSON body. The preview shows exactly this.

Follows the request tables of create-album, create-shared-folder, DeleteAlbum and DeleteShareFolder; wire types as in
their samples.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import quote

from koodrive.errors import InvalidRequestError
from koodrive.messages import Message
from koodrive.models import (
    AlbumKind,
    AlbumType,
    CreateAlbum,
    CreateRequest,
    CreateSharedFolder,
    DeleteAlbum,
    DeleteRequest,
    RequestKind,
)
from koodrive.rules import check_album, check_shared_folder
from koodrive.rules.ids import is_id
from koodrive.rules.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import UnionType

    from koodrive.rules.problems import FieldValue

API_ROOT = "/koodrive/ose/v1"
ALBUM = f"{API_ROOT}/album"
ALBUM_LIST = f"{API_ROOT}/album/list"
ALBUM_CREATE = f"{API_ROOT}/album/create"
SHARED_FOLDER_CREATE = f"{API_ROOT}/sharefolder/create"
SHARED_FOLDER_LIST = f"{API_ROOT}/sharefolder/list"
SHARED_FOLDER_DELETE = f"{API_ROOT}/sharefolder/delete"
SHARED_FOLDER_METADATA = f"{API_ROOT}/sharefolder/metadata"
INVITE_LIST = f"{API_ROOT}/usergroupsInvite/inviteList"
SPACE = f"{API_ROOT}/space"
INDIVIDUAL_FILES = f"{API_ROOT}/files/0"
LOGIN = f"{API_ROOT}/auth/login"
REFRESH_TOKEN = f"{API_ROOT}/auth/refreshToken"

LANGUAGES = ("en-US", "zh-CN")
TRACE_ID_LENGTH = 58


class NumberForm(StrEnum):
    """The JSON type of `type` and `albumKind`, about which the page contradicts itself."""

    INTEGER = "integer"
    """As in the page's example."""
    TEXT = "text"
    """As in the page's table."""


class DeleteIdForm(StrEnum):
    """The JSON type of `id` in DeleteShareFolder, about which the page contradicts itself."""

    LIST = "list"
    """As in the page's example."""
    TEXT = "text"
    """As in the page's table."""


class LanguageForm(StrEnum):
    """Spelling of the `language` header, about which the pages contradict each other."""

    HYPHEN = "hyphen"
    """``en-US``, as the Chinese pages and the default of the English ones have it."""
    UNDERSCORE = "underscore"
    """``en_us``, as the text of the English pages has it."""


class TraceIdHeader(StrEnum):
    """Whether requests carry X-Traceid, which the pages call optional."""

    SENT = "sent"
    OMITTED = "omitted"


@dataclass(frozen=True, slots=True)
class PreparedRequest:
    """A create as it goes out, down to the last byte of its body; nothing of it was sent yet."""

    request: CreateRequest
    path: str
    """Below the service address."""
    body: str
    """The JSON text; it goes out in UTF-8."""
    trace_id: str
    """The X-Traceid, 58 characters; empty where the connection leaves it out."""

    def with_new_trace_id(self) -> PreparedRequest:
        """Return the same request for another attempt."""
        return replace(self, trace_id=new_trace_id() if self.trace_id else "")


@dataclass(frozen=True, slots=True)
class PreparedDelete:
    """A delete as it goes out, down to the last byte of its body; nothing of it was sent yet."""

    request: DeleteRequest
    method: str
    """``DELETE`` or ``POST``."""
    path: str
    """Below the service address."""
    body: str
    """The JSON text; empty for a request without a body."""
    trace_id: str
    """The X-Traceid, 58 characters; empty where the connection leaves it out."""

    def with_new_trace_id(self) -> PreparedDelete:
        """Return the same request for another attempt."""
        return replace(self, trace_id=new_trace_id() if self.trace_id else "")


def language_header(language: str, form: LanguageForm | str) -> str:
    """Return the value of the `language` header.

    Args:
        language: One of `LANGUAGES`.
        form: How it is spelt.
    """
    return language.replace("-", "_").lower() if form == LanguageForm.UNDERSCORE else language


def new_trace_id(form: TraceIdHeader | str = TraceIdHeader.SENT) -> str:
    """Return a fresh X-Traceid: 58 characters that no other attempt has; empty where none goes out."""
    return "" if form == TraceIdHeader.OMITTED else secrets.token_hex(TRACE_ID_LENGTH // 2)


def kind_of(request: CreateRequest | DeleteRequest) -> RequestKind:
    """Return of which kind the object of `request` is."""
    return RequestKind.ALBUM if isinstance(request, CreateAlbum | DeleteAlbum) else RequestKind.SHARED_FOLDER


def endpoint(request: CreateRequest | DeleteRequest) -> str:
    """Return the path that `request` is sent to."""
    if isinstance(request, DeleteAlbum):
        return f"{ALBUM}/{quote(request.album_id, safe='')}"
    if isinstance(request, CreateAlbum):
        return ALBUM_CREATE
    return SHARED_FOLDER_CREATE if isinstance(request, CreateSharedFolder) else SHARED_FOLDER_DELETE


def method(request: CreateRequest | DeleteRequest) -> str:
    """Return the HTTP method of `request`."""
    return "DELETE" if isinstance(request, DeleteAlbum) else "POST"


def list_name(request: CreateRequest) -> str:
    """Return the name of the list that shows what `request` makes, as the history keeps it."""
    if not isinstance(request, CreateAlbum):
        return "sharedFolder"
    group = f"/{request.group_id}" if request.album_kind is AlbumKind.SHARED else ""
    return f"album/{int(request.type)}/{int(request.album_kind)}{group}"


def headers(authorization: str, user_id: str, x_date: str, trace_id: str, language: str) -> dict[str, str]:
    """Return the headers of one request, in the order of the API page.

    Args:
        authorization: The whole value, see `koodrive.api.auth.authorization`.
        user_id: The user's ID on KooDrive.
        x_date: From `ServerClock.x_date`.
        trace_id: 58 characters, new for every attempt; empty for a request without the header.
        language: See `language_header`.
    """
    return {
        "Authorization": authorization,
        "X-User-Id": user_id,
        "X-Date": x_date,
        **trace_id_header(trace_id),
        "language": language,
    }


def trace_id_header(trace_id: str) -> dict[str, str]:
    """Return the X-Traceid header; empty for an empty `trace_id`."""
    return {"X-Traceid": trace_id} if trace_id else {}


def to_json(request: CreateRequest, number_form: NumberForm | str = NumberForm.INTEGER) -> str:
    """Return the JSON text that goes out for `request`.

    A request with problems gets a text as well, for a preview; what should be a number stands as typed.

    Args:
        request: The album or shared folder.
        number_form: The JSON type of `type` and `albumKind`.
    """
    payload = _album(request) if isinstance(request, CreateAlbum) else _shared_folder(request)
    if number_form == NumberForm.TEXT:
        payload |= {name: str(payload[name]) for name in ("type", "albumKind") if name in payload}
    return json.dumps(payload, ensure_ascii=False, allow_nan=False)


def delete_body(request: DeleteRequest, id_form: DeleteIdForm | str = DeleteIdForm.LIST) -> str:
    """Return the JSON text that goes out for a delete; empty for one without a body.

    Args:
        request: The album or shared folder.
        id_form: The JSON type of `id` in DeleteShareFolder.
    """
    if isinstance(request, DeleteAlbum):
        return ""
    return json.dumps({"id": request.id if id_form == DeleteIdForm.TEXT else [request.id]})


def _album(request: CreateAlbum) -> dict[str, object]:
    payload: dict[str, object] = {"type": int(request.type), "albumKind": int(request.album_kind)}
    if request.name:
        payload = {"name": request.name} | payload
    if request.type == AlbumType.COLLECTION:
        payload["scopeDir"] = list(request.scope_dir)
        payload["scopeParentFolderId"] = request.scope_parent_folder_id or ""
        payload["scopeKind"] = str(request.scope_kind or "")
        if request.container_id:
            payload["containerId"] = request.container_id
    if request.album_kind == AlbumKind.SHARED:
        payload["groupId"] = request.group_id or ""
        payload["shareFolderId"] = _long(request.share_folder_id or "")
    return payload


def _long(text: str) -> int | str:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else text


def _shared_folder(request: CreateSharedFolder) -> dict[str, object]:
    return {"shareType": int(request.share_type), "containerId": request.container_id, "name": request.name}


def to_fields(request: CreateRequest) -> dict[str, FieldValue]:
    """Return `request` as the texts of a form: API field name to text, `scopeDir` to a list of text."""
    if isinstance(request, CreateSharedFolder):
        return {
            "shareType": _choice(request.share_type),
            "containerId": request.container_id,
            "name": request.name,
        }
    return {
        "name": request.name or "",
        "type": _choice(request.type),
        "albumKind": _choice(request.album_kind),
        # A text stays one, so that the rules see it; as a list it would fall into its characters.
        "scopeDir": request.scope_dir
        if isinstance(request.scope_dir, str)
        else list(request.scope_dir or ()),
        "scopeParentFolderId": request.scope_parent_folder_id or "",
        "scopeKind": str(request.scope_kind or ""),
        "containerId": request.container_id or "",
        "groupId": request.group_id or "",
        "shareFolderId": request.share_folder_id or "",
    }


def fields_from_body(body: str) -> dict[str, FieldValue]:
    """Return the JSON text of a request as the texts of a form; the reverse of `to_json`.

    Args:
        body: The JSON text of a request, from the history; anything but an object gives no fields.
    """
    try:
        payload = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(payload, dict):
        return {}
    return {
        name: [str(item) for item in value] if isinstance(value, list) else str(value)
        for name, value in payload.items()
    }


def _choice(value: object) -> str:
    return str(int(value)) if isinstance(value, int) and not isinstance(value, bool) else str(value or "")


def album_from_fields(fields: Mapping[str, FieldValue]) -> CreateAlbum:
    """Return the request that the texts of a form stand for, with only the fields that go with the choices.

    Args:
        fields: API field name to text, without problems (`check_album`).
    """

    def text(field: str) -> str | None:
        return str(fields.get(field, "")) or None

    album_type, album_kind = AlbumType(int(str(fields["type"]))), AlbumKind(int(str(fields["albumKind"])))
    is_collection, is_shared = album_type is AlbumType.COLLECTION, album_kind is AlbumKind.SHARED
    return CreateAlbum(
        type=album_type,
        album_kind=album_kind,
        name=text("name"),
        scope_dir=tuple(fields.get("scopeDir", ())) if is_collection else (),
        scope_parent_folder_id=text("scopeParentFolderId") if is_collection else None,
        scope_kind=text("scopeKind") if is_collection else None,
        container_id=text("containerId") if is_collection else None,
        group_id=text("groupId") if is_shared else None,
        share_folder_id=text("shareFolderId") if is_shared else None,
    )


def shared_folder_from_fields(fields: Mapping[str, FieldValue]) -> CreateSharedFolder:
    """Return the request that the texts of a form stand for.

    Args:
        fields: API field name to text, without problems (`check_shared_folder`).
    """
    return CreateSharedFolder(name=str(fields["name"]), container_id=str(fields["containerId"]))


def request_from_body(kind: str, body: str) -> CreateRequest | None:
    """Return the request that was sent as `body`; None for one that this version does not understand.

    Args:
        kind: A value of `RequestKind`; that of a newer KooDesk may be another.
        body: The JSON text from the history.
    """
    fields = fields_from_body(body)
    try:
        if kind == RequestKind.ALBUM:
            return album_from_fields(fields)
        return shared_folder_from_fields(fields) if kind == RequestKind.SHARED_FOLDER else None
    except (KeyError, ValueError):
        return None


def require_valid(request: CreateRequest, kind: type[CreateRequest] | UnionType = CreateRequest) -> None:
    """Raise unless `request` is of the right kind and has no problem.

    Args:
        request: The request to check.
        kind: The class that it must have.

    Raises:
        InvalidRequestError: When it is something else or has problems; the error lists all of them.
    """
    if not isinstance(request, kind):
        problems = {"": Problem.of("other_request", "This is a request of another kind.")}
    elif isinstance(request, CreateAlbum):
        problems = check_album(to_fields(request))
    else:
        problems = check_shared_folder(to_fields(request))
    if problems:
        raise InvalidRequestError(
            Message("Something in the request is not right yet"),
            Message("Nothing was sent. Correct the marked fields."),
            problems,
        )


def require_deletable(request: DeleteRequest) -> None:
    """Raise unless `request` names what is to be deleted by something in the form of an ID.

    Raises:
        InvalidRequestError: When it does not.
    """
    if not is_id(request.object_id):
        field = "albumId" if isinstance(request, DeleteAlbum) else "id"
        problem = Problem.of("id_characters", "This is no ID, so nothing can be deleted by it.")
        raise InvalidRequestError(
            Message("It cannot be taken back"),
            Message("Nothing was sent. The history has no ID of it that can be used."),
            {field: problem},
        )
