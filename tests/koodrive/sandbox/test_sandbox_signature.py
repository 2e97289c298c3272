r"""Requests that an app has signed; the signatures were computed by hand with OpenSSL, as the reference describes it.

With D for the time, U for the user and S for the secret, that of the list is what this prints::

    c=$(printf 'GET\n/koodrive/ose/v1/sharefolder/list/\n'\
        'keyWord=a%%20b%%2B%%E5%%AE%%B6~&limit=10&offset=0\n'\
        'x-date:%s\nx-user-id:%s\n\nx-date;x-user-id\n%s' $D $U $(printf '' | sha256sum | cut -d' ' -f1) |
        openssl dgst -sha256 -r | cut -d' ' -f1)
    printf 'HMAC-SHA256\n%s' $c | openssl dgst -sha256 -hmac $S
"""

from __future__ import annotations

import hashlib
import hmac

import pytest
from sandbox_calls import FILES, FOLDER_LIST, SPACE, SetClock, call, port_of, utc

from koodrive.sandbox import SANDBOX_APP_ID, SANDBOX_APP_SECRET, SANDBOX_USER_ID, Sandbox

NOW = 1_795_294_800.0
BODY = b'{"containerId":"IAAFanxbXNArpAncA1645841408025905537","fileType":"10"}'
OF_LIST = "e0dbca955b776db4c7b48189d2394ca0edce8294b95d069fd558ebc11caf0875"
OF_SPACE = "bc8b5b56052215b9007b61ff252d698efcf13050496b1f45b2af1280c17c0229"
OF_SPACE_WITHOUT_SLASH = "2e0bc96a9c077b8d3ec55e68b872cfd9730ea846796798400e351265a0a1f815"
OF_SPACE_WITHOUT_USER = "421423602611be67f885d781fd0466701da4f9097a352cca4aec97f2f204e1d9"
OF_SPACE_WITH_MISSING_HEADER = "58c43ed0521fb47dd20e7948e282a5fc214acccf61f67bbdc90364cac434a7e2"
OF_SPACE_WITH_CAPITAL = "335d866554eb06ab088895fd3639145b9abad54afac38f036a16f24c786b9be8"
LIST = f"{FOLDER_LIST}?offset=0&limit=10&keyWord=a%20b%2B%E5%AE%B6~"


@pytest.fixture
def clock():
    return SetClock(NOW)


@pytest.fixture
def sandbox(clock):
    with Sandbox(clock=clock) as running:
        yield running


def authorization(signature, names="x-date;x-user-id", app_id=SANDBOX_APP_ID):
    return f"HMAC-SHA256 AppId={app_id},SignedHeaders={names},Signature={signature}"


def signed(sandbox, method, target, text, body=None, **headers):
    given = {"Authorization": text, "X-Date": utc(NOW), "X-User-Id": SANDBOX_USER_ID}
    return call(sandbox, method, target, body, {**given, **headers})


def of_body(host):
    """Compute what the recipe above gives for `BODY` and a host, whose port is another one each time."""
    digest = hashlib.sha256(BODY).hexdigest()
    names = "host;x-date;x-user-id"
    lines = [
        *("POST", f"{FILES}/", "", f"host:{host}", f"x-date:{utc(NOW)}", f"x-user-id:{SANDBOX_USER_ID}"),
        *("", names, digest),
    ]
    canonical = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    text = f"HMAC-SHA256\n{canonical}".encode()
    return authorization(hmac.new(SANDBOX_APP_SECRET.encode(), text, hashlib.sha256).hexdigest(), names)


def test_a_body_and_the_host_are_signed(sandbox):
    text = of_body(f"127.0.0.1:{port_of(sandbox)}")
    assert signed(sandbox, "POST", FILES, text, BODY).status == 200
    assert signed(sandbox, "POST", FILES, text, BODY + b" ").status == 401
    assert signed(sandbox, "POST", FILES, text, BODY, Host=f"localhost:{port_of(sandbox)}").status == 401
    assert signed(sandbox, "POST", f"{FILES.removesuffix('0')}1", text, BODY).status == 401


@pytest.mark.parametrize(
    "target",
    [
        LIST,
        f"{FOLDER_LIST}?limit=10&keyWord=a+b%2b%e5%ae%b6~&offset=0",
        f"{FOLDER_LIST}?keyWord=%61%20b%2B%E5%AE%B6%7E&offset=%30&limit=10",
    ],
)
def test_a_query_is_signed_sorted_and_encoded_in_one_way(sandbox, target):
    assert signed(sandbox, "GET", target, authorization(OF_LIST)).status == 200


@pytest.mark.parametrize(
    "text",
    [
        authorization(OF_SPACE_WITHOUT_SLASH),
        authorization(OF_SPACE_WITHOUT_USER, "x-date"),
        authorization(OF_SPACE[:-1] + ("0" if OF_SPACE[-1] != "0" else "1")),
        authorization(OF_SPACE.upper()),
        authorization(OF_SPACE, app_id="other"),
        authorization(OF_SPACE, "X-Date;X-User-Id"),
        authorization(OF_SPACE, "x-user-id;x-date"),
        authorization(OF_SPACE_WITH_MISSING_HEADER, "x-date;x-missing;x-user-id"),
        authorization(OF_SPACE_WITH_CAPITAL, "Host;x-date;x-user-id"),
        authorization(OF_SPACE).replace(",", ", "),
        authorization(OF_SPACE).replace("HMAC-SHA256 ", "HMAC-SHA256  "),
        authorization(OF_SPACE).replace("HMAC-SHA256 ", ""),
        "HMAC-SHA256",
    ],
)
def test_other_signatures_are_refused(sandbox, text):
    assert signed(sandbox, "GET", f"{SPACE}?type=1", authorization(OF_SPACE)).status == 200
    reply = signed(sandbox, "GET", f"{SPACE}?type=1", text)
    assert (reply.status, reply.json["code"]) == (401, 401)


@pytest.mark.parametrize(("age", "status"), [(-1, 401), (0, 200), (899, 200), (900, 401)])
def test_a_signature_is_good_for_15_minutes(sandbox, clock, age, status):
    clock.now = NOW + age
    assert signed(sandbox, "GET", f"{SPACE}?type=1", authorization(OF_SPACE)).status == status
