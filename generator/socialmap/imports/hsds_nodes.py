"""What stands in an object of an HSDS file: readable texts, and the objects in it; called by `hsds`."""

from socialmap.imports.hsds_files import Node
from socialmap.imports.markup import plain_text


def text_of(node: Node, name: str) -> str:
    """A field of an object as readable text."""
    value = node.get(name)
    if isinstance(value, bool) or value is None or isinstance(value, list | dict):
        return ""
    return plain_text(str(value))


def together(node: Node, *names: str, seam: str = " ") -> str:
    """Several fields of an object as one text, without those that are empty."""
    return seam.join(filter(None, (text_of(node, name) for name in names)))


def nodes_of(node: Node, name: str) -> list[Node]:
    """The objects in a field that holds a list of them."""
    value = node.get(name)
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []
