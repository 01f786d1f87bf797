"""Configurations that are right, and vaults that have one."""

from __future__ import annotations

from support.on_disk import Ran, VaultOnDisk

# One with a kind of the vault's own.
KIND = """\
kinds:
  recipe:
    when: {any-heading: [Steps]}
    sections: [{heading: Steps}, {heading: Things, count: 0-1}]
"""
SYNTHESIS = "## Synthesis\n- What holds it up.\n"
SPACED = SYNTHESIS + "## Source [^1]\n- A wall.\n## References\n\n[^1]: a book\n"
TIGHT = SPACED.replace("Source [", "Source[")
LIGATURE = "A ﬁnite set.\n"
RECIPE = "## Steps\n- Stir.\n## Things\n- A spoon.\n## Things\n- A bowl.\n"


def checked(vault: VaultOnDisk, config: str, note: str = "", name: str = "notelint.yaml") -> Ran:
    """Run on one note with a configuration."""
    vault.put(name, config)
    vault.put("a.md", note or SPACED + "\n" + LIGATURE)
    return vault.json()


def told(vault: VaultOnDisk, config: str, name: str = "notelint.yaml") -> str:
    """What somebody is told whose configuration is wrong."""
    vault.put("a.md", LIGATURE)
    vault.put(name, config)
    return vault.refusal()
