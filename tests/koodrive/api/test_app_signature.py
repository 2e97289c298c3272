"""App signatures: fixed vectors of OpenSSL, a second implementation that reads raw requests, and the sandbox."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
from datetime import UTC, datetime, timedelta

import pytest
import requests
import trustme
from connect_proxy import ConnectProxy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scripted_server import ScriptedServer, reply
from signature_validator import judged
from tls_service import tls_service

from koodrive import CreateAlbum, CreateSharedFolder, KooDriveClient
from koodrive.api.signing import AppKey, canonical_request, host_of, key_from_text, signed_authorization
from koodrive.api.transport import Timeouts
from koodrive.clock.server_clock import ServerClock
from koodrive.errors import AuthenticationError, ClockError
from koodrive.logs.redaction import SECRETS
from koodrive.models import AlbumKind, AlbumType, QueryType
from koodrive.network.proxy import ProxyMode, ProxySettings
from koodrive.sandbox import SANDBOX_USER_ID, Sandbox
from koodrive.sandbox.identity import SANDBOX_APP_ID, SANDBOX_APP_SECRET, SANDBOX_CONTAINER_ID

KEY = AppKey("koodesk-app", "kd-secret-5f2c:91")
USER = "1644817543959100032"
X_DATE = "20251103T070140Z"
INTL = "https://intl.myhuaweicloud-koodrive.com"
SHUFFLED = "queryType=0&keyWord=%e5%ae%b6%20a%7Eb%2bc&offset=0&limit=100"
LIST = b'{"folders": [], "code": 0}'
CREATED = b'{"albumId": "1805929618625036417", "code": 0, "msg": "Success."}'


def as_sent(
    method: str, address: str, parameters: dict[str, str], body: bytes, user: str, key: AppKey
) -> bytes:
    """Return a request as the HTTP stack writes it, with our signature."""
    prepared = requests.Request(method, address, params=parameters, data=body).prepare()
    signature = signed_authorization(
        key, method=method, url=str(prepared.url), body=body, user_id=user, x_date=X_DATE
    )
    host = host_of(str(prepared.url))
    lines = [f"{method} {prepared.path_url} HTTP/1.1", f"Host: {host}", f"Authorization: {signature}"]
    lines += [f"X-Date: {X_DATE}", f"X-User-Id: {user}", "", ""]
    return "\r\n".join(lines).encode() + body


# Fixed vectors ------------------------------------------------------------------------------------------------------

OPENSSL = r"""
sign() {
  printf %s "$(printf %s "$1" | openssl dgst -sha256 -r | cut -d' ' -f1)" >> canonical
  printf 'HMAC-SHA256\n%s' "$(openssl dgst -sha256 -r canonical | cut -d' ' -f1)" |
    openssl dgst -sha256 -r -hmac 'kd-secret-5f2c:91' | cut -d' ' -f1
}
printf '%s\n' GET /koodrive/ose/v1/sharefolder/list/ 'keyWord=%E5%AE%B6%20a~b%2Bc&limit=100&offset=0&queryType=0' \
  'host:intl.myhuaweicloud-koodrive.com' 'x-date:20251103T070140Z' 'x-user-id:1644817543959100032' '' \
  'host;x-date;x-user-id' > canonical
sign ''
printf '%s\n' POST /koodrive/ose/v1/album/create/ '' \
  'host:koodrive.example.com:8443' 'x-date:20251103T070140Z' 'x-user-id:1644817543959100032' '' \
  'host;x-date;x-user-id' > canonical
