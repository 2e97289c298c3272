"""Rules for the fields of a connection, typed or read from a file."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from koodrive.api.auth import check_user_id
from koodrive.messages import Message
from koodrive.network.proxy import check_proxy
from koodrive.rules.address import check_address
from koodrive.rules.names import check_name
from koodrive.rules.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from koodrive.rules.problems import Problems

NAME_LIMIT = 60
ACCOUNT_LIMIT = 200
"""Most characters of an account and of a carrier's name."""
USUAL_IDLE_MINUTES = "20"
LONGEST_IDLE_MINUTES = 1440
_NOT_IN_A_NAME = Message("Character {position} cannot be in a name ({character}). Remove it.")
_NOT_IN_AN_ACCOUNT = Message("Character {position} cannot be in an account ({character}). Remove it.")


def check_connection(fields: Mapping[str, str], *, other_names: Collection[str] = ()) -> Problems:
    """Return all problems of a connection's fields by field name; empty without any.

    Args:
        fields: `name`, `serviceAddress`, `userId`, `account`, `agentName`, `idleMinutes`, and what `check_proxy` wants,
            to text; missing fields count as empty (`idleMinutes` as what is usual), others are not looked at.
        other_names: The names of the other connections.
    """
    found = {
        "name": _check_name(fields.get("name", ""), other_names),
        "serviceAddress": check_address(fields.get("serviceAddress", "")),
        "userId": check_user_id(fields.get("userId", "")),
        "account": _check_account(fields.get("account", "")),
        "agentName": _check_agent_name(fields.get("agentName", ""), fields.get("account", "")),
        "idleMinutes": check_idle_minutes(fields.get("idleMinutes", USUAL_IDLE_MINUTES)),
    }
    problems = {field: problem for field, problem in found.items() if problem is not None}
    return problems | check_proxy(fields)


def _check_name(name: str, other_names: Collection[str]) -> Problem | None:
    problem = check_name(name, NAME_LIMIT) or _check_characters(name, "name_character", _NOT_IN_A_NAME)
    if problem is not None:
        return problem
    if _folded(name) in {_folded(other) for other in other_names}:
        return Problem("name_taken", Message("Another connection has this name. Choose a different one."))
    return None


def _check_characters(text: str, code: str, message: Message) -> Problem | None:
    """Return what is wrong with the characters of a text that stands on one line, or None."""
    for position, character in enumerate(text, start=1):
        if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}:
            return Problem(code, message.filled(position=position, character=f"U+{ord(character):04X}"))
    return None


def _check_account(account: str) -> Problem | None:
    """Return what is wrong with an account, or None; a connection may have none."""
    if len(account) > ACCOUNT_LIMIT:
        return Problem(
            "too_long",
            Message(
                "Too many characters ({count} of {limit}). Remove {excess}.",
                count=len(account),
                limit=ACCOUNT_LIMIT,
                excess=len(account) - ACCOUNT_LIMIT,
            ),
        )
    if account and not account.strip():
        return Problem("only_blanks", Message("Only spaces here. Enter the account, or leave it empty."))
    return _check_characters(account, "account_character", _NOT_IN_AN_ACCOUNT)


def _check_agent_name(agent_name: str, account: str) -> Problem | None:
    """Return what is wrong with a carrier's name, which has to stand in the `x-hw-agentName` header, or None."""
    if not agent_name.strip():
        if account:
            return Problem("required", Message("Enter the name of the account's carrier."))
        return None
    if len(agent_name) > ACCOUNT_LIMIT or agent_name != agent_name.strip():
        return Problem(
            "agent_name_form",
            Message(
                "A carrier's name has at most {limit} characters, and no spaces around it.",
                limit=ACCOUNT_LIMIT,
            ),
        )
    if not all(" " <= character <= "~" for character in agent_name):
        return Problem(
            "agent_name_character",
            Message("A carrier's name has letters, digits, signs and spaces of plain English only."),
        )
    return None


def check_idle_minutes(minutes: str) -> Problem | None:
    """Return what is wrong with the minutes after which an unused token ends, or None."""
    if re.fullmatch("[1-9][0-9]{0,3}", minutes, re.ASCII) and int(minutes) <= LONGEST_IDLE_MINUTES:
        return None
    return Problem(
        "idle_minutes",
        Message("Enter a whole number of minutes from 1 to {limit}.", limit=LONGEST_IDLE_MINUTES),
    )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name.strip()).casefold())
