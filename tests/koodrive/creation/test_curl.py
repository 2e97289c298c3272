"""The command for curl, read by real shells, by curl itself, and by Windows as Microsoft describes it."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from windows_shells import cmd_command_line, powershell_command_line, runtime_arguments

from koodrive import CreateAlbum
from koodrive.api import serialization
from koodrive.api.auth import AuthorizationFormat, authorization
from koodrive.api.signing import AppKey, signed_authorization
from koodrive.creation.curl import (
    TOKEN_VARIABLE,
    CurlRequest,
    Shell,
    as_curl,
    escape_for_shell,
    token_prompt_command,
)
from koodrive.errors import InvalidRequestError
from koodrive.sandbox import SANDBOX_TOKEN, SANDBOX_USER_ID, Sandbox
from koodrive.sandbox.identity import SANDBOX_APP_ID, SANDBOX_APP_SECRET

TOKEN = "canary-41c6"
URL = "https://example.com/x?y"
POWERSHELLS = ("5.1", "7.2", "7.4")
SHELLS = [name for name in ("sh", "bash", "dash", "zsh", "mksh", "busybox") if shutil.which(name)]
NASTY = (
    'It\'s "x" & 家',
    "two\nlines\r\n\tand a tab",
    "100% %PATH% %PATH:a=b% %%",
    "$HOME ${HOME} $(id) `id`",
    "\\ \\\\ \\\" \\' C:\\new\\u0041 end\\",
    "^ ^^ & && | || < > ( ) ! !PATH! * ? ~ # ;",
    "‘curly’ “quotes” ‚low‛ \u2028\u2029",
    "\u202e bidi \u200b zero \x7f \x1b[31m \x9b31m \0 \ud800",
    "春节 🎉 👨\u200d👩\u200d👧 e\u0301",
    "'@-'; rm -rf ~; echo '",
)
names = st.one_of(
    st.text(max_size=40),
    st.text(st.sampled_from(" \"'\\%^&|<>!$`()@*?~=:;,\n\r\tPATHhome01家🎉"), max_size=40),
)
# Whatever can stand in a token or a user ID, see `koodrive.api.auth`.
visible = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=30)
pasted = st.text(st.sampled_from('%%%^^""\\\\&|<>()!\'$` PATHath:=,~0a'), min_size=1, max_size=20).filter(
    lambda text: text == text.strip()
)
TOKEN_FORMATS = [form for form in AuthorizationFormat if form is not AuthorizationFormat.APP_SIGNATURE]
formats = st.sampled_from(TOKEN_FORMATS)
KEY = AppKey("koodesk-app", "canary-app-secret-5f2c")


def request_of(
    name: str, user_id: str = "u-1", form=AuthorizationFormat.BEARER, url: str = URL
) -> CurlRequest:
    body = json.dumps({"name": name, "type": 2}, ensure_ascii=False)
    headers = {"X-User-Id": user_id, "X-Date": "20251103T070140Z", "language": "zh-CN"}
    return CurlRequest(url, headers, form, body)


def expected(request: CurlRequest, token: str) -> list[str]:
    is_signed = request.authorization_format is AuthorizationFormat.APP_SIGNATURE
    headers = {
        "Authorization": token if is_signed else authorization(token, request.authorization_format),
        **request.headers,
        "Content-Type": "application/json",
    }
    options = [part for name, value in headers.items() for part in ("--header", f"{name}: {value}")]
    return ["--request", "POST", request.url, *options, "--data-raw", escape_for_shell(request.body)]


def read_by_cmd(command: str, environment: dict[str, str]) -> list[str]:
    return runtime_arguments(cmd_command_line(command, {"PATH": "C:\\Windows", **environment}))[1:]


def read_by_powershell(command: str, version: str, environment: dict[str, str]) -> list[str]:
    return runtime_arguments(powershell_command_line(command, version, environment))[1:]


@pytest.fixture(scope="module")
def stub(tmp_path_factory):
    """Return a folder whose `curl` prints its arguments, each ended by a NUL."""
    folder = tmp_path_factory.mktemp("stub")
    curl = folder / "curl"
    curl.write_text("#!/bin/sh\nprintf '%s\\0' \"$@\"\n")
    curl.chmod(0o755)
    return folder


def read_by_shell(shell: str, command: str, folder, **variables: str) -> list[str]:
    program = [shell, "sh"] if shell == "busybox" else [shell]
    ran = subprocess.run(
        [*program, "-s"],
        input=command.encode("ascii"),
        capture_output=True,
        check=True,
        timeout=20,
        cwd=folder,
        env={"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C", **variables},
    )
    assert ran.stderr == b""
    return ran.stdout.decode().split("\0")[:-1]


# The body ----------------------------------------------------------------------------------------------------


@given(names)
@example("\\u0041 \\")
def test_the_body_stays_the_same_json_and_holds_nothing_for_a_shell(name):
    body = json.dumps({"name": name, "id": 1805929618625036417}, ensure_ascii=False)
    proof = escape_for_shell(body)
    assert json.loads(proof) == json.loads(body)
    assert not set(proof) & set("'`$%!^&|<>*?\n\r\t\x7f")
    assert proof.isascii()
    assert escape_for_shell(proof) == proof


@pytest.mark.parametrize("name", NASTY)
def test_a_body_in_ascii_beforehand_is_the_same(name):
    assert json.loads(escape_for_shell(json.dumps({"name": name}))) == {"name": name}


# sh ----------------------------------------------------------------------------------------------------------


@given(names, visible, visible)
def test_the_command_for_sh_is_one_command_with_the_same_body(name, user_id, token):
    request = request_of(name, user_id)
    words = shlex.split(as_curl(Shell.SH, request, token).replace("\\\n", ""))
    assert words[:4] == ["curl", "--request", "POST", URL]
    assert json.loads(words[words.index("--data-raw") + 1]) == {"name": name, "type": 2}
    assert words[1:] == expected(request, token)


@pytest.mark.parametrize("shell", SHELLS)
def test_real_shells_read_it_back(shell, stub):
    for name in NASTY:
        for user_id in ("u-1", "'\"\\$HOME`id`!%^&|<>"):
            request = request_of(name, user_id)
            assert read_by_shell(shell, as_curl(Shell.SH, request, TOKEN + "'$x\\"), stub) == expected(
                request, TOKEN + "'$x\\"
            )
            told = read_by_shell(shell, as_curl(Shell.SH, request), stub, **{TOKEN_VARIABLE: "a'b\"c $x\\"})
            assert told == expected(request, "a'b\"c $x\\")


@settings(max_examples=40)
@given(name=names, user_id=visible, token=visible, form=formats)
def test_a_real_shell_reads_anything_back(stub, name, user_id, token, form):
    request = request_of(name, user_id, form)
    assert read_by_shell("sh", as_curl(Shell.SH, request, token), stub) == expected(request, token)


@pytest.mark.parametrize("shell", [shell for shell in SHELLS if shell != "busybox"])
def test_the_question_for_the_token_fills_the_variable(shell, stub, tmp_path):
    (tmp_path / "stty").write_text("#!/bin/sh\n")
    (tmp_path / "stty").chmod(0o755)
    script = f"{token_prompt_command(Shell.SH)} <<'END'\na b\\c\nEND\nprintf %s \"${TOKEN_VARIABLE}\""
    # The here-document belongs to the last command of the line, so it is put where `read` is.
    script = script.replace("; stty echo <<'END'", " <<'END'")
    ran = subprocess.run(
        [shell, "-c", script],
        capture_output=True,
        check=True,
        timeout=20,
        env={"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
    )
    assert ran.stdout == b"a b\\c"


# Windows -----------------------------------------------------------------------------------------------------


@given(names, st.one_of(visible, pasted), st.one_of(visible, pasted), formats)
@example("x", "100%PATH%", 'a%PATH:C=^&calc%b"', AuthorizationFormat.BEARER)
@example("x", "%^&", '"%PATH%&"', AuthorizationFormat.AS_IS)
@example("x", 'odd"', "end\\", AuthorizationFormat.BEARER)
def test_cmd_reads_it_back(name, user_id, token, form):
    request = request_of(name, user_id, form)
    assert read_by_cmd(as_curl(Shell.CMD, request, token), {}) == expected(request, token)


@given(names, pasted.filter(lambda token: '"' not in token and not token.endswith("\\")))
def test_cmd_puts_the_variable_in(name, token):
    request = request_of(name)
    told = read_by_cmd(as_curl(Shell.CMD, request), {TOKEN_VARIABLE: token})
    assert told == expected(request, token)


@pytest.mark.parametrize("version", POWERSHELLS)
@given(names, visible, visible, formats)
@example('{"x": "', 'a"b', 'c\\"d\\\\"e"', AuthorizationFormat.AS_IS)
def test_every_powershell_reads_it_back(version, name, user_id, token, form):
    user_id, token = user_id.rstrip("\\") + "'", token.rstrip("\\") + "$"
    request = request_of(name, user_id, form)
    assert read_by_powershell(as_curl(Shell.POWERSHELL, request, token), version, {}) == expected(
        request, token
    )
    told = read_by_powershell(as_curl(Shell.POWERSHELL, request), version, {TOKEN_VARIABLE: token})
    assert told == expected(request, token)


@pytest.mark.parametrize("name", NASTY)
@pytest.mark.parametrize("shell", Shell)
def test_nothing_in_a_command_depends_on_a_code_page(shell, name):
    command = as_curl(shell, request_of(name)).replace("\n", "")
    assert command.isascii()
    assert command.isprintable()


# All ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shell", Shell)
def test_the_token_is_a_variable_unless_it_is_given(shell):
    assert TOKEN not in as_curl(shell, request_of("x"))
    assert TOKEN_VARIABLE in as_curl(shell, request_of("x"))
    assert TOKEN_VARIABLE in token_prompt_command(shell)
    with_token = as_curl(shell, request_of("x"), TOKEN)
    assert with_token.count(TOKEN) == 1
    assert TOKEN_VARIABLE not in with_token


@pytest.mark.parametrize("shell", Shell)
@pytest.mark.parametrize("user_id", ["a\nb", "a\rb", "a\0b", "家", "a\x7f"])
def test_a_header_that_could_become_another_is_refused(shell, user_id):
    with pytest.raises(InvalidRequestError) as caught:
        as_curl(shell, request_of("x", user_id), TOKEN)
    assert TOKEN not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_powershell_gets_no_backslash_at_the_end():
    for request, token in ((request_of("x", "u\\"), TOKEN), (request_of("x"), TOKEN + "\\")):
        with pytest.raises(InvalidRequestError):
            as_curl(Shell.POWERSHELL, request, token)
        as_curl(Shell.SH, request, token)
        as_curl(Shell.CMD, request, token)


# An app signature --------------------------------------------------------------------------------------------


def signature_of(request: CurlRequest, key: AppKey) -> str:
    return signed_authorization(
        key,
        method="POST",
        url=request.url,
        body=escape_for_shell(request.body).encode(),
        user_id=request.headers["X-User-Id"],
        x_date=request.headers["X-Date"],
    )


@settings(max_examples=40)
@given(name=names, user_id=visible, app_id=visible.filter(lambda text: not set(text) & set(",:")))
def test_the_signature_is_that_of_what_curl_sends(stub, name, user_id, app_id):
    key = AppKey(app_id, KEY.app_secret)
    request = request_of(name, user_id, AuthorizationFormat.APP_SIGNATURE)
    signed = signature_of(request, key)
    assert read_by_shell("sh", as_curl(Shell.SH, request, key.text), stub) == expected(request, signed)
    assert read_by_cmd(as_curl(Shell.CMD, request, key.text), {}) == expected(request, signed)
    if not user_id.endswith("\\"):
        for version in POWERSHELLS:
            command = as_curl(Shell.POWERSHELL, request, key.text)
            assert read_by_powershell(command, version, {}) == expected(request, signed)


@pytest.mark.parametrize("shell", Shell)
def test_the_app_secret_is_in_no_command(shell):
    command = as_curl(shell, request_of("x", form=AuthorizationFormat.APP_SIGNATURE), KEY.text)
    assert KEY.app_secret not in command
    assert KEY.app_id in command
    assert TOKEN_VARIABLE not in command


@pytest.mark.parametrize("shell", Shell)
@pytest.mark.parametrize("key", [None, "", "canary-without-a-colon"])
def test_no_command_signs_by_itself(shell, key):
    with pytest.raises(InvalidRequestError, match="cannot sign by itself") as caught:
        as_curl(shell, request_of("x", form=AuthorizationFormat.APP_SIGNATURE), key)
    assert "canary" not in str(caught.value)


# The real curl -----------------------------------------------------------------------------------------------


def real_request(sandbox: Sandbox, name: str, form: AuthorizationFormat, number_form: str) -> CurlRequest:
    album = CreateAlbum(type=2, album_kind=1, name=name)
    past = datetime.now(UTC) - timedelta(seconds=5)
    headers = serialization.headers(
        authorization="",
        user_id=SANDBOX_USER_ID,
        x_date=past.strftime("%Y%m%dT%H%M%SZ"),
        trace_id=serialization.new_trace_id(),
        language="en_us",
    )
    del headers["Authorization"]
    url = sandbox.base_url + serialization.endpoint(album)
    return CurlRequest(url, headers, form, serialization.to_json(album, number_form))


def ran_by_sh(command: str, home, **variables: str) -> dict[str, object]:
    ran = subprocess.run(
        ["sh"],
        input=command.encode(),
        capture_output=True,
        check=True,
        timeout=20,
        env={"PATH": os.environ["PATH"], "HOME": str(home), **variables},
    )
    return dict(json.loads(ran.stdout))


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl here")
@pytest.mark.parametrize("number_form", serialization.NumberForm)
@pytest.mark.parametrize(
    ("accepted", "form", "token"),
    [
        ("bearer", AuthorizationFormat.BEARER, SANDBOX_TOKEN),
        ("bearer_plus", AuthorizationFormat.BEARER_PLUS, SANDBOX_TOKEN),
        ("as_is", AuthorizationFormat.AS_IS, SANDBOX_TOKEN),
        ("at", AuthorizationFormat.AS_IS, f"AT {SANDBOX_TOKEN}"),
    ],
)
def test_the_real_curl_creates_what_the_form_says(accepted, form, token, number_form, tmp_path):
    name = "%$ '\"\\& 家🎉 x"
    with Sandbox() as sandbox:
        sandbox.accept_only(accepted)
        request = real_request(sandbox, name, form, number_form)
        answer = ran_by_sh(as_curl(Shell.SH, request), tmp_path, **{TOKEN_VARIABLE: token})
        assert answer["code"] in {0, "0"}
        again = ran_by_sh(as_curl(Shell.SH, request, token), tmp_path)
        assert again["code"] in {0, "0"}
        assert [effect["name"] for effect in sandbox.effects()] == [name] * 2


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl here")
def test_the_real_curl_creates_with_a_signature(tmp_path):
    name = "%$ '\"\\& 家🎉 x"
    with Sandbox() as sandbox:
        sandbox.accept_only("app_signature")
        request = real_request(sandbox, name, AuthorizationFormat.APP_SIGNATURE, "integer")
        command = as_curl(Shell.SH, request, AppKey(SANDBOX_APP_ID, SANDBOX_APP_SECRET).text)
        assert ran_by_sh(command.replace("家", "国").replace("\\u5bb6", "\\u56fd"), tmp_path)["code"] not in {
            0,
            "0",
        }
        assert ran_by_sh(command, tmp_path)["code"] in {0, "0"}
        assert [effect["name"] for effect in sandbox.effects()] == [name]
