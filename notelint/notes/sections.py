"""A note divided into sections: what stands under each of its headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from notelint.markdown import Node
from notelint.notes.blank import is_blank
from notelint.notes.facts import Reference, Section
from notelint.values import Span, Text, lazy_pattern, split_lines


def sections(root: Node, references: dict[int, tuple[Reference, ...]]) -> Iterator[Section]:
    """The sections under the note's own headings; one in a quote or a list makes none."""
    blocks = root.children
    solid = [block.type != "heading" and not is_blank(block) for block in blocks]
    solid_before = list(accumulate(solid, initial=0))
    depths = [block.data["depth"] if block.type == "heading" else 0 for block in blocks]
    for index, close in section_bounds(depths):
        node = blocks[index]
        end = blocks[close].start if close < len(blocks) else root.end
        yield Section(
            heading=node.span,
            depth=node.data["depth"],
            name=_name(node),
            references=references[node.start],
            end=end,
            is_empty=solid_before[index] == solid_before[close],
            tail=_tail(node),
        )


def section_bounds(depths: Sequence[int]) -> list[tuple[int, int]]:
    """For each heading its index and that of the next one of its depth or above; the depth of what
    is no heading is 0."""
    bounds: list[tuple[int, int]] = []
    later: list[tuple[int, int]] = []  # (depth, index) of the headings that may close one before
    for index in range(len(depths) - 1, -1, -1):
        depth = depths[index]
        if not depth:
            continue
        while later and later[-1][0] > depth:
            later.pop()
        bounds.append((index, later[-1][1] if later else len(depths)))
        later.append((depth, index))
    return bounds[::-1]


def _name(heading: Node) -> str:
    """What a heading says in front of its first footnote reference, comments aside."""
    parts: list[str] = []
    for child in heading.children:
        if child.type == "footnoteReference":
            break
        if child.type != "comment":
            parts += [node.data.get("value", "") for node in child.walk()]
    return "".join(parts).strip()


def _tail(heading: Node) -> Span | None:
    """What a heading says behind its first footnote reference, comments and blanks aside."""
    types = [child.type for child in heading.children]
    behind = types.index("footnoteReference") + 1 if "footnoteReference" in types else len(types)
    solid = [child for child in heading.children[behind:] if not is_blank(child)]
    if not solid:
        return None
    first = solid[0]
    blanks = 0
    if first.type == "text":
        blanks = len(first.data["value"]) - len(first.data["value"].lstrip())
    return Span(first.start + blanks, solid[-1].end)


_MARKS = {"math": "$$", "comment": "%%"}
_FENCE = lazy_pattern(r"`{3,}|~{3,}")


def is_open(last: Node, text: Text) -> bool:
    """Whether more lines would become part of a note's last block, as nothing closes it."""
    source = text[last.span].rstrip()
    if last.type == "html":
        return not (source.startswith("<!--") and source.endswith("-->"))
    if last.type == "code":
        fence = _FENCE.match(source)  # None where it is indented
        return fence is not None and not _is_closed(fence[0], source)
    mark = _MARKS.get(last.type, "")
    return bool(mark) and (len(source) < 2 * len(mark) or not source.endswith(mark))


def _is_closed(fence: str, source: str) -> bool:
    """Whether the last line of fenced code is a fence of the same sign, no shorter."""
    lines = [line.content for line in split_lines(source)]
    closing = lines[-1].strip() if len(lines) > 1 else ""
    return closing.startswith(fence) and not closing.strip(fence[0])
