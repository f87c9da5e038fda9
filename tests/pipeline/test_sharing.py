"""Pages that show the same cards are drawn by one process, and every page by one."""

from hypothesis import given
from hypothesis import strategies as st

from socialmap.pipeline.sharing import LISTS, share_out
from socialmap.views.plan import PageJob

TEMPLATES = (*LISTS, "service", "calendar", "home")


def jobs(templates: list[str]) -> list[PageJob]:
    return [PageJob("home", "", "nl", f"{number}.html", template) for number, template in enumerate(templates)]


@given(st.lists(st.sampled_from(TEMPLATES), max_size=60), st.integers(1, 4), st.integers(1, 20))
def test_every_job_is_in_one_share_and_no_share_is_too_long(templates: list[str], workers: int, most: int) -> None:
    given_jobs = jobs(templates)
    shares = tuple(share_out(given_jobs, workers=workers, most=most))
    assert sorted(job.route for share in shares for job in share) == sorted(job.route for job in given_jobs)
    assert all(0 < len(share) <= most for share in shares)


def test_lists_are_together_and_services_are_divided() -> None:
    shares = share_out(jobs(["service", "listing", "service", "calendar", "location", "agenda", "home"]), workers=2)
    assert [[job.template for job in share] for share in shares] == [
        ["listing", "location", "agenda"],
        ["service"],
        ["service"],
        ["calendar", "home"],
    ]


def test_lists_and_services_come_by_turns() -> None:
    shares = share_out(jobs(["service", "service", "service", "listing", "listing", "home"]), workers=1, most=1)
    assert [share[0].template for share in shares] == ["listing", "service", "listing", "service", "service", "home"]


def test_services_come_in_the_order_in_which_they_were_read() -> None:
    drawn = [PageJob("service", name, "nl", f"{name}.html", "service") for name in "abcd"]
    read = (("service", "c"), ("organization", "b"), ("service", "a"), ("service", "d"), ("service", "b"))
    shares = share_out(drawn, workers=2, records=read)
    assert [[job.name for job in share] for share in shares] == [["c", "a"], ["d", "b"]]
