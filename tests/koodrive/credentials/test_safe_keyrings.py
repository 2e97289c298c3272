"""The allow-list of keyrings, chains, names and limits, without a real keyring."""

from __future__ import annotations

import importlib

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, chainer, fail, null
from memory_keyring import keyring_class, store_on

from koodrive.backend.backend import TRUSTED_KEYRINGS_FILE, Backend
from koodrive.credentials.backends import SAFE_KEYRINGS, class_name, name_of
from koodrive.credentials.store import safe_backend
from koodrive.errors import CredentialError, KeyringMissingError, UntrustedKeyringError


@pytest.mark.parametrize("name", SAFE_KEYRINGS)
def test_the_allowed_classes_exist_and_are_keyrings(name):
    module, _, qualname = name.rpartition(".")
    loaded = getattr(importlib.import_module(module), qualname)
    assert issubclass(loaded, KeyringBackend)
    assert f"{loaded.__module__}.{loaded.__qualname__}" == name


@pytest.mark.parametrize("name", SAFE_KEYRINGS)
def test_an_allowed_keyring_is_taken(name):
    backend = keyring_class(name)()
    assert safe_backend(backend) is backend


@pytest.mark.parametrize(
    "backend",
    [
        null.Keyring(),
        keyring_class("keyrings.alt.file.PlaintextKeyring")(),
        keyring_class("keyrings.alt.file.EncryptedKeyring")(),
        keyring_class("elsewhere.SecretService.Keyring")(),
        type("Keyring", (SecretService.Keyring,), {"__module__": "someone.elses", "viable": False})(),
    ],
    ids=class_name,
)
def test_any_other_is_named_and_refused(backend):
    with pytest.raises(KeyringMissingError, match="would not be safe") as caught:
        safe_backend(backend)
    assert class_name(backend) in str(caught.value)


def test_the_one_that_always_fails_counts_as_none():
    with pytest.raises(KeyringMissingError, match="has no keyring"):
        safe_backend(fail.Keyring())


def chain_of(*names):
    backends = [keyring_class(name)() for name in names]
    chain = type("Chain", (chainer.ChainerBackend,), {"backends": backends, "viable": False})
    return chain()


def test_of_a_chain_the_first_allowed_link_is_taken():
    chain = chain_of(
        "keyrings.alt.file.PlaintextKeyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
    )
    assert safe_backend(chain) is chain.backends[1]


@pytest.mark.parametrize(
    "names", [(), ("keyrings.alt.file.PlaintextKeyring", "keyring.backends.null.Keyring")]
)
def test_a_chain_without_an_allowed_link_is_refused(names):
    with pytest.raises(KeyringMissingError):
        safe_backend(chain_of(*names))


VAULT = "vaults.backend.VaultKeyring"
NEVER = [
    "keyrings.alt.file.PlaintextKeyring",
    "keyrings.alt.file.EncryptedKeyring",
    "keyrings.alt.Gnome.Keyring",
    "keyring.backends.null.Keyring",
    "keyring.backends.fail.Keyring",
]


def test_c67_a_keyring_that_nobody_knows_is_named_and_used_once_it_is_trusted():
    backend = keyring_class(VAULT)()
    with pytest.raises(UntrustedKeyringError, match="trust it in Diagnostics") as caught:
        safe_backend(backend)
    assert caught.value.class_name == VAULT
    assert VAULT in caught.value.message
    with pytest.raises(UntrustedKeyringError):
        safe_backend(backend, {"vaults.backend.OtherKeyring", "VaultKeyring", "vaults.backend"})
    assert safe_backend(backend, {VAULT}) is backend


@pytest.mark.parametrize("name", NEVER)
def test_c67_some_are_never_trusted_whatever_was_written_down(name):
    backend = keyring_class(name)()
    heir = type("Heir", (type(backend),), {"__module__": "vaults.backend", "viable": False})()
    for one in (backend, heir, chain_of(name, VAULT), chain_of(name)):
        with pytest.raises(KeyringMissingError) as caught:
            safe_backend(one, {class_name(one), class_name(backend), VAULT})
        assert not isinstance(caught.value, UntrustedKeyringError)


