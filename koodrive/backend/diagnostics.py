"""Facts in force for the connection in use: proxy, trust, time, keyring, environment, data and versions.

Nothing in it is a secret: no token, no password, no user ID, and of the environment only names. Only the header that
lets people control the sandbox of this window is shown, and masked where the text leaves the window.
"""

from __future__ import annotations

import platform
import ssl
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from koodrive.api.auth import AuthorizationFormat
from koodrive.api.serialization import TraceIdHeader, language_header
from koodrive.clock.server_clock import NEGLIGIBLE, minutes_and_seconds
from koodrive.connections import SANDBOX_CONNECTION_ID
from koodrive.errors import CredentialError, KoodriveError, UntrustedKeyringError
from koodrive.journal.pragmas import mode_of, sqlite_version
from koodrive.logs.redaction import SECRETS
from koodrive.messages import Message, listed
from koodrive.network.environment import Effect, network_variables
from koodrive.network.errors import PreSendError
from koodrive.network.proxy import ProxyMode, ProxySettings
from koodrive.network.tls import CaFileError, read_ca_file
from koodrive.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import timedelta

    from koodrive.backend.backend import Backend
    from koodrive.core.deadline import Cancellation
    from koodrive.models import Connection

_LIBRARIES = (
    "PySide6-Essentials",
    "requests",
    "urllib3",
    "truststore",
    "keyring",
    "platformdirs",
    "regex",
    "emoji",
    "idna",
    "jsonschema",
)


def versions() -> dict[str, str]:
    """Return the versions of KooDesk and of all that it stands on, by name; reads files."""
    return {
        "KooDesk": VERSION,
        "Python": sys.version.replace("\n", " "),
        "Platform": platform.platform(),
        "SQLite": sqlite_version(),
        "OpenSSL": ssl.OPENSSL_VERSION,
        **{library: _version_of(library) for library in _LIBRARIES},
    }


