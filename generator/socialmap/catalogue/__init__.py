"""All records together, indexed, with relations both ways; immutable."""

from socialmap.catalogue.build import Entry, build_catalogue, dangling_in
from socialmap.catalogue.catalogue import Catalogue, Key

__all__ = ["Catalogue", "Entry", "Key", "build_catalogue", "dangling_in"]
