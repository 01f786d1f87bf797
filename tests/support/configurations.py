"""Configurations that are right."""

# One with a kind of the vault's own.
KIND = """\
kinds:
  recipe:
    when: {any-heading: [Steps]}
    sections: [{heading: Steps}, {heading: Things, count: 0-1}]
"""
