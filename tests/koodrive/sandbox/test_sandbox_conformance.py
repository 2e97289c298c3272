"""Schemathesis, an independent tool, looks for differences between the sandbox and its OpenAPI description."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from importlib import resources

import pytest
import regex
import schemathesis
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from sandbox_calls import CREDENTIALS, FOLDER_CREATE, SHARED_FOLDER, call, session_of, sign_in, utc

from koodrive.sandbox import SANDBOX_AGENT, SANDBOX_CONTAINER_ID, SANDBOX_TOKEN, SANDBOX_USER_ID, Sandbox

EMOJI = regex.compile(r"\p{Emoji_Presentation}|\p{Emoji}\uFE0F|[0-9#*]\uFE0F?\u20E3")
schemathesis.openapi.format(
    "koodrive-no-emoji", st.text(max_size=31).filter(lambda text: not EMOJI.search(text))
)

# The clock of this sandbox stands still, so that one X-Date is right in all requests.
NOW = float(int(time.time()))
SESSION_USER = {"userId": SANDBOX_USER_ID}
AUTHORIZATION = {"Authorization": f"Bearer {SANDBOX_TOKEN}"}
NAME_TAKEN = 13000405

pytestmark = pytest.mark.slow

schema = schemathesis.openapi.from_dict(
    json.loads(resources.files("resources").joinpath("koodrive.openapi.json").read_text(encoding="utf-8"))
)
schema.config.seed = 20261121

# Name, what the description says about it, and the one value that the sandbox takes.
KNOWN_HEADERS = (
    ("X-Date", re.compile(r"[0-9]{8}T[0-9]{6}Z"), utc(NOW)),
    ("X-User-Id", re.compile(r"\S+"), SANDBOX_USER_ID),
)

SESSION_CALLS = {"POST /koodrive/ose/v1/auth/refreshToken", "POST /koodrive/ose/v1/auth/logout"}
SIGN_IN_CALLS = {"POST /koodrive/ose/v1/auth/login", *SESSION_CALLS}

seen: Counter[tuple[str, str, int]] = Counter()


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(clock=lambda: NOW) as running:
        call(running, "POST", FOLDER_CREATE, SHARED_FOLDER, {"X-Date": utc(NOW)})
        assert len(running.effects()) == 1
        yield running


@schema.parametrize()
@settings(
    max_examples=70,
    derandomize=True,
    database=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
    ],
)
def test_sandbox_and_description_agree(case, sandbox):
    mode = case.meta.generation.mode.value
    put_known_values(case)
    authorization = AUTHORIZATION
    if case.operation.label in SESSION_CALLS:
        session = session_of(sign_in(sandbox))
        authorization = {"Authorization": session["accessToken"]}
        if mode == "positive":
            case.body = {name: {**session, **SESSION_USER}[name] for name in case.body}
    elif mode == "positive":
        put_what_exists(case)
        put_what_was_made(case, sandbox)
        put_into_existing_folder(case, sandbox)
    response = case.call(base_url=sandbox.base_url, headers=authorization)
    seen[case.operation.label, mode, response.status_code] += 1
    case.validate_response(
        response,
        headers=authorization,
        excluded_checks=checks_that_need_a_new_name(case, sandbox, response),
        transport_kwargs={"base_url": sandbox.base_url, "headers": authorization},
    )


def put_known_values(case) -> None:
    """Give a well-formed time and user the value that the sandbox knows; leave malformed ones."""
    for name, form, value in KNOWN_HEADERS:
        if form.fullmatch(str((case.headers or {}).get(name, ""))):
            case.headers[name] = value


def put_what_exists(case) -> None:
    """Name the one user, the one space and its top, and the one account: which exist is beyond a description."""
    if "ownerId" in (case.path_parameters or {}):
        case.path_parameters["ownerId"] = SANDBOX_USER_ID
    if case.operation.label.startswith("GET /koodrive/ose/v1/space/") and "containerId" in (case.query or {}):
        case.query["containerId"] = SANDBOX_CONTAINER_ID
    if case.operation.path.startswith("/koodrive/ose/v1/files/"):
        case.body = {**case.body, "containerId": SANDBOX_CONTAINER_ID}
        case.body |= dict.fromkeys(case.body.keys() & {"parentFileId"}, "root")
        if "pageInfo" in case.body:
            case.body["pageInfo"] = first_page(case.body["pageInfo"])
    if case.operation.path.endswith("/login") and case.body["authType"] == "1":
        case.headers["x-hw-agentName"] = SANDBOX_AGENT
        case.body = {**case.body, **CREDENTIALS}


def put_what_was_made(case, sandbox) -> None:
    """Name an album or a shared folder that exists."""
    if "groupId" in (case.path_parameters or {}):
        case.path_parameters["groupId"] = made_for(sandbox, "sharedFolder", case)["groupId"]
    if "shareFolderId" in (case.path_parameters or {}):
        case.path_parameters["shareFolderId"] = made_for(sandbox, "sharedFolder", case)["id"]
    if "albumId" in (case.path_parameters or {}):
        case.path_parameters["albumId"] = made_for(sandbox, "album", case)["id"]
        # Which cursors there are is beyond a description, too.
        if case.query:
            case.query.pop("pageCursor", None)
    if case.operation.path.endswith("/sharefolder/delete"):
        folder_id = made_for(sandbox, "sharedFolder", case)["id"]
        case.body = {"id": [folder_id] if isinstance(case.body["id"], list) else folder_id}


def made_for(sandbox, kind: str, case) -> dict:
    """Return an object for a call: one of its own for a delete."""
    if "delete" not in case.operation.path and case.operation.method.upper() != "DELETE":
        made = [effect for effect in sandbox.effects() if effect["kind"] == kind]
        gone = {entry["id"] for entry in sandbox.deletes()}
        left = [effect for effect in made if effect["id"] not in gone]
        if left:
            return left[0]
    name = f"own {len(sandbox.effects())}"
    fields = {"name": name, "type": 2, "albumKind": 1} if kind == "album" else {**SHARED_FOLDER, "name": name}
    return sandbox.make_elsewhere(kind, fields)


def first_page(page_info: dict) -> dict:
    """Ask for the first page, and write the integer without a fraction, which JSON Schema takes for one, too."""
    return {name: "" if name == "pageCursor" else int(value) for name, value in page_info.items()}


def put_into_existing_folder(case, sandbox) -> None:
    """Name the one folder that exists: which ones do is beyond a description."""
    if isinstance(case.body, dict) and "shareFolderId" in case.body:
        folder = next(effect for effect in sandbox.effects() if effect["kind"] == "sharedFolder")
        case.body = {**case.body, "shareFolderId": int(folder["id"]), "groupId": folder["groupId"]}


def checks_that_need_a_new_name(case, sandbox, response) -> list:
    """Let a name be refused that is taken: whether it is, is beyond a description, too."""
    if response.status_code != 400 or response.json().get("code") != NAME_TAKEN:
        return []
    taken = {(effect.get("containerId"), effect["name"]) for effect in sandbox.effects() if "name" in effect}
    assert (case.body["containerId"], case.body["name"]) in taken
    return [schemathesis.checks.CHECKS.get_one("positive_data_acceptance")]


def test_all_calls_met_good_and_bad_requests():

    operations = {label for label, _, _ in seen}
    assert len(operations) == 14
    for label in operations:
        assert seen[label, "positive", 200] >= 10, seen
        assert seen[label, "negative", 400] >= 10, seen
        # What somebody who signs in has wrong there is the form of the body.
        assert seen[label, "negative", 401] >= 1 or label in SIGN_IN_CALLS, seen
