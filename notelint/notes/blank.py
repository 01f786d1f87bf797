"""What a reader sees nothing of: comments, empty bullets, empty tasks."""

from __future__ import annotations

from notelint.markdown import Node
from notelint.values import lazy_pattern

HTML_COMMENT = lazy_pattern(r"<!--([\s\S]*?)-->\s*\Z")
_EMPTY_TASK = lazy_pattern(r"\s*(?:\[[^\[\]]\]\s*)?\Z")
_BLANK = frozenset({"comment", "thematicBreak", "footnoteDefinition", "definition", "blockId"})


def is_blank(node: Node) -> bool:
    """Whether a reader sees nothing there: a comment, an empty bullet, an empty task."""
    if node.type in _BLANK:
        return True
    if node.type == "text":
        return not node.data["value"].strip()
    if node.type == "html":
        return HTML_COMMENT.match(node.data["value"]) is not None
    if node.type == "listItem" and [child.type for child in node.children] == ["paragraph"]:
        return _is_empty_task(node.children[0])
    if node.type not in ("list", "listItem", "paragraph", "blockquote"):
        return False
    return all(is_blank(child) for child in node.children)


def _is_empty_task(paragraph: Node) -> bool:
    texts = [child for child in paragraph.children if not is_blank(child)]
    return all(text.type == "text" and _EMPTY_TASK.match(text.data["value"]) for text in texts)


def is_comment(node: Node) -> bool:
    return node.type == "comment" or (node.type == "html" and is_blank(node))
