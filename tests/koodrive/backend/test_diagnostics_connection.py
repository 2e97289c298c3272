"""Facts of Diagnostics about the connection to the service."""

from __future__ import annotations

import dataclasses

import pytest

from koodrive.api.signing import AppKey
from koodrive.backend.diagnostics import as_text, gather
from koodrive.models import Connection

PLAIN = Connection("c1", "Family cloud", "https://service.example", "user-canary-17", "bearer", "zh-CN")
ACCOUNT = dataclasses.replace(
    PLAIN, authorization_format="as_is", account="canary-account", agent_name="canary-agent"
)
APP = dataclasses.replace(
    PLAIN, authorization_format="app_signature", language_form="underscore", number_form="text"
)
KEY = AppKey("canary-app-id", "canary-app-secret-5f2c")


def said(backend, connection) -> dict[str, str]:
    section = gather(backend, connection)[0]
    assert section.title == "Connection"
    return {fact.name: fact.value for fact in section.facts}


@pytest.mark.parametrize(
    ("connection", "way_in", "form", "language", "numbers"),
    [
        (PLAIN, "With a token of its own", "bearer", "zh-CN", "integer"),
        (
            ACCOUNT,
            "With an account and its password; the password is not kept",
            "as_is",
            "zh-CN",
            "integer",
        ),
        (APP, "With an app's secret, which signs each request", "app_signature", "zh_cn", "text"),
    ],
)
def test_how_a_connection_signs_in_and_what_it_sends(backend, connection, way_in, form, language, numbers):
    backend.credentials.save_for_session("c1", KEY.text)
    found = said(backend, connection)
    assert found["Signs in"] == way_in
    assert found["Authorization format"] == form
    assert found["Language"] == language
    assert found["type and albumKind are sent as"] == numbers
    assert "canary" not in as_text(gather(backend, connection))
