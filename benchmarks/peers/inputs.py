"""The same table and the same request in the form of each tool."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from koodrive.api import serialization
from koodrive.clock.server_clock import ServerClock
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID

if TYPE_CHECKING:
    from pathlib import Path

_BODY = '{"name": "{{name}}", "type": 2, "albumKind": 1}'


def write_table(path: Path, rows: int) -> None:
    """Write a table of so many manual albums."""
    lines = ["name,type,albumKind", *(f"Album {number},2,1" for number in range(1, rows + 1))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_newman(path: Path, address: str) -> None:
    """Write a collection of Postman's format that creates the album of one row."""
    request = {
        "method": "POST",
        "url": address + serialization.ALBUM_CREATE,
        "header": [{"key": name, "value": value} for name, value in _headers().items()],
        "body": {"mode": "raw", "raw": _BODY},
    }
    schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
    collection = {
        "info": {"name": "peers", "schema": schema},
        "item": [{"name": "create", "request": request}],
    }
    path.write_text(json.dumps(collection), encoding="utf-8")


def write_bruno(folder: Path, address: str) -> None:
    """Write a collection of Bruno that creates the album of one row by its request ``create.bru``."""
    folder.mkdir()
    settings = {"version": "1", "name": "peers", "type": "collection"}
    (folder / "bruno.json").write_text(json.dumps(settings), encoding="utf-8")
    headers = "".join(f"  {name}: {value}\n" for name, value in _headers().items())
    (folder / "create.bru").write_text(
        "meta {\n  name: create\n  type: http\n  seq: 1\n}\n\n"
        f"post {{\n  url: {address}{serialization.ALBUM_CREATE}\n  body: json\n  auth: none\n}}\n\n"
        f"headers {{\n{headers}}}\n\n"
        f"body:json {{\n  {_BODY}\n}}\n",
        encoding="utf-8",
    )


def _headers() -> dict[str, str]:
    """Return the headers of a create; those tools send the same time and trace ID with every row."""
    headers = serialization.headers(
        authorization=f"Bearer {SANDBOX_TOKEN}",
        user_id=SANDBOX_USER_ID,
        x_date=ServerClock().x_date(),
        trace_id=serialization.new_trace_id(),
        language="en-US",
    )
    return {**headers, "Content-Type": "application/json"}
