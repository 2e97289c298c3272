"""Reading an answer to a create: what it means, and the ID that it names."""

from __future__ import annotations

import json

import pytest

from koodrive.api.claims import lead_id
from koodrive.api.list_responses import album_page
from koodrive.api.responses import ApiResponse
from koodrive.api.write_responses import created_album, created_shared_folder
from koodrive.errors import (
    AuthenticationError,
    ForeignAnswerError,
    KoodriveError,
    OutcomeUnknownError,
    RateLimitedError,
    RedirectedError,
    RefusedError,
)
from koodrive.models import Action

CUT = '{"albumId": "1805929618625036417", "code": 200, "x": "' + "y" * 70_000


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        ('{"albumId": "1805929618625036417", "code": 200}', "1805929618625036417"),
        ('\ufeff{"code": 0, "albumId" : 1805929618625036417}', "1805929618625036417"),
        ('{"id": "17", "data": {"groupId": 5, "id": "17"}}', "17"),
        (
            '{"code": 0, "data": {"id": "Fi94r66FoDTSP44M1VkJNup0JH-FIano0", "shareFolderId": "18"}}',
            "Fi94r66FoDTSP44M1VkJNup0JH-FIano0",
        ),
        ('{"albumId": "17", "id": "request-5"}', "17"),
        (CUT, "1805929618625036417"),
        ('{"albumId": "17", "albumId": "17"}', "17"),
        ('<script>x = {"albumId": "17"}</script>', "17"),
        ('{"albumId": "17", "albumId": "18"}', None),
        ('{"id": "17", "data": {"id": "18"}}', None),
        ('{"albumId": "18059296', None),
        ('{"albumId": 18059296', None),
        ('{"albumId": 18059296\n[KooDesk kept the first 64 KiB of 70000 bytes.]', None),
        ('{"albumId": 1.8059296e18}', None),
        ('{"albumId": "' + "7" * 64 + '"}', "7" * 64),
        ('{"albumId": "' + "7" * 65 + '"}', None),
        ('{"albumId": "' + "7" * 1_000_000 + '"}', None),
        ('{"albumId": "17 18"}', None),
        ('{"albumId": "<b>17</b>"}', None),
        ('{"albumId": "[token]"}', None),
        ('{"albumId": "=17+1"}', None),
        ('{"albumId": "null"}', None),
        ('{"albumId": "undefined"}', None),
        ('{"albumId": null}', None),
        ('{"albumId": 0}', None),
        ('{"albumId": ""}', None),
        ('{"requestId": "17", "traceid": "18"}', None),
        ("", None),
        (None, None),
    ],
)
def test_c60_the_id_that_an_untrusted_answer_names(answer, named):
    assert lead_id(answer) == named


NAMED = "1805929618625036417"
TALK_OF_SUCCESS = [200, "200", "SUCCESS", "OK", -1, "00", "success", 1, 13000102, True, None, 0.0]
BOTH = pytest.mark.parametrize("kind", ["album", "folder"])
MAKE = {"album": created_album, "folder": created_shared_folder}
HTML = b"<html><head><title>Access &quot;blocked&quot;</title></head><body>by your company</body></html>"


def reading(kind, body, status=200, headers=None, *, action=Action.CREATE):
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return MAKE[kind](ApiResponse(status, headers or {}, content, "t" * 58, action))


def failed(kind, body, status=200, headers=None):
    with pytest.raises(KoodriveError) as caught:
        reading(kind, body, status, headers)
    return caught.value


def named(kind, object_id=NAMED, **more):
    return (
        {"albumId": object_id} if kind == "album" else {"id": object_id, "data": {"id": object_id}}
    ) | more


