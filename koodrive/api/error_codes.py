"""Known error codes of the service and its gateway: title, advice and error class of each.

The codes are published for the enterprise edition and apply here by inference,
so the server's own text is always shown beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.errors import AuthenticationError, RateLimitedError, RefusedError
from koodrive.messages import Message

if TYPE_CHECKING:
    from koodrive.errors import KoodriveError


@dataclass(frozen=True, slots=True)
class KnownCode:
    """Title, advice and error class of one code."""

    title: Message
    advice: Message
    error: type[KoodriveError] = RefusedError


DUPLICATE_NAME = "13000405"
THROTTLING_CODE = "APIG.0308"
THROTTLING_WAIT_SECONDS = 5.0
"""The gateway's documented advice is to back off for 2 to 5 seconds."""

_CHECK_FIELDS = Message(
    "Nothing was created. Compare every field with what the service expects, and correct it."
)
_CHECK_SPACE = Message("Nothing was created. Check the space ID (containerId).")
_CHECK_ADDRESS = Message(
    "Nothing was created. Check the service address of the connection: another host may be meant."
)
_SIGN_IN = Message(
    "Nothing was created. Check the token, the user ID and the authorization format of the connection."
)
_NOT_IN_SPACE = KnownCode(
    Message("A folder is not in this space"),
    Message("Nothing was created. Check that the folders to collect from are in the space (containerId)."),
)
_IN_RECYCLE_BIN = KnownCode(
    Message("A folder is in the recycle bin"), Message("Nothing was created. Restore the folder first.")
)
_NOT_SET_UP = KnownCode(Message("The gateway is not set up for this request"), _CHECK_ADDRESS)

FAILURE_CODES = frozenset({"13000201"})
"""Codes of a failure within the service, after which the outcome is unknown (“inner server invoke failure”)."""

KNOWN_CODES: dict[str, KnownCode] = {
    "13000101": KnownCode(Message("The service could not read the request"), _CHECK_FIELDS),
    "13000102": KnownCode(Message("The service did not accept a field"), _CHECK_FIELDS),
    "13000301": KnownCode(Message("The service does not know this space"), _CHECK_SPACE),
    **dict.fromkeys(("13000302", "13000411"), _NOT_IN_SPACE),
    "13000304": KnownCode(
        Message("Something is wrong with a folder"),
        Message("Nothing was created. Try again; if that does not help, ask the service's support."),
    ),
    **dict.fromkeys(("13000305", "13000306"), _IN_RECYCLE_BIN),
    "13000309": KnownCode(
        Message("The service does not know one of the IDs"),
        Message("Nothing was created. Check the folder IDs and the ID (primary key) of the shared folder."),
    ),
    "13000310": KnownCode(
        Message("The folders are nested too deep"),
        Message("Nothing was created. Choose a folder one level higher."),
    ),
    "13000311": KnownCode(
        Message("The space is full"),
        Message("Nothing was created. Make room in the space, or have it enlarged by its administrator."),
    ),
    DUPLICATE_NAME: KnownCode(
        Message("This name is taken"),
        Message("Nothing was created by this request. Choose another name, or look into the history."),
    ),
    "13000410": KnownCode(
        Message("This user may not use the space or shared folder"),
        Message("Nothing was created. Check the IDs and the user ID, or ask the owner for permission."),
    ),
    "13000412": KnownCode(
        Message("The space is not activated"),
        Message("Nothing was created. The owner has to activate the space, by signing in once for example."),
    ),
    "13000413": KnownCode(Message("The service does not support this type"), _CHECK_FIELDS),
    "13000415": KnownCode(Message("The space does not belong to this group"), _CHECK_SPACE),
    "13000417": KnownCode(
        Message("The name is too long for the service"),
        Message("Nothing was created. Choose a shorter name."),
    ),
    "APIGW.0101": KnownCode(Message("This address does not offer KooDrive"), _CHECK_ADDRESS),
    "APIGW.0103": KnownCode(Message("The service behind this address cannot be found"), _CHECK_ADDRESS),
    **dict.fromkeys(("APIGW.0104", "APIGW.0105", "APIGW.0106"), _NOT_SET_UP),
    "APIGW.0201": KnownCode(Message("The gateway could not read the request"), _CHECK_FIELDS),
    THROTTLING_CODE: KnownCode(
        Message("Too many requests at once"),
        Message("Nothing was created. The service wants a pause before it is sent again."),
        RateLimitedError,
    ),
}
"""Code to meaning. Gateway codes appear as ``APIG.`` and ``APIGW.``; `meaning_of` treats both alike."""

SIGN_IN_NEEDED = KnownCode(
    Message("The service did not accept the token or the user"), _SIGN_IN, AuthenticationError
)
UNKNOWN_CODE = KnownCode(
    Message("The service refused this"),
    Message("The service refused and made nothing. For its support, use the details in the history."),
)
_NOT_TAKEN_BACK = Message(
    "Nothing was taken back. For the service's support, use the details in the history."
)
_CHECK_ADDRESS_OF_DELETE = Message(
    "Nothing was taken back. Check the service address of the connection: another host may be meant."
)
_CHECK_DELETE = Message(
    "Nothing was taken back. Where it is about the id of a shared folder, try its other form in the connection under"
    " Advanced."
)
_OF_DELETES: dict[KnownCode, KnownCode] = {
    SIGN_IN_NEEDED: KnownCode(
        SIGN_IN_NEEDED.title,
        Message(
            "Nothing was taken back. Check the token, the user ID and the authorization format of the connection."
        ),
        AuthenticationError,
    ),
    UNKNOWN_CODE: KnownCode(UNKNOWN_CODE.title, _NOT_TAKEN_BACK),
    KNOWN_CODES["13000309"]: KnownCode(
        Message("The service does not know it"),
        Message(
            "Nothing was taken back by this request. It may be gone already: look at the list of the service."
        ),
    ),
    KNOWN_CODES["13000410"]: KnownCode(
        Message("This user may not delete it"),
        Message("Nothing was taken back. Only its owner may: check the user ID of the connection."),
    ),
    KNOWN_CODES[THROTTLING_CODE]: KnownCode(
        KNOWN_CODES[THROTTLING_CODE].title,
        Message("Nothing was taken back. The service wants a pause before it is sent again."),
        RateLimitedError,
    ),
    **{
        KNOWN_CODES[code]: KnownCode(KNOWN_CODES[code].title, _CHECK_DELETE)
        for code in ("13000101", "13000102", "APIGW.0201")
    },
    **{
        KNOWN_CODES[code]: KnownCode(KNOWN_CODES[code].title, _CHECK_ADDRESS_OF_DELETE)
        for code in ("APIGW.0101", "APIGW.0103", "APIGW.0104")
    },
}
"""What a code means after a delete, by what it means after a create."""


def of_delete(meaning: KnownCode) -> KnownCode:
    """Return `meaning`, that of a code after a create, in the words of a delete."""
    return _OF_DELETES.get(meaning) or KnownCode(meaning.title, _NOT_TAKEN_BACK, meaning.error)


def meaning_of(code: str) -> KnownCode:
    """Return what `code` means; a code that is not known is a plain refusal.

    Args:
        code: The service's number or the gateway's code, as text.
    """
    if code in KNOWN_CODES:
        return KNOWN_CODES[code]
    prefix, _, number = code.partition(".")
    alternative = {"APIG": "APIGW", "APIGW": "APIG"}.get(prefix)
    return KNOWN_CODES.get(f"{alternative}.{number}", UNKNOWN_CODE)
