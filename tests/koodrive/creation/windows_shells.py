r"""Models of the parsers of cmd, PowerShell and the C runtime, as Microsoft documents them; independent of our quoting.

The C runtime: "Parsing C command-line arguments". cmd at its prompt: percent expansion line by line, then quotation
marks and carets. PowerShell: `NativeCommandParameterBinder`, for Windows PowerShell 5.1 ("5.1"), PowerShell 7.2
("7.2") and later ones ("7.4").
"""

from __future__ import annotations

import re


def runtime_arguments(command_line: str) -> list[str]:
    r"""Split a command line as the C runtime does: 2n backslashes before ``"`` are n, 2n+1 are n and a ``"``."""
    arguments, at = [], 0
    while at < len(command_line):
        if command_line[at] in " \t":
            at += 1
            continue
        argument, at = _argument(command_line, at)
        arguments.append(argument)
    return arguments


def _argument(text: str, at: int) -> tuple[str, int]:
    argument, is_quoted = "", False
    while at < len(text) and (is_quoted or text[at] not in " \t"):
        backslashes = 0
        while at < len(text) and text[at] == "\\":
            backslashes, at = backslashes + 1, at + 1
        if at < len(text) and text[at] == '"':
            argument += "\\" * (backslashes // 2)
            if backslashes % 2:
                argument += '"'
            elif is_quoted and text[at + 1 : at + 2] == '"':
                argument, at = argument + '"', at + 1
            else:
                is_quoted = not is_quoted
            at += 1
        elif backslashes:
            argument += "\\" * backslashes
        else:
            argument, at = argument + text[at], at + 1
    return argument, at


def cmd_command_line(typed: str, environment: dict[str, str]) -> str:
    """Return the command line that cmd starts when `typed` comes in at its prompt.

    Raises:
        ValueError: When something in it would be a pipe, a redirection, a second command or a question for more.
    """
    expanded = "\n".join(_percent_expanded(line, environment) for line in typed.split("\n"))
    command_line, is_quoted, at = "", False, 0
    while at < len(expanded):
        character = expanded[at]
        if character == "\n":
            raise ValueError(f"a second command: {expanded[at:]}")
        if character == "^" and not is_quoted:
            at += 1
            if expanded[at : at + 1] == "\n":
                at += 1
            if at >= len(expanded):
                raise ValueError("cmd asks for more")
            character = expanded[at]
        elif character == '"':
            is_quoted = not is_quoted
        elif character in "&|<>" and not is_quoted:
            raise ValueError(f"a meaning of its own: {expanded[at:]}")
        command_line, at = command_line + character, at + 1
    return command_line


def _percent_expanded(line: str, environment: dict[str, str]) -> str:
    """At the prompt, unlike in a batch file, ``%%`` stays and so does a variable that there is not."""
    variables = {name.upper(): value for name, value in environment.items()}
    result, at = "", 0
    while at < len(line):
        end = line.find("%", at + 1) if line[at] == "%" else -1
        name, colon, change = line[at + 1 : end].partition(":") if end > at else ("", "", "")
        if name.upper() in variables:
            value = variables[name.upper()]
            result, at = result + (f"<{value} with {change}>" if colon else value), end + 1
        else:
            result, at = result + line[at], at + 1
    return result


def powershell_command_line(script: str, version: str, environment: dict[str, str]) -> str:
    """Return the command line that PowerShell `version` starts for our kind of script: a list that is splatted.

    Raises:
        ValueError: When it is not of that kind, or an argument would vanish.
    """
    shape = re.fullmatch(
        r"& \{\n  \$arguments = @\(\n(?P<list>.*)\n  \)\n"
        r"  if \(\"\$PSNativeCommandArgumentPassing\" -in '', 'Legacy'\) \{\n"
        r"    \$arguments = \$arguments -replace '(?P<old>[^']+)', '(?P<new>[^']+)'\n  \}\n"
        r"  curl\.exe @arguments\n\}",
        script,
        re.DOTALL,
    )
    if shape is None:
        raise ValueError(f"not the script that is understood here: {script}")
    arguments = [word for line in shape["list"].split("\n") for word in _powershell_words(line, environment)]
    if not all(arguments):
        raise ValueError("an empty argument vanishes")
    if version == "7.4":
        return " ".join(["curl.exe", *map(_as_dotnet_writes, arguments)])
    # .NET writes groups in a replacement as $1.
    new = shape["new"].replace("\\", "\\\\").replace("$1", r"\g<1>")
    return " ".join(
        ["curl.exe", *(_legacy(re.sub(shape["old"], new, argument), version) for argument in arguments)]
    )


def _powershell_words(line: str, environment: dict[str, str]) -> list[str]:
    words, rest = [], line.strip()
    while rest:
        word = re.match(r"'((?:[^']|'')*)'(?!')|\"([^\"`$]*)\$env:(\w+)\"", rest)
        if word is None:
            raise ValueError(f"no word of PowerShell: {rest}")
        single, before, variable = word.groups()
        words.append(single.replace("''", "'") if variable is None else before + environment[variable])
        rest = rest[word.end() :]
        if rest and not rest.startswith(", "):
            raise ValueError(f"no list of PowerShell: {rest}")
        rest = rest[2:]
    return words


def _legacy(argument: str, version: str) -> str:
    """Before 7.3: quotes around what has blanks outside of its own quotes, and nothing else is done."""
    quotes, needs_quotes, after_backslash = 0, False, False
    for character in argument:
        if character == '"' and not (after_backslash and version != "5.1"):
            quotes += 1
        elif character.isspace() and quotes % 2 == 0:
            needs_quotes = True
        after_backslash = character == "\\"
    if not needs_quotes:
        return argument
    trailing = "" if version == "5.1" else "\\" * (len(argument) - len(argument.rstrip("\\")))
    return f'"{argument}{trailing}"'


def _as_dotnet_writes(argument: str) -> str:
    """Write one argument as .NET's ArgumentList does."""
    if argument and not re.search(r'[\s"]', argument):
        return argument
    written, backslashes = '"', 0
    for character in argument:
        if character == "\\":
            backslashes += 1
            continue
        written += "\\" * (backslashes * 2 + 1 if character == '"' else backslashes) + character
        backslashes = 0
    return written + "\\" * (backslashes * 2) + '"'
