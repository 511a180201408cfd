"""Signs that a name is a medium's, in its form and in the words around it, without any list of media."""

from __future__ import annotations

import re
from typing import Final

from ..story import Span

#: A web address written as a name: "BGR.com".
ADDRESS: Final = re.compile(
    r"(?<![\w@.-])(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,5}"
    r"(?:com|net|org|info|news|tv|fm|press|media|blog|biz|today|online|"
    r"co\.[a-z]{2}|com\.[a-z]{2}|eu|us|uk|ie|ca|au|nz|in|de|fr|it|es|nl|be|ch|at|ru|ua|pl|cz|se|no|dk|fi|gr|"
    r"tr|il|ir|za|ng|ke|jp|cn|kr|br|mx|ar|io|me|ly)(?![\w-])(?!\.\w)"
)
#: Companies and services that write themselves like an address but are no medium.
_SERVICES: Final = frozenset(
    "amazon booking change ancestry salesforce match monster priceline expedia hotels overstock "
    "craigslist ebay facebook twitter instagram youtube tiktok reddit linkedin whatsapp telegram x t "
    "paypal gofundme kickstarter google apple microsoft gmail yahoomail wordpress blogspot tumblr "
    "cars careers whitehouse healthcare legalzoom godaddy wikipedia archive bit goo".split()
)

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

#: Last words of newspapers' names that hardly end anything else's: "Coventry Telegraph".
_HEADS: Final = frozenset(
    "times herald tribune gazette chronicle telegraph observer examiner courier inquirer enquirer bugle "
    "dispatch sentinel mercury argus journal news daily weekly mail mirror newspaper newspapers magazine "
    "tv radio television broadcasting newswire fm advertiser intelligencer picayune statesman "
    "newsweekly newsletter tageszeitung zeitung nachrichten post-gazette post-dispatch star-tribune "
    "plain-dealer newsroom podcast gazeta pravda novosti".split()
)
#: Last words that end a medium's name only after a word of the trade, or with a sign around it.
_WEAK_HEADS: Final = frozenset(
    "post press network star sun globe record review express echo standard register ledger independent "
    "bee citizen bulletin reporter today agency channel media wire online blog online world report "
    "democrat republican republic union banner leader eagle world independent messenger pilot".split()
)
_TRADE: Final = frozenset(
    "news press media broadcasting television tv radio sports daily sunday morning evening weekly free "
    "information telegraph telegraphic national-news associated press-trust".split()
)
#: First words of a medium's name; the second must be capitalised too or a number.
_OPENERS: Final = frozenset("daily radio agence agencia agência agenzia televisión weekly".split())
_OPENERS_WITH_HEAD: Final = frozenset("sunday saturday evening morning".split())
#: Words that make the whole name an authority, a company or a place, whatever its head.
_NOT_MEDIA: Final = frozenset(
    "department police ministry minister court committee commission council senate parliament congress "
    "university college hospital bank church embassy army navy union federation institute institution "
    "party office bureau company corporation secretary authority foundation school team club".split()
)
#: What follows makes another thing of the name: "Post Office", "Press Secretary", "News Corp".
_MADE_OTHER: Final = frozenset(
    "office officer secretary conference corps corp club release room center centre building square "
    "freedom council complaints commission gallery pass officers offices association group holdings "
    "department tower award awards prize road street avenue park island islands".split()
)
_MADE_OTHER_AFTER_MEDIA_NAME: Final = frozenset("association trust group".split())

