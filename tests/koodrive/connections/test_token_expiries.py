"""Expiry of all tokens, updated by requests over a socket (C-19)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from client_calls import client
from scripted_server import ScriptedServer, reply

from koodrive import CreateAlbum, KooDriveClient
from koodrive.api.token_expiry import USUAL_LIFE, TokenExpiry
from koodrive.api.tokens import SessionTokens
from koodrive.clock.server_clock import ServerClock
from koodrive.connections.client_factory import TokenExpiryRegistry
from koodrive.errors import AuthenticationError, ClockError, KoodriveError
from koodrive.models import Connection
from koodrive.sandbox import Fault, Sandbox
from koodrive.sandbox.identity import SANDBOX_TOKEN, SANDBOX_USER_ID

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
HALF_AN_HOUR = timedelta(minutes=30)
CONNECTION = Connection("c-1", "Family cloud", "https://example.com", "u-1", "bearer", "en-US")
PAIR = SessionTokens("AT 1", "r1", NOON, HALF_AN_HOUR)


def lives_at(now=NOON):
    """Return the lives where the service's time is `now`."""
    return TokenExpiryRegistry(lambda _address: ServerClock(now=lambda: now))


class TestOfAConnection:
    """Expiry by token."""

    def test_the_same_token_has_the_same_life(self):
        lives = lives_at()
        assert lives.of(CONNECTION, "one") is lives.of(CONNECTION, "one")
        assert lives.of(CONNECTION, "one") is not lives.of(CONNECTION, "two")

    def test_connections_do_not_share(self):
        lives = lives_at()
        other = replace(CONNECTION, connection_id="c-2")
        assert lives.of(CONNECTION, "one") is not lives.of(other, "one")

    def test_the_connection_says_how_long_an_unused_token_lives(self):
        assert lives_at().of(CONNECTION, "one").whole == USUAL_LIFE
        patient = replace(CONNECTION, idle_minutes="90")
        assert lives_at().of(patient, "one").whole == timedelta(minutes=90)

    def test_a_request_that_still_carries_an_old_token_ends_no_other_life(self):
        lives = lives_at()
        lives.of(CONNECTION, "old").mark_rejected()
        new = lives.register(CONNECTION, PAIR)
        assert lives.of(CONNECTION, "old").is_rejected
        assert lives.of(CONNECTION, PAIR.access_token) is new
        assert new.is_exact

    def test_old_tokens_are_forgotten_in_the_end(self):
        lives = lives_at()
        first = lives.of(CONNECTION, "first")
        for number in range(20):
            lives.of(CONNECTION, str(number))
        assert lives.of(CONNECTION, "first") is not first

    def test_it_shows_no_token(self):
        lives = lives_at()
        lives.of(CONNECTION, "canary-token")
        assert repr(lives) == "<TokenExpiryRegistry: 1 connections>"


class TestBegun:
    """Lifetimes that a login or a refresh has returned."""

    def test_it_is_taken_over(self):
        life = lives_at().register(CONNECTION, PAIR)
        assert life.is_exact
        assert life.whole == HALF_AN_HOUR
        assert HALF_AN_HOUR - timedelta(seconds=5) < life.left <= HALF_AN_HOUR

    def test_of_a_token_that_was_used_before_it_was_known(self):
        lives = lives_at()
        lives.of(CONNECTION, PAIR.access_token).mark_accepted()
        assert lives.register(CONNECTION, PAIR).is_exact
        assert lives.of(CONNECTION, PAIR.access_token).is_exact

    def test_what_is_known_changes_nothing(self):
        lives = lives_at()
        life = lives.register(CONNECTION, PAIR)
        life.mark_rejected()
        assert lives.register(CONNECTION, PAIR) is life
        assert life.is_expired

    def test_a_refresh_gives_a_token_that_stays_the_same_a_new_life(self):
        lives = lives_at(NOON + timedelta(minutes=29))
        lives.register(CONNECTION, PAIR).mark_rejected()
        renewed = lives.register(CONNECTION, replace(PAIR, issued_at=NOON + timedelta(minutes=29)))
        assert not renewed.is_expired
        assert lives.of(CONNECTION, PAIR.access_token) is renewed

    @pytest.mark.parametrize("passed", [HALF_AN_HOUR, timedelta(hours=9), timedelta(days=400)])
    def test_after_a_restart_hours_later_it_is_over_at_once(self, passed):
        life = lives_at(NOON + passed).register(CONNECTION, PAIR)
        assert (life.left, life.is_expired) == (timedelta(0), True)

    def test_after_a_short_restart_the_rest_is_left(self):
        life = lives_at(NOON + timedelta(minutes=18)).register(CONNECTION, PAIR)
        assert timedelta(minutes=11, seconds=50) < life.left <= timedelta(minutes=12)
        assert life.whole == HALF_AN_HOUR

    def test_one_from_the_future_lives_no_longer_than_it_can(self):
        life = lives_at(NOON - timedelta(days=2)).register(CONNECTION, PAIR)
        assert life.left <= HALF_AN_HOUR


