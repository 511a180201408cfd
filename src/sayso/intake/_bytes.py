"""From a file, standard input or bytes to characters, within a size cap and in the right encoding."""

from __future__ import annotations

import codecs
import hashlib
import io
import re
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Literal

from ..errors import MissingInput, NotText, TooLarge
from ..story import Unread

#: Pages and texts are small; a saved page with its pictures inside may take 20 MB.
MAX_BYTES: Final = 50_000_000
_CHUNK: Final = 1 << 16
GZIP: Final = b"\x1f\x8b"

#: First bytes of what is often handed over by mistake, and what to call it.
_SIGNATURES: Final = (
    (b"%PDF-", "a PDF"), (b"\x89PNG\r\n", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"), (b"GIF89a", "a GIF picture"), (b"RIFF", "a RIFF media file"),
    (b"PK\x03\x04", "a zip archive (or an Office document)"), (b"PK\x05\x06", "an empty zip archive"),
    (b"Rar!", "a RAR archive"), (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"), (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"), (b"\x28\xb5\x2f\xfd", "a zstd archive"), (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"), (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3\x00", "a database"),
    (b"OggS", "an Ogg media file"), (b"ID3", "an MP3 file"), (b"\x00\x00\x00\x18ftyp", "an MP4 video"),
    (b"\x00\x00\x00 ftyp", "an MP4 video"), (b"{\\rtf", "an RTF document"), (b"wOFF", "a font"),
    (b"II*\x00", "a TIFF picture"),
)  # fmt: skip
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
#: Names that browsers read as windows-1252 (WHATWG Encoding), and other names Python reads too narrowly.
_AS_BROWSERS: Final = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "shift_jis": "cp932", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949",
    "big5": "big5hkscs",
}  # fmt: skip
_META_CHARSET: Final = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_XML_CHARSET: Final = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{2,40})", re.IGNORECASE)
_HTML_TAG: Final = re.compile(
    r"<(/?)(html|head|body|title|meta|link|script|style|div|span|p|br|a|article|section|main|header|footer|nav|aside"
    r"|h[1-6]|ul|ol|li|table|tr|td|th|tbody|thead|blockquote|figure|figcaption|img|em|strong|b|i|form|input|font"
    r"|center|pre|hr)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_STRUCTURE: Final = frozenset(
    "html head body div p article section main ul ol table blockquote figure h1 h2 h3 script meta".split()
)


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes taken in: `sha256` is of them as `stored`, before any unpacking made them longer."""

    data: bytes
    sha256: str
    kind: Literal["file", "stdin", "text"]
    ref: str
    stored: bytes


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they were in, and what could not be decoded."""

    text: str
    charset: str
    unread: tuple[Unread, ...] = ()


def load(ref: str | Path | bytes, *, max_bytes: int = MAX_BYTES, stdin: BinaryIO | None = None) -> Raw:
    """The bytes of a file ("-": standard input), unpacked when they are gzip.

    Raises `MissingInput` for what is not there or may not be opened, `TooLarge` over `max_bytes` (counted
    while unpacking, so that a gzip bomb stops early) and `NotText` for empty and binary input.
    """
    if isinstance(ref, bytes):
        return _raw(io.BytesIO(ref), "text", "bytes", max_bytes)
    if str(ref) == "-":
        return _raw(stdin if stdin is not None else sys.stdin.buffer, "stdin", "-", max_bytes)
    name = str(ref)
    path = Path(ref)
    try:
        if path.is_dir():
            raise MissingInput(
                f"{name}: is a directory; name the files in it, for example {name.rstrip('/')}/*.html"
            )
        with path.open("rb") as file:
            return _raw(file, "file", name, max_bytes)
    except FileNotFoundError as error:
        raise MissingInput(f"{name}: no such file; check the name") from error
    except PermissionError as error:
        raise MissingInput(f"{name}: may not be opened; check its permissions") from error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        reason = getattr(error, "strerror", None) or str(error)
        raise MissingInput(f"{name!r}: cannot be read ({reason})") from error


def _raw(file: BinaryIO, kind: Literal["file", "stdin", "text"], ref: str, cap: int) -> Raw:
    where = "standard input" if ref == "-" else ref
    packed = _read(file, cap, where)
    digest = hashlib.sha256(packed).hexdigest()
    data = unpacked(packed, cap, where) if packed.startswith(GZIP) else packed
    refuse_binary(data, where)
    return Raw(data, digest, kind, ref, packed)


def _read(file: BinaryIO, cap: int, where: str) -> bytes:
    parts: list[bytes] = []
    size = 0
    while chunk := file.read(_CHUNK):
        size += len(chunk)
        if size > cap:
            raise TooLarge(f"{where}: over {cap:,} bytes; give one story, or raise the cap")
        parts.append(chunk)
    return b"".join(parts)


def unpacked(packed: bytes, cap: int, where: str) -> bytes:
    """Gzip data unpacked, members one after the other, never more than `cap` bytes of it.

    Raises `TooLarge` and, for broken data, `NotText`.
    """
    out: list[bytes] = []
    size = 0
    rest = packed
    try:
        while rest.startswith(GZIP):
            member = zlib.decompressobj(16 + zlib.MAX_WBITS)
            while not member.eof:
                piece = member.decompress(rest, _CHUNK)
                rest = member.unconsumed_tail or (member.unused_data if member.eof else b"")
                size += len(piece)
                if size > cap:
                    raise TooLarge(f"{where}: unpacks to over {cap:,} bytes; a gzip bomb is not read")
                out.append(piece)
                if not piece and not rest and not member.eof:
                    raise NotText(f"{where}: the gzip data ends too soon; save or fetch it again")
    except zlib.error as error:
        raise NotText(f"{where}: the gzip data is broken; save or fetch it again") from error
    return b"".join(out)


