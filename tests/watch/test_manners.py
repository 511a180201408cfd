"""Hosts are asked as they wish: robots.txt, Crawl-delay, Retry-After, and less often while they fail."""

from __future__ import annotations

from datetime import timedelta

import pytest

from .conftest import Watching
from .site import RSS, Reply, Site, rss

TEXT = {"Content-Type": "text/plain"}


def robots(site: Site, text: str, status: int = 200) -> None:
    site.pages["/robots.txt"] = Reply(text.encode(), status, TEXT)


def test_robots_may_forbid_a_story(site: Site, watching: Watching) -> None:
    robots(site, "User-agent: *\nDisallow: /story/2\n")
    site.feed("/feed", ["/story/1", "/story/2"])
    site.stories(1, 2)
    summary = watching.once(f"{site.url}/feed")
    assert (summary.new, summary.refused, site.times("/story/2")) == (1, 1, 0)
    assert "robots.txt" in watching.said[0]


def test_robots_may_forbid_a_feed(site: Site, watching: Watching) -> None:
    robots(site, "User-agent: sayso\nDisallow: /\n\nUser-agent: *\nAllow: /\n")
    site.feed("/feed", ["/story/1"])
    assert watching.once(f"{site.url}/feed").failed == 1
    assert site.times("/feed") == 0
    assert "robots.txt asks programs not to read it" in watching.said[0]


def test_robots_speak_for_what_a_redirect_leads_to(site: Site, watching: Watching) -> None:
    robots(site, "User-agent: *\nDisallow: /story/2\n")
    site.feed("/feed", ["/story/1"])
    site.pages["/story/1"] = Reply(status=301, headers={"Location": "/story/2"})
    site.stories(2)
    assert watching.once(f"{site.url}/feed").refused == 1
    assert site.times("/story/2") == 0


def test_robots_are_asked_for_once_a_day(site: Site, watching: Watching) -> None:
    site.feed("/feed", ["/story/1"])
    site.stories(1)
    for _ in range(10):
        watching.once(f"{site.url}/feed")
        watching.clock.later(hours=5)
    assert site.times("/robots.txt") == 2, "at hours 0 and 25"
    assert site.asked[0][1]["User-Agent"].startswith("sayso/")


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_no_robots_is_no_rule(site: Site, watching: Watching, status: int) -> None:
    robots(site, "User-agent: *\nDisallow: /", status)
    site.feed("/feed", [])
    assert watching.once(f"{site.url}/feed").failed == 0


@pytest.mark.parametrize("status", [500, 503, 429])
def test_robots_that_cannot_be_had_forbid_everything_for_a_while(
    site: Site, watching: Watching, status: int
) -> None:
    robots(site, "", status)
    site.feed("/feed", [])
    assert watching.once(f"{site.url}/feed").failed == 1
    assert site.times("/feed") == 0
    robots(site, "")
    watching.clock.later(hours=1)
    assert watching.once(f"{site.url}/feed").failed == 0


def test_robots_full_of_rubbish(site: Site, watching: Watching) -> None:
    junk = b"\xff\x00<html>" + b"Disallow: /" + b"*a" * 100_000 + b"\nUser-agent: *\nDisallow: /story/2\n"
    site.pages["/robots.txt"] = Reply(junk, headers=TEXT)
    site.feed("/feed", ["/story/" + "a" * 1_500, "/story/2"])
    assert watching.once(f"{site.url}/feed").refused == 1


def test_the_crawl_delay_is_kept(site: Site, watching: Watching) -> None:
    robots(site, "User-agent: *\nCrawl-delay: 20\n")
    site.feed("/feed", ["/story/1", "/story/2"])
    site.stories(1, 2)
    watching.once(f"{site.url}/feed")
    assert watching.clock.slept == [20.0, 20.0]