sign '{"name": "春节 🎉", "type": 2, "albumKind": 1}'
"""
# What these commands printed with OpenSSL 3.0.19.
GET_SIGNATURE = "7fddaf824bf8a05dd7ab6471afbe2a1c2cfd0821cc2c67479358f984f2eed5b5"
POST_SIGNATURE = "38d0b015eaaa477752de3f44b2ab581a28210ac010106b7ea8e213b9fe01bff1"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="there is no openssl here")
def test_the_vectors_are_those_of_openssl(tmp_path):
    ran = subprocess.run(
        ["sh", "-c", OPENSSL], check=True, capture_output=True, text=True, timeout=20, cwd=tmp_path
    )
    assert ran.stdout.split() == [GET_SIGNATURE, POST_SIGNATURE]


@pytest.mark.parametrize(
    ("method", "url", "body", "signature"),
    [
        (
            "GET",
            f"{INTL}/koodrive/ose/v1/sharefolder/list?offset=0&limit=100&keyWord=%E5%AE%B6+a~b%2Bc&queryType=0",
            "",
            GET_SIGNATURE,
        ),
        (
            "get",
            f"{INTL}:443/koodrive/./ose/x/../v1/sharefolder/list/?{SHUFFLED}",
            "",
            GET_SIGNATURE,
        ),
        (
            "POST",
            "https://koodrive.example.com:8443/koodrive/ose/v1/album/create",
            '{"name": "春节 🎉", "type": 2, "albumKind": 1}',
            POST_SIGNATURE,
        ),
    ],
)
def test_what_openssl_signs(method, url, body, signature):
    value = signed_authorization(KEY, method=method, url=url, body=body.encode(), user_id=USER, x_date=X_DATE)
    assert value == (
        f"HMAC-SHA256 AppId=koodesk-app,SignedHeaders=host;x-date;x-user-id,Signature={signature}"
    )


@pytest.mark.parametrize(
    ("path", "canonical"),
    [
        ("", "/"),
        ("/", "/"),
        ("/a", "/a/"),
        ("/a/", "/a/"),
        ("/a/.", "/a/"),
        ("/a/..", "/"),
        ("/..", "/"),
        ("/a//b", "/a//b/"),
        ("/a%2Fb", "/a%2Fb/"),
        ("/%e5%ae%b6 ~", "/%E5%AE%B6%20~/"),
        ("/%FF", "/%FF/"),
        ("/%7Ex/%2e%2E/y", "/y/"),
    ],
)
def test_the_path_in_its_canonical_form(path, canonical):
    lines = canonical_request("get", f"https://h{path}", {"x-date": " d\t"}, b"").split("\n")
    assert lines[:2] == ["GET", canonical]
    assert lines[2:5] == ["", "x-date:d", ""]


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("", ""),
        ("b=1&a=2", "a=2&b=1"),
        ("a", "a="),
        ("a=", "a="),
        ("a=b=c", "a=b%3Dc"),
        ("B=1&a=2", "B=1&a=2"),
        ("a=x%2By+z", "a=x%2By%20z"),
        ("keyWord=%E6%98%A5", "keyWord=%E6%98%A5"),
        ("a=*'()!", "a=%2A%27%28%29%21"),
    ],
)
def test_the_query_in_its_canonical_form(query, canonical):
    assert canonical_request("GET", f"https://h/?{query}", {}, b"").split("\n")[2] == canonical


# Anything -----------------------------------------------------------------------------------------------------------

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PATHS = st.lists(TEXTS | st.sampled_from([".", "..", "root", "a b", "%41"]), max_size=4)
VISIBLE = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=90)


@settings(max_examples=200)
@given(
    method=st.sampled_from(["GET", "POST"]),
    path=PATHS,
    parameters=st.dictionaries(TEXTS, TEXTS, max_size=5),
    body=st.binary(max_size=60),
    user=VISIBLE,
    app_id=VISIBLE.filter(lambda text: not set(text) & set(",:")),
    secret=VISIBLE,
)
@example("GET", [], {"keyWord": "家 +&=%~*"}, b"", "u", "a", "s" * 65)
def test_our_signature_is_what_the_second_implementation_wants(
    method, path, parameters, body, user, app_id, secret
):
    quoted = "".join(f"/{requests.utils.quote(segment, safe='')}" for segment in path)
    raw = as_sent(method, f"https://h.example:8443{quoted}", parameters, body, user, AppKey(app_id, secret))
    carried, wanted = judged(raw, secret)
    assert carried == wanted


# Real requests ------------------------------------------------------------------------------------------------------


class Sixth(ScriptedServer):
    """The same on the loopback address of IPv6."""

    def __init__(self, script) -> None:
        super().__init__(script)
        self._listener.close()
        self._listener = socket.create_server(("::1", 0), family=socket.AF_INET6)
        self.port = self._listener.getsockname()[1]

    @property
    def url(self) -> str:
        return f"http://[::1]:{self.port}"


def client(url, key=KEY, user=USER, **options) -> KooDriveClient:
    settings = {"timeouts": Timeouts(connect=2, total=5), "authorization_format": "app_signature"} | options
    return KooDriveClient(base_url=url, user_id=user, token=key.text, **settings)


def header(raw: bytes, name: str) -> str:
    (value,) = re.findall(rf"^{name}: (.*)\r$", raw.decode(), re.MULTILINE | re.IGNORECASE)
    return str(value)


@pytest.mark.parametrize("server", [ScriptedServer, Sixth])
def test_the_host_is_signed_as_it_is_sent(server):
    with server(reply(200, LIST)) as service:
        client(service.url).list_shared_folders(key_word="春节 +&~", query_type=QueryType.ALL)
    (raw,) = service.requests
    assert header(raw, "Host") == service.url.removeprefix("http://")
    carried, wanted = judged(raw, KEY.app_secret)
    assert carried == wanted


@pytest.mark.parametrize("user", ["u-1", "a/b", "..", "a%41&?#x", "~*'()!"])
def test_a_user_id_in_the_path_is_signed_as_it_is_sent(user):
    with ScriptedServer(reply(200, b'{"code": 0, "data": {"containerId": "C"}}')) as service:
        client(service.url, user=user).get_spaces()
    (raw,) = service.requests
    assert header(raw, "X-User-Id") == user
    carried, wanted = judged(raw, KEY.app_secret)
    assert carried == wanted


def test_a_create_with_a_chinese_name_is_signed_with_its_body():
    with ScriptedServer(reply(200, CREATED)) as service:
        client(service.url).create_album(CreateAlbum(type=2, album_kind=1, name="春节 🎉"))
    (raw,) = service.requests
    assert "春节 🎉".encode() in raw
    assert KEY.app_secret.encode() not in raw
    carried, wanted = judged(raw, KEY.app_secret)
    assert carried == wanted
    assert judged(raw.replace("春".encode(), "夏".encode()), KEY.app_secret)[1] != wanted


@pytest.mark.parametrize("port", ["", ":443", ":8443"])
def test_through_a_proxy_and_with_the_default_port_written_out(port, tmp_path):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    with (
        tls_service(authority.issue_cert("service.example")) as service,
        ConnectProxy(service.port) as proxy,
    ):
        client(
            f"https://Service.Example{port}",
            ca_file=str(tmp_path / "ca.pem"),
            proxy=ProxySettings(ProxyMode.MANUAL, proxy.url, "", lambda: None),
        ).create_album(CreateAlbum(type=2, album_kind=1, name="x"))
    (raw,) = service.requests
    assert header(raw, "Host") == "service.example" + (port if port == ":8443" else "")
    assert proxy.questions[0].split()[1] == f"service.example{port or ':443'}".encode()
    carried, wanted = judged(raw, KEY.app_secret)
    assert carried == wanted


def test_the_signature_belongs_to_the_time_that_is_sent():
    clock = ServerClock(now=lambda: datetime.now(UTC) + timedelta(hours=1))
    with Sandbox() as sandbox:
        asking = client(
            sandbox.base_url, AppKey(SANDBOX_APP_ID, SANDBOX_APP_SECRET), SANDBOX_USER_ID, clock=clock
        )
        with pytest.raises(ClockError):
            asking.probe()
        asking.probe()
        first, second = (request.headers for request in sandbox.requests())
    assert first["X-Date"] > second["X-Date"]
    assert first["Authorization"] != second["Authorization"]


# The sandbox --------------------------------------------------------------------------------------------------------


@pytest.fixture
def app(sandbox):
    return client(sandbox.base_url, AppKey(SANDBOX_APP_ID, SANDBOX_APP_SECRET), SANDBOX_USER_ID)


def test_the_sandbox_accepts_every_call(sandbox, app):
    app.probe()
    folder = app.create_shared_folder(
        CreateSharedFolder(name="家庭 &+ 2026", container_id=SANDBOX_CONTAINER_ID)
    )
    album = app.create_album(CreateAlbum(type=2, album_kind=1, name="春节 🎉"))
    (found,) = app.list_shared_folders(key_word="家庭 &+", query_type=QueryType.ALL).rows
    assert found.id == folder.id
    albums = app.list_albums(album_type=AlbumType.MANUAL, album_kind=AlbumKind.PERSONAL).rows
    assert [row.id for row in albums] == [album.album_id]
    assert app.get_spaces()
    app.list_folders(container_id=SANDBOX_CONTAINER_ID)
    assert len(sandbox.requests()) == 7
    for request in sandbox.requests():
        target = request.path + (f"?{request.query}" if request.query else "")
        lines = [
            f"{request.method} {target} HTTP/1.1",
            *(f"{name}: {value}" for name, value in request.headers.items()),
        ]
        raw = "\r\n".join([*lines, "", ""]).encode() + request.body
        carried, wanted = judged(raw, SANDBOX_APP_SECRET)
        assert carried == wanted


@pytest.mark.parametrize(
    "key", [AppKey(SANDBOX_APP_ID, "another"), AppKey("another", SANDBOX_APP_SECRET)], ids=["secret", "id"]
)
def test_the_sandbox_refuses_another_key(sandbox, key):
    with pytest.raises(AuthenticationError) as caught:
        client(sandbox.base_url, key, SANDBOX_USER_ID).probe()
    assert key.app_secret not in f"{caught.value} {caught.value!r} {vars(caught.value)}"


def test_a_request_that_was_changed_on_the_way_is_refused(sandbox, app):
    app.create_album(CreateAlbum(type=2, album_kind=1, name="ours"))
    (request,) = sandbox.requests()
    for name, body in (("X-User-Id", request.body), ("", request.body.replace(b"ours", b"evil"))):
        headers = dict(request.headers.items()) | ({name: "1"} if name else {})
        answer = requests.post(sandbox.base_url + request.path, body, headers=headers, timeout=5)
        assert answer.status_code == 401
    assert [effect["name"] for effect in sandbox.effects()] == ["ours"]


# The key ------------------------------------------------------------------------------------------------------------


@given(VISIBLE.filter(lambda text: ":" not in text), VISIBLE)
def test_a_key_comes_back_from_its_text(app_id, secret):
    assert key_from_text(AppKey(app_id, secret).text) == AppKey(app_id, secret)


@pytest.mark.parametrize("text", ["", ":", "a", "a:", ":b"])
def test_any_other_text_is_no_key(text):
    assert key_from_text(text) is None


def test_the_secret_shows_nowhere(sandbox):
    key = AppKey("koodesk-app", "canary-app-secret-5f2c")
    asking = client(sandbox.base_url, key)
    assert key.app_secret not in repr(key) + repr(asking) + repr(vars(asking))
    assert SECRETS.redact(f"<{key.app_secret}> {key.text}").count("canary") == 0
