"""``notelint server``: what an editor starts to show findings while somebody types."""

from __future__ import annotations

from notelint.cli.arguments import Parser
from notelint.cli.output import streams_of_bytes
from notelint.values import UsageError

_LIBRARIES = ("pygls", "lsprotocol", "attrs", "cattrs")


def run(given: list[str]) -> int:
    """Serve the editor at the other end of standard input and output.

    Raises:
        UsageError: a library is missing, or there is no editor.
    """
    parser().parse_args(given)
    try:
        from notelint.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _LIBRARIES:
            raise
        problem = f"the server needs the library {error.name}"
        raise UsageError(problem, "`pip install 'notelint[server]'` installs it") from error
    streams = streams_of_bytes()
    if streams is None:
        remedy = "docs/editors.md says how to set one up"
        raise UsageError("an editor starts the server and speaks with it", remedy)
    return serve(*streams)


def parser() -> Parser:
    parser = Parser(
        prog="notelint server",
        description="Serve an editor by the Language Server Protocol, on standard input and"
        " output.",
    )
    parser.add_argument("--stdio", action="store_true", help="the only way; some editors name it")
    return parser
