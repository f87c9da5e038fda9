"""Asking one address over the network; the only module that knows the HTTP library.

Redirects are followed here, one at a time, so that each next host is looked at before anything is sent to it.
"""

import ssl
from collections.abc import Callable
from contextlib import AbstractContextManager
from email.utils import parsedate_to_datetime
from time import time
from types import TracebackType
from urllib.parse import urljoin

import httpx

from socialmap.links.hosts import Resolve, is_public, resolve
from socialmap.links.values import Answer, Reply, State

AGENT = "socialmap-links (checks weekly whether a page still exists)"
HOPS = 6
FOR_GOOD = (301, 308)
REDIRECTS = (301, 302, 303, 307, 308)
GONE = (404, 410)
REFUSED = (401, 402, 403, 405, 406, 418, 451)
BUSY = (429, 503)
LATER = 60.0
CLIENT_ERROR = 400


class Asker(AbstractContextManager["Asker"]):
    """Asks addresses; `day` is the date of its answers, `allowed` are hosts with a port that need not be public."""

    def __init__(
        self,
        day: str,
        *,
        timeout: float = 15.0,
        allowed: frozenset[str] = frozenset(),
        resolved: Resolve = resolve,
        now: Callable[[], float] = time,
    ) -> None:
        self._day, self._allowed, self._resolved, self._now = day, allowed, resolved, now
        self._client = httpx.Client(
            timeout=httpx.Timeout(timeout), follow_redirects=False, trust_env=False, headers={"User-Agent": AGENT}
        )

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connections."""
        self._client.close()

    def __call__(self, url: str) -> Reply:
        """How an address answers, after its redirects."""
        try:
            return self._follow(url)
        except httpx.TimeoutException:
            return self._reply(url, "slow")
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, UnicodeError):
            return self._reply(url, "failed")
        except OSError:
            return self._reply(url, "unknown")

    def _follow(self, url: str) -> Reply:
        here, lasting = url, True
        for _ in range(HOPS):
            if not is_public(here, resolved=self._resolved, allowed=self._allowed):
                return self._reply(url, "private", target=here if here != url else "")
            response = self._ask(here)
            if response.status_code not in REDIRECTS or "location" not in response.headers:
                return self._judge(url, here if lasting else url, response)
            lasting = lasting and response.status_code in FOR_GOOD
            here = urljoin(here, response.headers["location"])
        return self._reply(url, "circle", target=here)

    def _ask(self, url: str) -> httpx.Response:
        """HEAD, and GET where a server does not answer that well; the body is never read."""
        response = self._client.head(url)
        if response.status_code < CLIENT_ERROR or response.status_code in BUSY:
            return response
        with self._client.stream("GET", url) as whole:
            return httpx.Response(whole.status_code, headers=whole.headers)

    def _judge(self, url: str, at: str, response: httpx.Response) -> Reply:
        status = response.status_code
        if status in BUSY:
            return self._reply(url, "busy", status, wait=self.later(response.headers.get("retry-after", "")))
        moved = at != url and status < CLIENT_ERROR
        return self._reply(url, "moved" if moved else state_of(status), status, target=at if moved else "")

    def later(self, written: str) -> float:
        """The seconds in a `Retry-After` header, which may be a moment too (RFC 9110, 10.2.3)."""
        if written.isdigit():
            return float(written)
        try:
            return max(0.0, parsedate_to_datetime(written).timestamp() - self._now())
        except (TypeError, ValueError):
            return LATER

    def _reply(self, url: str, state: State, status: int = 0, *, target: str = "", wait: float = 0.0) -> Reply:
        return Reply(Answer(url, state, self._day, status, target), wait)


def make_asker(day: str, *, timeout: float = 15.0, allowed: frozenset[str] = frozenset()) -> Asker:
    """The asker of a day."""
    return Asker(day, timeout=timeout, allowed=allowed)


def state_of(status: int) -> State:
    """What a status without redirect says of a page."""
    if status in GONE:
        return "gone"
    if status in REFUSED:
        return "refused"
    return "failed" if status >= CLIENT_ERROR else "fine"
