"""The list of connections in a JSON file, without their secrets."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NoReturn
from uuid import uuid4

from koodrive.api.auth import AuthorizationFormat
from koodrive.api.serialization import LANGUAGES, DeleteIdForm, LanguageForm, NumberForm, TraceIdHeader
from koodrive.connections.rules import check_idle_minutes
from koodrive.core.file_lock import LOCK_FOLDER, FileLock
from koodrive.core.files import write_atomic
from koodrive.errors import ConnectionStoreError
from koodrive.messages import Message
from koodrive.models import Connection
from koodrive.network.proxy import ProxyMode
from koodrive.rules.address import normal_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FORMAT_VERSION = 1

_LOCKED_SECONDS = 5.0
"""How long to wait for another process that changes the file, which takes it milliseconds."""

_FIELDS = {field.name: field.default for field in dataclasses.fields(Connection)}


def new_connection_id() -> str:
    """Return an ID for a new connection: 32 hexadecimal digits that no other connection has."""
    return uuid4().hex


class ConnectionStore:
    """The connections of one data directory; safe to share between threads and between processes.

    Every change reads the file and writes it whole. Entries of the file beyond the fields of a connection are not
    kept.

    Args:
        path: The file; it need not be there. Its folder has to be there before the first change.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self.notice: Message | None = None
        """Message that a damaged file was put aside, or None."""

    def load(self) -> tuple[Connection, ...]:
        """Return all connections in the order in which they were added; a damaged file is put aside.

        Raises:
            ConnectionStoreError: When the file cannot be read, or a newer KooDesk wrote it.
        """
        with self._lock:
            try:
                return self._parsed()
            except (ValueError, RecursionError):
                with self._alone():
                    return self._read()

    def add(self, connection: Connection) -> tuple[Connection, ...]:
        """Put a connection at the end of the list.

        Args:
            connection: One with an ID that is not in the list; `check_connection` found nothing wrong with it.

        Returns:
            The new list.

        Raises:
            ConnectionStoreError: When the ID is there already, or the file cannot be read or written.
        """

        def added(before: tuple[Connection, ...]) -> tuple[Connection, ...]:
            if any(other.connection_id == connection.connection_id for other in before):
                raise ConnectionStoreError(
                    Message("The connection was not added"), Message("It is in the list already.")
                )
            return (*before, connection)

        return self._change(added)

    def replace(self, connection: Connection, instead_of: str = "") -> tuple[Connection, ...]:
        """Replace a connection.

        Args:
            connection: Its ID must be unique in the list.
            instead_of: ID of the replaced connection; by default its own.

        Returns:
            The new list.

        Raises:
            ConnectionStoreError: When the ID is not in the list, or the file cannot be read or written.
        """

        def replaced(before: tuple[Connection, ...]) -> tuple[Connection, ...]:
            replaced_id = instead_of or connection.connection_id
            after = tuple(connection if other.connection_id == replaced_id else other for other in before)
            if connection not in after:
                raise ConnectionStoreError(
                    Message("The connection was not changed"),
                    Message("It is no longer in the list. Add it as a new one."),
                )
            return after

        return self._change(replaced)

    def remove(self, connection_id: str) -> tuple[Connection, ...]:
        """Remove a connection from the list, if it is there; its token stays in the keyring.

        Args:
            connection_id: ID of the connection.

        Returns:
            The new list.

        Raises:
            ConnectionStoreError: When the file cannot be read or written.
        """
        return self._change(
            lambda before: tuple(other for other in before if other.connection_id != connection_id)
        )

    def _change(
        self, change: Callable[[tuple[Connection, ...]], tuple[Connection, ...]]
    ) -> tuple[Connection, ...]:
        with self._lock, self._alone():
            before = self._read()
            after = change(before)
            if after != before:
                self._write(after)
            return after

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other processes from changing the file during the block."""
        lock = FileLock(self._path.parent / LOCK_FOLDER / "connections")
        try:
            lock.acquire_within(_LOCKED_SECONDS)
        except OSError as exc:
            self._fail(Message("The connections could not be saved"), exc)
        try:
            yield
        finally:
            lock.release()

    def _read(self) -> tuple[Connection, ...]:
        """Return what the file holds; a damaged one is put aside."""
        try:
            return self._parsed()
        except (ValueError, RecursionError):
            self._set_aside()
            return ()

    def _parsed(self) -> tuple[Connection, ...]:
        """Return what the file holds; raises ValueError or RecursionError when it is damaged."""
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return ()
        except OSError as exc:
            self._fail(Message("The connections could not be read"), exc)
        return _parse(content)

    def _write(self, connections: tuple[Connection, ...]) -> None:
        content = {
            "version": FORMAT_VERSION,
            "connections": [_entry(item) for item in connections],
        }
        try:
            write_atomic(self._path, json.dumps(content, ensure_ascii=False, indent=2) + "\n")
        except (OSError, UnicodeEncodeError) as exc:
            self._fail(Message("The connections could not be saved"), exc)

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
            self._fail(Message("The list of connections is damaged and could not be put aside"), exc)
        self.notice = Message(
            "The list of connections was damaged and could not be read. It was put aside as {path}. "
            "Add your connections again.",
            path=aside,
        )

    def _fail(self, title: Message, exc: OSError | UnicodeEncodeError) -> NoReturn:
        raise ConnectionStoreError(
            title,
            Message(
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
        ConnectionStoreError: When another version of the format is in them.
    """
    document = json.loads(content.decode("utf-8"))
    version = document.get("version") if isinstance(document, dict) else None
    if not isinstance(version, int) or isinstance(version, bool):
        raise ValueError("not a list of connections")  # noqa: TRY004 - whatever is wrong with it, it is damaged
    if version != FORMAT_VERSION:
        raise ConnectionStoreError(
            Message("The list of connections is from another version of KooDesk"),
            Message(
                "It has format {version}, and this KooDesk knows format {known}. Nothing was changed. "
                "Update KooDesk, or use another data directory.",
                version=version,
                known=FORMAT_VERSION,
            ),
        )
    entries = document.get("connections")
    if not isinstance(entries, list):
        raise ValueError("no list")  # noqa: TRY004 - the file is damaged
    connections = tuple(_connection(entry) for entry in entries)
    if len({connection.connection_id for connection in connections}) != len(connections):
        raise ValueError("two connections have one ID")
    return connections


def _is_optional(name: str) -> bool:
    return _FIELDS[name] is not dataclasses.MISSING


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
    NumberForm(connection.number_form)
    DeleteIdForm(connection.delete_id_form)
    LanguageForm(connection.language_form)
    TraceIdHeader(connection.trace_id_header)
    if connection.language not in LANGUAGES:
        raise ValueError("unknown language")
    if check_idle_minutes(connection.idle_minutes) is not None:
        raise ValueError("no number of minutes")
    return connection
