"""The words and patterns by which a medium is known in its name and in the words around it.

General knowledge of how English news names media; no list of media stands here.
"""

from __future__ import annotations

import re
from typing import Final

#: A web address written as a name: "BGR.com".
ADDRESS: Final = re.compile(
    r"(?<![\w@.-])(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,5}"
    r"(?:com|net|org|info|news|tv|fm|press|media|blog|biz|today|online|co\.[a-z]{2}|com\.[a-z]{2}|"
    r"eu|us|uk|ie|ca|au|nz|in|de|fr|it|es|nl|be|ch|at|ru|ua|pl|cz|se|no|dk|fi|gr|tr|il|ir|za|ng|ke|jp|cn|kr|"
    r"br|mx|ar|io|me|ly)(?![\w-])(?!\.\w)"
)
#: Companies and services that write themselves like an address but are no medium.
SERVICES: Final = frozenset(
    "amazon booking change ancestry salesforce match monster priceline expedia hotels overstock "
    "craigslist ebay facebook twitter instagram youtube tiktok reddit linkedin whatsapp telegram x t "
    "paypal gofundme kickstarter google apple microsoft gmail wordpress blogspot tumblr cars careers "
    "whitehouse healthcare legalzoom godaddy wikipedia archive bit goo".split()
)

#: Last words of media's names that hardly end anything else's: "Coventry Telegraph".
HEADS: Final = frozenset(
    "times herald tribune gazette chronicle telegraph observer examiner courier inquirer enquirer bugle "
    "dispatch sentinel mercury argus journal news daily weekly mail mirror newspaper newspapers magazine "
    "tv radio television broadcasting newswire fm advertiser intelligencer picayune statesman newsweekly "
    "newsletter zeitung nachrichten newsroom podcast gazeta pravda novosti".split()
)
#: Last words that end a medium's name only after a word of the trade, or with a sign around it.
WEAK_HEADS: Final = frozenset(
    "post press network star sun globe record review express echo standard register ledger independent "
    "bee citizen bulletin reporter today agency channel media wire online blog world report democrat "
    "republican republic union banner leader eagle messenger pilot".split()
)
#: Those of them that end a newspaper's name where "the" stands before: "the Denver Post".
PAPER_HEADS: Final = frozenset(
    "post press star sun globe record review express echo standard register ledger independent bee citizen "
    "bulletin reporter".split()
)
TRADE: Final = frozenset(
    "news press media broadcasting television tv radio sports daily sunday morning evening weekly free "
    "information telegraph telegraphic associated".split()
)
#: First words of a medium's name; more of the name must follow.
OPENERS: Final = frozenset("daily radio agence agencia agência agenzia televisión weekly".split())
OPENERS_WITH_HEAD: Final = frozenset("sunday saturday evening morning".split())
#: Words that make the whole name an authority, a company or a place, whatever its head.
NOT_MEDIA: Final = frozenset(
    "department police ministry minister court committee commission council senate parliament congress "
    "university college hospital bank church embassy army navy federation institute institution party "
    "office bureau company corporation secretary authority foundation school team club".split()
)
#: What follows makes another thing of the name: "Post Office", "Press Secretary", "News Corp".
MADE_OTHER: Final = frozenset(
    "office officer secretary conference corps corp club release room center centre building square "
    "freedom council complaints commission gallery pass officers offices association group holdings "
    "department tower award awards prize road street avenue park island islands trust".split()
)