class TestNamesAnId:
    """An answer with an ID or code 0 is never a clear refusal."""

    @BOTH
    @pytest.mark.parametrize("status", [200, 400, 401, 404, 409, 410, 412, 422, 429, 500, 503])
    @pytest.mark.parametrize("code", TALK_OF_SUCCESS)
    def test_c37_an_id_under_another_code_is_unknown(self, kind, code, status):
        error = failed(kind, named(kind, code=code, msg="Success."), status)
        assert type(error) is OutcomeUnknownError
        assert f"names the ID {NAMED}; that is not confirmed" in error.message
        assert lead_id(error.answer) == NAMED

    @BOTH
    @pytest.mark.parametrize("status", [201, 202, 303, 304, 400, 401, 403, 404, 409, 410, 412, 413, 429, 451])
    @pytest.mark.parametrize("code", [0, "0", 0.0, -0.0, "0.0", "00"])
    @pytest.mark.parametrize("with_id", [True, False])
    def test_c37_code_0_under_another_status_is_unknown(self, kind, code, status, with_id):
        body = named(kind, code=code) if with_id else {"code": code, "msg": "Success."}
        assert type(failed(kind, body, status)) is OutcomeUnknownError

    @BOTH
    @pytest.mark.parametrize(
        "object_id", ["7" * 100_000, "<b>1</b>", "1 2", ["17"], {"x": 1}, 17, True, "=1"]
    )
    def test_c37_what_stands_in_the_place_of_an_id_counts_whatever_it_is(self, kind, object_id):
        for code in (0, 13000102):
            error = failed(kind, named(kind, object_id, code=code))
            assert type(error) is OutcomeUnknownError
            assert len(error.message) < 400

    @pytest.mark.parametrize(
        "body",
        [
            b'{"albumId": "17", "albumId": "18", "code": 13000102}',
            b'{"code": 0, "code": 13000102, "msg": "no"}',
            b'[{"albumId": "17", "code": 200}]',
            b"<pre>{'albumId': 1, \"code\": 0}</pre>",
            b'{"result": {"albumId": "17"}, "code": 200}',
            b'{"result": [{"albumId": "17"}, {"albumId": "18"}], "code": 13000102, "msg": "no"}',
            b'{"data": {"albumId": "17"}, "code": 200}',
            b'{"data": {"id": "17"}, "code": 400}',
        ],
    )
    def test_c37_an_odd_form_of_it_counts_as_well(self, body):
        for status in (200, 400, 403, 409):
            assert type(failed("album", body, status)) is OutcomeUnknownError

    @BOTH
    @pytest.mark.parametrize("nothing", [None, "", 0, [], {}])
    def test_c37_a_field_that_is_there_and_empty_names_nothing(self, kind, nothing):
        for status in (200, 400, 409):
            assert isinstance(failed(kind, named(kind, nothing, code=13000102), status), RefusedError)

    @BOTH
    def test_c37_a_clear_no_stays_one(self, kind):
        for code in (13000102, "13000405", 1, "ERR", 404):
            assert isinstance(failed(kind, {"code": code, "msg": "no"}), RefusedError)
        for code in (13000201, "13000201", 500, "503"):
            assert type(failed(kind, {"code": code, "msg": "no"}, 400)) is OutcomeUnknownError


