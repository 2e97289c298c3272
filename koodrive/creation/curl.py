r"""A create as a command for curl, to be pasted into sh, cmd or PowerShell; no shell takes anything in it for its own.

The body is the same in all three: JSON in ASCII, with every character that a shell could take for something written
as ``\uXXXX``. So no code page, no locale and no terminal can change it, and what is left to quote are ``"`` and
``\``. Headers cannot be written like that; they are quoted by the rules of each shell.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from koodrive.api.auth import AuthorizationFormat, authorization
from koodrive.api.signing import key_from_text, signed_authorization
from koodrive.errors import InvalidRequestError
from koodrive.messages import Message
from koodrive.rules.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TOKEN_VARIABLE = "KOODRIVE_TOKEN"  # noqa: S105 - a name
"""The environment variable that stands for the token where the command does not carry it."""

_JSON_ESCAPES = {'\\"': '"', "\\\\": "\\", "\\/": "/"} | {
    "\\b": "\b",
    "\\f": "\f",
    "\\n": "\n",
    "\\r": "\r",
    "\\t": "\t",
}
# An escape that is one already, a short escape, or a character that is not the same everywhere.
_SHELL_SENSITIVE = re.compile(r"""(\\u[0-9a-fA-F]{4})|(\\.|[^\x20-\x7e]|['`$%!^&|<>*?])""", re.DOTALL)
_CMD_SPECIAL = re.compile(r"""[%!^"&|<>()]""")
_QUOTE_OR_END = re.compile(r'(\\*)("|\Z)')


class Shell(StrEnum):
    """Shell that runs the command."""

    SH = "sh"
    """sh, bash, dash, zsh."""
    CMD = "cmd"
    """The prompt of Windows; in a batch file every ``%`` has to be doubled."""
    POWERSHELL = "powershell"
    """Windows PowerShell 5.1 and PowerShell 7 on Windows."""


@dataclass(frozen=True, slots=True)
class CurlRequest:
    """One POST, without its token.

    `headers` are all but `Authorization` and `Content-Type`, with `X-User-Id` and `X-Date` among them; `body` is JSON
    text on one line (`koodrive.api.serialization.to_json`).
    """

    url: str
    headers: Mapping[str, str]
    authorization_format: AuthorizationFormat
    body: str


def as_curl(shell: Shell, request: CurlRequest, token: str | None = None) -> str:
    """Return `request` as a command for `shell`; it has several lines, the last without a line break.

    Args:
        shell: Shell that runs it.
        request: The request.
        token: The access token. Without one the command takes it from `TOKEN_VARIABLE`. For an app signature
            the text of the app's key: the command gets the signature alone, which is good for 15 minutes from `X-Date`.

    Raises:
        InvalidRequestError: When a header holds what no command line can pass on, or there is no key to sign with.
    """
    header_lines = [f"{name}: {value}" for name, value in request.headers.items()]
    header_lines.append("Content-Type: application/json")
    body = escape_for_shell(request.body)
    prefix, secret = "Authorization: ", token
    if request.authorization_format is AuthorizationFormat.APP_SIGNATURE:
        secret = _signature(request, body, token)
    else:
        prefix += authorization("", request.authorization_format)
    _require_writable(shell, [request.url, *header_lines, prefix + (secret or "")])
    write = {Shell.SH: _sh, Shell.CMD: _cmd, Shell.POWERSHELL: _powershell}[shell]
    return write(_Parts(request.url, prefix, secret, header_lines, body))


def _signature(request: CurlRequest, body: str, key_text: str | None) -> str:
    """Return the value of the `Authorization` header for `body` as curl will send it, which is not as we would."""
    key = key_from_text(key_text or "")
    if key is None:
        raise _not_for_a_command(
            Message("A command cannot sign by itself. It needs a signature made with the AppSecret.")
        )
    return signed_authorization(
        key,
        method="POST",
        url=request.url,
        body=body.encode(),
        user_id=request.headers["X-User-Id"],
        x_date=request.headers["X-Date"],
    )


def token_prompt_command(shell: Shell) -> str:
    """Return a command that asks for the token and puts it into `TOKEN_VARIABLE`, past the shell's history."""
    return {
        Shell.SH: f"stty -echo; IFS= read -r {TOKEN_VARIABLE}; stty echo",
        Shell.CMD: f"set /p {TOKEN_VARIABLE}=Token: ",
        Shell.POWERSHELL: f"$env:{TOKEN_VARIABLE} = Read-Host 'Token'",
    }[shell]


def escape_for_shell(body: str) -> str:
    r"""Return the same JSON in ASCII, where only ``"`` and ``\`` still mean something to a shell.

    Args:
        body: JSON text without line breaks between its members.
    """
    return _SHELL_SENSITIVE.sub(_escaped, body)


def _escaped(match: re.Match[str]) -> str:
    escape, other = match.groups()
    if escape:
        return str(escape)
    units = _JSON_ESCAPES.get(other, other).encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


@dataclass(frozen=True, slots=True)
class _Parts:
    """Parts of the command, the same for every shell."""

    url: str
    authorization_prefix: str
    token: str | None = field(repr=False)
    headers: list[str]
    body: str

    def header_words(self, quoted: Callable[[str], str], variable: str) -> list[str]:
        """Return the headers as words of a shell, `Authorization` first.

        Args:
            quoted: How the shell writes a text as one word.
            variable: How it writes the value of `TOKEN_VARIABLE` between double quotes.
        """
        if self.token is None:
            authorized = f'"{self.authorization_prefix}{variable}"'
        else:
            authorized = quoted(self.authorization_prefix + self.token)
        return [authorized, *map(quoted, self.headers)]

    def in_lines(self, quoted: Callable[[str], str], variable: str) -> list[str]:
        """Return the command in lines, still to be joined; the arguments are those of `header_words`."""
        return [
            f"curl --request POST {quoted(self.url)}",
            *(f"--header {header}" for header in self.header_words(quoted, variable)),
            f"--data-raw {quoted(self.body)}",
        ]


def _sh(parts: _Parts) -> str:
    return " \\\n  ".join(parts.in_lines(shlex.quote, f"${TOKEN_VARIABLE}"))


def _cmd(parts: _Parts) -> str:
    return " ^\n  ".join(parts.in_lines(_cmd_word, f"%{TOKEN_VARIABLE}%"))


def _cmd_word(text: str) -> str:
    """Quote first for the program, which splits its command line itself, and then for cmd, which reads it before."""
    word = _windows_argument(text)
    quotes = text.count('"')
    is_plain = quotes % 2 == 0 and not set(_CMD_SPECIAL.findall(text)) - {'"'}
    if is_plain or (not quotes and "%" not in text):
        return word
    # cmd knows no \" and would think itself outside of the quotes; nor do they protect a %. So it gets to see none:
    # a caret before everything special, and one after a %, so that no variable is called what stands between two.
    return re.sub(r"\^%(?=[^^])", "^%^", _CMD_SPECIAL.sub(r"^\g<0>", word))


def _windows_argument(text: str) -> str:
    """Write `text` so that the C runtime reads it back: a backslash counts only before a quotation mark."""
    return '"' + _QUOTE_OR_END.sub(lambda found: found[1] * 2 + ('\\"' if found[2] else ""), text) + '"'


def _powershell(parts: _Parts) -> str:
    """Pass all arguments in a list, as PowerShell before 7.3 passes quotation marks on as they are.

    Standard input would be a way round that, too, but Windows PowerShell puts a byte order mark in front of it
    when the console is set to UTF-8. The block keeps the list out of the session.
    """
    headers = parts.header_words(_powershell_word, f"$env:{TOKEN_VARIABLE}")
    return "\n".join(
        [
            "& {",
            "  $arguments = @(",
            f"    '--request', 'POST', {_powershell_word(parts.url)}",
            *(f"    '--header', {header}" for header in headers),
            f"    '--data-raw', {_powershell_word(parts.body)}",
            "  )",
            "  if (\"$PSNativeCommandArgumentPassing\" -in '', 'Legacy') {",
            "    $arguments = $arguments -replace '(\\\\*)\"', '$1$1\\\"'",
            "  }",
            "  curl.exe @arguments",
            "}",
        ]
    )


def _powershell_word(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _require_writable(shell: Shell, texts: list[str]) -> None:
    """Refuse what would become another command: line breaks, what is not ASCII, and one flaw of an old PowerShell."""
    is_writable = all(" " <= character <= "~" for text in texts for character in text)
    # Windows PowerShell 5.1 takes a backslash at the end for one that belongs to the quotation mark behind it.
    if is_writable and not (shell is Shell.POWERSHELL and any(text.endswith("\\") for text in texts)):
        return
    raise _not_for_a_command(
        Message("The address, the user's ID or the token has a character that this shell cannot pass on.")
    )


def _not_for_a_command(message: Message) -> InvalidRequestError:
    return InvalidRequestError(
        Message("This request cannot be written as a command"),
        message,
        {"": Problem("not_for_a_command", message)},
    )
