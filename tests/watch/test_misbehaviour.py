"""Servers that misbehave cost one line each; the other feeds and stories go on."""

from __future__ import annotations

import gzip
import time
from itertools import pairwise
from typing import Any

import pytest

from sayso.intake import Limits

from .conftest import Watching
from .site import HTML, RSS, Reply, Site, rss, story

SLOW = Limits(timeout=0.7)


def drip(start: bytes) -> Reply:
    """Begins well and then sends a byte now and then."""

    def special(request: Any) -> None:
        request.wfile.write(start)
        for _ in range(60):
            request.wfile.write(b" ")
            request.wfile.flush()
            time.sleep(0.1)

    return Reply(special=special)


def silent(request: Any) -> None:
    time.sleep(4)


def hang_up(request: Any) -> None:
    request.connection.close()


def cut_short(request: Any) -> None:
    whole = rss([("/story/1", "Mill", None), ("/story/2", "Mill", None)])
    request.send_response(200)
    request.send_header("Content-Length", str(len(whole)))
    request.end_headers()
    request.wfile.write(whole[: whole.rindex(b"/story/2") + 4])
    request.connection.close()


BOMB = gzip.compress(b"<rss><channel>" + b" " * 60_000_000)
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(20))
    + b"]><rss version='2.0'><channel><item><title>&u;</title><link>/story/1</link></item></channel></rss>"
)
XXE = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">'
    b'<!ENTITY % p SYSTEM "%SITE%/outside"> %p;]>'
    b"<rss version='2.0'><channel><item><title>A &x; B</title><link>/story/1</link></item></channel></rss>"
)

#: Answers to a request for a feed, and a word of what is said of it.
BAD_FEEDS = {
    "slow": (Reply(special=silent), "too long"),
    "drip in the headers": (drip(b"HTTP/1.1 200 OK\r\nX-Long: "), "too long"),
    "drip in the body": (drip(b"HTTP/1.1 200 OK\r\n\r\n<rss>"), "too long"),
    "500": (Reply(b"oh", 500), "answered 500"),
    "404": (Reply(b"no", 404), "answered 404"),
    "gone": (Reply(b"no", 410), "take it out of the list"),
    "loop": (Reply(status=302, headers={"Location": "/feed"}), "redirects"),
    "away": (Reply(status=302, headers={"Location": "file:///etc/passwd"}), "only http"),
    "nowhere": (Reply(status=302, headers={"Location": "http://[::1"}), "no address"),
    "inside": (Reply(status=302, headers={"Location": "http://127.0.0.1:9/"}), "private"),
    "hung up": (Reply(special=hang_up), "could not be fetched"),
    "bomb": (Reply(BOMB, headers={**RSS, "Content-Encoding": "gzip"}), "over 5,000,000 bytes"),
    "huge": (Reply(b"<rss>" + b" " * 6_000_000, headers=RSS), "over 5,000,000 bytes"),
    "broken gzip": (Reply(b"\x1f\x8b rubbish", headers={"Content-Encoding": "gzip"}), "could not be fetched"),
    "unknown packing": (Reply(b"x", headers={"Content-Encoding": "br"}), "not asked for"),
    "empty": (Reply(b"", headers=RSS), "is empty"),
    "a page": (Reply(story(1), headers=HTML), "a web page, not a feed"),
    "a picture": (Reply(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), headers=RSS), "neither RSS nor Atom"),
    "plain text": (Reply(b"The feed has moved.", headers=RSS), "neither RSS nor Atom"),
    "broken JSON": (Reply(b'{"items": [', headers={"Content-Type": "application/feed+json"}), "JSON"),
    "other JSON": (Reply(b'{"a": 1}', headers={"Content-Type": "application/json"}), "no JSON Feed"),
}


@pytest.mark.parametrize("name", BAD_FEEDS)
def test_one_bad_feed_stops_nothing(site: Site, other: Site, watching: Watching, name: str) -> None:
    site.pages["/feed"], words = BAD_FEEDS[name]
    other.feed("/feed", ["/story/1"])
    other.stories(1)
    begun = time.monotonic()
    summary = watching.once(f"{site.url}/feed", f"{other.url}/feed", limits=SLOW)
    assert time.monotonic() - begun < 4
    assert (summary.new, summary.failed) == (1, 1)
    [line] = [line for line in watching.said if line.startswith(f"{site.url}/feed")]
    assert "failed" in line
    assert words in line
    assert "next 2026-03-0" in line
    assert watching.rows(f"SELECT failures FROM feed WHERE url = '{site.url}/feed'") == [(1,)]


def test_a_feed_that_breaks_off_gives_its_whole_items(site: Site, watching: Watching) -> None:
    # no length given, so that nothing but the missing end tells
    whole = rss([("/story/1", "Mill", None), ("/story/2", "Mill", None)])
    site.pages["/feed"] = Reply(whole[: whole.rindex(b"/story/2") + 4], headers=RSS)
    site.stories(1)
    watching.once(f"{site.url}/feed")
    assert watching.states() == {f"{site.url}/story/1": "kept"}


def test_a_body_shorter_than_promised_is_a_failure(site: Site, watching: Watching) -> None:
    site.pages["/feed"] = Reply(special=cut_short)
    assert watching.once(f"{site.url}/feed").failed == 1