CALL_SIGN: Final = re.compile(
    r"[KW][A-Z]{3}(?:[ -](?:TV|FM|AM|LP|DT|CD|HD))?(?:[ -]?\d{1,2})?|[KW][A-Z]{2}-(?:TV|FM|AM)"
)
#: Abbreviations and shouted words that look like a call sign.
NOT_CALL_SIGNS: Final = frozenset(
    "WADA WIPO WWII WNBA KPMG WASP WIFI KFOR WEEE WITH WHEN WHAT WERE WILL WANT WELL WEEK WORK WORD WENT "
    "WIFE WALL WEST WIDE WILD WIND WINE WISH WOOD WORE WAIT WAKE WALK WARM WARN WASH WAVE WEAR WHOM KEEP "
    "KEPT KICK KIDS KILL KIND KING KISS KNEE KNEW KNOW WARS WINS WMDS".split()
)
STATION: Final = re.compile(
    r"(?:ABC|NBC|CBS|FOX|Fox|CW|PBS|CBC|CTV|WB|News|NEWS|NewsChannel|Channel|Action ?News|Eyewitness ?News)"
    r"[ -]?\d{1,2}(?: News)?"
    r"|\d{1,2} ?News|(?:ABC|NBC|CBS|Fox|FOX) (?:News )?[A-Z][a-z]+(?: [A-Z][a-z]+)?|TV ?\d{1,2}|Radio \d"
)
JOURNAL_OF: Final = re.compile(
    r"(?:The )?(?:(?:[A-Z][\w-]+ ){0,3}(?:Journal|Annals|Archives|Proceedings) of (?:the )?[A-Z]"
    r"|Voice of [A-Z]|Radio Free [A-Z])"
)

#: Common nouns for a medium.
MEDIUM: Final = (
    r"(?:news)?papers?|tabloids?|broadsheets?|broadcasters?|magazines?|dail(?:y|ies)|(?:news)?weekl(?:y|ies)|"
    r"(?:news|press|wire|photo|fact-checking) (?:agency|agencies|site|website|web site|outlets?|channel|"
    r"network|service|portal|organi[sz]ation|program(?:me)?|blog|show|stations?)|newswires?|blogs?|webzine|"
    r"(?:tv|TV|television|radio|cable) (?:station|channel|network|show|program(?:me)?|broadcaster)s?|"
    r"(?:gossip|celebrity|entertainment|gaming|tech|technology|music|sports?|satirical|parody|fake[- ]news|"
    r"conservative|liberal|right-wing|left-wing|independent|local|online|fan) (?:news ?)?"
    r"(?:site|website|web site|blog|outlet|publication|channel|station)s?|"
    r"(?:science|scientific|medical|academic|peer-reviewed) journals?|"
    r"talk show|chat show|morning show|podcasts?|(?:ABC|NBC|CBS|CNN|Fox|CW) affiliates?"
)
#: A word between article and noun; a preposition would begin another phrase ("the owner of a newspaper").
QUALIFIER: Final = r"(?!(?:of|for|at|by|with|in|from|who|whose|that|and|or|to|told)\b)[\w.'’-]+,? "
#: Nouns for media that say it only of a source: "local media", "Israeli radio", "some sites".
_MEDIA: Final = (
    r"(?:news )?media(?: (?:outlets?|reports?|organi[sz]ations?|channels?))?|"
    r"(?:news )?(?:web)?sites?|outlets?|(?:TV |television |radio )?(?:stations?|networks?|channels?)|"
    r"(?:state|public|national|local|[A-Z]\w+) (?:run |owned )?(?:radio|television|TV|press)"
)
#: "the tabloid", "a London-based tech blog", "several media outlets in Spain".
COMMON_NOUN: Final = re.compile(
    r"(?:(?:the|this|that|an?|our|its|another|one|[A-Z][\w.'’-]*) )?(?:[\w.'’-]+ ){0,4}?"
    rf"(?:(?:{_MEDIA})|(?:{MEDIUM}|media outlets?)"
    r"(?: (?:in|linked|close|affiliated|based|run|owned|from|considered) .{1,80})?)",
    re.DOTALL,
)

