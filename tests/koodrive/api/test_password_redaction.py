"""A password that is an ordinary word: out of what is said about the sign-in, and nothing is missing afterwards."""

from __future__ import annotations

import logging
import uuid

import pytest
from login_calls import answered, login_answer, sign_in, transport_to

from koodrive.api.login import log_in
from koodrive.errors import AuthenticationError, NotSentError
from koodrive.logs.formatter import LineFormatter
from koodrive.logs.redaction import REDACTED, SECRETS
from koodrive.logs.unexpected_errors import ErrorCollector
from koodrive.sandbox import Sandbox


@pytest.fixture
def word():
    """A word that no other test has as a secret."""
    return f"Family{uuid.uuid4().hex[:6]}"


def sentence(word):
    return f"The space of the {word} is full."


def test_the_service_may_repeat_it_where_it_refuses_it_and_nobody_reads_it(word):
    with (
        answered({"code": "1001", "msg": f"{word} is not right"}) as server,
        pytest.raises(AuthenticationError) as refused,
    ):
        sign_in(server.url, password=word)
    assert word not in repr(vars(refused.value)) + repr(refused.value.message.values)
    assert REDACTED in refused.value.server_text


def test_later_sentences_keep_the_word(word):
    with answered({"code": "1001", "msg": "no"}) as server, pytest.raises(AuthenticationError):
        sign_in(server.url, password=word)
    assert SECRETS.redact(sentence(word)) == sentence(word)
    with answered(login_answer()) as server:
        sign_in(server.url, password=word)
    assert SECRETS.redact(sentence(word)) == sentence(word)
    with pytest.raises(NotSentError):
        sign_in("http://127.0.0.1:1", password=word)
    assert SECRETS.redact(sentence(word)) == sentence(word)


def test_what_is_logged_of_the_sign_in_does_not_have_it(word):
    lines = []

    class Lines(logging.Handler):
        def emit(self, record):
            lines.append(self.format(record))

    handler = Lines()
    handler.setFormatter(LineFormatter())

    def talkative(caller):
        logging.getLogger("koodrive.api.login").warning("signing in with %s", word)
        return transport_to(sandbox.base_url)(caller)

    logging.getLogger("koodrive").addHandler(handler)
    try:
        with Sandbox() as sandbox, pytest.raises(AuthenticationError):
            log_in(talkative, agent_name="agent", account="somebody", password=word)
    finally:
        logging.getLogger("koodrive").removeHandler(handler)
    assert any(REDACTED in line for line in lines)
    assert word not in "".join(lines)


def test_what_nobody_has_foreseen_is_reported_later_and_still_does_not_have_it(word):
    def broken(_caller):
        raise LookupError(f"no way for {word!r}")

    with pytest.raises(LookupError) as failed:
        log_in(broken, agent_name="agent", account="somebody", password=word)
    unexpected = ErrorCollector()
    unexpected.add(failed.value, failed.value.__traceback__, "thread lane-signIn")
    assert word not in unexpected.report()
    assert "LookupError" in unexpected.report()