class TestRequests:
    """The client tells a life whether the service still accepts the token."""

    def probe(self, sandbox, life, **options):
        settings = {"user_id": SANDBOX_USER_ID, "token": SANDBOX_TOKEN, "token_expiry": life} | options
        KooDriveClient(base_url=sandbox.base_url, **settings).probe()

    def test_an_answer_begins_it(self):
        life = TokenExpiry()
        with Sandbox() as sandbox:
            self.probe(sandbox, life)
        assert USUAL_LIFE - timedelta(seconds=30) < life.left <= USUAL_LIFE

    @pytest.mark.parametrize("fault", [Fault.EXPIRED_TOKEN, Fault.EXPIRED_TOKEN_200])
    def test_c19_a_refusal_of_the_token_ends_it_however_it_is_said(self, fault):
        life = TokenExpiry()
        with Sandbox() as sandbox:
            self.probe(sandbox, life)
            sandbox.inject(fault)
            with pytest.raises(AuthenticationError):
                self.probe(sandbox, life)
            assert life.is_rejected
            self.probe(sandbox, life)
        assert not life.is_expired

    @pytest.mark.parametrize(
        "fault",
        [
            Fault.THROTTLED,
            Fault.NONZERO_CODE,
            Fault.ERROR_BEFORE_COMMIT,
            Fault.WRONG_JSON,
            Fault.COMMIT_THEN_DROP,
        ],
    )
    def test_another_failure_says_nothing_of_the_token(self, fault):
        life = TokenExpiry()
        with Sandbox() as sandbox:
            sandbox.inject(fault)
            with pytest.raises(KoodriveError):
                self.probe(sandbox, life)
        assert (life.left, life.is_rejected) == (None, False)

    @pytest.mark.parametrize("content", [b'{"code": 403, "msg": "no"}', b'{"code": 13000410, "msg": "no"}'])
    def test_a_user_who_may_not_do_something_has_a_token_that_lives(self, content):
        life = TokenExpiry()
        with ScriptedServer(reply(403, content)) as server, pytest.raises(KoodriveError):
            client(server.url, token_expiry=life).create_album(CreateAlbum(type=2, album_kind=1, name="x"))
        assert not life.is_rejected

    def test_a_wrong_clock_ends_no_token(self):
        life = TokenExpiry()
        wrong = ServerClock(now=lambda: datetime.now(UTC) + timedelta(hours=2))
        with Sandbox() as sandbox:
            with pytest.raises(ClockError):
                self.probe(sandbox, life, clock=wrong)
            assert not life.is_rejected
            self.probe(sandbox, life, clock=wrong)
        assert life.left > timedelta(0)

    def test_a_create_tells_as_well(self):
        life = TokenExpiry()
        body = b'{"code": 401, "msg": "no"}'
        with ScriptedServer(reply(401, body)) as server, pytest.raises(AuthenticationError):
            client(server.url, token_expiry=life).create_album(CreateAlbum(type=2, album_kind=1, name="x"))
        assert life.is_expired
