"""The format ``azure``: logging commands, read as the agent reads them."""

from __future__ import annotations

import re

from support.hostile_names import put_hostile_notes
from support.on_disk import VaultOnDisk
from support.short_notes import SPACED

from notelint.report.names import readable

COMMAND = re.compile(r"##vso\[task\.logissue ([^\]\r\n]*)\]([^\r\n]*)")
UNESCAPED = {"%3B": ";", "%5D": "]", "%0D": "\r", "%0A": "\n", "%AZP25": "%"}


def unescaped(text: str) -> str:
    return re.sub("%3B|%5D|%0D|%0A|%AZP25", lambda match: UNESCAPED[match[0]], text)


def commands(output: str) -> list[tuple[dict[str, str], str]]:
    read = []
    for line in output.split("\n")[:-1]:
        match = COMMAND.fullmatch(line)
        assert match, line
        pairs = (pair.split("=", 1) for pair in match[1].removesuffix(";").split(";"))
        read.append(({key: unescaped(value) for key, value in pairs}, unescaped(match[2])))
    return read


def test_a_finding_is_a_command(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED)
    assert commands(vault.run("--output-format", "azure").out) == [
        (
            {
                "type": "warning",
                "sourcepath": "a.md",
                "linenumber": "3",
                "columnnumber": "10",
                "code": "NL201",
            },
            "source-spacing: a blank between `Source` and its footnote",
        )
    ]


def test_names_and_messages_come_through_whole(vault: VaultOnDisk) -> None:
    names = put_hostile_notes(vault)
    read = commands(vault.run("--output-format", "azure").out)
    assert {given["sourcepath"] for given, _ in read} == {f"notes/{readable(n)}" for n in names}
    assert "duplicate-definition: `[^1]` is defined again" in {message for _, message in read}


def test_an_info_is_a_warning(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED)
    for severity, told in (("error", "error"), ("warning", "warning"), ("info", "warning")):
        option = f"rules.source-spacing.severity={severity}"
        [(given, _)] = commands(vault.run("--output-format", "azure", "--config", option).out)
        assert given["type"] == told
