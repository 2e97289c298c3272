"""One line of the log for every exchange with the service: what was asked, what came of it, how long it took.

Headers, bodies and the parameters of a query are no part of it.
"""

from __future__ import annotations

import functools
import json
import logging
import re
import time
from typing import TYPE_CHECKING, Any, TypeVar, cast

from koodrive.errors import KoodriveError, NotSentError, RefusedError
from koodrive.models import Action, OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")

_log = logging.getLogger(__name__)
_DONE = {Action.CREATE: OutcomeKind.CREATED, Action.DELETE: OutcomeKind.DELETED}
_PLAIN = re.compile(r"[\w./:-]+", re.ASCII)


def logged(call: F) -> F:
    """Return `call`, which logs one line each time it has ended, however it did.

    Args:
        call: A method whose first arguments are a `koodrive.api.transport.ApiRequest` and a trace ID; it returns when
            the service has said yes, with HTTP 200.
    """

    @functools.wraps(call)
    def measured(transport: Any, request: Any, trace_id: str, *others: Any) -> Any:
        begun = time.perf_counter()
        try:
            answer = call(transport, request, trace_id, *others)
            outcome = "answered" if request.action is None else _DONE[request.action]
            facts: dict[str, object] = {"outcome": outcome, "status": 200}
        except KoodriveError as error:
            facts = _facts(error)
            raise
        except BaseException as error:
            facts = {"outcome": "unknown", "error": type(error).__name__}
            raise
        else:
            return answer
        finally:
            milliseconds = round((time.perf_counter() - begun) * 1000)
            facts |= {"trace": trace_id, "ms": milliseconds}
            words = " ".join(f"{key}={_value(value)}" for key, value in facts.items() if value is not None)
            _log.info("%s %s %s", request.method, request.path, words)

    return cast("F", measured)


def _facts(error: KoodriveError) -> dict[str, object]:
    if isinstance(error, NotSentError):
        outcome = "not_sent"
    else:
        outcome = "refused" if isinstance(error, RefusedError) else "unknown"
    return {"outcome": outcome, "status": error.status, "code": error.code, "error": type(error).__name__}


def _value(value: object) -> str:
    """Return `value` so that it ends where a reader sees it end; a code is the service's text."""
    text = str(value)[:200]
    return text if _PLAIN.fullmatch(text) else json.dumps(text)