class TestDocumentedSuccess:
    """Table 3 of create-album lists the ID alone."""

    @BOTH
    @pytest.mark.parametrize("code", [{}, {"code": 0}, {"code": "0"}])
    @pytest.mark.parametrize("object_id", [NAMED, "a", "Fi94r66FoDTSP44M1VkJNup0JH-FIano0", "_-" * 32])
    def test_c60_an_id_and_no_other_code_than_0_is_created(self, kind, code, object_id):
        created = reading(kind, named(kind, object_id) | code)
        assert created.result_id == object_id
        assert created.response_info.code == ("0" if code else None)

    @pytest.mark.parametrize("body", [{}, {"albumId": None}, {"msg": "ok"}, {"id": "17"}, {"data": {}}])
    def test_c60_without_an_id_a_code_has_to_be_there(self, body):
        assert type(failed("album", body)) is OutcomeUnknownError

    @pytest.mark.parametrize("more", [{"errorCode": "X"}, {"error": "no"}, {"error_code": "APIG.0308"}])
    def test_c60_an_error_is_not_a_code_that_is_left_out(self, more):
        assert isinstance(failed("album", {"albumId": "17"} | more), OutcomeUnknownError)

    def test_c60_an_id_of_a_folder_as_an_integer_is_compared_exactly(self):
        body = {"id": NAMED, "data": {"id": int(NAMED), "groupId": 1765148492881313001}}
        assert reading("folder", body).group_id == "1765148492881313001"
        body["data"]["id"] += 1
        assert "two different IDs" in failed("folder", body).message

    @BOTH
    @pytest.mark.parametrize(
        "object_id",
        ["7" * 65, "7" * 1_000_000, "<b>", "1.8E+18", "'17", "17\n", "１７", "null", "undefined", "[token]"],
    )
    def test_c43_what_has_not_the_form_of_an_id_is_unknown(self, kind, object_id):
        error = failed(kind, named(kind, object_id, code=0))
        assert type(error) is OutcomeUnknownError
        assert lead_id(error.answer) is None
        assert "not confirmed" not in error.message

    def test_c43_what_stands_beside_the_id_is_bounded_too(self):
        data = {
            "id": NAMED,
            "groupId": "9" * 500_000,
            "shareFolderId": "F" * 500_000,
            "creator": "x" * 500_000,
        }
        folder = reading("folder", {"id": NAMED, "data": data, "code": 0})
        assert (folder.id, folder.group_id, folder.share_folder_id, folder.creator) == (
            NAMED,
            None,
            None,
            None,
        )

    @BOTH
    def test_c45_a_byte_order_mark_is_ignored(self, kind):
        body = b"\xef\xbb\xbf" + json.dumps(named(kind, code=0)).encode()
        created = reading(kind, body)
        assert created.result_id == NAMED
        assert created.response_info.answer.startswith("{")