_CALL_SIGN = re.compile(
    r"[KW][A-Z]{3}(?:[ -](?:TV|FM|AM|LP|DT|CD|HD))?(?:[ -]?\d{1,2})?|[KW][A-Z]{2}-(?:TV|FM|AM)"
)
_NOT_CALL_SIGNS: Final = frozenset(
    "WADA WIPO WWII WNBA KPMG WASP WIFI KFOR WEEE WEIRD WITH WHEN WHAT WERE WILL WANT WELL WEEK WORK WORD "
    "WENT WIFE WALL WEST WIDE WILD WIND WINE WISH WOOD WORE WAIT WAKE WALK WARM WARN WASH WAVE WEAR WHOM "
    "KEEP KEPT KICK KIDS KILL KIND KING KISS KNEE KNEW KNOW WARS WINS WMDS".split()
)
_STATION = re.compile(
    r"(?:ABC|NBC|CBS|FOX|Fox|CW|PBS|NBCDFW|CBC|CTV|WB|News|NEWS|NewsChannel|Channel|Action ?News|Eyewitness ?News)"
    r"[ -]?\d{1,2}(?: News)?"
    r"|\d{1,2} ?News|(?:ABC|NBC|CBS|Fox|FOX) (?:News )?[A-Z][a-z]+(?: [A-Z][a-z]+)?|TV ?\d{1,2}|Radio \d"
)
_JOURNAL_OF = re.compile(
    r"(?:The )?(?:(?:[A-Z][\w-]+ ){0,3}(?:Journal|Annals|Archives|Proceedings|Bulletin) of (?:the )?[A-Z]"
    r"|Voice of [A-Z]|Radio Free [A-Z])"
)

_MEDIUM: Final = (
    r"(?:news)?papers?|tabloids?|broadsheets?|broadcasters?|magazines?|dail(?:y|ies)|weekl(?:y|ies)|newsweekl(?:y|ies)|"
    r"(?:news|press|wire|photo|fact-checking) (?:agency|agencies|site|website|web site|outlets?|channel|network|"
    r"service|portal|organi[sz]ation|program(?:me)?|blog|show|stations?)|newswires?|blogs?|webzine|"
    r"(?:tv|television|radio|cable) (?:station|channel|network|show|program(?:me)?|broadcaster)s?|"
    r"(?:gossip|celebrity|entertainment|gaming|tech|technology|music|sports?|satirical|parody|fake[- ]news|"
    r"conservative|liberal|right-wing|left-wing|independent|local|online|fan) (?:news ?)?(?:site|website|web site|"
    r"blog|outlet|publication|channel|station)s?|(?:science|scientific|medical|academic|peer-reviewed) journals?|"
    r"talk show|chat show|morning show|podcasts?|affiliates?"
)
_STAFF: Final = (
    r"reporters?|correspondents?|columnists?|journalists?|anchor(?:man|woman)?s?|editors?|interviewers?|"
    r"photographers?|bureau chief|readers|newsroom|viewers"
)

#: A word between article and noun; a preposition would begin another phrase ("the owner of a newspaper").
_QUALIFIER: Final = r"(?!(?:of|for|at|by|with|in|from|who|whose|that|and|or|to|told)\b)[\w.'’-]+,? "

