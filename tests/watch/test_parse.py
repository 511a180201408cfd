"""Feeds of all kinds, well-formed or not, give the same items; hostile ones cost little."""

from __future__ import annotations

import contextlib
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import FeedError
from sayso.watch._item import iso_date, plain_title, usable_link
from sayso.watch._parse import MAX_ITEMS, parse_feed

from .site import rss

URL = "https://bell.example/feeds/all.xml"
ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://bell.example/news/">
 <title type="text">The Evening Bell</title>
 <link rel="self" href="/feeds/all.xml"/>
 <entry><title type="html">Mill &amp;amp; town</title><id>tag:bell.example,2026:1</id>
  <link rel="enclosure" href="sound.mp3"/><link rel="alternate" href="mill"/>
  <published>2026-03-03T08:00:00Z</published><updated>2026-03-03T09:30:00+01:00</updated></entry>
</feed>"""
RDF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
 <channel rdf:about="https://bell.example/"><title>The Evening Bell</title></channel>
 <item rdf:about="https://bell.example/news/mill"><title>Mill &amp; town</title>
  <link>https://bell.example/news/mill</link><dc:date>2026-03-03T08:00:00+00:00</dc:date></item>
</rdf:RDF>"""
RSS2 = rss(
    [("/news/mill?utm_source=rss&utm_medium=feed#top", "Mill & town", "Tue, 03 Mar 2026 08:00:00 GMT")]
).decode()
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Evening Bell",
        "items": [
            5,
            {
                "id": 7,
                "url": "/news/mill",
                "title": "Mill & town",
                "date_published": "2026-03-03T08:00:00+00:00",
            },
        ],
    }
)


@pytest.mark.parametrize("feed", [ATOM, RDF, RSS2, JSON], ids=["Atom", "RSS 1", "RSS 2", "JSON"])
def test_every_kind_of_feed(feed: str) -> None:
    found = parse_feed(feed.encode(), None, URL)
    assert found.title == "The Evening Bell"
    [item] = found.items
    assert (item.url, item.title) == ("https://bell.example/news/mill", "Mill & town")
    assert item.published == "2026-03-03T08:00:00+00:00"


@pytest.mark.parametrize(
    ("name", "feed"),
    [
        ("bare ampersands", RSS2.replace("&amp;", "&")),
        ("no declaration", RSS2.split("?>")[1]),
        ("blank lines first", "\n\n  " + RSS2),
        ("control characters", RSS2.replace("Mill", "\x08Mill\x00")),
        ("no closing tags", RSS2.replace("</channel></rss>", "")),
        ("unclosed markup inside", RSS2.replace("<item>", "<item><description>a <b> c</description>")),
        ("a page's entities", RSS2.replace("&amp; town", "&#38; town")),
        (
            "an old declaration of types",
            RSS2.replace("?>", '?><!DOCTYPE rss PUBLIC "x" "https://x.example/rss.dtd">'),
        ),
        ("CDATA", RSS2.replace("Mill &amp; town", "<![CDATA[Mill & <i>town</i>]]>")),
    ],
)
def test_malformed_feeds_are_read_all_the_same(name: str, feed: str) -> None:
    found = parse_feed(feed.encode(), None, URL)
    assert [(item.url, item.title) for item in found.items] == [
        ("https://bell.example/news/mill", "Mill & town")
    ]


@pytest.mark.parametrize(
    ("encoding", "declared", "http"),
    [
        ("utf-8", "utf-8", None),
        ("utf-8", "iso-8859-1", None),  # a wrong declaration of what is plainly UTF-8
        ("utf-8", "utf-8", "iso-8859-1"),
        ("cp1252", "iso-8859-1", None),
        ("cp1252", "utf-8", None),
        ("cp1252", "utf-8", "windows-1252"),
        ("utf-16", "utf-16", None),
        ("utf-8-sig", "utf-8", None),
        ("cp1251", "windows-1251", None),
    ],
)
def test_encodings_right_and_wrong(encoding: str, declared: str, http: str | None) -> None:
    title = "Завод" if encoding == "cp1251" else "Müller’s café"
    feed = rss([("/a", title, None)]).decode().replace('encoding="utf-8"', f'encoding="{declared}"')
    [item] = parse_feed(feed.encode(encoding), http, URL).items
    assert item.title == title


def test_items_are_each_taken_once_and_not_without_end() -> None:
    links = [(f"/story/{n % (MAX_ITEMS + 10)}", None, None) for n in range(2 * MAX_ITEMS)]
    found = parse_feed(rss(links), None, URL)
    assert (len(found.items), found.left_out) == (MAX_ITEMS, 10)


