"""Signing in with the account of the sandbox in the connection dialog, for the tests of that."""

from __future__ import annotations

from connection_fixtures import Driver

from koodrive.sandbox import SANDBOX_USER_ID
from koodrive.sandbox.identity import SANDBOX_ACCOUNT, SANDBOX_AGENT, SANDBOX_PASSWORD


def fill_account(driver, password=SANDBOX_PASSWORD):
    driver.find("signInWay.account").click()
    driver.type("agentName", SANDBOX_AGENT)
    driver.type("account", SANDBOX_ACCOUNT)
    driver.type("password", password)


def new_carrier(qtbot, session, window, sandbox):
    """Open the dialog of a new connection and fill it for the account of the sandbox."""
    driver = Driver(qtbot, session, window)
    driver.type("name", "Carrier")
    driver.type("serviceAddress", sandbox.base_url)
    fill_account(driver)
    return driver


def logins(sandbox):
    return [request for request in sandbox.requests() if request.path.endswith("/auth/login")]


def sign_in(driver):
    driver.click("signIn")
    driver.wait_for_banner(f"Signed in as {SANDBOX_USER_ID}")


def save(qtbot, driver):
    with qtbot.waitSignal(driver.dialog.saved) as saved:
        driver.click("save")
    return saved.args[0]
