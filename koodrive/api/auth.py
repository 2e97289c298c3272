"""Access tokens: cleaning a pasted one, checking it, and its `Authorization` header.

The pages write ``Bearer+{access_token}`` and contradict each other about the plus sign, so
a connection says which form its service wants. Two prefixes are never sent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from koodrive.messages import Message
from koodrive.rules.problems import Problem, Problems

# What terminals, chats and web pages leave between and around the characters of a token.
_LINE_BREAKS_AND_INVISIBLES = re.compile("[\r\n\t\v\f\u0085\u2028\u2029\u00ad\u200b-\u200f\u2060\ufeff]")
_INVISIBLES = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_PREFIXES = re.compile(r"(?:\s*(?:authorization\s*:|bearer(?:\s*[+:]|\s|$))\s*)+", re.IGNORECASE)
_AUTHORIZATION_PREFIX = re.compile(r"(?:\s*authorization\s*:\s*)+", re.IGNORECASE)
_AT_PREFIX = re.compile(r"AT[ +]", re.IGNORECASE)
# A line may have been broken at the one blank that means something.
_BROKEN_AT = re.compile(r"\A(AT|Bearer)[\r\n\t\v\f]+\s*", re.IGNORECASE)
_TIDIED = Message("Line breaks and invisible characters were removed.")
APP_SECRET_WARNING = Message(
    "Anyone who has the AppSecret can act for every user of this service, not only for the one named here:"
    " the user is merely a part of what is signed. Keep it on computers only that may do so, and prefer a"
    " token where you have one."
)
"""Shown where an app's secret is entered."""
# They part the AppId from what follows it, in the header and in the keyring.
_APART = ",:"


class AuthorizationFormat(StrEnum):
    """Form of the token in the `Authorization` header."""

    BEARER = "bearer"
    """``Bearer <token>``"""
    BEARER_PLUS = "bearer_plus"
    """``Bearer+<token>``, literally as the pages print it."""
    AS_IS = "as_is"
    """The token alone, for tokens that already carry their scheme (``AT ...``)."""
    APP_SIGNATURE = "app_signature"
    """No token: each request is signed with an app's secret; see `koodrive.api.signing`."""


@dataclass(frozen=True, slots=True)
class CleanedToken:
    """A pasted token after cleaning, and what was done to it."""

    token: str = field(repr=False)
    changes: tuple[Message, ...] = ()


def clean_token(pasted: str, authorization_format: AuthorizationFormat) -> CleanedToken:
    """Remove outer blanks, line breaks, invisible characters and a prefix from a pasted token.

    Args:
        pasted: The text that was typed or pasted.
        authorization_format: The form in which it will be sent; ``AS_IS`` keeps a scheme. For ``APP_SIGNATURE`` the
            AppId, a colon and the secret, as in `koodrive.api.signing.AppKey.text`.

    Returns:
        The token, and a sentence for each kind of change. It may still have a problem: see `check_token`.
    """
    if authorization_format is AuthorizationFormat.APP_SIGNATURE:
        app_id, _, app_secret = pasted.partition(":")
        return clean_app_key(app_id, app_secret)
    prefix = _AUTHORIZATION_PREFIX if authorization_format is AuthorizationFormat.AS_IS else _PREFIXES
    # A line break may be all that stands between the prefix and the token, so the prefix goes first.
    seen = _INVISIBLES.sub("", pasted).strip()
    visible = _BROKEN_AT.sub(r"\1 ", seen)
    token = _without(prefix, visible)
    has_prefix = token != visible
    joined = _LINE_BREAKS_AND_INVISIBLES.sub("", token)
    # A line break may have stood within the prefix, too.
    cleaned = _without(prefix, joined)
    changes = []
    if seen != pasted.strip() or joined != token:
        changes.append(_TIDIED)
    if has_prefix or cleaned != joined:
        changes.append(Message("The prefix was removed; KooDesk adds the right one."))
    return CleanedToken(cleaned, tuple(changes))


def clean_app_key(app_id: str, app_secret: str) -> CleanedToken:
    """Remove outer blanks, line breaks and invisible characters from a pasted app key.

    Args:
        app_id: The text that was typed or pasted.
        app_secret: Likewise.

    Returns:
        Both as the one text that the keyring keeps (`koodrive.api.signing.AppKey.text`), empty for neither, and a
        sentence for each kind of change. It may still have a problem: see `check_app_key` and `check_token`.
    """
    given = (app_id.strip(), app_secret.strip())
    cleaned = tuple(_LINE_BREAKS_AND_INVISIBLES.sub("", text).strip() for text in given)
    return CleanedToken(":".join(cleaned) if any(cleaned) else "", (_TIDIED,) if cleaned != given else ())


