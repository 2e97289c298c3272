"""The list of connections, kept in one JSON file without their secrets."""

from __future__ import annotations

import dataclasses
import json
import threading
import unicodedata
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NoReturn
from uuid import uuid4

from koodrive.address import check_address, normal_address
from koodrive.auth import AuthorizationFormat, check_user_id
from koodrive.errors import ProfileError
from koodrive.files import write_whole
from koodrive.models import Connection
from koodrive.proxies import ProxyMode, check_proxy
from koodrive.rules import Problem, check_name
from koodrive.wire import LANGUAGES
from koodrive.wording import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from koodrive.rules import Problems

FORMAT_VERSION = 1
NAME_LIMIT = 60

_FIELDS = {field.name: field.default for field in dataclasses.fields(Connection)}


def new_connection_id() -> str:
    """Return an ID for a new connection: 32 hexadecimal digits that no other connection has."""
    return uuid4().hex


def check_connection(fields: Mapping[str, str], *, other_names: Collection[str] = ()) -> Problems:
    """Return all problems of the fields of a connection; empty when all is well.

    Args:
        fields: `name`, `serviceAddress`, `userId`, and what `check_proxy` wants, to text; missing fields count as
            empty, others are not looked at.
        other_names: The names of the other connections.
    """
    found = {
        "name": _check_name(fields.get("name", ""), other_names),
        "serviceAddress": check_address(fields.get("serviceAddress", "")),
        "userId": check_user_id(fields.get("userId", "")),
    }
    problems = {field: problem for field, problem in found.items() if problem is not None}
    return problems | check_proxy(fields)


def _check_name(name: str, other_names: Collection[str]) -> Problem | None:
    problem = check_name(name, NAME_LIMIT)
    if problem is not None:
        return problem
    for position, character in enumerate(name, start=1):
        if unicodedata.category(character) in {"Cc", "Zl", "Zp"}:
            return Problem(
                "name_character",
                Sentence(
                    "Character {position} cannot be in a name ({character}). Take it out.",
                    position=position,
                    character=f"U+{ord(character):04X}",
                ),
            )
    if _folded(name) in {_folded(other) for other in other_names}:
        return Problem("name_taken", Sentence("Another connection has this name. Choose a different one."))
    return None


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name.strip()).casefold())


