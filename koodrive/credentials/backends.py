"""Keyring backends that encrypt what they store, with their display names and limits."""

from __future__ import annotations

import sys
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

WINDOWS_CHARACTER_LIMIT = 1280
"""A Windows credential ends at 2,560 bytes, and is stored as UTF-16."""


@dataclass(frozen=True, slots=True)
class SafeKeyring:
    """A class of keyring that encrypts what it stores, and belongs to the user's session."""

    class_name: str
    """Module and qualified name of the backend class of the `keyring` package."""
    name: str
    """Display name."""
    limit: int | None = None
    """Most UTF-16 units of a secret; None without a limit."""


SAFE_KEYRINGS = {
    keyring.class_name: keyring
    for keyring in (
        SafeKeyring("keyring.backends.SecretService.Keyring", "Secret Service"),
        SafeKeyring("keyring.backends.libsecret.Keyring", "Secret Service"),
        SafeKeyring("keyring.backends.kwallet.DBusKeyring", "KDE Wallet"),
        SafeKeyring("keyring.backends.kwallet.DBusKeyringKWallet4", "KDE Wallet"),
        SafeKeyring("keyring.backends.macOS.Keyring", "macOS Keychain"),
        SafeKeyring(
            "keyring.backends.Windows.WinVaultKeyring",
            "Windows Credential Manager",
            limit=WINDOWS_CHARACTER_LIMIT,
        ),
    )
}
"""By class name. A subclass counts as unknown, as it may store secrets differently."""

_NEVER_TRUSTED = (
    "keyrings.alt",
    "keyring.backends.null",
    "keyring.backends.fail",
    "keyring.backends.chainer",
)
"""Modules whose keyrings keep secrets in clear, nowhere, or somewhere that only a later one of a chain knows."""

_BUS_PATIENCE_SECONDS = 1.0

# The names of the processes as Linux shows them: at most 15 characters.
_SECRET_SERVICES = {
    "gnome-keyring-d": "GNOME Keyring",
    "keepassxc": "KeePassXC",
    "ksecretd": "KDE Wallet",
    "kwalletd5": "KDE Wallet",
    "kwalletd6": "KDE Wallet",
}


def class_name(backend: object) -> str:
    """Return module and qualified name of the class of `backend`."""
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def can_be_trusted(backend: object) -> bool:
    """Return whether the user may trust the class of `backend`: none that stores secrets in clear text or not at all.

    Args:
        backend: A backend of the `keyring` package; a subclass is judged by all that it descends from.
    """
    modules = {f"{base.__module__}." for base in type(backend).__mro__}
    return not any(module.startswith(f"{never}.") for module in modules for never in _NEVER_TRUSTED)


def name_of(backend: object) -> str:
    """Return the display name of a keyring, such as ``GNOME Keyring (Secret Service)``.

    Asks the session bus which program offers the Secret Service, and may block as long as that bus does.

    Args:
        backend: A backend of the `keyring` package; one that is not in `SAFE_KEYRINGS` goes by its class name.
    """
    safe = SAFE_KEYRINGS.get(class_name(backend))
    if safe is None:
        return class_name(backend)
    if safe.name != "Secret Service":
        return safe.name
    program = _SECRET_SERVICES.get(_secret_service_process())
    return f"{program} ({safe.name})" if program else safe.name


def _secret_service_process() -> str:
    """Return the name of the process behind the Secret Service; empty when that cannot be found out."""
    if sys.platform != "linux":
        return ""
    # It is only a name: an error here says nothing about the keyring.
    with suppress(Exception):
        import jeepney.io.blocking  # type: ignore[import-untyped]  # noqa: PLC0415 - exists on Linux only

        dbus = jeepney.io.blocking
        with closing(dbus.open_dbus_connection()) as connection:
            bus = dbus.Proxy(jeepney.message_bus, connection, timeout=_BUS_PATIENCE_SECONDS)
            (process_id,) = bus.GetConnectionUnixProcessID("org.freedesktop.secrets")
        return Path(f"/proc/{process_id}/comm").read_text(encoding="utf-8").strip()
    return ""
