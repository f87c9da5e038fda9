"""Whether a host is on the public internet, so that checking a link never reaches into somebody's own network."""

import socket
from collections.abc import Callable, Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

Resolve = Callable[[str, int], Iterable[str]]
PORTS = {"http": 80, "https": 443}


def resolve(host: str, port: int) -> Iterable[str]:
    """The addresses of a host.

    Raises:
        OSError: nobody knows the host.
    """
    return {str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}


def is_public(url: str, *, resolved: Resolve, allowed: frozenset[str] = frozenset()) -> bool:
    """Whether every address of the URL's host is public, or the host with its port is one that may be asked anyhow.

    Raises:
        OSError: nobody knows the host.
    """
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname or parts.username is not None:
        return False
    if parts.netloc in allowed:
        return True
    found = tuple(resolved(parts.hostname, parts.port or PORTS[parts.scheme]))
    return bool(found) and all(ip_address(each.partition("%")[0]).is_global for each in found)
