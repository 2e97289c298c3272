"""Variables of the environment for other programs have no effect on a create (C-15), shown on real bytes."""

from __future__ import annotations

import pytest
import requests
from client_calls import ALBUM, TOKEN, client, parsed
from connect_proxy import ConnectProxy
from tls_service import https, tls_service

from koodrive.errors import CertificateError

ALBUM_ID = "1805929618625036417"


@pytest.fixture
def service(authority):
    with tls_service(authority.issue_cert("127.0.0.1", "localhost")) as server:
        yield server


def sent_headers(service):
    (request,) = service.requests
    return parsed(request)[1]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
@pytest.mark.parametrize("by_variable", [True, False])
def test_netrc_for_the_host_leaves_the_bearer_header_alone(
    service, ca_file, host, by_variable, private_home, monkeypatch, tmp_path
):
    netrc = tmp_path / "netrc" if by_variable else private_home / ".netrc"
    netrc.write_text(f"machine {host} login someone password else\ndefault login any password one\n")
    netrc.chmod(0o600)
    if by_variable:
        monkeypatch.setenv("NETRC", str(netrc))
    # What it would do to those who heed it.
    assert requests.utils.get_netrc_auth(https(service, host)) == ("someone", "else")
    client(https(service, host), ca_file=ca_file).create_album(ALBUM)
    assert sent_headers(service)["Authorization"] == f"Bearer {TOKEN}"


def test_proxy_variables_are_not_taken_by_a_connection_without_a_proxy(service, ca_file, monkeypatch):
    with ConnectProxy() as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        monkeypatch.setenv("NO_PROXY", "")
        client(https(service), ca_file=ca_file).create_album(ALBUM)
    assert proxy.questions == []
    assert len(service.requests) == 1


@pytest.mark.parametrize("name", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
@pytest.mark.parametrize("value", ["", "/nowhere/at/all.pem", "nonsense", "0"])
def test_ca_variables_neither_break_nor_weaken_anything(service, ca_file, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(CertificateError):
        client(https(service)).create_album(ALBUM)
    assert service.requests == []
    assert client(https(service), ca_file=ca_file).create_album(ALBUM).album_id == ALBUM_ID


@pytest.mark.parametrize("name", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_ca_variables_add_no_trust(service, ca_file, monkeypatch, name):
    monkeypatch.setenv(name, ca_file)
    with pytest.raises(CertificateError):
        client(https(service)).create_album(ALBUM)
    assert service.requests == []


def test_no_keys_are_written_where_sslkeylogfile_says(service, ca_file, monkeypatch, tmp_path):
    keys = tmp_path / "keys.log"
    monkeypatch.setenv("SSLKEYLOGFILE", str(keys))
    client(https(service), ca_file=ca_file).create_album(ALBUM)
    assert len(service.requests) == 1
    assert not keys.exists()
    # Those who heed it would have written there.
    with requests.Session() as heeding:
        assert heeding.get(https(service), verify=ca_file).status_code == 200
    assert keys.exists()