def test_a_long_crawl_delay_is_kept_from_run_to_run(site: Site, watching: Watching) -> None:
    robots(site, "User-agent: *\nCrawl-delay: 600\n")
    site.feed("/feed", ["/story/1", "/story/2"])
    site.stories(1, 2)
    times = []
    for _ in range(60):
        watching.once(f"{site.url}/feed")
        times.append(len([path for path, _ in site.asked if path != "/robots.txt"]))
        watching.clock.later(minutes=5)
    assert watching.clock.slept == [], "nobody waits for minutes with --once"
    assert times[:6] == [1, 1, 2, 2, 3, 3]
    assert len(watching.stories()) == 2


def test_failures_make_the_waits_longer(site: Site, watching: Watching) -> None:
    site.pages["/feed"] = Reply(b"oh", 500)
    asked = []
    for half_hour in range(120):
        before = site.times("/feed")
        watching.once(f"{site.url}/feed")
        if site.times("/feed") > before:
            asked.append(half_hour)
        watching.clock.later(minutes=30)
    assert asked == [0, 2, 6, 14, 30, 62, 110], "1, 2, 4, 8, 16 hours and then a day"
    site.feed("/feed", [])
    watching.clock.later(days=1)
    watching.once(f"{site.url}/feed")
    assert watching.rows("SELECT failures, error FROM feed") == [(0, None)]


def test_while_it_waits_a_failed_feed_counts_as_failed(site: Site, watching: Watching) -> None:
    site.pages["/feed"] = Reply(b"oh", 500)
    watching.once(f"{site.url}/feed")
    assert watching.once(f"{site.url}/feed").failed == 1
    assert "not asked (failed 1 time: the server answered 500); next" in watching.said[0]


@pytest.mark.parametrize(
    ("value", "hours"),
    [
        ("14400", 4),
        ("Tue, 03 Mar 2026 16:00:00 GMT", 6),
        ("60", 1),
        ("rubbish", 1),
        ("9" * 50, 168),
        ("-5", 1),
    ],
)
def test_retry_after_is_heard(site: Site, watching: Watching, value: str, hours: int) -> None:
    site.pages["/feed"] = Reply(b"later", 503, {"Retry-After": value})
    begun = watching.clock.now()
    watching.once(f"{site.url}/feed")
    [(due,)] = watching.rows("SELECT next FROM feed")
    assert due == (begun + timedelta(hours=hours)).isoformat()


def test_a_host_that_asks_for_a_rest_gets_it(site: Site, watching: Watching) -> None:
    site.feed("/feed", ["/story/1", "/busy", "/story/2"])
    site.pages["/busy"] = Reply(b"later", 429, {"Retry-After": "7200"})
    site.stories(1, 2)
    summary = watching.once(f"{site.url}/feed")
    assert (site.times("/story/1") + site.times("/story/2"), summary.waiting) == (1, 2)
    watching.clock.later(minutes=30)
    asked = len(site.asked)
    watching.once(f"{site.url}/feed")
    assert len(site.asked) == asked
    assert "not asked" in watching.said[0]
    watching.clock.later(hours=2)
    watching.once(f"{site.url}/feed")
    assert len(watching.stories()) == 2


def test_private_places_other_than_the_feeds_own_are_not_asked(
    site: Site, other: Site, watching: Watching
) -> None:
    site.feed("/feed", [f"{other.url}/story/1", "/story/2"])
    other.stories(1)
    site.stories(2)
    summary = watching.once(f"{site.url}/feed")
    assert (summary.new, other.asked) == (1, [])
    assert "private address" in watching.said[0]
    assert "--allow-private" not in watching.said[0]


def test_items_that_go_elsewhere_are_read_there(
    site: Site, other: Site, watching: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.intake._address.public", lambda ip: True)
    robots(other, "User-agent: *\nDisallow: /story/2\n")
    site.pages["/feed"] = Reply(rss([(f"{other.url}/story/{n}", None, None) for n in (1, 2)]), headers=RSS)
    other.stories(1, 2)
    summary = watching.once(f"{site.url}/feed")
    assert (summary.new, summary.refused) == (1, 1)
    assert watching.stories() == {f"{other.url}/story/1"}
