"""Asking many addresses without being a burden: one at a time per host, with a pause, and later where a host asks so.

Hosts are asked side by side. Called by the pipeline with an asker and what was remembered.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from time import sleep
from urllib.parse import urlsplit

from socialmap.links.values import Answer, Reply


@dataclass(frozen=True, slots=True)
class Manners:
    """How politely: seconds between two questions to one host, hosts at once, how long a wait is still waited for.

    `keep_days` is for how long an answer that was fine is not asked again; another is asked again the next day.
    """

    pause: float = 1.0
    hosts: int = 8
    longest_wait: float = 30.0
    keep_days: int = 6


Ask = Callable[[str], Reply]
Tell = Callable[[int, int], None]


def check_links(
    urls: Iterable[str],
    *,
    ask: Ask,
    known: Mapping[str, Answer],
    day: str,
    manners: Manners,
    tell: Tell = lambda _done, _all: None,
    rest: Callable[[float], None] = sleep,
) -> Mapping[str, Answer]:
    """The answer of each address, in order; `tell` hears how many of how many were asked."""
    wanted = sorted(set(urls))
    found = {url: known[url] for url in wanted if url in known and is_fresh(known[url], day, manners.keep_days)}
    queues = _by_host(url for url in wanted if url not in found)
    total, done = sum(map(len, queues)), [0]

    def one(queue: Sequence[str]) -> list[Answer]:
        answers: list[Answer] = []
        for url in queue:
            if answers:
                rest(manners.pause)
            answers.append(_patiently(url, ask, manners, rest))
            done[0] += 1
            tell(done[0], total)
        return answers

    with ThreadPoolExecutor(max_workers=manners.hosts) as pool:
        for answers in pool.map(one, queues):
            found.update((answer.url, answer) for answer in answers)
    return {url: found[url] for url in wanted}


def is_fresh(answer: Answer, day: str, keep_days: int) -> bool:
    """Whether an answer still counts on a day: a good one for some days, any other for the day itself."""
    age = (date.fromisoformat(day) - date.fromisoformat(answer.day)).days
    return 0 <= age <= (keep_days if answer.state == "fine" else 0)


def _by_host(urls: Iterable[str]) -> list[list[str]]:
    queues: dict[str, list[str]] = {}
    for url in urls:
        queues.setdefault(urlsplit(url).netloc.lower(), []).append(url)
    return sorted(queues.values(), key=len, reverse=True)


def _patiently(url: str, ask: Ask, manners: Manners, rest: Callable[[float], None]) -> Answer:
    """The answer, asked once more after the wait that a busy server asks for, when that is not too long."""
    reply = ask(url)
    if reply.answer.state != "busy" or reply.wait > manners.longest_wait:
        return reply.answer
    rest(reply.wait)
    return ask(url).answer
