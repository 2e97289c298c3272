"""Service addresses: what is accepted, in which form, and what is said about the rest."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from koodrive.rules.address import KNOWN_ADDRESSES, check_address, normal_address

ACCEPTED = {
    "https://intl.myhuaweicloud-koodrive.com": "https://intl.myhuaweicloud-koodrive.com",
    "intl.myhuaweicloud-koodrive.com": "https://intl.myhuaweicloud-koodrive.com",
    "  https://example.com\n": "https://example.com",
    "HTTPS://Example.COM/": "https://example.com",
    "https://example.com:443": "https://example.com",
    "https://example.com:": "https://example.com",
    "https://example.com:8443/": "https://example.com:8443",
    "example.com:8443": "https://example.com:8443",
    "localhost": "http://localhost",
    "localhost:1234": "http://localhost:1234",
    "127.0.0.1:8080": "http://127.0.0.1:8080",
    "[::1]:8080": "http://[::1]:8080",
    "https://localhost:8443": "https://localhost:8443",
    "localhost.example.com:8080": "https://localhost.example.com:8080",
    "192.168.1.20:8080": "https://192.168.1.20:8080",
    "https://192.168.1.20": "https://192.168.1.20",
    "https://[2001:DB8:0:0::1]:8443": "https://[2001:db8::1]:8443",
    "https://a_b.example.com": "https://a_b.example.com",
    "https://例え.jp": "https://xn--r8jz45g.jp",
    "https://faß.de": "https://xn--fa-hia.de",
    "intl。example。com": "https://intl.example.com",
    "http://localhost:8080": "http://localhost:8080",
    "http://LOCALHOST:80": "http://localhost",
    "http://127.0.0.1:50123/": "http://127.0.0.1:50123",
    "http://127.255.0.3": "http://127.255.0.3",
    "http://[::1]:80": "http://[::1]",
    "http://[0:0:0:0:0:0:0:1]:81": "http://[::1]:81",
}

REFUSED = {
    "": "required",
    " \t ": "required",
    "https://exam ple.com": "address_blank",
    "https://exam\tple.com": "address_blank",
    "https://exam\u200bple.com": "address_blank",
    "https://exam\ud800ple.com": "address_blank",
    "https://good.com\\@evil.com": "address_backslash",
    "ftp://example.com": "address_scheme",
    "javascript://example.com": "address_scheme",
    "://example.com": "address_scheme",
    "https:example.com": "address_scheme",
    "HTTP:/example.com": "address_scheme",
    "https://user:password@example.com": "address_user",
    "user@example.com": "address_user",
    "https://example.com?x=1": "address_query",
    "https://example.com/?": "address_query",
    "https://example.com#top": "address_query",
    "https://example.com/koodrive/ose/v1": "address_path",
    "https://example.com//": "address_path",
    "https://example.com:0": "address_port",
    "https://example.com:65536": "address_port",
    "https://example.com:x": "address_port",
    "https://example.com:-1": "address_port",
    "https://example.com:８０": "address_port",
    "https://example.com:80:90": "address_port",
    "https://": "address_host",
    "https:///": "address_host",
    "https://:443": "address_host",
    "https://-a.com": "address_host",
    "https://a..com": "address_host",
    "https://example.com.": "address_host",
    "https://exa%6dple.com": "address_host",
    "https://a;b": "address_host",
    "https://" + "a" * 64 + ".com": "address_host",
    "https://" + "a." * 127 + "com": "address_host",
    "https：//example.com": "address_host",
    "https://256.0.0.1": "address_host",
    "https://127.1": "address_host",
    "https://2130706433": "address_host",
    "https://0x7f.1": "address_host",
    "https://[::1": "address_host",
    "https://[::1]x": "address_host",
    "https://x[::1]": "address_host",
    "https://[fe80::1%25eth0]": "address_host",
    "https://[v1.a]": "address_host",
    "http://example.com": "address_not_secure",
    "http://localhost.example.com": "address_not_secure",
    "http://128.0.0.1": "address_not_secure",
    "http://0.0.0.0": "address_not_secure",
    "http://[::2]": "address_not_secure",
    "http://[::ffff:127.0.0.1]": "address_not_secure",
}

ADDRESSES = st.one_of(
    st.text(max_size=40),
    st.from_regex(
        r"\A(https?|HTTPS|ftp)?(:|://)?[a-zäß例。.0-9\[\]:@%_-]{0,20}(:[0-9]{0,6})?[/?#\\]?[a-z]?\Z"
    ),
    st.sampled_from([*ACCEPTED, *REFUSED]),
)


@pytest.mark.parametrize(("text", "normal"), ACCEPTED.items(), ids=ascii)
def test_an_accepted_address_has_one_form(text, normal):
    assert check_address(text) is None
    assert normal_address(text) == normal


@pytest.mark.parametrize(("text", "code"), REFUSED.items(), ids=lambda value: ascii(value)[:40])
def test_a_refused_one_is_told_why(text, code):
    problem = check_address(text)
    assert problem is not None
    assert problem.code == code
    assert problem.message.endswith(".")


def test_a_problem_never_repeats_a_password():
    problem = check_address("https://me:canary@example.com")
    assert "canary" not in problem.message


def test_the_message_names_the_place_of_what_cannot_be_seen():
    assert "Character 9 of the address" in check_address("https://\u200bexample.com").message
    assert "U+200B" in check_address("https://\u200bexample.com").message


def test_the_message_quotes_a_path():
    assert "“/drive”" in check_address("https://example.com/drive").message


@pytest.mark.parametrize(("region", "address"), KNOWN_ADDRESSES)
def test_the_known_addresses_are_in_that_form(region, address):
    assert region
    assert check_address(address) is None
    assert normal_address(address) == address


@given(ADDRESSES)
def test_whatever_is_typed_gets_a_verdict_and_keeps_it(text):
    problem = check_address(text)
    normal = normal_address(text)
    assert normal_address(normal) == normal
    assert (check_address(normal) is None) == (problem is None)
    if problem is not None:
        assert normal == text.strip()


@given(ADDRESSES)
def test_an_accepted_address_leads_to_the_host_that_it_shows(text):
    if check_address(text) is not None:
        return
    normal = normal_address(text)
    parts = urlsplit(normal)
    prepared = requests.Request("GET", f"{normal}/x").prepare().url
    assert prepared == f"{normal}/x"
    assert (
        parts.scheme == "https" or parts.hostname in {"localhost", "::1"} or parts.hostname.startswith("127.")
    )
    assert (parts.path, parts.query, parts.fragment, parts.username) == ("", "", "", None)