class Profiles:
    """The connections of one data directory; safe to share between threads, but not between processes.

    Every change reads the file, and writes it whole. What the file holds beyond the fields of a connection is not
    kept.

    Args:
        path: The file; it need not be there. Its folder has to be there before the first change.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._notice: Sentence | None = None

    @property
    def notice(self) -> Sentence | None:
        """What people should know: that a damaged file was put aside; None when there is nothing to say."""
        return self._notice

    def load(self) -> tuple[Connection, ...]:
        """Return all connections in the order in which they were added; a damaged file is put aside.

        Raises:
            ProfileError: When the file cannot be read, or a newer KooDesk wrote it.
        """
        with self._lock:
            return self._read()

    def add(self, connection: Connection) -> tuple[Connection, ...]:
        """Put a connection at the end of the list.

        Args:
            connection: One with an ID that is not in the list; `check_connection` found nothing wrong with it.

        Returns:
            The list as it is now.

        Raises:
            ProfileError: When the ID is there already, or the file cannot be read or written.
        """

        def added(before: tuple[Connection, ...]) -> tuple[Connection, ...]:
            if any(other.connection_id == connection.connection_id for other in before):
                raise ProfileError(
                    Sentence("The connection was not added"), Sentence("It is in the list already.")
                )
            return (*before, connection)

        return self._change(added)

    def replace(self, connection: Connection) -> tuple[Connection, ...]:
        """Put a connection in the place of the one with the same ID.

        Args:
            connection: As for `add`, but its ID is in the list.

        Returns:
            The list as it is now.

        Raises:
            ProfileError: When the ID is not in the list, or the file cannot be read or written.
        """

        def replaced(before: tuple[Connection, ...]) -> tuple[Connection, ...]:
            after = tuple(
                connection if other.connection_id == connection.connection_id else other for other in before
            )
            if connection not in after:
                raise ProfileError(
                    Sentence("The connection was not changed"),
                    Sentence("It is no longer in the list. Add it as a new one."),
                )
            return after

        return self._change(replaced)

    def remove(self, connection_id: str) -> tuple[Connection, ...]:
        """Take a connection out of the list; one that is not there is fine. Its token stays where it is.

        Args:
            connection_id: Whose.

        Returns:
            The list as it is now.

        Raises:
            ProfileError: When the file cannot be read or written.
        """
        return self._change(
            lambda before: tuple(other for other in before if other.connection_id != connection_id)
        )

    def _change(
        self, change: Callable[[tuple[Connection, ...]], tuple[Connection, ...]]
    ) -> tuple[Connection, ...]:
        with self._lock:
            before = self._read()
            after = change(before)
            if after != before:
                self._write(after)
            return after

    def _read(self) -> tuple[Connection, ...]:
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return ()
        except OSError as exc:
            self._fail(Sentence("The connections could not be read"), exc)
        try:
            return _parse(content)
        except (ValueError, RecursionError):
            self._set_aside()
            return ()

    def _write(self, connections: tuple[Connection, ...]) -> None:
        content = {
            "version": FORMAT_VERSION,
            "connections": [_entry(item) for item in connections],
        }
        try:
            write_whole(self._path, json.dumps(content, ensure_ascii=False, indent=2) + "\n")
        except (OSError, UnicodeEncodeError) as exc:
            self._fail(Sentence("The connections could not be saved"), exc)

    def _set_aside(self) -> None:
        now = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        aside = self._path.with_name(f"{self._path.name}.corrupt-{now}")
        number = 1
        while aside.exists():
            number += 1
            aside = self._path.with_name(f"{self._path.name}.corrupt-{now}-{number}")
        try:
            self._path.rename(aside)
        except OSError as exc:
            self._fail(Sentence("The list of connections is damaged and could not be put aside"), exc)
        self._notice = Sentence(
            "The list of connections was damaged and could not be read. It was put aside as {path}. "
            "Add your connections again.",
            path=aside,
        )

    def _fail(self, title: Sentence, exc: OSError | UnicodeEncodeError) -> NoReturn:
        raise ProfileError(
            title,
            Sentence(
                "The file is {path} ({reason}). Nothing was changed. Check that the disk has room and that you "
                "may write there, then try again.",
                path=self._path,
                reason=getattr(exc, "strerror", None) or type(exc).__name__,
            ),
        ) from exc


def _parse(content: bytes) -> tuple[Connection, ...]:
    """Return the connections that the file's bytes hold.

    Raises:
        ValueError: When they are damaged.
        ProfileError: When another version of the format is in them.
    """
    document = json.loads(content.decode("utf-8"))
    version = document.get("version") if isinstance(document, dict) else None
    if not isinstance(version, int) or isinstance(version, bool):
        raise ValueError("not a list of connections")  # noqa: TRY004 - whatever is wrong with it, it is damaged
    if version != FORMAT_VERSION:
        raise ProfileError(
            Sentence("The list of connections is from another version of KooDesk"),
            Sentence(
                "It has format {version}, and this KooDesk knows format {known}. Nothing was changed. "
                "Update KooDesk, or use another data directory.",
                version=version,
                known=FORMAT_VERSION,
            ),
        )
    connections = tuple(_connection(entry) for entry in _list(document.get("connections")))
    if len({connection.connection_id for connection in connections}) != len(connections):
        raise ValueError("two connections have one ID")
    return connections


def _is_optional(name: str) -> bool:
    return _FIELDS[name] is not dataclasses.MISSING


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError("no list")  # noqa: TRY004 - as above
    return value


def _entry(connection: Connection) -> dict[str, str]:
    """Return what the file holds of a connection; what is as it usually is stays out, as older versions had it."""
    values = dataclasses.asdict(connection)
    return {name: value for name, value in values.items() if value != _FIELDS[name]}


def _connection(entry: object) -> Connection:
    found = {name: entry[name] for name in _FIELDS if name in entry} if isinstance(entry, dict) else {}
    texts = {
        name: text for name, text in found.items() if isinstance(text, str) and (text or _is_optional(name))
    }
    if len(texts) != len(found) or not all(name in texts or _is_optional(name) for name in _FIELDS):
        raise ValueError("a field is missing")
    # By hand it may be spelt in another way, and the history tells services apart by their addresses.
    texts["service_address"] = normal_address(texts["service_address"])
    connection = Connection(**texts)
    AuthorizationFormat(connection.authorization_format)
    ProxyMode(connection.proxy)
    if connection.language not in LANGUAGES:
        raise ValueError("unknown language")
    return connection
