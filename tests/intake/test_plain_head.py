"""What a plain text says of itself: outlet, dates, credits."""

from __future__ import annotations

from sayso.intake._plain import page_from_text

STORY = """Council of Marrowdale to rebuild its pier | The Marrowdale Ledger
Home
News
Sport
Subscribe

Council of Marrowdale to rebuild its pier

By Ann Poe and Carl Oduya
Published 3 May 2024, 6:30 pm

MARROWDALE (Reuters) - The council has agreed to rebuild the pier after a storm took the old one, its leader
said on Tuesday.

Work is to begin in the spring and to take two years. The town will pay a third of the cost; the rest
comes from a fund that was set up after the last storm.

"We had a pier for a hundred years and we will have one for a hundred more," said Teodor Vance, who has led
the council since 2019.

Additional reporting by Sigrun Patel

Privacy policy
Contact us
© 2024 Ledger Media
"""


def test_outlet_from_the_page_title() -> None:
    page = page_from_text(STORY)
    assert page.headline == "Council of Marrowdale to rebuild its pier"
    assert page.outlet == "The Marrowdale Ledger"


def test_date_with_its_span() -> None:
    page = page_from_text(STORY)
    chosen = next(date for date in page.dates if date.chosen)
    assert chosen.value == "2024-05-03T18:30:00"
    assert chosen.spans is not None
    assert "3 May 2024" in STORY[slice(*chosen.spans[0])]


def test_credits_stay() -> None:
    page = page_from_text(STORY)
    found = {credit.name: [STORY[slice(*span)] for span in credit.spans] for credit in page.credits}
    assert found == {"Reuters": ["Reuters"], "Sigrun Patel": ["Sigrun Patel"]}
    assert any(block.role == "credit" for block in page.blocks)


def test_a_text_that_says_nothing_of_itself() -> None:
    page = page_from_text("The pier is to be rebuilt, the council of Marrowdale said on Tuesday.")
    assert (page.headline, page.outlet, page.dates, page.credits) == (None, None, (), ())