@pytest.mark.parametrize("data", [LAUGHS, XXE], ids=["billion laughs", "outside entity"])
def test_entities_are_not_expanded(site: Site, watching: Watching, data: bytes) -> None:
    site.pages["/feed"] = Reply(data.replace(b"%SITE%", site.url.encode()), headers=RSS)
    site.stories(1)
    begun = time.process_time()
    assert watching.once(f"{site.url}/feed").new == 1
    assert time.process_time() - begun < 5
    [(title,)] = watching.rows("SELECT title FROM feed_item")
    assert len(title) < 20
    assert site.times("/outside") == 0


@pytest.mark.parametrize("kind", ["image/png", "text/html", "application/octet-stream", "", "nonsense"])
def test_the_content_type_of_a_feed_does_not_matter(site: Site, watching: Watching, kind: str) -> None:
    site.pages["/feed"] = Reply(rss([("/story/1", "Mill", None)]), headers={"Content-Type": kind})
    site.stories(1)
    assert watching.once(f"{site.url}/feed").new == 1


#: Answers to a request for a story, whether it is tried again, and a word of what is said.
BAD_STORIES = {
    "500": (Reply(b"oh", 500), "waiting", "answered 500"),
    "404": (Reply(b"no", 404), "waiting", "answered 404"),
    "410": (Reply(b"no", 410), "refused", "gone"),
    "slow": (Reply(special=silent), "waiting", "too long"),
    "drip": (drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>"), "waiting", "too long"),
    "loop": (Reply(status=301, headers={"Location": "/bad"}), "waiting", "redirects"),
    "picture": (Reply(b"\x89PNG", headers={"Content-Type": "image/png"}), "refused", "not a page"),
    "bomb": (Reply(BOMB, headers={**HTML, "Content-Encoding": "gzip"}), "refused", "bytes"),
    "empty": (Reply(b"", headers=HTML), "refused", "empty"),
    "no text": (Reply(b"<html><body><img src=x></body></html>", headers=HTML), "refused", "no story"),
    "German": (
        Reply(
            "<p>Die Papierfabrik bleibt noch ein Jahr offen, sagte der Leiter der Fabrik nach dem Gespräch "
            "mit der Belegschaft. Der Rat der Stadt hatte eine Entscheidung vor dem Winter verlangt, "
            "doch die Eigentümer wollten sich lange nicht festlegen und schwiegen.</p>".encode(),
            headers=HTML,
        ),
        "refused",
        "English",
    ),
    "elsewhere": (Reply(status=302, headers={"Location": "http://127.0.0.1:9/"}), "waiting", "private"),
}


@pytest.mark.parametrize("name", BAD_STORIES)
def test_one_bad_story_stops_nothing(site: Site, watching: Watching, name: str) -> None:
    site.pages["/bad"], state, words = BAD_STORIES[name]
    site.feed("/feed", ["/story/1", "/bad", "/story/2"])
    site.stories(1, 2)
    summary = watching.once(f"{site.url}/feed", limits=SLOW)
    assert (summary.new, summary.failed) == (2, 0)
    assert watching.states()[f"{site.url}/bad"] == state
    [line] = [line for line in watching.said if line.startswith(f"{site.url}/bad")]
    assert words in line
    [(error,)] = watching.rows("SELECT error FROM feed_item WHERE error IS NOT NULL")
    assert error in line


def test_a_bug_costs_one_story(site: Site, watching: Watching, monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso import pipeline

    real = pipeline.read

    def read(raw: Any, **options: Any) -> Any:
        if raw.url.endswith("/1"):
            raise RecursionError("too deep")
        return real(raw, **options)

    monkeypatch.setattr(pipeline, "read", read)
    site.feed("/feed", ["/story/1", "/story/2"])
    site.stories(1, 2)
    summary = watching.once(f"{site.url}/feed")
    assert (summary.new, summary.refused) == (1, 1)
    assert "a bug in sayso: RecursionError: too deep" in watching.said[0]


def test_what_a_server_says_cannot_steer_the_terminal(site: Site, watching: Watching) -> None:
    site.pages["/feed"] = Reply(status=302, headers={"Location": "x://\x1b[2J" + "a" * 5_000})
    watching.once(f"{site.url}/feed")
    assert "\x1b" not in "".join(watching.said)
    assert all(len(line) < 1_100 for line in watching.said)


def test_a_story_that_cannot_be_had_is_given_up_in_the_end(site: Site, watching: Watching) -> None:
    site.feed("/feed", ["/bad"])
    site.pages["/bad"] = Reply(b"oh", 500)
    times = []
    for _ in range(200):
        watching.once(f"{site.url}/feed")
        times.append(site.times("/bad"))
        watching.clock.later(minutes=30)
        if watching.states()[f"{site.url}/bad"] == "refused":
            break
    assert times[-1] == 5
    steps = [times.index(n) for n in range(1, 6)]
    assert [b - a for a, b in pairwise(steps)] == [1, 2, 4, 8], "half hours between the tries"


def test_a_feed_whose_stories_all_fail_is_left_for_the_next_time(site: Site, watching: Watching) -> None:
    site.feed("/feed", [f"/bad/{number}" for number in range(30)])
    summary = watching.once(f"{site.url}/feed")
    assert sum(path.startswith("/bad/") for path, _ in site.asked) == 5
    assert summary.waiting == 30


def test_a_program_killed_by_a_story_does_not_try_it_for_ever(site: Site, watching: Watching) -> None:
    site.feed("/feed", ["/story/1"])
    site.stories(1)
    watching.once(f"{site.url}/feed")
    watching.ledger.connection.execute("UPDATE feed_item SET state = 'waiting', tries = 5")
    watching.once(f"{site.url}/feed")
    assert watching.states() == {f"{site.url}/story/1": "refused"}
    assert site.times("/story/1") == 1