class TestInBetween:
    """Something between here and the service answers."""

    @pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 407, 411, 413, 414, 415, 421, 426, 431, 451])
    def test_c46_its_page_is_named_and_not_the_token(self, status):
        error = failed("album", HTML, status)
        assert type(error) is ForeignAnswerError
        assert f'(HTTP {status}) does not look like KooDrive: a web page, “Access "blocked"”' in error.message
        assert "token" not in f"{error.title} {error.message}"
        assert error.code is None

    @pytest.mark.parametrize(
        "status", [303, 304, 402, 406, 408, 409, 410, 412, 417, 418, 422, 423, 425, 428, 499]
    )
    @pytest.mark.parametrize("body", [HTML, b"", b"busy", b'{"message": "no"}'])
    def test_c46_a_status_that_does_not_say_not_carried_out_is_unknown(self, status, body):
        assert type(failed("album", body, status)) is OutcomeUnknownError

    @pytest.mark.parametrize("status", [402, 406, 408, 409, 410, 412, 422, 423])
    @pytest.mark.parametrize(
        "body",
        [
            {"code": 13000405, "msg": "taken"},
            {"error_code": "APIGW.0101", "error_msg": "no"},
            {"errorCode": "13000405", "errorMsg": "taken"},
            {"error": {"code": "APIG.0101", "message": "no"}},
        ],
    )
    def test_c46_the_service_and_its_gateway_refuse_with_any_of_them(self, status, body):
        error = failed("album", body, status)
        assert isinstance(error, RefusedError)
        assert not isinstance(error, ForeignAnswerError)
        assert error.code in {"13000405", "APIGW.0101", "APIG.0101"}

    @pytest.mark.parametrize("status", [301, 302, 307, 308])
    def test_c46_a_redirect_is_a_matter_of_the_address(self, status):
        assert type(failed("album", b"", status)) is RedirectedError

    @pytest.mark.parametrize(
        ("body", "said"),
        [
            ({"errorCode": "WAF-17", "errorMsg": "name not allowed"}, "name not allowed"),
            ({"error": {"code": "X", "message": "not here"}}, "not here"),
            ({"error": "invalid_request", "error_description": "too odd"}, "too odd"),
            ({"status": 400, "error": "Bad Request", "path": "/"}, "Bad Request"),
            ({"message": "wrong <b>form</b>"}, "wrong <b>form</b>"),
            ({"title": "x", "detail": "a detail"}, "a detail"),
            ({"code": 13000102, "message": "of the service"}, "of the service"),
        ],
    )
    def test_c46_errors_in_other_shapes_are_shown(self, body, said):
        assert said in failed("album", body, 400).message
        assert said in failed("folder", body, 500).message

    @pytest.mark.parametrize("body", [b"", b"{}", b'{"error": {"code": "IAM.1", "message": "expired"}}'])
    def test_c46_a_401_that_is_no_page_is_still_about_the_token(self, body):
        error = failed("album", body, 401)
        assert type(error) is AuthenticationError
        assert error.code is None, "nobody sends it again by itself for that"

    @pytest.mark.parametrize(
        ("status", "page"),
        [
            (400, b"<html><head><title>400 No required SSL certificate was sent</title></head>"),
            (403, b"<h2>403.7 - SSL client certificate is required</h2>"),
        ],
    )
    def test_c46_a_page_that_wants_a_client_certificate_is_named(self, status, page):
        error = failed("album", page, status)
        assert isinstance(error, ForeignAnswerError)
        assert error.title == "The server requires a client certificate"

    @pytest.mark.parametrize("body", [b"", HTML, b"slow down", b'{"message": "slow down"}'])
    def test_c31_c46_a_429_of_something_in_between_is_unknown(self, body):
        assert type(failed("album", body, 429, {"Retry-After": "7"})) is OutcomeUnknownError

    @pytest.mark.parametrize(
        ("words", "headers", "seconds"),
        [
            ("policy ip over ratelimit,limit:200,time:5 minute", {}, 300),
            ("policy user over ratelimit, limit:10, time: 30 seconds", {}, 30),
            ("limit:9,time:1 hour", {}, 3600),
            ("limit:9,time:9999 hour", {}, 3600),
            ("limit:200,time:5 minute", {"Retry-After": "7"}, 7),
            ("limit:200,time:5 minute", {"Retry-After": "soon"}, 300),
            ("time:x minute", {}, 5),
            ("slow down", {}, 5),
        ],
    )
    def test_c31_c46_the_wait_is_the_time_that_is_named(self, words, headers, seconds):
        for body in ({"error_code": "APIG.0308", "error_msg": words}, {"code": 429, "msg": words}):
            error = failed("album", body, 429, headers)
            assert type(error) is RateLimitedError
            assert error.retry_after == seconds


class TestReads:
    """Meaning of the same answers for a call that only reads."""

    def read(self, body, status=200, headers=None):
        return album_page(ApiResponse(status, headers or {}, body, "t" * 58, action=None)).rows

    def test_c60_a_list_without_a_code_is_one(self):
        assert [row.id for row in self.read(b'{"albumList": [{"id": "17"}], "total": 1}')] == ["17"]
        assert self.read(b'\xef\xbb\xbf{"albumList": []}') == ()
        for body in (b"{}", b'{"total": 0}', b'{"data": {"albumList": []}}'):
            with pytest.raises(OutcomeUnknownError):
                self.read(body)

    def test_c46_a_page_is_not_blamed_on_the_token(self):
        with pytest.raises(ForeignAnswerError, match="does not look like KooDrive") as caught:
            self.read(HTML, 403)
        assert "made" not in caught.value.message

    def test_c46_any_429_names_the_wait_as_a_read_may_be_repeated(self):
        with pytest.raises(RateLimitedError) as caught:
            self.read(b"", 429, {"Retry-After": "7"})
        assert caught.value.retry_after == 7

    def test_c46_a_303_of_a_sign_in_page_is_a_matter_of_the_address(self):
        with pytest.raises(RedirectedError):
            self.read(b"", 303)

    def test_c43_a_row_with_an_id_of_another_form_spoils_its_page(self):
        for object_id in ("7" * 65, "1.8E+18", "null", "<b>"):
            with pytest.raises(OutcomeUnknownError):
                self.read(json.dumps({"albumList": [{"id": object_id}], "code": 0}).encode())
