"""Whole creates with a backend whose connection names a proxy: outcome in the history, effect on the service."""

from __future__ import annotations

import connect_proxy
import pytest
import trustme
from client_calls import ALBUM
from connect_proxy import ConnectProxy, reply_with
from tls_service import https, tls_service

from koodrive.journal import HistoryQuery
from koodrive.models import Connection, OutcomeKind

PASSWORD = "canary-proxy-5b1e"


@pytest.mark.parametrize(
    ("behaviour", "kind", "effects"),
    [
        (connect_proxy.tunnel, OutcomeKind.CREATED, 1),
        (reply_with(b"HTTP/1.1 502 Bad Gateway\r\n\r\n"), OutcomeKind.NOT_SENT, 0),
        (connect_proxy.drop, OutcomeKind.NOT_SENT, 0),
        (reply_with(b"HTTP/1.1 200 OK\r\n\r\n"), OutcomeKind.NOT_SENT, 0),
        (connect_proxy.tunnel, OutcomeKind.UNKNOWN, 1),
    ],
)
def test_the_outcome_is_what_became_of_it(backend, tmp_path, behaviour, kind, effects):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    # A service that closes without an answer.
    script = (lambda _connection: None) if kind is OutcomeKind.UNKNOWN else None
    with (
        tls_service(authority.issue_cert("127.0.0.1"), script) as service,
        ConnectProxy(service.port, behaviour, secrets=f"anna:{PASSWORD}") as proxy,
    ):
        connection = Connection(
            "c1",
            "Behind a proxy",
            https(service),
            "u-1",
            "bearer",
            "en-US",
            proxy="manual",
            proxy_address=proxy.url,
            proxy_user="anna",
            ca_file=str(tmp_path / "ca.pem"),
        )
        backend.proxy_passwords.save_for_session("c1", PASSWORD)
        outcome = backend.create(ALBUM, connection, "canary-7f3a9c")
    assert outcome.kind is kind
    (attempt,) = backend.journal.history.attempts(HistoryQuery())
    assert attempt.outcome is kind
    assert len(service.requests) == effects
    assert len(proxy.questions) == 1
    for path in backend.data_dir.rglob("*"):
        assert path.is_dir() or PASSWORD.encode() not in path.read_bytes()
