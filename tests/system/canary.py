"""Canary secrets, and the search for them in any spelling in all files that a process has left."""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
from typing import TYPE_CHECKING
from urllib.parse import quote

from koodrive.sandbox import SANDBOX_TOKEN
from koodrive.sandbox.identity import SANDBOX_APP_SECRET, SANDBOX_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOKEN = "cAn4ry/7f+3a9c~1b.4dT0K_x=="
WRONG_TOKEN = "cAn4ry/5e+81d0~9a.2cWR0NG_y=="
"""Part of tokens that no header can hold, so that they are never registered."""
PASSWORD = "cAn4ry&5b+1e/PR0XY'7c%d"
TYPED_PASSWORD = "cAn4ry'9d/t3 P4$$w0rd\\\"+x"
"""Password of the account that signs in."""
WRONG_PASSWORD = "cAn4ry%7a/wR0 NG&p\"4ss'"
ISSUED = "cAn4ry/2d+6b7~AcC3ss.9-r3FrEsh_"
"""Prefix of every token that the sandbox issues."""
PASTED_TOKEN = "cAn4ry/8c+f1~p4St3d.0-tOk3N_q="
APP_SECRET = SANDBOX_APP_SECRET
SECRETS = {
    "token": TOKEN,
    "wrong token": WRONG_TOKEN,
    "proxy password": PASSWORD,
    "account password": TYPED_PASSWORD,
    "wrong account password": WRONG_PASSWORD,
    "issued token": ISSUED,
    "pasted token": PASTED_TOKEN,
    "app secret": APP_SECRET,
    "wrong app secret": APP_SECRET[::-1],
    # The tour has a sandbox of its own, with these.
    "sandbox token": SANDBOX_TOKEN,
    "sandbox password": SANDBOX_PASSWORD,
}


def spellings(secret: str) -> set[bytes]:
    """Return the bytes of `secret` in every spelling that is searched for."""
    as_json = json.dumps(secret)[1:-1]
    escaped = "".join(f"\\u{ord(character):04x}" for character in secret)
    texts = {secret, as_json, as_json.replace("/", "\\/"), repr(secret)[1:-1], escaped, escaped.upper()}
    texts.add(json.dumps(as_json)[1:-1])
    for safe in ("", "/", "/+="):
        encoded = quote(secret, safe=safe)
        texts |= {
            encoded,
            encoded.replace("%20", "+"),
            re.sub("%..", lambda match: match.group().lower(), encoded),
        }
    for core in _base64_cores(secret.encode()):
        texts |= {core, core.replace("+", "-").replace("/", "_")}
    hexadecimal = secret.encode().hex()
    texts |= {hexadecimal, hexadecimal.upper()}
    return {text.encode(code) for text in texts for code in ("utf-8", "utf-16-le", "utf-16-be")}


def _base64_cores(secret: bytes) -> Iterator[str]:
    """Yield base64 of `secret` for each byte alignment, without the characters that depend on its neighbours."""
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + secret + b"\0\0").decode()
        yield encoded[-(-before * 8 // 6) : (before + len(secret)) * 8 // 6]


_SPELLINGS = {name: spellings(secret) for name, secret in SECRETS.items()}


def found_in(data: bytes, name: str) -> Iterator[str]:
    """Yield the locations of secrets in `data`, archives included.

    Args:
        data: The content of a file, or of a part of an archive.
        name: Name in the locations.
    """
    for secret, forms in _SPELLINGS.items():
        for form in sorted(forms):
            place = data.find(form)
            if place >= 0:
                context = data[max(0, place - 160) : place + len(form) + 60]
                yield f"{name}: {secret} as {form!r} in {context!r}"
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.namelist():
                yield from found_in(archive.read(part), f"{name}/{part}")


def found_below(folder: Path) -> list[str]:
    """Return the locations of secrets below `folder`: in files, file names and targets of links."""
    found: list[str] = []
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        found += found_in(name.encode(), f"the name {name}")
        if path.is_symlink():
            found += found_in(str(path.readlink()).encode(), f"the target of {name}")
        elif path.is_file():
            found += found_in(path.read_bytes(), name)
    return found
