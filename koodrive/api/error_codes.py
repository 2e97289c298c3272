"""Known error codes of the service and its gateway: title, advice and error class of each.

The codes are published for the enterprise edition and apply here by inference,
so the server's own text is always shown beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.errors import AuthenticationError, RateLimitedError, RefusedError
from koodrive.messages import Message, sentences

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

NOTHING_CREATED = Message("Nothing was created.")
"""First sentence of the advice after a refused create, which a read goes without."""
NOTHING_TAKEN_BACK = Message("Nothing was taken back.")


def _not_created(title: Message, advice: Message, error: type[KoodriveError] = RefusedError) -> KnownCode:
    return KnownCode(title, sentences(NOTHING_CREATED, advice), error)


_CHECK_FIELDS = Message("Compare every field with what the service expects, and correct it.")
_CHECK_SPACE = Message("Check the space ID (containerId).")
_CHECK_ADDRESS = Message("Check the service address of the connection: another host may be meant.")
_CHECK_SIGN_IN = Message("Check the token, the user ID and the authorization format of the connection.")
_PAUSE = Message("The service wants a pause before it is sent again.")
_NOT_IN_SPACE = _not_created(
    Message("A folder is not in this space"),
    Message("Check that the folders to collect from are in the space (containerId)."),
)
_IN_RECYCLE_BIN = _not_created(
    Message("A folder is in the recycle bin"), Message("Restore the folder first.")
)
_NOT_SET_UP = _not_created(Message("The gateway is not set up for this request"), _CHECK_ADDRESS)

FAILURE_CODES = frozenset({"13000201"})
"""Codes of a failure within the service, after which the outcome is unknown (“inner server invoke failure”)."""

KNOWN_CODES: dict[str, KnownCode] = {
    "13000101": _not_created(Message("The service could not read the request"), _CHECK_FIELDS),
    "13000102": _not_created(Message("The service did not accept a field"), _CHECK_FIELDS),
    "13000301": _not_created(Message("The service does not know this space"), _CHECK_SPACE),
    **dict.fromkeys(("13000302", "13000411"), _NOT_IN_SPACE),
    "13000304": _not_created(
        Message("Something is wrong with a folder"),
        Message("Try again; if that does not help, ask the service's support."),
    ),
    **dict.fromkeys(("13000305", "13000306"), _IN_RECYCLE_BIN),
    "13000309": _not_created(
        Message("The service does not know one of the IDs"),
        Message("Check the folder IDs and the ID (primary key) of the shared folder."),
    ),
    "13000310": _not_created(
        Message("The folders are nested too deep"), Message("Choose a folder one level higher.")
    ),
    "13000311": _not_created(
        Message("The space is full"),
        Message("Make room in the space, or have it enlarged by its administrator."),
    ),
    DUPLICATE_NAME: KnownCode(
        Message("This name is taken"),
        Message("Nothing was created by this request. Choose another name, or look into the history."),
    ),
    "13000410": _not_created(
        Message("This user may not use the space or shared folder"),
        Message("Check the IDs and the user ID, or ask the owner for permission."),
    ),
    "13000412": _not_created(
        Message("The space is not activated"),
        Message("The owner has to activate the space, by signing in once for example."),
    ),
    "13000413": _not_created(Message("The service does not support this type"), _CHECK_FIELDS),
    "13000415": _not_created(Message("The space does not belong to this group"), _CHECK_SPACE),
    "13000417": _not_created(
        Message("The name is too long for the service"), Message("Choose a shorter name.")
    ),
    "APIGW.0101": _not_created(Message("This address does not offer KooDrive"), _CHECK_ADDRESS),
    "APIGW.0103": _not_created(Message("The service behind this address cannot be found"), _CHECK_ADDRESS),
    **dict.fromkeys(("APIGW.0104", "APIGW.0105", "APIGW.0106"), _NOT_SET_UP),
    "APIGW.0201": _not_created(Message("The gateway could not read the request"), _CHECK_FIELDS),
    THROTTLING_CODE: _not_created(Message("Too many requests at once"), _PAUSE, RateLimitedError),
}
"""Code to meaning. Gateway codes appear as ``APIG.`` and ``APIGW.``; `meaning_of` treats both alike."""

SIGN_IN_NEEDED = _not_created(
    Message("The service did not accept the token or the user"), _CHECK_SIGN_IN, AuthenticationError
)
UNKNOWN_CODE = KnownCode(
    Message("The service refused this"),
    Message("The service refused and made nothing. For its support, use the details in the history."),
)


def _not_deleted(meaning: KnownCode, advice: Message, title: Message | None = None) -> KnownCode:
    return KnownCode(title or meaning.title, sentences(NOTHING_TAKEN_BACK, advice), meaning.error)


_ASK_SUPPORT = Message("For the service's support, use the details in the history.")
_CHECK_ID_FORM = Message(
    "Where it is about the id of a shared folder, try its other form in the connection under Advanced."
)
_ONLY_ITS_OWNER = Message("Only its owner may: check the user ID of the connection.")
_OF_DELETES: dict[KnownCode, KnownCode] = {
    SIGN_IN_NEEDED: _not_deleted(SIGN_IN_NEEDED, _CHECK_SIGN_IN),
    UNKNOWN_CODE: _not_deleted(UNKNOWN_CODE, _ASK_SUPPORT),
    KNOWN_CODES["13000309"]: KnownCode(
        Message("The service does not know it"),
        Message(
            "Nothing was taken back by this request. It may be gone already: look at the list of the service."
        ),
    ),
    KNOWN_CODES["13000410"]: _not_deleted(
        KNOWN_CODES["13000410"], _ONLY_ITS_OWNER, Message("This user may not delete it")
    ),
    KNOWN_CODES[THROTTLING_CODE]: _not_deleted(KNOWN_CODES[THROTTLING_CODE], _PAUSE),
    **{
        KNOWN_CODES[code]: _not_deleted(KNOWN_CODES[code], _CHECK_ID_FORM)
        for code in ("13000101", "13000102", "APIGW.0201")
    },
    **{
        KNOWN_CODES[code]: _not_deleted(KNOWN_CODES[code], _CHECK_ADDRESS)
        for code in ("APIGW.0101", "APIGW.0103", "APIGW.0104")
    },
}
"""What a code means after a delete, by what it means after a create."""


def of_delete(meaning: KnownCode) -> KnownCode:
    """Return `meaning`, that of a code after a create, in the words of a delete."""
    return _OF_DELETES.get(meaning) or _not_deleted(meaning, _ASK_SUPPORT)


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