#: Words before a name, up to it; the article stands apart because many signs need it.
_ARTICLE: Final = r"(?:\s+(?P<the>[Tt]he))?\s+[\"“‘']?$"
_BEFORE: Final = re.compile(
    r"(?:^|[^\w])(?:"
    r"(?P<medium>(?:" + _MEDIUM + r"))|"
    r"(?P<cited>(?:first|originally|previously|as|was|were|been|initially) (?:reported|published|quoted|cited)"
    r" (?:by|in|on|to)|reported by|(?:according to|in|citing) an? (?:\w+ )?(?:report|article|story|piece|interview|"
    r"investigation|profile|column|editorial|op-ed|post|analysis)(?: published)? (?:in|on|by|from|for|with)|"
    r"(?:article|story|op-ed|column|essay|editorial|interview) (?:published )?(?:in|on|by|for|from)|"
    r"(?:published|printed|serialised|serialized|wrote|writes|writing|appeared|appearing|aired|broadcast) (?:in|on|by|for)|"
    r"(?:picked up|obtained|quoted|seen|reviewed) by|"
    r"(?:reporter|correspondent|columnist|journalist|anchor|editor|photographer|contributor|critic|blogger|host) "
    r"(?:for|at|with|from|of)|(?:issue|edition|pages|cover|editor-in-chief|readers) of)|"
    r"(?P<told>told|tells)|"
    r"(?P<spoke>(?:interview|interviews|conversation) (?:with|to|for|on)|(?:spoke|speaking|speak|talking|talked) (?:to|with|on)"
    r"|(?:statement|email|e-mail|comment|comments) to|appearance on)|"
    r"(?P<loose>according to|citing|quoting|by)"
    r")" + _ARTICLE
)
_AFTER: Final = re.compile(
    r"[\"”’']?(?:"
    r"(?P<medium>(?:['’]s)? (?:" + _MEDIUM + r")(?!\w))|"
    r"(?P<staff>(?:['’]s?)? (?:[a-z]+ ){0,2}(?:" + _STAFF + r")(?!\w))|"
    r"(?P<apposition>, (?:an?|the(?= [\w-]+ (?!said|report|say|claim))|[A-Z][\w.]*['’]s?) (?:"
    + _QUALIFIER
    + r"){0,5}?(?:"
    + _MEDIUM
    + r")(?!\w))|"
    r"(?P<reports>,? (?:also |first |further |has |had |previously |later )?(?:reports|reporting)(?= (?:that|the|a|an|on|it|he|she)\b|[.:,])"
    r"|(?P<reported>,? (?:also |first |has |had |previously |later |has also )?(?:reported|published|broadcast|aired|quotes|quoted|cites|cited)(?!\w)))"
    r")"
)
_COMMON: Final = re.compile(
    r"(?:(?:the|this|that|an?|our|its|another|one|[A-Z][\w.'’-]*) )?(?:[\w.'’-]+ ){0,4}?(?:"
    + _MEDIUM
    + r"|outlet|station|network|news channel|channel|site|website)",
)
_TOLD_TO_BODIES: Final = frozenset(
    "senate house court committee council commission parliament congress assembly board department police "
    "agency conference commons lords union tribunal inquiry jury judge fbi cia nsa fda cdc un eu president "
    "prime minister secretary general duma knesset bundestag pentagon kremlin vatican pope queen king duke "
    "administration government ministry chamber forum summit panel supreme hearing white justice state".split()
)
_SAID_LATER = re.compile(
    r"[^A-Z\n]{0,120}?[.,;] ?(?:The|the|But the|And the) (?:news)?(?:paper|tabloid|broadcaster|magazine|daily|news agency|"
    r"news site|blog) (?:said|says|reported|reports|claims|claimed|wrote|writes|added|adds|quoted|quotes|published)\b"
)
_BEFORE_WINDOW: Final = 70
_AFTER_WINDOW: Final = 170


def looks_like_outlet(text: str, span: Span) -> str | None:
    """Why the name (or description) at `span` seems to be a medium's; None when nothing says so.

    Looks at the form of the name, then at the words around it. The span is the name alone, with or
    without its article.
    """
    start, end = _clip(text, span)
    words = text[start:end]
    tokens = [match[0] for match in _WORD.finditer(words[:200])]
    if not tokens:
        return None
    return (
        _address(words)
        or _common_noun(words)
        or (None if _another_thing(text, end, tokens) else _form(text, start, end, tokens))
        or (None if _another_thing(text, end, tokens) else _context(text, start, end, tokens))
    )


def listed_sign(text: str, span: Span) -> str | None:
    """Why a listed name that is also a common word or a person's is meant as the medium here."""
    start, end = _clip(text, span)
    tokens = [match[0] for match in _WORD.finditer(text, start, end)]
    if not tokens or not text[start].isupper() or _another_thing(text, end, tokens):
        return None
    if _address(text[start:end]):
        return "written as a web address"
    if (tokens[0] == "The" or text[max(0, start - 4) : start] == "The ") and _mid_sentence(text, start):
        return "a capitalised The within the sentence"
    before = _BEFORE.search(text[max(0, start - _BEFORE_WINDOW) : start])
    if before is not None:
        return f"after “{_shown(before[0])}”"
    return _context(text, start, end, tokens)


def _address(words: str) -> str | None:
    match = ADDRESS.fullmatch(words.strip())
    if match is None or match[0].removeprefix("www.").split(".")[0].lower() in _SERVICES:
        return None
    return "a name in the form of a web address"


def _common_noun(words: str) -> str | None:
    match = _COMMON.fullmatch(words) if len(words) <= 80 else None
    if match is None or not words.split()[-1].islower():
        return None
    return "a common noun for a medium"