def refuse_binary(data: bytes, where: str) -> None:
    """Raises `NotText` for nothing at all, for known binary formats and for bytes no text has."""
    if not data.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf"):
        raise NotText(f"{where}: is empty; there is no story to read")
    head = data[:8192]
    written = not any(byte < 9 for byte in head)  # a text may begin with "RIFF" too
    for signature, name in _SIGNATURES:
        if data.startswith(signature) and not (written and signature.isalnum()):
            raise NotText(f"{where}: is {name}, not a text; save the story as text or HTML")
    if any(head.startswith(bom) for bom, _ in _BOMS) or _wide(head):
        return
    odd = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head)
    if odd > 0.05 * len(head):
        raise NotText(f"{where}: is binary data, not a text; save the story as text or HTML")


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    even, odd = head[0:2000:2], head[1:2000:2]
    if len(odd) < 4:
        return None
    if odd.count(0) > 0.7 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.7 * len(even) and odd.count(0) < 0.1 * len(odd):
        return "utf-16-be"
    return None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Bytes as characters: mark, then UTF-8 if it is, then what is declared (HTTP, meta, XML), then a guess.

    Encodings are read as browsers read them (latin-1 is windows-1252). Bytes that fit nowhere become
    U+FFFD and are counted in `unread`; line ends stay as they are.
    """
    for bom, charset in _BOMS:
        if data.startswith(bom):
            return _lenient(data[len(bom) :], charset)
    wide = _wide(data[:8192])
    if wide:
        return _lenient(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    fitting = _fitting(data, [declared or "", *_declared_inside(data)])
    return _lenient(data, fitting or ("utf-8" if _nearly_utf8(data) else _guessed(data)))


def _fitting(data: bytes, names: list[str]) -> str | None:
    """The first of the declared encodings that the bytes are in, or None."""
    for charset in dict.fromkeys(known for name in names if (known := _known(name))):
        if charset == "utf-8":
            if _nearly_utf8(data):
                return charset
        elif charset.startswith("cp125"):  # a browser reads its few unassigned bytes as controls
            return charset
        else:
            try:
                data.decode(charset)
            except UnicodeDecodeError:
                continue
            return charset
    return None


def _declared_inside(data: bytes) -> list[str]:
    head = data[:4096]
    found = [_XML_CHARSET.search(head), _META_CHARSET.search(head)]
    return [match[1].decode("ascii", "replace") for match in found if match]


def _known(name: str) -> str | None:
    """Python's name of an encoding as browsers understand it, or None."""
    name = name.strip().strip("\"'").lower()
    if not name:
        return None
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    if not getattr(found, "_is_text_encoding", True) or found.name.startswith(("utf-16", "utf-32", "utf-7")):
        return None  # a page that says so in ASCII letters is not in UTF-16
    return _AS_BROWSERS.get(found.name, found.name)


def _nearly_utf8(data: bytes) -> bool:
    """Whether broken bytes are few against the well-formed sequences around them."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text[:200_000]) - text[:200_000].count("\ufffd")
    return broken <= max(1, whole // 2) and whole > 0


def _guessed(data: bytes) -> str:
    """The likeliest encoding of undeclared bytes that are not UTF-8."""
    from charset_normalizer import from_bytes

    sample = data[:100_000]
    wide = ["utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le", "utf_7"]
    best = from_bytes(sample, steps=5, chunk_size=2048, preemptive_behaviour=False, cp_exclusion=wide).best()
    western = best is None or best.encoding.startswith(
        ("cp125", "latin", "iso8859", "mac", "cp437", "cp85", "cp1")
    )
    letters = sum(byte > 127 for byte in sample)
    if western and letters < 0.2 * len(sample):
        return "cp1252"  # one-byte encodings differ too little in an English text to tell them apart
    return best.encoding if best is not None else "cp1252"


def _lenient(data: bytes, charset: str) -> Decoded:
    text = data.decode(charset, "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    if broken <= 0:
        return Decoded(text, charset)
    what = f"{broken} character{'s' if broken > 1 else ''} shown as \ufffd"
    return Decoded(text, charset, (Unread(None, None, what, f"bytes that are not {charset}"),))


def looks_like_html(text: str) -> bool:
    """Whether characters are a page (or a piece of one) and not a text that mentions a tag."""
    head = text[:20_000].lstrip("\ufeff \t\r\n\x00")
    if re.match(
        r"<(?:!doctype\s+html|html|\?xml[^>]*\?>\s*<(?:!doctype\s+html|html))\b", head, re.IGNORECASE
    ):
        return True
    tags = [(match[1], match[2].lower()) for match in _HTML_TAG.finditer(head)]
    structural = [name for closing, name in tags if name in _STRUCTURE and not closing]
    if head.startswith(("<!--", "<")) and structural and _HTML_TAG.match(head.split("-->")[-1].lstrip()):
        return True
    closed = {name for closing, name in tags if closing}
    pairs = sum(name in closed for name in structural)
    # markup stands tag by tag or fills its line; a text that speaks of tags has words around them
    touching = sum(
        head[match.start() - 1 : match.start()] in ("", "\n", ">")
        or head[match.end() : match.end() + 1] in ("", "\r", "\n", "<")
        for match in _HTML_TAG.finditer(head)
    )
    return pairs >= 2 and 2 * touching >= len(tags)
