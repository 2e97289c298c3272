"""The judgement of answers to a delete, against a table that was written by hand, and against answers of chance."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from koodrive.api.responses import ApiResponse
from koodrive.api.write_responses import deleted
from koodrive.errors import (
    AuthenticationError,
    KoodriveError,
    OutcomeUnknownError,
    RateLimitedError,
    RefusedError,
)
from koodrive.models import Action

HTML = b"<!DOCTYPE html><html><head><title>Sign in to the guest network</title></head><body></body></html>"
REDIRECTS = (301, 302, 305, 307, 308)
SEE_OTHER = (303, 304)
NOT_CARRIED_OUT = (400, 401, 403, 404, 405, 407, 411, 413, 414, 415, 421, 426, 431, 451)
OTHER_4XX = (402, 406, 408, 409, 410, 412, 416, 417, 418, 422, 423, 424, 425, 428, 429, 499)
OTHER_2XX = (201, 202, 203, 204, 205, 206, 226)
ERRORS_5XX = (500, 501, 502, 503, 504, 507, 520, 524, 599)
STATUSES = (200, *OTHER_2XX, *REDIRECTS, *SEE_OTHER, *NOT_CARRIED_OUT, *OTHER_4XX, *ERRORS_5XX)

YES = [
    b'{"code": 0, "msg": "Success."}',
    b'{"code": "0", "msg": "success"}',
    b'{"code":0}',
    b'\xef\xbb\xbf{"code": 0, "msg": "\xe6\x88\x90\xe5\x8a\x9f"}',
    b'{"msg": "Success."}',
    b'{"code": 0, "msg": "Success.", "data": null}',
    b'{"code": 0, "msg": "Success.", "id": "1805929618625036417", "failedIds": []}',
]
# Says yes and no at once, or a yes that is none of the documented ones.
CONTRADICTIONS = [
    b'{"code": 200, "msg": "OK"}',
    b'{"code": "200", "msg": ""}',
    b'{"code": "SUCCESS"}',
    b'{"code": 1, "msg": "Success."}',
    b'{"code": -1, "msg": "success"}',
    b'{"code": true, "msg": "Success."}',
    b'{"code": 0.0, "msg": "Success."}',
    b'{"code": "00", "msg": "x"}',
    b'{"code": "0000"}',
    b'{"code": 13000309, "msg": "Deleted successfully."}',
    b'{"error_code": "APIGW.0201", "error_msg": "Success."}',
    b'{"code": 0, "msg": "Success.", "error_code": "APIGW.0101"}',
    b'{"code": 0, "msg": "Success."',
    b'{"code": 0, "msg": "Success.", "code": 13000309}',
    b"{'code': 0, 'msg': 'Success.'} {\"code\": 0}",
    b'[{"code": 0, "msg": "Success."}]',
]
PARTLY = [
    b'{"code": 0, "msg": "Success.", "failedIds": ["1805929618625036417"]}',
    b'{"code": 0, "msg": "Success.", "data": {"failCount": 1}}',
    b'{"code": 0, "errorMsg": "not the owner"}',
    b'{"code": 0, "msg": "inner server invoke failure"}',
]
NO = [
    b'{"code": 13000309, "msg": "Resource not found"}',
    b'{"code": "13000410", "msg": "No permission on space 1"}',
    b'{"code": 13000102, "msg": "Verify parameters failed", "id": "1805929618625036417"}',
    b'{"code": 13009999, "msg": "not deleted successfully"}',
    b'{"code": 13000406}',
    b'{"error_code": "APIGW.0101", "error_msg": "The API does not exist"}',
    b'{"code": "album_locked", "msg": "The album is locked"}',
]
FAILURES = [
    b'{"code": 13000201, "msg": "inner server invoke failure"}',
    b'{"code": 500, "msg": "Internal Server Error"}',
    b'{"code": "503"}',
]
THROTTLED = [
    b'{"error_code": "APIG.0308", "error_msg": "The throttling threshold has been reached"}',
    b'{"code": "APIGW.0308", "msg": "policy user over ratelimit"}',
]
# Of anybody: nothing in it is the service's.
FOREIGN = [
    HTML,
    b"OK",
    b"null",
    b"0",
    b'"Success."',
    b"[]",
    b'{"status": "down"}',
    b'{"result": "success"}',
    b'{"message": "blocked by policy"}',
    b'{"code": NaN, "msg": "x"',
    b"\xff\xfe\x00",
    b"{" * 2000,
]
EMPTY = [b"", b" \r\n", b"{}"]


def judged(status, body):
    """Return the word for what an answer comes to."""
    try:
        found = deleted(ApiResponse(status, {}, body, "t" * 58, Action.DELETE), "17")
    except AuthenticationError:
        return "sign in"
    except RateLimitedError:
        return "wait"
    except RefusedError:
        return "refused"
    except OutcomeUnknownError as error:
        return "unknown" if "may have been taken back" in error.message else f"{error.message}"
    return "deleted" if found.object_id == "17" else found.object_id


def expected_of_no(status):
    if status == 429:
        return "wait"
    if status in {401, 403}:
        return "refused or sign in"
    return "refused" if status == 200 or 400 <= status < 500 else "unknown"


EXPECTED = {
    "yes": (YES, lambda status: "deleted" if status == 200 else "unknown"),
    "contradiction": (CONTRADICTIONS, lambda _: "unknown"),
    "partly": (PARTLY, lambda _: "unknown"),
    "no": (NO, expected_of_no),
    "failure": (FAILURES, lambda status: "wait" if status == 429 else "unknown"),
    "throttled": (THROTTLED, lambda _: "wait"),
    "foreign": (
        FOREIGN,
        lambda status: (
            "refused or sign in" if status == 401 else "refused" if status in NOT_CARRIED_OUT else "unknown"
        ),
    ),
    "empty": (
        EMPTY,
        lambda status: (
            "sign in" if status in {401, 403} else "refused" if status in NOT_CARRIED_OUT else "unknown"
        ),
    ),
}


@pytest.mark.parametrize("form", EXPECTED)
def test_the_table(form):
    bodies, rule = EXPECTED[form]
    wrong = []
    for status in STATUSES:
        expected = "refused" if status in REDIRECTS else rule(status)
        for body in bodies:
            word = judged(status, body)
            if word not in expected.split(" or "):
                wrong.append((status, body[:80], word, expected))
    assert wrong == []


@pytest.mark.parametrize("status", [403, 404, 405])
def test_a_page_of_somebody_else_may_mean_that_it_is_gone(status):
    with pytest.raises(RefusedError, match="Something other than KooDrive answered") as caught:
        deleted(ApiResponse(status, {}, HTML, "t" * 58, Action.DELETE), "17")
    assert caught.value.message.startswith("Nothing was taken back. ")
    assert ("gone already" in caught.value.message) is (status == 404)


def test_every_cut_of_a_yes_is_unknown():
    for body in YES[:4]:
        whole = body.rstrip()
        for end in range(1, len(whole)):
            assert judged(200, whole[:end]) == "unknown", whole[:end]
            assert judged(500, whole[:end]) == "unknown"


def test_an_answer_may_be_encoded_otherwise_than_in_utf_8():
    for encoding in ("utf-16", "utf-32", "gb18030"):
        body = '{"code": 0, "msg": "成功"}'.encode(encoding)
        assert judged(200, body) == "unknown"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 300) | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=8), inner, max_size=2),
    max_leaves=4,
)
CODES = st.sampled_from(
    [0, "0", None, False, True, 1, -1, 200, "", " 0", "0 ", 13000309, "13000309", "x", [0], {}]
)
WORDS = st.sampled_from(
    ["Success.", "success", "成功", "OK", "", "denied", "Resource not found", None, 5, ["Success."]]
)
MEMBERS = st.fixed_dictionaries(
    {},
    optional={
        "code": CODES | JSON,
        "msg": WORDS | JSON,
        "error_code": st.sampled_from(["APIG.0308", "APIGW.0101", "", None, 0]),
        "errorCode": JSON,
        "error": JSON,
        "id": st.sampled_from(["17", 17, "", None]),
        "data": JSON,
        "failedIds": JSON,
    },
)


def says_yes(payload):
    """Return whether a payload is a yes, by a rule of its own."""
    code, words = payload.get("code", 0), str(payload.get("msg", ""))
    is_zero = code == "0" or (isinstance(code, int) and not isinstance(code, bool) and code == 0)
    if "code" not in payload:
        is_zero = words.rstrip(".").strip().lower() in {"success", "成功"}
        is_zero = is_zero and not any(payload.get(name) is not None for name in ("errorCode", "error"))
    return is_zero and payload.get("error_code") is None


@given(status=st.sampled_from(STATUSES) | st.integers(100, 599), payload=MEMBERS)
@example(status=200, payload={})
@example(status=200, payload={"code": False, "msg": "Success."})
def test_what_is_no_yes_deletes_nothing_and_what_is_one_refuses_nothing(status, payload):
    word = judged(status, json.dumps(payload).encode())
    if word == "deleted":
        assert status == 200
        assert says_yes(payload)
    if says_yes(payload) and status not in REDIRECTS:
        assert word in {"deleted", "unknown"} or 300 <= status < 400, "a yes is never called a refusal"


@given(status=st.integers(100, 599), body=st.binary(max_size=60))
def test_bytes_of_chance_are_no_yes_and_raise_nothing_else(status, body):
    try:
        assert judged(status, body) != "deleted" or json.loads(body.decode("utf-8-sig")).get("code") in {
            0,
            "0",
        }
    except KoodriveError as error:
        pytest.fail(f"{error!r} is none of the five words")
