"""Connections whose tokens end: with a pasted token, and with an account, both at the sandbox of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koodrive.api.serialization import REFRESH_TOKEN
from koodrive.models import Connection
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID
from koodrive.sandbox.identity import SANDBOX_ACCOUNT, SANDBOX_AGENT, SANDBOX_PASSWORD
from ui.create.page import CreatePage
from ui.session.sign_in_prompt import SignInPrompt

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from koodrive.sandbox import Sandbox
    from ui.session.session import Session

CONNECTION_ID = "family"


class FakeTime:
    """A computer whose time goes on when a test says so."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def elapsed(self) -> float:
        return self.seconds

    def sleep(self, minutes: float) -> None:
        self.seconds += 60 * minutes


def use_pasted(qtbot: QtBot, session: Session, sandbox: Sandbox) -> Connection:
    """Go on with a connection that has a pasted token, for this session only."""
    session.backend.credentials.save_for_session(CONNECTION_ID, SANDBOX_TOKEN)
    return _use(qtbot, session, _connection(sandbox, authorization_format="bearer"))


def use_account(qtbot: QtBot, session: Session, sandbox: Sandbox, **changes: str) -> Connection:
    """Go on with a connection that has signed in with its account, for this session only."""
    values = {"authorization_format": "as_is", "account": SANDBOX_ACCOUNT, "agent_name": SANDBOX_AGENT}
    connection = _connection(sandbox, **(values | changes))
    signed_in = session.backend.sessions.log_in(connection, SANDBOX_PASSWORD)
    session.backend.credentials.save_for_session(CONNECTION_ID, signed_in.tokens.text)
    return _use(qtbot, session, connection)


def refreshes(sandbox: Sandbox) -> int:
    """Return how often a session was to be renewed."""
    return sum(request.path == REFRESH_TOKEN for request in sandbox.requests())


def rest(qtbot: QtBot, session: Session, condition: Callable[[], bool] = lambda: True) -> None:
    """Wait until nothing is under way and `condition` holds."""
    qtbot.waitUntil(lambda: condition() and not session.runner.is_busy, timeout=15_000)


def prompt_of(page) -> SignInPrompt | None:
    """Return the prompt that asks on a page, or in the card of a request of a form; None when none does."""
    prompts = page.findChildren(SignInPrompt)
    if isinstance(page, CreatePage):
        prompts += page.window().findChildren(SignInPrompt, f"{page.kind.value}.signIn")
    return next((prompt for prompt in prompts if prompt.is_asking), None)


def _connection(sandbox: Sandbox, **changes: str) -> Connection:
    values = {
        "name": "Family cloud",
        "service_address": sandbox.base_url,
        "user_id": SANDBOX_USER_ID,
        "language": "en-US",
    }
    return Connection(CONNECTION_ID, **(values | changes))


def _use(qtbot: QtBot, session: Session, connection: Connection) -> Connection:
    session.use(connection)
    rest(qtbot, session, lambda: session.token is not None)
    return connection