_STAFF: Final = (
    r"reporters?|correspondents?|columnists?|journalists?|anchor(?:man|woman)?s?|editors?|interviewers?|"
    r"photographers?|bureau chief|readers|newsroom|viewers"
)
#: Groups: medium, cited, told, spoke, loose, and the article right before the name.
BEFORE: Final = re.compile(
    r"(?:^|[^\w])(?:"
    rf"(?P<medium>{MEDIUM})|"
    r"(?P<cited>"
    r"(?:first|originally|previously|as|was|were|been|initially) (?:reported|published|quoted|cited) "
    r"(?:by|in|on|to)|reported by|"
    r"(?:according to|in|citing) an? (?:\w+ )?(?:report|article|story|piece|interview|investigation|profile|"
    r"column|editorial|op-ed|post|analysis)(?: published)? (?:in|on|by|from|for|with)|"
    r"(?:article|story|op-ed|column|essay|editorial|interview) (?:published )?(?:in|on|by|for|from)|"
    r"(?:published|printed|seriali[sz]ed|wrote|writes|writing|appeared|appearing|aired|broadcast) "
    r"(?:in|on|by|for)|"
    r"(?:picked up|obtained|quoted|seen|reviewed) by|"
    r"(?:reporter|correspondent|columnist|journalist|anchor|editor|photographer|contributor|critic|blogger|"
    r"host) (?:for|at|with|from|of)|(?:issue|edition|pages|cover|editor-in-chief|readers) of)|"
    r"(?P<told>told|tells)|"
    r"(?P<spoke>(?:interviews?|conversation) (?:with|to|for|on)|"
    r"(?:spoke|speaking|speak|talking|talked) (?:to|with|on)|"
    r"(?:statement|e-?mail|comments?) to|appearance on)|"
    r"(?P<loose>according to|citing|quoting|by)"
    r")(?:\s+(?P<the>[Tt]he))?\s+[\"“‘']?$"
)
_AND: Final = r",? (?:(?:has |had )?(?:also |first |further |previously |later )?)"
#: Groups: medium, staff, apposition, reports, reported.
AFTER: Final = re.compile(
    r"[\"”’']?(?:"
    rf"(?P<medium>(?:['’]s)? (?:{MEDIUM})(?!\w))|"
    rf"(?P<staff>(?:['’]s?)? (?:[a-z]+ ){{0,2}}(?:{_STAFF})(?!\w))|"
    r"(?P<apposition>, (?:an?|the(?= [\w-]+ (?!said|report|say|claim))|[A-Z][\w.]*['’]s?) "
    rf"(?:{QUALIFIER}){{0,5}}?(?:{MEDIUM})(?!\w))|"
    rf"(?P<reports>{_AND}(?:reports|reporting)(?= (?:that|the|a|an|on|it|he|she)\b|[.:,]))|"
    rf"(?P<reported>{_AND}(?:reported|published|broadcast|aired|quotes|quoted|cites|cited)(?!\w))"
    r")"
)
#: "The paper said …" in the next sentence, with no other name between.
SAID_LATER: Final = re.compile(
    r"[^A-Z\n]{0,120}?[.,;] ?(?:The|the|But the|And the) "
    r"(?:(?:news)?paper|tabloid|broadcaster|magazine|daily|news agency|news site|blog) "
    r"(?:said|says|reported|reports|claims|claimed|wrote|writes|added|adds|quoted|quotes|published)\b"
)
#: Whom one tells things that are no media, and who report things without being one.
BODIES: Final = frozenset(
    "us uk usa nasa nato isis isil hamas hezbollah icc iaea who ioc fifa uefa nhs dea atf irs sec ftc fcc "
    "epa tsa dhs nypd lapd mi5 mi6 gchq faa ntsb bp ibm twitter facebook instagram youtube reddit tumblr "
    "senate house court committee council commission parliament congress assembly board department police "
    "agency conference commons lords union tribunal inquiry jury judge fbi cia nsa fda cdc un eu president "
    "prime minister secretary general duma knesset bundestag pentagon kremlin vatican pope queen king duke "
    "administration government ministry chamber forum summit panel supreme hearing white justice "
    "state".split()
)
