"""A saved page becomes the story's text with roles, links, dates and credits, and loses no quotation."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import NotText
from sayso.intake._html import page_from_html
from sayso.intake._page import Page

EXAMPLE = Path(__file__).parents[2] / "examples" / "saved-page.html"

PARAGRAPHS = (
    (
        "The mill on the Osk will stay open for two more years, the council of Harrow Bay said "
        "on Monday evening."
    ),
    "“Nobody will lose their place before the summer,” said Ilse Varn, who has run the mill since the flood.",
    "The decision came after a meeting of four hours to which some two hundred people had come with lamps.",
    "A survey that the council paid for had found the roof to be sound and the wheel to be worn but safe.",
)


def page(body: str, head: str = "", url: str | None = "https://bell.example/a/mill") -> Page:
    return page_from_html(f"<html><head>{head}</head><body>{body}</body></html>", url)


def article(*extra: str, paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    """An article with what is given after its second paragraph."""
    told = [f"<p>{text}</p>" for text in paragraphs]
    return (
        f"<article><h1>Mill to stay open</h1>{''.join(told[:2])}{''.join(extra)}{''.join(told[2:])}</article>"
    )


def of_role(found: Page, role: str) -> list[str]:
    return [found.text[block.start : block.end] for block in found.blocks if block.role == role]


def body_of(found: Page) -> str:
    return "\n".join(of_role(found, "body"))


def why_unread(found: Page, words: str) -> str:
    (entry,) = [entry for entry in found.unread if words in entry.what]
    return entry.why


class TestExample:
    """The page in examples/, with everything a real one has around its story."""

    @pytest.fixture
    def found(self) -> Page:
        return page_from_html(EXAMPLE.read_text(encoding="utf-8"))

    def test_roles_in_page_order(self, found: Page) -> None:
        assert [block.role for block in found.blocks] == [
            "headline",
            "standfirst",
            "byline",
            "dateline",
            "alt",
            "caption",
            "credit",
            "body",
            "alt",
            "caption",
            "body",
            "credit",
        ]

    def test_blocks_are_apart_by_a_blank_line_and_cover_the_text(self, found: Page) -> None:
        assert "\n\n".join(found.text[b.start : b.end] for b in found.blocks) == found.text

    def test_no_quotation_is_lost(self, found: Page) -> None:
        body = body_of(found)
        for words in (
            "“The hull should have been lifted",
            "Monday it is. First sailing 7.15",
            "“I have forty crates",
            "“A lifeline”",
        ):
            assert words in body

    def test_furniture_is_out_and_listed(self, found: Page) -> None:
        assert why_unread(found, "Read more:") == "points to another page"
        assert "quotation marks" in why_unread(found, "quayside_kev")
        for words in ("newsletter", "Sport", "Bridge tolls", "Terms"):
            assert words not in found.text

    def test_metadata(self, found: Page) -> None:
        assert found.headline == "Ferry to Skerrin island to sail again after three months"
        assert found.outlet == "The Harrow Bay Courier"
        assert found.url == "https://www.harrowbaycourier.example/2024/03/14/skerrin-ferry-sails-again"

    def test_all_dates_with_their_origins(self, found: Page) -> None:
        (chosen,) = [date for date in found.dates if date.chosen]
        assert (chosen.value, chosen.origin) == ("2024-03-14T06:30:00+00:00", "json-ld datePublished")
        origins = {date.origin.split()[0] for date in found.dates}
        assert origins == {"json-ld", "meta", "time", "text", "url"}
        assert all(date.why for date in found.dates)
        (written,) = [date for date in found.dates if date.spans]
        assert [found.text[a:b] for a, b in written.spans or ()] == ["14 March 2024, 6.30am"]

    def test_agencies_and_contributors(self, found: Page) -> None:
        shown = [(c.name, [found.text[a:b] for a, b in c.spans]) for c in found.credits]
        assert shown == [
            ("Associated Press", ["AP"]),
            ("Ines Vautrin", ["Ines Vautrin"]),
            ("Reuters", ["Reuters"]),
        ]

    def test_links_lie_on_their_words(self, found: Page) -> None:
        links = {found.text[link.start : link.end]: link.url for link in found.links}
        assert links["survey published last week"] == "https://www.harrowbaycourier.example/files/survey.pdf"


def test_inline_parts_of_a_paragraph_stay() -> None:
    inline = (
        'She <em>said</em>, <span class="x">according to</span> <a href="/n"><b>the notes</b></a>, that'
        " <q>it <strong>was</strong> late</q>, and the <abbr>UK</abbr> office agreed with her on all of it."
    )
    found = page(article(f"<p>{inline}</p>"))
    assert "She said, according to the notes, that it was late, and the UK office agreed" in body_of(found)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (
            "<blockquote><p>We never saw the letter before Monday.</p></blockquote>",
            "We never saw the letter before Monday.",
        ),
        ("<p>“We were told nothing,” he said.</p>", "“We were told nothing,” he said."),
        (
            '<div class="pullquote"><p>“It was the worst night of my life.”</p></div>',
            "“It was the worst night of my life.”",
        ),
        (
            '<blockquote class="twitter-tweet"><p>The wheel turns again tomorrow, '
            "friends.</p>— Osk Mill (@oskmill)"
            ' <a href="https://post.example/1">May 4, 2023</a></blockquote>',
            "The wheel turns again tomorrow, friends.",
        ),
        (
            "<ul><li>“No”, said the miller when asked</li><li>“Yes”, said the council again</li></ul>",
            "“Yes”, said the council again",
        ),
        (
            (
                "<div><div><p>''We have waited long enough for an answer,'' the letter said on "
                "its last page.</p></div></div>"
            ),
            "''We have waited",
        ),
    ],
)
def test_what_others_said_stays_in_the_body(markup: str, words: str) -> None:
    found = page(article(markup))
    assert words in body_of(found)
    assert len(of_role(found, "body")) == 1


@pytest.mark.parametrize(
    ("markup", "words", "why"),
    [
        (
            (
                '<div class="newsletter-box"><p>The best of the bay, twice a week, in your inbox '
                "for free.</p></div>"
            ),
            "twice a week",
            "",
        ),
        (
            '<p>Read more: <a href="/x">What the flood of last year cost the town</a></p>',
            "What the flood",
            "points",
        ),
        (
            '<p>RELATED: <a href="/x">Bakers ask for cheaper flour from the mill</a></p>',
            "Bakers ask",
            "points",
        ),
        ("<p>Sign up here for our morning newsletter and never miss a story.</p>", "Sign up", "addresses"),
        ("<p>Follow us on Facebook and Instagram for more.</p>", "Follow us", "addresses"),
    ],
)
def test_furniture_inside_the_story_is_taken_out_and_listed(markup: str, words: str, why: str) -> None:
    found = page(article(markup))
    assert words not in found.text
    assert why_unread(found, words).startswith(why)


def test_a_template_that_calls_everything_a_widget_loses_nothing() -> None:
    body = "".join(f'<div class="widget"><p>{text}</p></div>' for text in PARAGRAPHS)
    assert body_of(page(f"<main><h1>Mill to stay open</h1>{body}</main>")).split("\n") == list(PARAGRAPHS)


def test_a_story_in_several_containers_of_one_make() -> None:
    first = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    second = "".join(f"<p>{text.replace('mill', 'ferry')}</p>" for text in PARAGRAPHS)
    chunks = (
        f'<div class="chunk"><div class="cell body">{first}</div></div><div class="chunk"><div '
        f'class="cell body">{second}</div></div>'
    )
    found = page(
        f"<main><header><h1>Mill to stay open</h1></header><div class='chunks'>{chunks}</div></main>"
    )
    assert len(body_of(found).split("\n")) == 8


def test_paragraphs_made_of_line_breaks() -> None:
    found = page(f"<article><h1>Mill to stay open</h1><div>{'<br><br>'.join(PARAGRAPHS)}</div></article>")
    assert body_of(found).split("\n") == list(PARAGRAPHS)


def test_pictures_keep_their_words_apart_from_the_body() -> None:
    figure = (
        '<figure><img src="m.jpg" alt="A water mill behind a row of bare '
        'poplars"><figcaption>The mill in winter.'
        ' <span class="credit">Photo: Bo Lund</span></figcaption></figure>'
    )
    found = page(article(figure))
    assert of_role(found, "alt") == ["A water mill behind a row of bare poplars"]
    assert of_role(found, "caption") == ["The mill in winter."]
    assert of_role(found, "credit") == ["Photo: Bo Lund"]
    assert found.credits == ()  # who took a picture did not help to tell the story
    assert len(of_role(found, "body")) == 2


def test_an_alternative_text_that_repeats_its_caption_is_one() -> None:
    figure = (
        '<figure><img alt="The mill behind its row of poplars"><figcaption>The mill behind its '
        "row of poplars</figcaption></figure>"
    )
    found = page(article(figure))
    assert (of_role(found, "alt"), len(of_role(found, "caption"))) == ([], 1)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('<meta name="author" content="Reuters">', "Reuters"),
        (
            (
                '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": '
                '"By ANA ROE, Associated Press"}}</script>'
            ),
            "Associated Press",
        ),
        (
            '<meta property="og:site_name" content="The Bell"><script '
            'type="application/ld+json">{"@type": "NewsArticle",'
            ' "publisher": {"name": "AFP"}}</script>',
            "Agence France-Presse",
        ),
    ],
)
def test_an_agency_in_the_page_s_data_is_a_credit(head: str, name: str) -> None:
    assert [credit.name for credit in page(article(), head).credits] == [name]


def test_a_last_paragraph_about_the_author_is_a_byline() -> None:
    told = (*PARAGRAPHS, "Ana Roe is the Bell's mills editor and lives in Harrow Bay with two cats.")
    found = page(article(paragraphs=told), '<meta name="author" content="Ana Roe">')
    assert of_role(found, "byline") == [told[-1]]


def test_published_and_changed_are_not_confused() -> None:
    head = (
        '<meta property="article:modified_time" content="2023-05-06T10:00:00Z">'
        '<meta property="article:published_time" content="2023-05-04T09:00:00Z">'
    )
    found = page(article(), head)
    assert [date.value[:10] for date in found.dates if date.chosen] == ["2023-05-04"]


def test_times_of_other_stories_are_no_dates_of_this_one() -> None:
    teasers = "".join(
        f'<li><a href="/{i}">Another story entirely</a> <time datetime="2020-01-0{i}">x</time></li>'
        for i in range(1, 9)
    )
    found = page(
        f"{article()}<section><h2>More</h2><ul>{teasers}</ul></section>",
        '<meta property="article:published_time" content="2023-05-04">',
    )
    assert [date.value for date in found.dates] == ["2023-05-04"]


def test_an_age_is_resolved_by_the_time_of_retrieval() -> None:
    html = f"<html><body>{article().replace('</h1>', '</h1><div class=date>2 days ago</div>')}</body></html>"
    dates = page_from_html(html, None, "2024-03-14T09:00:00+00:00").dates
    assert [(date.value, date.chosen) for date in dates] == [("-P2D", False), ("2024-03-12", True)]


def test_the_home_page_is_no_canonical_address() -> None:
    found = page(article(), '<link rel="canonical" href="https://bell.example/">')
    assert found.url == "https://bell.example/a/mill"
    assert page(article(), '<link rel="canonical" href="/b/mill">').url == "https://bell.example/b/mill"


def test_a_page_that_draws_its_story_with_a_script() -> None:
    body = "\\n".join(PARAGRAPHS)
    head = (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Mill stays", '
        f'"articleBody": "{body}"}}</script>'
    )
    found = page("<div id=app></div>", head)
    assert body_of(found).split("\n") == list(PARAGRAPHS)
    assert "JSON-LD" in found.unread[0].why


def test_a_piece_of_a_page() -> None:
    assert body_of(page_from_html(f"<p>{PARAGRAPHS[1]}</p>")) == PARAGRAPHS[1]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "  \n ",
        "<html></html>",
        "<!-- nothing -->",
        "<script>var story = 'It was late, she said.'</script>",
        "<nav>" + "".join(f"<a href='/{i}'>Section {i} of the paper</a>" for i in range(200)) + "</nav>",
        "<ul>"
        + "".join(f"<li><a href='/{i}'>A story number {i} of the day</a></li>" for i in range(200))
        + "</ul>",
    ],
)
def test_pages_without_a_story_end_in_one_line(html: str) -> None:
    with pytest.raises(NotText) as caught:
        page_from_html(html)
    assert "\n" not in str(caught.value)
