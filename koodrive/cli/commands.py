"""Commands and groups of click: shared options, examples in the help, and modules loaded when they are called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NoReturn

import click

from koodrive.cli.exit_codes import ExitCode, first_of
from koodrive.cli.options import ALWAYS, CommonOptions, common_options, require_used
from koodrive.cli.texts.help_formatter import HelpContext
from koodrive.core.lazy import load
from koodrive.errors import KoodriveError
from koodrive.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from koodrive.cli.streams import Output

_MAY_BE_COMMAND = re.compile(r"-*[a-z][a-z-]{0,15}=?")
_TOO_MANY = Message(
    "There is an argument too many. Put a text with blanks into quotes; a token is never an argument, but stands on"
    " standard input (--token-stdin)."
)


class _Helpful(click.Command):
    """A command whose help lists its own options, the common ones and examples.

    Args:
        arguments: As for `click.Command`.
        common: Names of the common options that it uses.
        examples: Lines to try, each with a ``#`` comment where it needs one.
        settings: As for `click.Command`.
    """

    context_class = HelpContext

    def __init__(
        self, *arguments: Any, common: Sequence[str] = ALWAYS, examples: str = "", **settings: Any
    ) -> None:
        self.common = tuple(common)
        self.examples = examples
        settings["params"] = [*(settings.get("params") or ()), *common_options(self.common)]
        super().__init__(*arguments, **settings)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, its own and the common ones apart."""
        own: list[tuple[str, str]] = []
        common: list[tuple[str, str]] = []
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None:
                (common if parameter.name in self.common else own).append(record)
        for title, records in ((Message("Options"), own), (Message("Common options"), common)):
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples as they stand."""
        super().format_epilog(ctx, formatter)
        if self.examples:
            with formatter.section(Message("Examples")):
                for line in self.examples.strip().splitlines():
                    formatter.write(f"{'':>{formatter.current_indent}}{line}".rstrip() + "\n")


class Command(_Helpful):
    """A command that does something.

    Args:
        arguments: As for `click.Command`.
        runs: Place of the function that does it, see `command`.
        settings: As for `click.Command`.
    """

    def __init__(self, *arguments: Any, runs: str, **settings: Any) -> None:
        self.runs = runs
        # Click's own message would repeat what stands there, which may be a token.
        context_settings = {"allow_extra_args": True, "allow_interspersed_args": True}
        super().__init__(*arguments, **{"context_settings": context_settings, **settings})

    def invoke(self, ctx: click.Context) -> NoReturn:
        """Call the function, and end with its exit code.

        Raises:
            click.UsageError: When something was given that it does not know.
            click.exceptions.Exit: With its exit code.
        """
        options = ctx.ensure_object(CommonOptions)
        require_used(options, self.common, ctx.command_path.partition(" ")[2])
        if ctx.args:
            raise click.UsageError(_TOO_MANY, ctx)
        code = ExitCode.CREATED
        try:
            code = ctx.invoke(load(self.runs), options, **ctx.params)
        except KoodriveError as error:
            code = load("koodrive.cli.failures:report")(options.output, error)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:  # noqa: BLE001 - a traceback helps nobody who types a command; the log has it
            code = load("koodrive.cli.failures:report_unexpected")(options, error)
        ctx.exit(end(options.output, code, has_created="again" in self.common))


def end(output: Output, code: ExitCode, *, has_created: bool) -> ExitCode:
    """Return the exit code of a command, also when standard output has not taken all of its result.

    Args:
        output: The streams.
        code: The exit code so far.
        has_created: Whether the command may have created something.
    """
    output.finish()
    if not output.failure:
        return code
    output.say(Message("The result could not be written: {reason}.", reason=output.failure))
    if not has_created:
        return first_of({code, ExitCode.REFUSED})
    output.say(Message("What was created is in the history: koodrive history"))
    return first_of({code, ExitCode.UNKNOWN})


class Group(_Helpful, click.Group):
    """A group whose commands are loaded when they are called.

    Args:
        arguments: As for `click.Group`.
        lazy: Name of each subcommand to its place, ``koodrive.cli.module:ATTRIBUTE``, and its line in the help.
        settings: As for `click.Group`.
    """

    def __init__(
        self, *arguments: Any, lazy: Mapping[str, tuple[str, str]] | None = None, **settings: Any
    ) -> None:
        super().__init__(*arguments, **settings)
        self.lazy = dict(lazy or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the subcommands, in the order in which they are explained."""
        return [*self.lazy, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a subcommand, loaded now; None when there is none."""
        if cmd_name not in self.lazy:
            return super().get_command(ctx, cmd_name)
        loaded: click.Command = load(self.lazy[cmd_name][0])
        return loaded

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the subcommand that the first argument names.

        Raises:
            click.UsageError: When there is none; a word that may be a token is not repeated.
        """
        if self.get_command(ctx, args[0]) is None and not _MAY_BE_COMMAND.fullmatch(args[0]):
            names = ", ".join(self.list_commands(ctx))
            raise click.UsageError(Message("No such command. 'koodrive' has: {names}.", names=names), ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the subcommands, which need not be loaded for that, and the options."""
        rows = [(name, line) for name, (_place, line) in self.lazy.items()]
        if rows:
            with formatter.section(Message("Commands")):
                formatter.write_dl(rows)
        _Helpful.format_options(self, ctx, formatter)


def command(
    *, runs: str, common: Sequence[str] = ALWAYS, examples: str = "", **settings: Any
) -> Callable[[Callable[[], None]], Command]:
    """Make a command of a function without a body; its docstring is the help.

    Args:
        runs: Place of the function that does the work, ``koodrive.cli.module:function``, which is loaded when the
            command is called: half of all modules, which no ``--help`` waits for. It takes a `CommonOptions` and the
            command's own options by name, and returns an `ExitCode`.
        common: Names of the common options that it uses (`koodrive.cli.options`).
        examples: Lines to try.
        settings: As for `click.command`.
    """
    return click.command(cls=Command, runs=runs, common=common, examples=examples, **settings)
