"""Forms in which a service may store a name that it was given."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING, Final

from koodrive.sandbox.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

_BEYOND_BMP: Final = re.compile("[\U00010000-\U0010ffff]")

_FORMS: Final[dict[Fault, Callable[[str], str]]] = {
    Fault.NAME_TRIMMED: str.strip,
    Fault.NAME_NFD: lambda name: unicodedata.normalize("NFD", name),
    Fault.NAME_NUMBERED: lambda name: f"{name}(1)",
    Fault.NAME_QUESTION_MARKS: lambda name: _BEYOND_BMP.sub("?", name),
    Fault.NAME_CUT: lambda name: _BEYOND_BMP.split(name)[0],
    Fault.NAME_CUT_AT_AMPERSAND: lambda name: name.partition("&")[0],
    Fault.NAME_ESCAPED: html.escape,
    Fault.NAME_WITHOUT_PERIODS: lambda name: name.rstrip("."),
    Fault.NAME_UNDERSCORES: lambda name: re.sub("[/?!:]", "_", name),
}


def stored_name(name: str, fault: Fault | None) -> str:
    """Return the name that is stored for `name`.

    Args:
        name: As it was sent.
        fault: One of names; None or another one changes nothing.
    """
    form = None if fault is None else _FORMS.get(fault)
    return name if form is None else form(name)
