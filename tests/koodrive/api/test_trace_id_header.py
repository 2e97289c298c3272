"""X-Traceid is optional: a connection can leave it out, and nothing claims then that it was sent."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from lost_answer_fixtures import FOLDER, MANUAL

from koodrive.api.login import refresh
from koodrive.api.serialization import ALBUM_CREATE, TraceIdHeader
from koodrive.backend.ticket import ticket_text
from koodrive.models import OutcomeKind
from koodrive.sandbox import Fault
from koodrive.sandbox.identity import SANDBOX_ACCOUNT, SANDBOX_AGENT, SANDBOX_PASSWORD


def headers(driver):
    return [request.headers.get("X-Traceid") for request in driver.sandbox.requests()]


@pytest.mark.parametrize("request_", [MANUAL, FOLDER])
def test_a_create_without_it_leaves_none_in_the_history(driver, request_):
    connection = replace(driver.connection, trace_id_header=TraceIdHeader.OMITTED)
    outcome = driver.backend.create(request_, connection, driver.token)
    assert outcome.kind is OutcomeKind.CREATED
    assert headers(driver) == [None] * len(headers(driver))
    assert outcome.trace_id == driver.attempt(outcome.attempt_id).trace_id == ""
    assert outcome.created.response_info.trace_id == ""
    assert "trace ID: (none was sent)" in ticket_text(driver.attempt(outcome.attempt_id))


@pytest.mark.parametrize("form", TraceIdHeader)
def test_reads_and_a_search_for_a_lost_answer_follow_the_connection(driver, form):
    away = replace(driver, connection=replace(driver.connection, trace_id_header=form))
    away.snapshot_list(MANUAL)
    driver.sandbox.inject(Fault.COMMIT_THEN_DROP, path=ALBUM_CREATE)
    lost = away.backend.create(MANUAL, away.connection, away.token)
    assert lost.kind is OutcomeKind.UNKNOWN
    assert dict(away.find(lost.attempt_id).adopted) == {lost.attempt_id: driver.sandbox.effects()[0]["id"]}
    assert len(headers(driver)) > 2
    assert {trace is None for trace in headers(driver)} == {form is TraceIdHeader.OMITTED}
    sent = [trace for trace in headers(driver) if trace]
    assert len(sent) == len(set(sent))


@pytest.mark.parametrize("form", TraceIdHeader)
def test_signing_in_and_renewing_follow_it_too(driver, form):
    connection = replace(
        driver.connection,
        authorization_format="as_is",
        account=SANDBOX_ACCOUNT,
        agent_name=SANDBOX_AGENT,
        trace_id_header=form,
    )
    tokens = driver.backend.sessions.log_in(connection, SANDBOX_PASSWORD).tokens
    refresh(partial(driver.backend.clients.transport, connection), tokens)
    assert len(headers(driver)) == 2
    assert {trace is None for trace in headers(driver)} == {form is TraceIdHeader.OMITTED}