def _version_of(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        # As in a frozen app, which holds the modules without what describes them.
        return Message("not told")


_TRACE_ID_WORDS = {
    TraceIdHeader.SENT: Message("Sent with each request"),
    TraceIdHeader.OMITTED: Message("Not sent"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what it is about, and what is so."""

    name: Message | str
    value: Message | str
    is_problem: bool = False
    """Whether it keeps requests from working."""
    keyring: str = ""
    """Class name of a keyring that the user can trust or no longer trust here; empty for any other fact."""
    is_trusted: bool = False
    """Whether they do, where `keyring` says which."""


@dataclass(frozen=True, slots=True)
class Section:
    """Facts that belong together."""

    title: Message
    facts: tuple[Fact, ...]


def gather(
    backend: Backend, connection: Connection | None, cancellation: Cancellation | None = None
) -> tuple[Section, ...]:
    """Return what is in force; blocks, as it asks the keyring and reads files. Sends nothing.

    Args:
        backend: Backend with data directory, keyring and clocks.
        connection: The one in use, or None.
        cancellation: Ends the wait for the keyring early.
    """
    sections = []
    if connection is not None:
        sections += [
            Section(Message("Connection"), _connection(connection)),
            Section(Message("Proxy"), _proxy(backend, connection)),
            Section(Message("Secure connection"), _trust(connection)),
            Section(Message("Time"), _time(backend, connection)),
        ]
        sections += _own_sandbox(backend, connection)
    mode = ProxyMode(connection.proxy) if connection else ProxyMode.NONE
    return (
        *sections,
        Section(Message("Keyring"), _keyring(backend, cancellation)),
        Section(Message("Environment"), _environment(mode)),
        Section(Message("Data"), _data(backend)),
        Section(Message("Versions"), tuple(Fact(name, text) for name, text in versions().items())),
    )


def as_text(sections: Iterable[Section], translate: Callable[[str], str] = str) -> str:
    """Return `sections` as text for a mail or an issue.

    Args:
        sections: From `gather`.
        translate: Translates a message into the language of the window.
    """
    lines = []
    for section in sections:
        lines += [translate(section.title)]
        # One line for a fact, whatever a certificate or a connection is called.
        lines += [
            f"  {translate(fact.name)}: {' '.join(translate(fact.value).split())}" for fact in section.facts
        ]
        lines += [""]
    return SECRETS.redact("\n".join(lines))


def _own_sandbox(backend: Backend, connection: Connection) -> Iterable[Section]:
    """Yield what faults are switched on with; `as_text` masks the secret, and it ends with the sandbox."""
    running = backend.sandbox
    if running is not None and connection.connection_id == SANDBOX_CONNECTION_ID:
        facts = (
            Fact(Message("Service address"), running.base_url),
            Fact(Message("Control header"), f"X-Sandbox-Secret: {running.secret}"),
        )
        yield Section(Message("Sandbox"), facts)


def _connection(connection: Connection) -> tuple[Fact, ...]:
    return (
        Fact(Message("Name"), connection.name),
        Fact(Message("Service address"), connection.service_address),
        Fact(Message("Signs in"), _auth_text(connection)),
        Fact(Message("Authorization format"), connection.authorization_format),
        Fact(Message("Language"), language_header(connection.language, connection.language_form)),
        Fact(Message("type and albumKind are sent as"), connection.number_form),
        Fact(Message("The id of a deleted folder is sent as"), connection.delete_id_form),
        Fact(Message("Trace ID"), _TRACE_ID_WORDS[TraceIdHeader(connection.trace_id_header)]),
    )


def _auth_text(connection: Connection) -> Message:
    if connection.authorization_format == AuthorizationFormat.APP_SIGNATURE:
        return Message("With an app's secret, which signs each request")
    if connection.account:
        return Message("With an account and its password; the password is not kept")
    return Message("With a token of its own")


def _proxy(backend: Backend, connection: Connection) -> tuple[Fact, ...]:
    try:
        route = ProxySettings.of(connection, lambda: None).decide(connection.service_address)
    except PreSendError as error:
        return (
            Fact(
                Message("In use"),
                Message("{title}. {advice}", title=error.title, advice=error.advice),
                is_problem=True,
            ),
        )
    if route.proxy is None:
        return Fact(Message("In use"), Message("None")), Fact(Message("Why"), route.why)
    return (
        Fact(Message("In use"), route.proxy.address),
        Fact(Message("Why"), route.why),
        Fact(Message("Signs in"), _sign_in(backend, connection, route.proxy.user)),
    )


def _sign_in(backend: Backend, connection: Connection, user: str) -> Message:
    if not user:
        return Message("Without a user")
    if connection.proxy != ProxyMode.MANUAL:
        return Message("With user and password from the environment")
    if backend.proxy_passwords.is_session_only(connection.connection_id):
        return Message("With a user; the password is kept for this session only")
    return Message("With a user; the password is looked up in the keyring")


def _trust(connection: Connection) -> tuple[Fact, ...]:
    if connection.service_address.startswith("http://"):
        return (Fact(Message("Encryption"), Message("None: plain http, on this computer only")),)
    facts = [
        Fact(Message("Certificates"), Message("Always verified, name included; this cannot be switched off")),
        Fact(Message("Trusted by the system"), _system_trust()),
    ]
    if not connection.ca_file:
        return (*facts, Fact(Message("CA file"), Message("None")))
    facts.append(Fact(Message("CA file"), connection.ca_file))
    try:
        found = read_ca_file(connection.ca_file)
    except CaFileError as error:
        return (*facts, Fact(Message("CA file holds"), error.problem.message, is_problem=True))
    for authority in found.authorities:
        words = Message("{name}, until {day}", name=authority.name, day=f"{authority.expires:%Y-%m-%d}")
        facts.append(Fact(Message("CA file holds"), words))
    return tuple(facts)


def _system_trust() -> Message:
    if sys.platform in ("win32", "darwin"):
        return Message("The certificate store of the operating system")
    paths = ssl.get_default_verify_paths()
    found = listed(paths.cafile or "", paths.capath or "")
    return found or Message("The first bundle found in the usual places")


def _time(backend: Backend, connection: Connection) -> tuple[Fact, ...]:
    clock = backend.clock(connection.service_address)
    learned = clock.sample
    if learned is None:
        return (
            Fact(
                Message("Service's time"),
                Message("Not learned yet; KooDesk goes by the clock of this computer"),
            ),
        )
    facts = [
        Fact(Message("Service's time"), f"{clock.now():%Y-%m-%d %H:%M:%S} UTC"),
        Fact(Message("Learned at"), f"{learned.server:%Y-%m-%d %H:%M:%S} UTC"),
        Fact(Message("Clock of this computer"), _how_far(clock.offset)),
    ]
    if clock.is_uncertain:
        facts.append(
            Fact(Message("In doubt"), Message("A clock was set or stood still; the next answer ends that"))
        )
    return tuple(facts)


def _how_far(ahead: timedelta) -> Message:
    if abs(ahead) < NEGLIGIBLE:
        return Message("Correct")
    if ahead.total_seconds() > 0:
        return Message("{minutes} min {seconds} s fast", **minutes_and_seconds(ahead))
    return Message("{minutes} min {seconds} s slow", **minutes_and_seconds(ahead))


def _keyring(backend: Backend, cancellation: Cancellation | None) -> tuple[Fact, ...]:
    trusted = tuple(
        Fact(Message("Trusted by you"), name, keyring=name, is_trusted=True)
        for name in sorted(backend.trusted_keyrings.load())
    )
    try:
        name = backend.credentials.backend_name(cancellation=cancellation)
    except CredentialError as error:
        words = Message("{title}. {message}", title=error.title, message=error.message)
        unknown = error.class_name if isinstance(error, UntrustedKeyringError) else ""
        return (Fact(Message("In use"), words, is_problem=True, keyring=unknown), *trusted)
    if any(fact.keyring == name for fact in trusted):
        safe = Message("You said so; KooDesk does not know it")
    else:
        safe = Message("Yes: it encrypts what it keeps and belongs to your session")
    return (Fact(Message("In use"), name), Fact(Message("Safe"), safe), *trusted)


def _environment(mode: ProxyMode) -> tuple[Fact, ...]:
    words = {Effect.OBEYED: Message("Set, and obeyed"), Effect.IGNORED: Message("Set, and ignored")}
    found = tuple(Fact(variable.name, words[variable.effect]) for variable in network_variables(mode))
    # Other programs take names and passwords for hosts from there.
    netrc = (name for name in (".netrc", "_netrc") if Path("~", name).expanduser().is_file())
    found += tuple(Fact(f"~/{name}", Message("There, and ignored")) for name in netrc)
    return found or (Fact(Message("Variables"), Message("None that network programs look at")),)


def _data(backend: Backend) -> tuple[Fact, ...]:
    facts = [Fact(Message("Directory"), str(backend.data_dir))]
    try:
        journal = backend.journal
        facts.append(Fact(Message("Journal mode"), mode_of(journal.path)))
        if journal.read_only:
            facts.append(
                Fact(
                    Message("History"),
                    Message("Can only be read: a newer KooDesk wrote it"),
                    is_problem=True,
                )
            )
    except (KoodriveError, OSError) as error:
        reason = getattr(error, "title", None) or getattr(error, "strerror", None) or type(error).__name__
        facts.append(Fact(Message("History"), reason, is_problem=True))
    return tuple(facts)
