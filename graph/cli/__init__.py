"""The commands: they read arguments, print, write files and exit. One command, one file."""

from graph.cli.group import COMMANDS, main

__all__ = ["COMMANDS", "main"]
