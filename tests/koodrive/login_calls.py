"""Signing in at whatever listens, and the answers that it may get, for the tests of accounts and sessions."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from scripted_server import ScriptedServer, reply

from koodrive.api.login import log_in
from koodrive.api.tokens import SessionTokens
from koodrive.api.transport import Timeouts, Transport
from koodrive.sandbox.identity import SANDBOX_ACCOUNT, SANDBOX_AGENT, SANDBOX_PASSWORD

PASSWORD = "c4n4ry&5b+1e/PR0XY'7c%d"
ACCESS_TOKEN = "AT c4n4ryacce55f00dfeed1234567890abcdef"
REFRESH_TOKEN = "c4n4ryrefre5h0123456789abcdef0123456789a"
LOGIN_SECRETS = (PASSWORD, ACCESS_TOKEN, ACCESS_TOKEN.removeprefix("AT "), REFRESH_TOKEN)
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
OLD = SessionTokens("AT 01d0acce55", "01d0refre5h", NOON, timedelta(minutes=30))


def transport_to(url, **options):
    """Return a function that makes a transport to `url` for a caller."""
    settings_ = {"timeouts": Timeouts(connect=2, total=5)} | options
    return lambda auth: Transport(base_url=url, auth=auth, **settings_)


def sign_in(url, account=SANDBOX_ACCOUNT, password=SANDBOX_PASSWORD, agent=SANDBOX_AGENT, **options):
    return log_in(transport_to(url, **options), agent_name=agent, account=account, password=password)


def session(**changes):
    info = {
        "accessToken": ACCESS_TOKEN,
        "expiresIn": 1800,
        "issuedAt": "1772625600000",
        "refreshToken": REFRESH_TOKEN,
    }
    return {name: value for name, value in (info | changes).items() if value is not ...}


def login_answer(**changes):
    content = {"code": "0", "msg": "success"}
    content["data"] = {"userInfo": {"userId": "u-1"}, "sessionInfo": session()}
    return content | changes


def answered(content, status=200):
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return ScriptedServer(reply(status, body))
