"""Labels without the key that Alt takes together with them."""

from __future__ import annotations

import re

_IN_BRACKETS = re.compile(r"\(&[^&)]\)")
"""As Chinese writes it: ``保存(&S)…``."""


def without_mnemonic(label: str) -> str:
    """Return a label as it is read out: ``Save…`` for ``&Save…``, ``保存…`` for ``保存(&S)…``, ``&`` for ``&&``."""
    return _IN_BRACKETS.sub("", label).replace("&&", "\0").replace("&", "").replace("\0", "&")
