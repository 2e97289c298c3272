"""What the known codes of the service and its gateway mean, in words for people.

The codes are published for the enterprise edition and apply here by inference,
so the server's own text is always shown beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from koodrive.errors import AuthenticationError, RateLimitedError, RefusedError
from koodrive.messages import Sentence

if TYPE_CHECKING:
    from koodrive.errors import KoodriveError


@dataclass(frozen=True, slots=True)
class KnownCode:
    """What one code means: the error that it becomes, what happened and what to do."""

    title: Sentence
    advice: Sentence
    error: type[KoodriveError] = RefusedError


DUPLICATE_NAME = "13000405"
THROTTLING_CODE = "APIG.0308"
THROTTLING_WAIT_SECONDS = 5.0
"""The gateway's documented advice is to back off for 2 to 5 seconds."""

_CHECK_FIELDS = Sentence(
    "Nothing was made. Compare every field with what the service expects, and correct it."
)
_CHECK_SPACE = Sentence("Nothing was made. Check the space ID (containerId).")
_CHECK_ADDRESS = Sentence(
    "Nothing was made. Check the service address of the connection: another host may be meant."
)
_SIGN_IN = Sentence(
    "Nothing was made. Check the token, the user ID and the authorization format of the connection."
)

FAILURE_CODES = frozenset({"13000201"})
"""Codes that tell of a failure within the service, after which nobody knows what was done (“inner server invoke
failure”)."""

KNOWN_CODES: dict[str, KnownCode] = {
    "13000101": KnownCode(Sentence("The service could not read the request"), _CHECK_FIELDS),
    "13000102": KnownCode(Sentence("The service did not accept a field"), _CHECK_FIELDS),
    "13000301": KnownCode(Sentence("The service does not know this space"), _CHECK_SPACE),
    "13000302": KnownCode(
        Sentence("A folder is not in this space"),
        Sentence("Nothing was made. Check that the folders to collect from are in the space (containerId)."),
    ),
    "13000304": KnownCode(
        Sentence("Something is wrong with a folder"),
        Sentence("Nothing was made. Try again; if it stays so, ask the service's support."),
    ),
    "13000305": KnownCode(
        Sentence("A folder is in the recycle bin"), Sentence("Nothing was made. Restore the folder first.")
    ),
    "13000306": KnownCode(
        Sentence("A folder is in the recycle bin"), Sentence("Nothing was made. Restore the folder first.")
    ),
    "13000309": KnownCode(
        Sentence("The service does not know one of the IDs"),
        Sentence("Nothing was made. Check the folder IDs and the ID (primary key) of the shared folder."),
    ),
    "13000310": KnownCode(
        Sentence("The folders are nested too deep"),
        Sentence("Nothing was made. Choose a folder one level higher."),
    ),
    "13000311": KnownCode(
        Sentence("The space is full"),
        Sentence("Nothing was made. Make room in the space, or have it enlarged by its administrator."),
    ),
    DUPLICATE_NAME: KnownCode(
        Sentence("This name is taken"),
        Sentence("Nothing was made by this request. Choose another name, or look into the history."),
    ),
    "13000410": KnownCode(
        Sentence("This user may not use the space or shared folder"),
        Sentence("Nothing was made. Check the IDs and the user ID, or ask the owner for permission."),
    ),
    "13000411": KnownCode(
        Sentence("A folder is not in this space"),
        Sentence("Nothing was made. Check that the folders to collect from are in the space (containerId)."),
    ),
    "13000412": KnownCode(
        Sentence("The space is not activated"),
        Sentence("Nothing was made. The owner has to activate the space, by signing in once for example."),
    ),
    "13000413": KnownCode(Sentence("The service does not support this type"), _CHECK_FIELDS),
    "13000415": KnownCode(Sentence("The space does not belong to this group"), _CHECK_SPACE),
    "13000417": KnownCode(
        Sentence("The name is too long for the service"), Sentence("Nothing was made. Choose a shorter name.")
    ),
    "APIGW.0101": KnownCode(Sentence("This address does not offer KooDrive"), _CHECK_ADDRESS),
    "APIGW.0103": KnownCode(Sentence("The service behind this address cannot be found"), _CHECK_ADDRESS),
    "APIGW.0104": KnownCode(Sentence("The gateway is not set up for this request"), _CHECK_ADDRESS),
    "APIGW.0105": KnownCode(Sentence("The gateway is not set up for this request"), _CHECK_ADDRESS),
    "APIGW.0106": KnownCode(Sentence("The gateway is not set up for this request"), _CHECK_ADDRESS),
    "APIGW.0201": KnownCode(Sentence("The gateway could not read the request"), _CHECK_FIELDS),
    THROTTLING_CODE: KnownCode(
        Sentence("Too many requests at once"),
        Sentence("Nothing was made. The service wants a pause before it is sent again."),
        RateLimitedError,
    ),
}
"""Code to meaning. Gateway codes appear as ``APIG.`` and ``APIGW.``; `meaning_of` treats both alike."""

SIGN_IN_NEEDED = KnownCode(
    Sentence("The service did not accept the token or the user"), _SIGN_IN, AuthenticationError
)
UNKNOWN_CODE = KnownCode(
    Sentence("The service refused this"),
    Sentence("The service refused and made nothing. For its support, use the details in the history."),
)


def meaning_of(code: str) -> KnownCode:
    """Return what `code` means; a code that is not known is a plain refusal.

    Args:
        code: The service's number or the gateway's code, as text.
    """
    if code in KNOWN_CODES:
        return KNOWN_CODES[code]
    prefix, _, number = code.partition(".")
    twin = {"APIG": "APIGW", "APIGW": "APIG"}.get(prefix)
    return KNOWN_CODES.get(f"{twin}.{number}", UNKNOWN_CODE)
