"""C-46: a server that wants a client certificate is named, over real TLS."""

from __future__ import annotations

import socket
import ssl

import pytest
import trustme
from client_calls import ALBUM, GOOD_ALBUM, client
from scripted_server import ScriptedServer, reply

from koodrive.errors import CertificateError, KoodriveError, OutcomeUnknownError


@pytest.fixture(params=[ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def caught(request):
    """Return what a create raises at a server that wants a certificate in this version of TLS."""
    authority = trustme.CA()
    serving, trusting = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), ssl.create_default_context()
    authority.issue_cert("127.0.0.1").configure_cert(serving)
    authority.configure_trust(trusting)
    authority.configure_trust(serving)
    serving.verify_mode = ssl.CERT_REQUIRED
    serving.minimum_version = serving.maximum_version = request.param

    def wrap(connection):
        raw = connection.dup()
        try:
            return serving.wrap_socket(connection, server_side=True)
        except ssl.SSLError:
            # Closed with the request unread, the connection would be reset, and the alert lost with it at times.
            raw.shutdown(socket.SHUT_WR)
            raw.settimeout(5)
            while raw.recv(4096):
                pass
            raise
        finally:
            raw.close()

    with ScriptedServer(reply(200, GOOD_ALBUM), wrap=wrap) as server:
        with pytest.raises(KoodriveError) as caught:
            client(server.url.replace("http:", "https:"), ssl_context=trusting).create_album(ALBUM)
        assert server.requests == []
    return request.param, caught.value


def test_c46_a_missing_client_certificate_is_named(caught):
    version, error = caught
    assert "client certificate" in f"{error.title} {error.message}"
    is_old = version is ssl.TLSVersion.TLSv1_2
    # In TLS 1.3 the client has finished its part, and sent the request, before the server looks at it.
    assert type(error) is (CertificateError if is_old else OutcomeUnknownError)
