"""Takes the name of the secret service on the session bus and never answers, until its standard input ends."""

from __future__ import annotations

import sys
from contextlib import closing

from jeepney import DBus
from jeepney.io.blocking import Proxy, open_dbus_connection

if __name__ == "__main__":
    with closing(open_dbus_connection()) as connection:
        Proxy(DBus(), connection).RequestName("org.freedesktop.secrets")
        sys.stdin.read()
