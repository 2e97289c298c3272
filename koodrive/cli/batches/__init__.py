"""The subcommands of ``koodrive batch``."""
