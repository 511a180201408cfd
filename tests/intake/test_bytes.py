"""Files, standard input and bytes come in whole and in the right encoding, or end in one clear line."""

from __future__ import annotations

import gzip
import hashlib
import io
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError, MissingInput, NotText, SaysoError, TooLarge
from sayso.intake._bytes import decode, load, looks_like_html

STORY = "“The mill stays open,” said Ilse Varn, who has run it since 1998 — twenty years of café talk."


def test_a_file_comes_in_with_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    raw = load(path)
    assert raw.data.decode() == STORY
    assert raw.sha256 == hashlib.sha256(STORY.encode()).hexdigest()
    assert (raw.kind, raw.ref) == ("file", str(path))


def test_standard_input_and_bytes() -> None:
    assert load("-", stdin=io.BytesIO(b"One line.")).kind == "stdin"
    assert load(b"One line.").kind == "text"


def test_gzip_is_unpacked_member_by_member() -> None:
    packed = gzip.compress(b"One, ") + gzip.compress(b"two.")
    raw = load(packed)
    assert raw.data == b"One, two."
    assert raw.sha256 == hashlib.sha256(packed).hexdigest()


def test_a_gzip_bomb_stops_at_the_cap() -> None:
    bomb = gzip.compress(bytes(200_000_000), compresslevel=9)
    tracemalloc.start()
    with pytest.raises(TooLarge, match="bomb"):
        load(bomb, max_bytes=1_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


@pytest.mark.parametrize("cut", [5, 20, -9, -1])
def test_broken_gzip_is_said(cut: int) -> None:
    with pytest.raises(NotText, match="gzip"):
        load(gzip.compress(STORY.encode() * 50)[:cut])


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="no such file"):
        load(tmp_path / "missing.html")
    with pytest.raises(MissingInput, match="directory"):
        load(tmp_path)
    with pytest.raises(MissingInput):
        load("a\0b")


def test_a_file_over_the_cap_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"word " * 10_000)
    with pytest.raises(TooLarge, match="10,000 bytes"):
        load(path, max_bytes=10_000)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\0" * 500, "empty"),
        (b"%PDF-1.7 some text", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "PNG"),
        (b"PK\x03\x04" + b"\0" * 50, "zip"),
        (bytes(range(256)) * 40, "binary"),
        (b"text\0\1\2\3\4\5\6" * 40, "binary"),
    ],
)
def test_what_is_no_text(data: bytes, word: str) -> None:
    with pytest.raises(NotText, match=word) as caught:
        load(data)
    assert "\n" not in str(caught.value)


def test_a_text_may_begin_like_a_media_file() -> None:
    assert load(b"RIFF over pay: the mill's owners said no.").data


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_undeclared_encodings(charset: str) -> None:
    assert decode(STORY.encode(charset)).text == STORY


@pytest.mark.parametrize("name", ["iso-8859-1", "latin1", "us-ascii", "windows-1252"])
def test_latin_1_is_windows_1252_as_in_browsers(name: str) -> None:
    html = f'<meta charset="{name}"><p>{STORY}</p>'
    assert STORY in decode(html.encode("cp1252")).text
    assert decode(STORY.encode("cp1252"), name).text == STORY


def test_declared_encodings_of_other_scripts() -> None:
    russian = "Мельница останется открытой, сказала хозяйка."
    assert russian in decode(f'<meta charset="windows-1251">{russian}'.encode("cp1251")).text
    assert russian in decode(f'<?xml version="1.0" encoding="koi8-r"?>{russian}'.encode("koi8-r")).text
    japanese = "水車は動き続けると彼女は言った。"
    assert decode(japanese.encode("shift_jis"), "Shift_JIS").text == japanese


def test_a_wrong_declaration_does_not_spoil_utf_8() -> None:
    assert decode(STORY.encode(), "iso-8859-1").text == STORY
    assert decode(f'<meta charset="utf-16">{STORY}'.encode()).text.endswith(STORY)
    assert decode(STORY.encode(), "no-such-charset").text == STORY


def test_broken_utf_8_is_read_and_reported() -> None:
    found = decode("“Yes,” she said.".encode() + b" \xff\xfe And " + "“no”.".encode())
    assert found.text.startswith("“Yes,” she said.")
    assert found.text.endswith("“no”.")
    assert "\ufffd" in found.unread[0].what


def refused(error: SaysoError) -> None:
    assert isinstance(error, InputError)
    assert "\n" not in str(error)


@given(st.binary(max_size=2000))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text = decode(load(data).data).text
    except SaysoError as error:
        refused(error)
    else:
        assert text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufffd"), max_size=300))
def test_utf_8_survives(text: str) -> None:
    decoded = decode(text.encode())
    if not text.startswith("\ufeff") and "\0" not in text:
        assert decoded.text == text


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html><body>x</body></html>",
        "  \n<html><head></head></html>",
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>',
        "<p>He said so.",
        "<div><p>One.</p><p>Two.</p></div>",
        "<!-- saved --><div class='a'>x</div>",
        "A line first.\n<p>One said so.</p>\n<p>Two did not.</p>\n",
    ],
)
def test_pages_and_pieces_of_pages(text: str) -> None:
    assert looks_like_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "He typed <b> and left.",
        "Is 5 < 6 and 7 > 3? she asked.",
        "<Varn> said: no.\nShe left.",
        "The page had a <div> and a </div>, and a <p> and a </p> in it, they said. " * 5,
        "A stray </p> at the end of a paragraph.</p>\n\nAnd on it went for a while.",
        "",
    ],
)
def test_texts_that_mention_tags(text: str) -> None:
    assert not looks_like_html(text)
