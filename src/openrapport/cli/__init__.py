"""The command line: one file per command."""

from openrapport.cli.app import main

__all__ = ["main"]