def test_c67_names_that_only_begin_alike_are_no_such_keyrings():
    backend = keyring_class("keyrings.alternative.Keyring")()
    assert safe_backend(backend, {class_name(backend)}) is backend


def test_c67_of_a_chain_the_link_that_it_would_use_can_be_trusted():
    chain = chain_of(VAULT, "keyrings.alt.file.PlaintextKeyring")
    with pytest.raises(UntrustedKeyringError) as caught:
        safe_backend(chain, {class_name(chain)})
    assert caught.value.class_name == VAULT
    assert safe_backend(chain, {VAULT}) is chain.backends[0]


def test_c67_a_keyring_that_is_known_goes_before_one_that_is_trusted():
    chain = chain_of(VAULT, "keyring.backends.SecretService.Keyring")
    assert safe_backend(chain, {VAULT}) is chain.backends[1]


@pytest.fixture
def vault(monkeypatch):
    backend = keyring_class(VAULT)()
    monkeypatch.setattr(keyring.core, "_keyring_backend", backend)
    return backend


def test_c67_trust_is_written_down_and_can_be_taken_back(vault, tmp_path):
    backend = Backend(tmp_path)
    with pytest.raises(UntrustedKeyringError):
        backend.credentials.save("id", "token")
    assert vault.items == {}
    backend.trust_keyring(VAULT, is_trusted=True)
    backend.credentials.save("id", "token")
    assert Backend(tmp_path).credentials.load("id") == "token"
    backend.trust_keyring(VAULT, is_trusted=False)
    for one in (backend, Backend(tmp_path)):
        with pytest.raises(UntrustedKeyringError):
            one.credentials.load("id")
    assert list(vault.items.values()) == ["token"]


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"version": 2, "trusted": []}', '{"version": 1, "trusted": 7}']
)
def test_c67_a_damaged_file_trusts_nobody(vault, tmp_path, content):
    (tmp_path / TRUSTED_KEYRINGS_FILE).write_text(content)
    with pytest.raises(UntrustedKeyringError):
        Backend(tmp_path).credentials.load("id")


def test_c67_what_cannot_be_written_down_is_said_and_changes_nothing(vault, tmp_path):
    (tmp_path / TRUSTED_KEYRINGS_FILE).mkdir()
    backend = Backend(tmp_path)
    with pytest.raises(CredentialError, match="Nothing was changed"):
        backend.trust_keyring(VAULT, is_trusted=True)
    with pytest.raises(UntrustedKeyringError):
        backend.credentials.load("id")


@pytest.mark.parametrize(
    ("class_", "expected"),
    [
        ("keyring.backends.Windows.WinVaultKeyring", "Windows Credential Manager"),
        ("keyring.backends.macOS.Keyring", "macOS Keychain"),
        ("keyring.backends.kwallet.DBusKeyring", "KDE Wallet"),
        ("keyring.backends.kwallet.DBusKeyringKWallet4", "KDE Wallet"),
    ],
)
def test_people_hear_its_own_name(class_, expected):
    assert store_on(keyring_class(class_)()).backend_name() == expected


def test_without_a_bus_the_secret_service_has_no_other_name(monkeypatch, tmp_path):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    assert name_of(keyring_class("keyring.backends.SecretService.Keyring")()) == "Secret Service"


@pytest.mark.parametrize(("length", "fits"), [(1, True), (1280, True), (1281, False), (5000, False)])
def test_windows_has_room_for_1280_characters(length, fits):
    backend = keyring_class("keyring.backends.Windows.WinVaultKeyring")()
    store = store_on(backend)
    if fits:
        store.save("id", "t" * length)
        assert store.load("id") == "t" * length
        return
    with pytest.raises(
        CredentialError,
        match=rf"It has {length} characters, and Windows Credential Manager takes at most 1280",
    ):
        store.save("id", "t" * length)
    assert backend.items == {}


def test_others_take_more():
    store = store_on(keyring_class("keyring.backends.SecretService.Keyring")())
    store.save("id", "t" * 5000)
    assert store.load("id") == "t" * 5000
