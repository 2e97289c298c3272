"""A second implementation of app signatures, from the text of the enterprise reference alone.

It knows nothing but the bytes of a request.
"""

from __future__ import annotations

import hashlib
import re
import string


def judged(raw: bytes, secret: str) -> tuple[str, str]:
    """Return the signature that a raw HTTP request carries, and the one that it has to carry."""
    head, body = raw.split(b"\r\n\r\n", 1)
    request_line, *lines = head.split(b"\r\n")
    method, target, _version = request_line.split(b" ")
    headers = {name.lower(): value.strip() for name, value in (line.split(b":", 1) for line in lines)}
    match = re.fullmatch(
        rb"HMAC-SHA256 AppId=([^,]+),SignedHeaders=([a-z;-]+),Signature=([0-9a-f]{64})",
        headers[b"authorization"],
    )
    signed = match[2].split(b";")
    assert {b"x-date", b"x-user-id"} <= set(signed)
    assert signed == sorted(signed)
    path, _, query = target.partition(b"?")
    canonical = method.upper() + b"\n" + path_by_rule(path) + b"\n" + query_by_rule(query) + b"\n"
    for name in signed:
        canonical += name + b":" + headers[name] + b"\n"
    canonical += b"\n" + b";".join(signed) + b"\n" + hashlib.sha256(body).hexdigest().encode()
    digest = hashlib.new("sha256", canonical).hexdigest().encode()
    return match[3].decode(), hmac_by_hand(secret.encode(), b"HMAC-SHA256\n" + digest)


def hmac_by_hand(key: bytes, text: bytes) -> str:
    """RFC 2104."""
    key = (hashlib.sha256(key).digest() if len(key) > 64 else key).ljust(64, b"\0")
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in key) + text).digest()
    return hashlib.sha256(bytes(byte ^ 0x5C for byte in key) + inner).hexdigest()


def path_by_rule(path: bytes) -> bytes:
    segments = [encoded(decoded(segment)) for segment in path.split(b"/")]
    assert not {b".", b".."} & set(segments), "the HTTP stack has taken dot segments away before"
    joined = b"/".join(segments)
    return joined if joined.endswith(b"/") else joined + b"/"


def query_by_rule(query: bytes) -> bytes:
    pairs = []
    for part in filter(None, query.split(b"&")):
        name, _, value = part.replace(b"+", b" ").partition(b"=")
        pairs.append((decoded(name), decoded(value)))
    return b"&".join(encoded(name) + b"=" + encoded(value) for name, value in sorted(pairs))


def decoded(text: bytes) -> bytes:
    return re.sub(rb"%([0-9A-Fa-f]{2})", lambda match: bytes([int(match[1], 16)]), text)


def encoded(text: bytes) -> bytes:
    unreserved = (string.ascii_letters + string.digits + "-_.~").encode()
    return b"".join(bytes([byte]) if byte in unreserved else b"%%%02X" % byte for byte in text)
