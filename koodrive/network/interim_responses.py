"""Passes over interim answers (1xx) before the final one, as RFC 9110, section 15.2 wants it of every client."""

from __future__ import annotations

from http.client import HTTPException, HTTPResponse, parse_headers

MAX_INTERIM_RESPONSES = 50
"""A server that works on something for long sends a 102 every few seconds; the deadline of the call bounds the time."""


class FinalResponse(HTTPResponse):
    """An answer that begins at its final status line.

    `http.client` by itself passes over 100 alone, and over any number of them.
    """

    def _read_status(self) -> tuple[str, int, str]:
        """Return protocol, status and reason of the final answer.

        Raises:
            HTTPException: When none comes after `MAX_INTERIM_RESPONSES`, besides what the base class raises.
        """
        for _ in range(MAX_INTERIM_RESPONSES + 1):
            protocol, status, reason = super()._read_status()  # type: ignore[misc]
            if not 100 <= status < 200:
                return protocol, status, reason
            parse_headers(self.fp)
        raise HTTPException("no final answer")
