"""Trust: chosen CA files, and creates to services with good and bad certificates."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme
from client_calls import ALBUM, client
from connect_proxy import ConnectProxy
from tls_service import https, tls_service

from koodrive.connections.check import check_connection_works
from koodrive.connections.diagnosis import Cause
from koodrive.errors import CertificateError
from koodrive.network.proxy import ProxyMode, ProxySettings
from koodrive.network.tls import SIZE_CAP_BYTES, CaFileError, client_context, read_ca_file

ROOT = Path(__file__).parents[3]
ALBUM_ID = "1805929618625036417"


@pytest.fixture(scope="module")
def authority():
    return trustme.CA(organization_name="Private CA of the test")


@pytest.fixture
def ca_file(authority, tmp_path):
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(path)
    return path


def refused(path):
    with pytest.raises(CaFileError) as caught:
        read_ca_file(str(path))
    return caught.value.problem


class TestFile:
    """Tests of a chosen file."""

    def test_names_and_expiry_are_told(self, ca_file):
        (found,) = read_ca_file(str(ca_file)).authorities
        assert found.name
        assert found.expires > datetime.now(UTC)

    def test_several_with_words_between_them(self, ca_file, authority):
        other = trustme.CA(organization_name="Second").cert_pem.bytes()
        ca_file.write_bytes(
            "企业根证书\r\n".encode() + authority.cert_pem.bytes() + b"\r\n# next\r\n" + other
        )
        assert len(read_ca_file(str(ca_file)).authorities) == 2

    def test_what_is_no_ca_file(self, tmp_path, authority):
        path = tmp_path / "chosen.pem"
        assert refused(path).code == "ca_missing"
        assert refused(tmp_path).code == "ca_missing"
        assert refused("/dev/zero").code == "ca_missing"
        assert refused("a\0b").code in {"ca_missing", "ca_unreadable"}
        leaf = authority.issue_cert("service.example")
        pem = authority.cert_pem.bytes()
        for content, code in (
            (b"", "ca_no_certificate"),
            (b"\xff\xfe\x00binary", "ca_no_certificate"),
            (b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "ca_damaged"),
            (pem + pem[: len(pem) // 2], "ca_damaged"),
            (leaf.cert_chain_pems[0].bytes(), "ca_no_authority"),
            (pem + leaf.private_key_pem.bytes(), "ca_private_key"),
            (pem + b"#" * SIZE_CAP_BYTES, "ca_too_large"),
        ):
            path.write_bytes(content)
            assert refused(path).code == code


def test_a_ca_file_is_trusted_besides_the_system(authority, ca_file, tmp_path, monkeypatch):
    system = trustme.CA()
    system.cert_pem.write_to_path(tmp_path / "system.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "system.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "nowhere"))
    for issuer, trusted_file, is_trusted in (
        (authority, str(ca_file), True),
        (system, str(ca_file), True),
        (system, "", True),
        (authority, "", False),
    ):
        with tls_service(issuer.issue_cert("127.0.0.1")) as service:
            caller = client(https(service), ca_file=trusted_file)
            if is_trusted:
                assert caller.create_album(ALBUM).album_id == ALBUM_ID
            else:
                with pytest.raises(CertificateError, match="does not trust the authority"):
                    caller.create_album(ALBUM)
            assert len(service.requests) == int(is_trusted)


def test_a_private_authority_vouches_for_its_intermediates(authority, ca_file):
    with tls_service(authority.create_child_ca().issue_cert("127.0.0.1")) as service:
        assert client(https(service), ca_file=str(ca_file)).create_album(ALBUM).album_id == ALBUM_ID


def certificates(authority):
    past, future = datetime.now(UTC) - timedelta(days=2), datetime.now(UTC) + timedelta(days=2)
    return {
        "another name": authority.issue_cert("other.example"),
        "another name ": authority.issue_cert("127.0.0.2"),
        "has expired": authority.issue_cert("127.0.0.1", not_before=past - timedelta(days=9), not_after=past),
        "not valid yet": authority.issue_cert(
            "127.0.0.1", not_before=future, not_after=future + timedelta(days=9)
        ),
        "does not trust the authority": trustme.CA().issue_cert("127.0.0.1"),
    }


def ours(authority, ca_file):
    return {"ca_file": str(ca_file)}


def callers(authority, ca_file):
    return {"ssl_context": ssl.create_default_context(cafile=str(ca_file))}


def careless_callers(authority, ca_file):
    context = ssl.create_default_context(cafile=str(ca_file))
    context.check_hostname = False
    return {"ssl_context": context}


@pytest.mark.parametrize("trusting", [ours, callers, careless_callers])
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
@pytest.mark.parametrize("others", [[], ["mail@localhost"], ["10.0.0.1"], ["other.example", "*.localhost"]])
def test_c47_a_name_in_the_common_name_only_is_another_name(authority, ca_file, trusting, host, others):
    with tls_service(authority.issue_cert(*others, common_name=host)) as service:
        caller = client(https(service, host), **trusting(authority, ca_file))
        with pytest.raises(CertificateError, match="another name"):
            caller.create_album(ALBUM)
    assert service.requests == []


@pytest.mark.parametrize("trusting", [ours, callers, careless_callers])
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_c47_what_subject_alt_name_names_is_accepted_whatever_the_common_name_is(
    authority, ca_file, trusting, host
):
    with tls_service(authority.issue_cert(host, "10.0.0.1", common_name="other.example")) as service:
        client(https(service, host), **trusting(authority, ca_file)).create_album(ALBUM)
    assert len(service.requests) == 1


def test_c47_nor_does_a_common_name_count_behind_a_proxy(authority, ca_file):
    with (
        tls_service(authority.issue_cert(common_name="service.example")) as service,
        ConnectProxy(service.port) as proxy,
    ):
        choice = ProxySettings(ProxyMode.MANUAL, proxy.url)
        with pytest.raises(CertificateError, match="another name"):
            client("https://service.example", ca_file=str(ca_file), proxy=choice).create_album(ALBUM)
    assert service.requests == []


def test_what_is_wrong_with_a_certificate_is_said_and_nothing_is_sent(authority, ca_file):
    for words, certificate in certificates(authority).items():
        with tls_service(certificate) as service:
            caller = client(https(service), ca_file=str(ca_file))
            with pytest.raises(CertificateError) as caught:
                caller.create_album(ALBUM)
            verdict = check_connection_works(caller)
        assert words.strip() in caught.value.message
        assert service.requests == []
        assert verdict.cause is Cause.CERTIFICATE
        assert words.strip() in verdict.message
        assert "nothing was created" not in verdict.message


def test_a_self_signed_certificate_needs_to_be_named(tmp_path):
    # An authority that shows its own certificate vouches for itself.
    itself = trustme.CA()
    key_and_certificate = tmp_path / "self.pem"
    key_and_certificate.write_bytes(itself.private_key_pem.bytes() + itself.cert_pem.bytes())

    class Itself:
        def configure_cert(self, context):
            context.load_cert_chain(key_and_certificate)

    with tls_service(Itself()) as service, pytest.raises(CertificateError, match="self-signed"):
        client(https(service)).create_album(ALBUM)
    assert service.requests == []


def test_a_ca_file_that_went_away_is_said_before_anything_is_sent(authority, ca_file):
    with tls_service(authority.issue_cert("127.0.0.1")) as service:
        caller = client(https(service), ca_file=str(ca_file))
        assert caller.create_album(ALBUM).album_id == ALBUM_ID
        ca_file.unlink()
        with pytest.raises(CertificateError, match="The CA file of the connection cannot be used") as caught:
            caller.create_album(ALBUM)
        assert str(ca_file) in caught.value.message
        assert "file is no longer there" in caught.value.message
        assert len(service.requests) == 1


class TestNeverOff:
    """Verification cannot be switched off."""

    @pytest.mark.parametrize("with_file", [False, True])
    def test_every_context_verifies_chain_and_name(self, ca_file, with_file):
        context = client_context(str(ca_file) if with_file else "")
        assert context.verify_mode is ssl.CERT_REQUIRED
        assert context.check_hostname is True
        assert context.hostname_checks_common_name is False
        assert context.keylog_filename is None
        assert context.minimum_version >= ssl.TLSVersion.TLSv1_2

    @pytest.mark.parametrize("name", ["127.0.0.1", "other.example"])
    def test_not_even_by_a_context_of_the_callers(self, authority, name):
        careless = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        careless.check_hostname = False
        careless.verify_mode = ssl.CERT_NONE
        if name == "other.example":
            authority.configure_trust(careless)
        with tls_service(authority.issue_cert(name)) as service:
            with pytest.raises(CertificateError):
                client(https(service), ssl_context=careless).create_album(ALBUM)
            assert service.requests == []

    def test_nothing_in_the_source_asks_for_it(self):
        suspicious = (
            "CERT_NONE",
            "CERT_OPTIONAL",
            "verify=False",
            "check_hostname",
            "_create_unverified_context",
            "assert_hostname",
            "keylog",
        )
        for folder in ("koodrive", "ui"):
            for path in (ROOT / folder).rglob("*.py"):
                source = path.read_text(encoding="utf-8")
                assert not [word for word in suspicious if word in source], path
