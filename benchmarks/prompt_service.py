"""A service that makes an album of every request and answers after 20 ms, with as little work as possible.

Its processor time is not what a benchmark is to measure: ``python -m benchmarks.prompt_service`` serves in a process of
its own, prints its address, and ends with its standard input, when it prints how many albums it has made.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import sys
from email.utils import formatdate

ANSWER_SECONDS = 0.02

_HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nDate: {date}\r\nContent-Length: {length}\r\n\r\n{body}"
_numbers = itertools.count(1)


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer the requests of one connection until it ends."""
    with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            _, found, rest = head.partition(b"content-length:")
            if found:
                await reader.readexactly(int(rest.split(b"\r\n")[0]))
            await asyncio.sleep(ANSWER_SECONDS)
            writer.write(_answer(is_create=head.startswith(b"post")))
            await writer.drain()
    with contextlib.suppress(ConnectionError):
        writer.close()
        await writer.wait_closed()


def _answer(*, is_create: bool) -> bytes:
    """Return the answer to a create, or the one that there is nothing in a list."""
    content = f'"albumId":"bench{next(_numbers):08d}"' if is_create else '"albumList":[],"total":0'
    body = f'{{"code":0,"msg":"OK",{content}}}'
    return _HEAD.format(date=formatdate(usegmt=True), length=len(body), body=body).encode()


async def _main() -> None:
    server = await asyncio.start_server(_serve, "127.0.0.1", 0, backlog=256)
    host, port = server.sockets[0].getsockname()
    print(f"http://{host}:{port}", flush=True)
    # Another thread waits, as not every system can watch its standard input in the loop.
    await asyncio.to_thread(sys.stdin.read)
    print(next(_numbers) - 1, flush=True)


if __name__ == "__main__":
    asyncio.run(_main())
