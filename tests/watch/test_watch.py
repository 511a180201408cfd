"""New stories of feeds come into the ledger, each once, and nothing is asked for that need not be."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from .conftest import Watching
from .site import HTML, RSS, Reply, Site, rss, story


def test_new_stories_are_kept(site: Site, watching: Watching) -> None:
    site.feed("/feed", [f"{site.url}/story/1", "/story/2"])
    site.stories(1, 2)
    summary = watching.once(f"{site.url}/feed")
    assert watching.stories() == {f"{site.url}/story/1", f"{site.url}/story/2"}
    assert (summary.new, summary.failed) == (2, 0)
    assert watching.said == [f"{site.url}/feed: 2 new; next 2026-03-03T10:30:00+00:00"]
    assert summary.line() == "1 feed, 1 answered; stories: 2 new"
    sources = {row[0] for row in watching.rows("SELECT name FROM source")}
    assert {"Tomas Reke", "Anna Holub"} <= sources


def test_the_bytes_are_kept_unless_they_are_not_wanted(site: Site, watching: Watching) -> None:
    site.feed("/a", ["/story/1"])
    site.feed("/b", ["/story/2"])
    site.stories(1, 2)
    watching.once(f"{site.url}/a")
    assert watching.rows("SELECT size FROM input_bytes") == [(len(story(1)),)]
    watching.once(f"{site.url}/b", keep_bytes=False)
    assert len(watching.rows("SELECT size FROM input_bytes")) == 1
    assert len(watching.stories()) == 2


def test_a_feed_is_asked_on_condition_that_it_has_changed(site: Site, watching: Watching) -> None:
    def answer(request: Any) -> Reply:
        if request.headers.get("If-None-Match") == '"v1"':
            return Reply(status=304)
        return Reply(
            rss([("/story/1", "Mill", None)]), headers={**RSS, "ETag": '"v1"', "Last-Modified": "a day"}
        )

    site.pages["/feed"] = answer
    site.stories(1)
    watching.once(f"{site.url}/feed")
    watching.clock.later(minutes=30)
    watching.once(f"{site.url}/feed")
    headers = [headers for path, headers in site.asked if path == "/feed"]
    assert "If-None-Match" not in headers[0]
    assert (headers[1]["If-None-Match"], headers[1]["If-Modified-Since"]) == ('"v1"', "a day")
    assert site.times("/story/1") == 1
    assert "unchanged" in watching.said[0]


def test_known_items_are_not_fetched_again(site: Site, watching: Watching) -> None:
    site.feed("/feed", ["/story/1"])
    site.stories(1, 2)
    watching.once(f"{site.url}/feed")
    site.feed("/feed", ["/story/2", "/story/1"])
    watching.clock.later(minutes=30)
    assert watching.once(f"{site.url}/feed").new == 1
    assert (site.times("/story/1"), site.times("/story/2")) == (1, 1)


def test_a_changed_item_is_read_again_as_a_version(site: Site, watching: Watching) -> None:
    def feed(date: str) -> Reply:
        return Reply(rss([("/story/1", "Mill", date)]), headers=RSS)

    site.pages["/feed"] = feed("Tue, 03 Mar 2026 08:00:00 GMT")
    site.stories(1)
    watching.once(f"{site.url}/feed")
    site.pages["/feed"] = feed("Tue, 03 Mar 2026 10:10:00 GMT")
    site.pages["/story/1"] = Reply(story(1, " It may still close, said Mona Teig."), headers=HTML)
    watching.clock.later(minutes=30)
    watching.once(f"{site.url}/feed")
    assert site.times("/story/1") == 1, "not more often than once an hour"
    watching.clock.later(minutes=60)
    assert watching.once(f"{site.url}/feed").versions == 1
    assert watching.rows("SELECT version, current FROM story ORDER BY version") == [(1, 0), (2, 1)]
    assert "1 changed" in watching.said[0]


def test_the_same_story_in_two_feeds_is_fetched_once(site: Site, watching: Watching) -> None:
    site.feed("/a", ["/story/1?utm_source=a"])
    site.feed("/b", [f"{site.url}/story/1#top"])
    site.stories(1)
    summary = watching.once(f"{site.url}/a", f"{site.url}/b")
    assert site.times("/story/1") == 1
    assert (summary.new, summary.known) == (1, 1)
    assert watching.rows("SELECT feed, state, story FROM feed_item ORDER BY feed") == [
        (f"{site.url}/a", "kept", f"{site.url}/story/1"),
        (f"{site.url}/b", "kept", f"{site.url}/story/1"),
    ]


def test_the_feed_only_fills_what_the_page_lacks(site: Site, watching: Watching) -> None:
    items = [
        ("/bare", "Mill to stay", "Tue, 03 Mar 2026 08:00:00 +0100"),
        ("/story/1", "Other", "Tue, 03 Mar 2026"),
    ]
    site.pages["/feed"] = Reply(rss(items), headers=RSS)
    site.pages["/bare"] = Reply(
        b"<p>The mill stays open, Ilse Varn said after the meeting.</p>", headers=HTML
    )
    date = '<meta property="article:published_time" content="2026-03-01T07:00:00+00:00">'
    site.pages["/story/1"] = Reply(story(1, head=date), headers=HTML)
    watching.once(f"{site.url}/feed")
    rows = watching.rows("SELECT id, headline, published FROM story")
    told = {row[0].rsplit("/", 1)[1]: row[1:] for row in rows}
    assert told["bare"] == ("Mill to stay", "2026-03-03T08:00:00+01:00")
    assert told["1"] == ("Mill number 1 to stay open", "2026-03-01T07:00:00+00:00")


def test_items_without_link_or_date(site: Site, watching: Watching) -> None:
    items = [
        (None, "No link", None),
        ("javascript:alert(1)", "Script", None),
        ("/story/1", None, "yesterday"),
    ]
    site.pages["/feed"] = Reply(rss(items), headers=RSS)
    site.stories(1)
    assert watching.once(f"{site.url}/feed").new == 1
    assert "2 items without a usable link" in watching.said[0]
    assert watching.rows("SELECT published FROM feed_item") == [(None,)]


def test_a_page_that_names_another_site_stays_itself(site: Site, watching: Watching) -> None:
    site.feed("/feed", ["/story/1", "/story/2"])
    site.pages["/story/1"] = Reply(
        story(1, head='<link rel="canonical" href="https://bell.example/the/original">'), headers=HTML
    )
    site.pages["/story/2"] = Reply(story(2, head='<link rel="canonical" href="/mill-two">'), headers=HTML)
    watching.once(f"{site.url}/feed")
    assert watching.stories() == {f"{site.url}/story/1", f"{site.url}/mill-two"}


def test_redirects_are_followed(site: Site, watching: Watching) -> None:
    site.pages["/old"] = Reply(status=301, headers={"Location": "/news/feed"})
    site.feed("/news/feed", ["../story/1"])
    site.pages["/story/1"] = Reply(status=302, headers={"Location": "/story/2"})
    site.stories(2)
    watching.once(f"{site.url}/old")
    assert watching.stories() == {f"{site.url}/story/2"}


def test_feeds_are_asked_before_stories_and_take_turns(site: Site, watching: Watching) -> None:
    site.feed("/a", ["/story/1", "/story/2", "/story/3"])
    site.feed("/b", ["/story/4"])
    site.stories(1, 2, 3, 4)
    watching.once(f"{site.url}/a", f"{site.url}/b")
    order = [path for path, _ in site.asked if path != "/robots.txt"]
    assert order[:2] == ["/a", "/b"]
    assert order.index("/story/4") == 3, "the second feed's first story is not behind all of the first feed's"


def test_between_requests_to_a_host_there_is_time(site: Site, watching: Watching) -> None:
    site.feed("/feed", ["/story/1", "/story/2"])
    site.stories(1, 2)
    watching.once(f"{site.url}/feed", delay=7.0)
    assert watching.clock.slept == [7.0, 7.0]


def test_the_loop_goes_on_when_feeds_are_due(site: Site, watching: Watching) -> None:
    site.feed("/feed", ["/story/1"])
    site.stories(1, 2)
    watcher = watching.watcher(every=timedelta(minutes=20))
    begun = watching.clock.now()

    def feeds() -> list[str]:
        passed = watching.clock.now() - begun
        if passed > timedelta(minutes=10):
            site.feed("/feed", ["/story/1", "/story/2"])
        if passed > timedelta(minutes=50):
            raise KeyboardInterrupt
        return [f"{site.url}/feed"]

    try:
        watcher.forever(feeds)
    except KeyboardInterrupt:
        summary = watcher.stop()
    assert (site.times("/feed"), summary.new) == (3, 2)


def test_the_order_of_items_in_the_ledger_is_that_of_appearance(site: Site, watching: Watching) -> None:
    site.feed("/feed", ["/story/3", "/story/2", "/story/1"])
    site.stories(1, 2, 3)
    watching.once(f"{site.url}/feed")
    order = [path for path, _ in site.asked if path.startswith("/story")]
    assert order == sorted(order), "the feed lists the newest first; the oldest is read first"
