"""Addresses of proxies, and the variables of the environment."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koodrive.logs.redaction import SECRETS
from koodrive.network.environment import Effect, network_variables
from koodrive.network.errors import PreSendError
from koodrive.network.proxy import (
    Proxy,
    ProxyMode,
    ProxySettings,
    check_proxy,
    check_proxy_address,
    check_proxy_user,
    normal_proxy_address,
)
from koodrive.network.tunnel import _question

LABEL = st.from_regex("[a-z][a-z0-9]{0,8}", fullmatch=True)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("proxy:8080", "http://proxy:8080"),
        (" HTTP://Proxy.Example.COM:443/ ", "http://proxy.example.com:443"),
        ("http://[::1]:3128", "http://[::1]:3128"),
        ("127.0.0.1:80", "http://127.0.0.1:80"),
        ("中国.cn:3128", "http://xn--fiqs8s.cn:3128"),
    ],
)
def test_an_address_has_one_form(typed, stored):
    assert check_proxy_address(typed) is None
    assert normal_proxy_address(typed) == stored


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "required"),
        ("  ", "required"),
        ("proxy", "proxy_port"),
        ("proxy:0", "address_port"),
        ("proxy:99999", "address_port"),
        ("socks5://proxy:1", "address_scheme"),
        ("https://proxy:1", "address_scheme"),
        ("http:/proxy:1", "address_scheme"),
        ("anna:secret@proxy:1", "address_user"),
        ("http://anna:secret@proxy:1", "address_user"),
        ("http://pro xy:1", "address_blank"),
        ("proxy:1/path", "address_path"),
        ("proxy:1?x", "address_query"),
        ("http://", "address_host"),
        ("http://300.1.1.1:1", "address_host"),
    ],
)
def test_what_is_no_address(typed, code):
    problem = check_proxy_address(typed)
    assert problem.code == code
    assert "secret" not in problem.message
    assert "service" not in problem.message
    assert normal_proxy_address(typed) == typed.strip()


@given(st.lists(LABEL, min_size=1, max_size=4), st.integers(1, 65535))
def test_what_is_stored_stays_as_it_is_and_can_be_used(labels, port):
    stored = normal_proxy_address(f"{'.'.join(labels)}:{port}")
    assert normal_proxy_address(stored) == stored
    route = ProxySettings(ProxyMode.MANUAL, stored).decide("https://service.example")
    assert route.proxy.address == stored


@given(st.text(max_size=60))
def test_whatever_is_typed_is_judged_and_an_address_without_a_problem_works(text):
    choice = ProxySettings(ProxyMode.MANUAL, text)
    if check_proxy_address(text) is None:
        assert check_proxy_address(normal_proxy_address(text)) is None
        assert choice.decide("https://service.example").proxy is not None
    elif ":" not in text:
        with pytest.raises(PreSendError):
            choice.decide("https://service.example")


@given(
    st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters=":"), min_size=1),
    st.text(max_size=99),
)
def test_user_and_password_arrive_as_they_are_and_break_no_header(user, password):
    password = password.encode("utf-8", "replace").decode()
    assert check_proxy_user(user) is None
    question = _question(Proxy("proxy", 1, user, password), "service.example:443")
    head, _, rest = question.partition(b"\r\n\r\n")
    assert rest == b""
    header = head.split(b"\r\n")[-1].removeprefix(b"Proxy-Authorization: Basic ")
    assert base64.b64decode(header).decode() == f"{user}:{password}"


def test_a_user_with_a_colon_or_a_line_break_is_a_problem():
    for user in ("an:na", "an\nna", "an\0na"):
        assert check_proxy_user(user).code == "proxy_user"


def test_only_a_named_proxy_can_be_wrong():
    fields = {"serviceAddress": "https://a.example", "proxyAddress": "nonsense", "proxyUser": "a:b"}
    for mode in (ProxyMode.NONE, ProxyMode.SYSTEM, ""):
        assert check_proxy(fields | {"proxy": mode}) == {}
    assert set(check_proxy(fields | {"proxy": "manual"})) == {"proxyAddress", "proxyUser"}
    plain = check_proxy({"serviceAddress": "http://127.0.0.1:8000", "proxy": "manual", "proxyAddress": "p:1"})
    assert plain["proxyAddress"].code == "proxy_plain_http"


def test_the_password_of_the_systems_proxy_is_known_as_a_secret(monkeypatch):
    monkeypatch.setenv("https_proxy", "http://anna:canary-env-91@proxy.example:1")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    proxy = ProxySettings(ProxyMode.SYSTEM).decide("https://service.example").proxy
    assert proxy.password == "canary-env-91"
    assert "canary" not in repr(proxy)
    assert "canary" not in SECRETS.redact("it says canary-env-91 there")


def test_each_variable_is_obeyed_or_ignored():
    environ = dict.fromkeys(
        (
            "https_proxy",
            "NO_PROXY",
            "HTTP_PROXY",
            "NETRC",
            "SSL_CERT_FILE",
            "ssl_cert_file",
            "SSLKEYLOGFILE",
            "PATH",
        ),
        "x",
    )

    def effects(mode, platform):
        found = network_variables(mode, environ=environ, platform=platform)
        return {variable.name: variable.effect for variable in found}

    none = effects(ProxyMode.NONE, "linux")
    assert {name for name, effect in none.items() if effect is Effect.OBEYED} == {"SSL_CERT_FILE"}
    assert set(none) == set(environ) - {"PATH", "ssl_cert_file"}
    system = effects(ProxyMode.SYSTEM, "win32")
    assert {name for name, effect in system.items() if effect is Effect.OBEYED} == {"https_proxy", "NO_PROXY"}
