"""Where requests go, as whom, and in which of the forms that the reference leaves open."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Connection:
    """Service address and user to send as; neither the token nor the proxy's password is part of it.

    `service_address` is a base URL such as ``https://intl.myhuaweicloud-koodrive.com``, in the one spelling of
    `koodrive.rules.address.normal_address`: services are told apart by it.
    """

    connection_id: str
    name: str
    service_address: str
    user_id: str
    authorization_format: str
    """A value of `koodrive.api.auth.AuthorizationFormat`."""
    language: str
    """``en-US`` or ``zh-CN``."""
    proxy: str = "none"
    """A value of `koodrive.network.proxy.ProxyMode`."""
    proxy_address: str = ""
    """Such as ``http://proxy.example.com:8080``; for a proxy that the connection names."""
    proxy_user: str = ""
    """User name at that proxy; empty for none."""
    ca_file: str = ""
    """A PEM file with authorities that are trusted besides those of the system; empty for none."""
    account: str = ""
    """With which the user signs in; empty for a connection with a token or an app's key of its own."""
    agent_name: str = ""
    """The carrier at which the user signs in (`x-hw-agentName`)."""
    number_form: str = "integer"
    """A value of `koodrive.api.serialization.NumberForm`."""
    language_form: str = "hyphen"
    """A value of `koodrive.api.serialization.LanguageForm`."""
    trace_id_header: str = "sent"
    """A value of `koodrive.api.serialization.TraceIdHeader`."""
    delete_id_form: str = "list"
    """A value of `koodrive.api.serialization.DeleteIdForm`."""
    idle_minutes: str = "20"
    """Lifetime of a token after the last call, in digits, where the service gives none."""

    @property
    def account_key(self) -> tuple[str, str]:
        """The service and the user: what decides which albums and folders there are, whatever else is changed."""
        return self.service_address, self.user_id