def _another_thing(text: str, end: int, tokens: list[str]) -> bool:
    following = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    if any(token.lower() in _NOT_MEDIA for token in tokens):
        return True
    if following is None or not following[0][0].isupper():
        return False
    word = following[0].lower()
    return word in _MADE_OTHER or word in _MADE_OTHER_AFTER_MEDIA_NAME


def _form(text: str, start: int, end: int, tokens: list[str]) -> str | None:
    """Signs in the name itself."""
    words = text[start:end].removeprefix("The ").removeprefix("the ")
    named = tokens[1:] if tokens[0].lower() == "the" else tokens
    if not named:
        return None
    last, first = named[-1].lower(), named[0].lower()
    if named[-1].isascii() and _CALL_SIGN.fullmatch(words):
        plain = words not in _NOT_CALL_SIGNS and not (words.isupper() and _shouted(text, start, end))
        return "a North American call sign" if plain else None
    if _STATION.fullmatch(words):
        return "the name of a local station"
    if _JOURNAL_OF.match(words):
        return "named like a journal or broadcaster"
    if len(named) < 2 or not named[-1][0].isupper() or not (named[0][0].isupper() or named[0][0].isdigit()):
        return None
    if last in _HEADS:
        return f"the head word “{named[-1]}”"
    if last in _WEAK_HEADS and (named[-2].lower() in _TRADE or first in _OPENERS_WITH_HEAD):
        return f"the head words “{named[-2]} {named[-1]}”"
    if first in _OPENERS:
        return f"the first word “{named[0]}”"
    return None


def _context(text: str, start: int, end: int, tokens: list[str]) -> str | None:
    """Signs in the words around the name."""
    proper = tokens[1:] if tokens[0].lower() == "the" else tokens
    if not proper or not (proper[0][0].isupper() or proper[0][0].isdigit() or _odd(proper[0])):
        return None
    after = _AFTER.match(text, end, min(len(text), end + _AFTER_WINDOW))
    if after is not None and not after["reported"]:
        return f"before “{_shown(after[0])}”"
    before = _BEFORE.search(text[max(0, start - _BEFORE_WINDOW) : start])
    the = tokens[0].lower() == "the" or (before is not None and before["the"] is not None)
    weak_head = len(proper) > 1 and proper[-1].lower() in _WEAK_HEADS
    likely = the or weak_head or any(_odd(word) for word in proper)
    if before is not None:
        shown = f"after “{_shown(before[0])}”"
        if before["medium"] or (before["cited"] and (likely or " by" not in before["cited"])):
            return shown
        body = any(word.lower() in _TOLD_TO_BODIES for word in proper)
        if (before["told"] or before["spoke"]) and likely and not body:
            return shown
    if after is not None and likely and not any(word.lower() in _TOLD_TO_BODIES for word in proper):
        return f"before “{_shown(after[0])}”"
    if likely and _SAID_LATER.match(text, end, min(len(text), end + _AFTER_WINDOW)):
        return "called a medium right after"
    return None


def _odd(word: str) -> bool:
    """Written as no person's name is: BuzzFeed, NDTV, iMore."""
    inner = re.sub(r"^(?:Mc|Mac|O['’]|D['’]|De|Di|La|Le|Van|Fitz)(?=[A-Z])", "", word)
    return any(char.isupper() for char in inner[1:].partition("-")[0]) and len(word) > 2


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the words beside it are in capitals too, so that capitals say nothing."""
    before = text[max(0, start - 20) : start].split()
    after = text[end : end + 20].split()
    return any(len(word) > 3 and word.isupper() and word.isalpha() for word in before[-1:] + after[:1])


def _mid_sentence(text: str, start: int) -> bool:
    """Whether a word with a small letter stands before, in the same sentence."""
    if text[max(0, start - 4) : start] == "The ":
        start -= 4
    before = text[max(0, start - 30) : start].rstrip(" \u00a0\"“‘'")
    return bool(before) and (before[-1].islower() or before[-1] in ",;")


def _shown(words: str) -> str:
    return " ".join(words.split()).strip(" ,.")


def _clip(text: str, span: Span) -> Span:
    start, end = max(0, span[0]), min(len(text), span[1])
    return (start, end) if start < end else (0, 0)