def _without(prefix: re.Pattern[str], text: str) -> str:
    match = prefix.match(text)
    return (text[match.end() :] if match else text).strip()


def check_token(token: str, authorization_format: AuthorizationFormat) -> Problem | None:
    """Return what is wrong with a cleaned token, or None.

    Args:
        token: The token, from `clean_token`. It never becomes part of a message.
        authorization_format: The form in which it will be sent.
    """
    if authorization_format is AuthorizationFormat.APP_SIGNATURE:
        return _check_app_key_text(token)
    if not token:
        return Problem.of("token_missing", "Paste the access token.")
    if authorization_format is not AuthorizationFormat.AS_IS and _AT_PREFIX.match(token):
        return Problem.of(
            "token_carries_scheme",
            "This token begins with AT, so it is sent unchanged: choose the format “Unchanged”.",
        )
    blank_allowed = authorization_format is AuthorizationFormat.AS_IS
    for position, character in enumerate(token, start=1):
        if character == " " and blank_allowed:
            continue
        if not "!" <= character <= "~":
            return Problem.of(
                "token_character",
                "Character {position} of {count} cannot be in a token ({name}). Copy the token once more.",
                position=position,
                count=len(token),
                name=f"U+{ord(character):04X}",
            )
    if authorization_format is not AuthorizationFormat.AS_IS and _PREFIXES.match(token):
        return Problem.of(
            "token_has_prefix",
            "Paste the token without “Bearer” in front; KooDesk adds the right prefix.",
        )
    return None


def _check_app_key_text(text: str) -> Problem | None:
    if not text:
        return Problem.of("token_missing", "Enter the AppId and the AppSecret.")
    app_id, _, app_secret = text.partition(":")
    return next(iter(check_app_key(app_id, app_secret).values()), None)


def check_app_key(app_id: str, app_secret: str) -> Problems:
    """Return what is wrong with an app's key, by ``appId`` and ``appSecret``; empty when all is well.

    Args:
        app_id: From `clean_app_key`, or without blanks around it.
        app_secret: Likewise. Neither becomes part of a message.
    """
    found = {
        "appId": _check_part_of_key(app_id, Message("Enter the AppId."), _APART),
        "appSecret": _check_part_of_key(app_secret, Message("Enter the AppSecret."), ""),
    }
    return {name: problem for name, problem in found.items() if problem is not None}


def _check_part_of_key(text: str, missing: Message, forbidden: str) -> Problem | None:
    if not text:
        return Problem("app_key_incomplete", missing)
    if not all("!" <= character <= "~" for character in text):
        return Problem.of(
            "app_key_character", "An AppId and its secret have letters, digits and signs only, and no spaces."
        )
    if set(text) & set(forbidden):
        return Problem.of("app_id_sign", "An AppId has no comma and no colon. Copy it once more.")
    return None


def check_user_id(user_id: str) -> Problem | None:
    """Return what is wrong with a user ID, which has to stand in the `X-User-Id` header, or None."""
    if not user_id:
        return Problem.of("required", "Enter the user's ID on KooDrive.")
    if not all("!" <= character <= "~" for character in user_id):
        return Problem.of("user_id_character", "A user ID has letters, digits and signs only, and no spaces.")
    return None


def check_credentials(
    token: str, user_id: str, authorization_format: AuthorizationFormat | str, language: str
) -> Problems:
    """Return the problems of what the headers of a connection hold, by header name; empty when all is well."""
    try:
        authorization_problem = check_token(token, AuthorizationFormat(authorization_format))
    except ValueError:
        authorization_problem = Problem.of(
            "authorization_format_unknown", "There is no such authorization format."
        )
    is_language = isinstance(language, str) and re.fullmatch("[A-Za-z]{2}([-_][A-Za-z]{2})?", language)
    found = {
        "Authorization": authorization_problem,
        "X-User-Id": check_user_id(user_id),
        "language": None if is_language else Problem.of("language_unknown", "There is no such language."),
    }
    return {header: problem for header, problem in found.items() if problem is not None}


def authorization(token: str, authorization_format: AuthorizationFormat) -> str:
    """Return the value of the `Authorization` header for a cleaned token; a signature is another matter.

    Args:
        token: A token without problems (`check_token`).
        authorization_format: The form that the connection asks for, but ``APP_SIGNATURE``.
    """
    prefix = {
        AuthorizationFormat.BEARER: "Bearer ",
        AuthorizationFormat.BEARER_PLUS: "Bearer+",
        AuthorizationFormat.AS_IS: "",
    }[authorization_format]
    return prefix + token
