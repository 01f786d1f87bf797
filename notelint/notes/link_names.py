"""The names of files that the links of a note give, so that a name is known to be used elsewhere.

They are read off the letters, in code too: one name too many only leaves a choice to a person.
"""

from __future__ import annotations

from urllib.parse import unquote

from notelint.markdown import decode
from notelint.values import file_key, holds, lazy_pattern

_SUFFIX = ".md"
_WIKI = lazy_pattern(r"\[\[([^\[\]|#\r\n]+)")
_URL = lazy_pattern(r"\](?:\(|:[ \t])[ \t]*<?([^()<>#\r\n]+)")


def link_names(content: str) -> frozenset[str]:
    """The keys of the names, without folders and `.md`."""
    names = set(_WIKI.findall(content)) if "[[" in content else set()
    if holds(content, "](", "]:"):
        urls = (decode(url) for url in _URL.findall(content) if "://" not in url)
        names.update(unquote(name) for url in urls for name in (url, url.partition("?")[0]))
    return frozenset(map(link_name, names))


def link_name(target: str) -> str:
    """The key of the name of a file that a link gives for a target."""
    return file_key(target.strip("\\ \t/").rpartition("/")[2]).removesuffix(_SUFFIX)