def test_a_page_tells_where_its_feed_may_be() -> None:
    page = b'<!DOCTYPE html><html><link rel=alternate type="application/rss+xml" href="/rss.xml?a=1"></html>'
    with pytest.raises(FeedError, match=r"its feed may be https://bell\.example/rss\.xml\?a=1$"):
        parse_feed(page, None, URL)


def test_the_id_of_an_item_may_be_its_address() -> None:
    feed = rss([]).replace(b"</channel>", b"<item><guid>https://bell.example/g</guid></item></channel>")
    assert [item.url for item in parse_feed(feed, None, URL).items] == ["https://bell.example/g"]


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("/a b", "https://bell.example/ab"),
        (" https://bell.example/a\n", "https://bell.example/a"),
        ("//other.example/a#b", "https://other.example/a"),
        ("?page=2&utm_campaign=x", "https://bell.example/feeds/all.xml?page=2"),
        ("?q=a%20b&c", "https://bell.example/feeds/all.xml?q=a%20b&c"),
        ("https://bell.example", "https://bell.example/"),
        ("javascript:alert(1)", None),
        ("mailto:desk@bell.example", None),
        ("ftp://bell.example/a", None),
        ("https://user:word@bell.example/", None),
        ("https://[::1", None),
        ("https://bell.example:port/", None),
        ("/" + "a" * 3_000, None),
        ("", None),
        (None, None),
    ],
)
def test_links(link: str | None, url: str | None) -> None:
    assert usable_link(link, URL) == url


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("Tue, 03 Mar 2026 08:00:00 GMT", "2026-03-03T08:00:00+00:00"),
        ("Tue, 03 Mar 2026 08:00:00 -0530", "2026-03-03T08:00:00-05:30"),
        ("03 Mar 2026 08:00 EST", "2026-03-03T08:00:00-05:00"),
        ("Tue, 03 Mar 2026 08:00:00", "2026-03-03T08:00:00"),
        ("Tue, 03 Mar 2026", "2026-03-03"),
        ("2026-03-03T08:00:00.123Z", "2026-03-03T08:00:00+00:00"),
        ("2026-03-03 08:00:00+01:00", "2026-03-03T08:00:00+01:00"),
        ("2026-03-03", "2026-03-03"),
        *(
            (nothing, None)
            for nothing in ("10:30", "2026", "Monday", "3 March", "2026-02-30", "", "x" * 1_000)
        ),
        ("Tue, 33 Mar 2026 08:00:00 GMT", None),
        ("Tue, 03 Mar 2026 28:00:00 GMT", None),
        (None, None),
    ],
)
def test_dates_are_taken_whole_or_not_at_all(written: str | None, iso: str | None) -> None:
    assert iso_date(written) == iso


def test_titles_become_plain() -> None:
    assert plain_title(" <b>Mill</b> &amp; town\n stays &lt;open&gt; ") == "Mill & town stays <open>"
    assert plain_title("a < b and c > d") == "a < b and c > d"
    assert plain_title("<img src=x>") is None


HOSTILE = {
    "less-than signs": b"<rss><channel>" + b"<" * 2_000_000,
    "ampersands": b"<rss><channel>" + b"&" * 2_000_000,
    "CDATA without end": b"<rss><channel>" + b"<![CDATA[" * 200_000,
    "comments without end": b"<rss><channel>" + b"<!--" * 400_000,
    "declarations without end": b"<rss><channel>" + b"<!ENTITY " * 200_000,
    "attributes": b"<rss><channel><item " + b" a=b" * 400_000 + b">",
    "quotation marks": b"<rss><channel><a b='" + b"<c d='" * 200_000,
    "items without end": b"<rss><channel>" + b"<item><link>" * 150_000,
    "links": b"<!DOCTYPE html>" + b"<link " * 300_000,
    "blanks": b"<?xml " + b" " * 2_000_000,
    "nested lists": b'{"items": ' + b"[" * 1_000_000,
    "nested objects": b'{"a":' * 200_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_feeds_cost_little(name: str) -> None:
    begun = time.process_time()
    with contextlib.suppress(FeedError):
        parse_feed(HOSTILE[name], None, URL)
    assert time.process_time() - begun < 8


PIECES = [
    "<item>",
    "</item>",
    "<link>",
    "/a",
    "</link>",
    "<title>",
    "&",
    "&x;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<a",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
    | st.text(max_size=60)
    | st.binary(max_size=60)
)
def test_anything_gives_items_or_a_feed_error(middle: str | bytes) -> None:
    inner = middle if isinstance(middle, bytes) else middle.encode("utf-8", "replace")
    for data in (
        inner,
        b"<rss><channel>" + inner + b"</channel></rss>",
        b'{"items":[{"url":"/a"}' + inner + b"]}",
    ):
        try:
            found = parse_feed(data, None, URL)
        except FeedError:
            continue
        assert all(item.url.startswith(("http://", "https://")) for item in found.items)
