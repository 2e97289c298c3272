"""The fields of one create: checked by the rules, and announced, before anything large is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.api.serialization import album_from_fields, shared_folder_from_fields
from koodrive.cli.streams import visible
from koodrive.core.lazy import load
from koodrive.errors import InvalidRequestError
from koodrive.messages import Message, sentences
from koodrive.models import RequestKind
from koodrive.rules import advise_album, advise_shared_folder, check_album, check_shared_folder

if TYPE_CHECKING:
    from koodrive.cli.exit_codes import ExitCode
    from koodrive.cli.options import CommonOptions
    from koodrive.cli.streams import Output
    from koodrive.models import CreateRequest
    from koodrive.rules.problems import Fields, Problem

_OPTIONS = {
    RequestKind.ALBUM: {
        "name": "--name",
        "type": "--type",
        "albumKind": "--kind",
        "scopeDir": "--dir",
        "scopeParentFolderId": "--parent",
        "scopeKind": "--media",
        "containerId": "--space",
        "groupId": "--group",
        "shareFolderId": "--share-folder",
    },
    RequestKind.SHARED_FOLDER: {"name": "--name", "containerId": "--space"},
}
"""The option of each API field."""


def create_announced(
    options: CommonOptions,
    kind: RequestKind,
    fields: dict[str, str | list[str]],
    *,
    folder: str = "",
    is_whole: bool,
) -> ExitCode:
    """Check what can be checked without a history, print what is about to be done, and do it.

    Args:
        options: The common ones.
        kind: Album or shared folder.
        fields: API field name to text, as the options give them.
        folder: See `koodrive.cli.create.run`.
        is_whole: Whether no field is to come from the history or the service.

    Raises:
        InvalidRequestError: When a field breaks a rule.
        KoodriveError: When it was not sent.
    """
    if is_whole:
        require_valid(kind, fields)
    announced = Message("Checking “{name}” …") if options.dry_run else Message("Creating “{name}” …")
    options.output.say(announced.filled(name=visible(fields["name"])))
    code: ExitCode = load("koodrive.cli.create:run")(options, kind, fields, folder=folder)
    return code


def require_valid(kind: RequestKind, fields: Fields) -> CreateRequest:
    """Return the request that the fields stand for.

    Args:
        kind: Album or shared folder.
        fields: API field name to text.

    Raises:
        InvalidRequestError: When a field breaks a rule; the error lists all of them.
    """
    is_album = kind is RequestKind.ALBUM
    problems = check_album(fields) if is_album else check_shared_folder(fields)
    if problems:
        listed = sentences("", *(_of_option(kind, field, problem) for field, problem in problems.items()))
        raise InvalidRequestError(
            Message("Something in the request is not right"),
            Message("Nothing was sent. {problems}", problems=listed),
            problems,
        )
    return album_from_fields(fields) if is_album else shared_folder_from_fields(fields)


def say_advice(output: Output, kind: RequestKind, fields: Fields) -> None:
    """Print what deserves a second look, though nothing forbids it.

    Args:
        output: The streams.
        kind: Album or shared folder.
        fields: API field name to text.
    """
    advise = advise_album if kind is RequestKind.ALBUM else advise_shared_folder
    for field, advice in advise(fields).items():
        output.say(visible(_of_option(kind, field, advice)))


def _of_option(kind: RequestKind, field: str, problem: Problem) -> Message:
    option = _OPTIONS[kind].get(field, field)
    return Message("{title}: {message}", title=option, message=problem.message)
