"""X-Traceid is optional: a connection can leave it out, and nothing claims then that it was sent."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from lost_answer_fixtures import FOLDER, MANUAL

from koodrive.api.login import refresh
from koodrive.api.serialization import ALBUM_CREATE, TraceIdHeader
from koodrive.journal.export import attempt_text
from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault
from koodrive.sandbox.identity import SANDBOX_ACCOUNT, SANDBOX_AGENT, SANDBOX_PASSWORD


def headers(scene):
    return [request.headers.get("X-Traceid") for request in scene.sandbox.requests()]


@pytest.mark.parametrize("request_", [MANUAL, FOLDER])
def test_a_create_without_it_leaves_none_in_the_history(scene, request_):
    connection = replace(scene.connection, trace_id_header=TraceIdHeader.OMITTED)
    outcome = scene.desk.create(request_, connection, scene.token)
    assert outcome.kind is OutcomeKind.CREATED
    assert headers(scene) == [None] * len(headers(scene))
    assert outcome.trace_id == scene.attempt(outcome.attempt_id).trace_id == ""
    assert outcome.created.receipt.trace_id == ""
    assert "trace ID: (none was sent)" in attempt_text(scene.attempt(outcome.attempt_id))


@pytest.mark.parametrize("form", TraceIdHeader)
def test_reads_and_a_search_for_a_lost_answer_follow_the_connection(scene, form):
    away = replace(scene, connection=replace(scene.connection, trace_id_header=form))
    away.snapshot_list(MANUAL)
    scene.sandbox.inject(Fault.COMMIT_THEN_DROP, path=ALBUM_CREATE)
    lost = away.desk.create(MANUAL, away.connection, away.token)
    assert lost.kind is OutcomeKind.UNKNOWN
    assert dict(away.find(lost.attempt_id).adopted) == {lost.attempt_id: scene.sandbox.effects()[0]["id"]}
    assert len(headers(scene)) > 2
    assert {trace is None for trace in headers(scene)} == {form is TraceIdHeader.OMITTED}
    sent = [trace for trace in headers(scene) if trace]
    assert len(sent) == len(set(sent))


@pytest.mark.parametrize("form", TraceIdHeader)
def test_signing_in_and_renewing_follow_it_too(scene, form):
    connection = replace(
        scene.connection,
        authorization_format="as_is",
        account=SANDBOX_ACCOUNT,
        agent_name=SANDBOX_AGENT,
        trace_id_header=form,
    )
    tokens = scene.desk.sessions.log_in(connection, SANDBOX_PASSWORD).tokens
    refresh(partial(scene.desk.transport, connection), tokens)
    assert len(headers(scene)) == 2
    assert {trace is None for trace in headers(scene)} == {form is TraceIdHeader.OMITTED}
