"""The words and set phrases that weaken, deny or question a claim, by kind.

General English of news writing: epistemic modals and adverbs, verbs of belief and seeming, words of
hearsay, of denial and falsity, of doubt, and the phrases for what could not be had or checked.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from ..story import Certainty

Kind = Literal[
    "no_comment",  # declined to comment, did not respond
    "unverified",  # could not be confirmed, no official confirmation
    "unknown",  # unclear, not known, remains to be seen
    "no_evidence",  # no evidence, no sign that
    "falsity",  # hoax, not true, bogus
    "flaw",  # misleading, satirical, wrong
    "unharmed",  # alive and well: what is said against the news of a death
    "denial",  # denied, dismissed, contrary to
    "doubt",  # sceptical, grain of salt
    "question",  # whether, wonders, asked if
    "hearsay",  # reportedly, is said to, according to reports
    "rumour",  # rumours, speculation, leaks
    "alleged",  # alleged, suspected, purported
    "appearance",  # appears to, apparently
    "likelihood",  # likely, probably, perhaps
    "possibility",  # possible, potential, chance of
    "modal",  # may, might, could
    "expectation",  # expected to, predicts
    "belief",  # believes, suspects, thinks
    "attitude",  # fears, hopes
    "suggestion",  # suggests, implies, indicates
    "if_true",  # if true, if confirmed
    "condition",  # if, unless, would
    "claim",  # claims, insists
    "negation",  # not, never, no
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

#: The certainty that each kind speaks for; a kind that is not here says nothing by itself.
LEANS_TO: Final[dict[Kind, Certainty]] = {
    "no_comment": "questioned",
    "unverified": "questioned",
    "unknown": "questioned",
    "doubt": "questioned",
    "question": "questioned",
    "no_evidence": "denied",
    "falsity": "denied",
    "flaw": "denied",
    "unharmed": "denied",
    "denial": "denied",
    "negation": "denied",
    "hearsay": "hedged",
    "rumour": "hedged",
    "alleged": "hedged",
    "appearance": "hedged",
    "likelihood": "hedged",
    "possibility": "hedged",
    "modal": "hedged",
    "expectation": "hedged",
    "belief": "hedged",
    "attitude": "hedged",
    "suggestion": "hedged",
    "if_true": "hedged",
    "condition": "hedged",
}

_NT: Final = r"(?:ca|wo|do|does|did|is|are|was|were|has|have|had|would|could|should|ai)n['’]t"
#: Each with the auxiliary that stands before it: "has not", "hasn't", "cannot".
_NOT: Final = (
    rf"(?:(?:(?:do|does|did|is|are|was|were|has|have|had|would|could|will|can) )?(?:not|never)|cannot|"
    rf"{_NT})"
)
_BE: Final = r"(?:is|are|was|were|be|been|being|it['’]s|they['’]re|he['’]s|she['’]s)"
#: At most two words between ("not yet officially confirmed").
_GAP: Final = r"(?:[\w'’-]+ ){0,2}?"
_REPLY: Final = (
    r"(?:comment(?:ed)?|respond(?:ed)?|repl(?:y|ied)|return(?:ed)? (?:a |the |any |calls?|phone|"
    r"e?-?mails?|messages?|"
    r"requests?)|answer(?:ed)? (?:a |the |any |questions?|calls?|phone|e?-?mails?|requests?)|elaborated?|"
    r"speak to|spoken)"
)
_CHECK: Final = (
    r"(?:(?:confirm|authenticat|corroborat|substantiat|establish|determin)(?:e|ed)?|(?:verif|identif)(?:y|"
    r"ied)"
    r"|rule[d]? out|say with)"
)
_TELL: Final = (
    r"(?:say (?:if|whether|when|where|how|who|why|what|which)|said (?:if|whether|when)|name|named|"
    r"provided?|give|given|"
    r"specif(?:y|ied)|discuss|discussed|disclosed?|revealed?|release|released|identif(?:y|ied))"
)
_REPORTS: Final = r"(?:reports?|accounts?|rumou?rs?)"
_VAGUE: Final = (
    r"(?:some|early|earlier|initial|unconfirmed|unverified|various|multiple|numerous|recent|latest|media|"
    r"news|press|other|"
    r"several|local|conflicting|online|internet|widespread|many|previous|foreign|domestic|separate)"
)
_HELD: Final = (
    r"(?:said|reported|rumou?red|alleged|claimed|understood|tipped|reputed|purported|suggested|believed|"
    r"thought|feared|"
    r"assumed|presumed|suspected|speculated|estimated)"
)
_BAD_NEWS: Final = (
    r"(?:reports?|claims?|stor(?:y|ies)|news|rumou?rs?|allegations?|possibilit(?:y|ies)|matter|incident)"
)

#: For each kind a pattern, case aside; earlier kinds win where two begin at the same word.
PATTERNS: Final[dict[Kind, str]] = {
    "no_comment": (
        rf"(?:declin|refus)(?:e|es|ed|ing)(?: [\w’'-]+){{0,5}}? (?:(?:to )?comment|to (?:say|discuss|"
        rf"confirm|"
        rf"give|identify|"
        rf"answer|elaborate|speak|name|provide|disclose|reveal|interview|be (?:interviewed|named|drawn))|"
        rf"interview)"
        rf"|{_NOT} {_GAP}(?:{_REPLY}|available (?:for|to)|reachable)"
        rf"|(?:did|does|do|has|have|had|would)(?:n['’]t| not| never) (?:yet |immediately |also )?{_TELL}"
        rf"|yet to (?:{_REPLY}|{_TELL}|make|issue)"
        rf"|no (?:immediate |official |public |further |independent |government |)(?:comment|response|"
        rf"reply)s?"
        rf"|(?:requests?|asked|approached|contacted|calls?|reached) (?:[\w'’-]+ ){{0,3}}?for (?:a |"
        rf"further |)"
        rf"(?:comment|response|reply)s?|{_NOT} {_GAP}be (?:immediately )?reached|unavailable for comment"
        rf"|(?:was|were|been)(?:n['’]t| not) (?:immediately |yet )?(?:returned|successful|answered)|"
        rf"without (?:a )?comment"
        rf"|{_NOT} going to (?:comment|confirm|discuss|say|get into|speculate|give)"
    ),
    "unverified": (
        rf"unverifi\w+|uncorroborated|unsubstantiated|unproven|unconfirmed"
        rf"|(?:{_NOT}|unable to|impossible to|hard to|difficult to|yet to|"
        rf"un) {_GAP}(?:be )?(?:independently |"
        rf"officially )?{_CHECK}"
        rf"|(?:without|no|any|lacks?|lacking|awaiting|nor) {_GAP}(?:confirmation|verification|notification|"
        rf"official word)"
        rf"|(?:trying|working|seeking|attempting|struggling|scrambling) {_GAP}to {_CHECK}"
        rf"|(?:investigat|look|check|prob)(?:ing|es|ed)? (?:into )?(?:the |these |those |"
        rf"whether )?{_BAD_NEWS}"
        rf"|(?:{_NOT}|un) ?{_GAP}aware of|{_NOT} {_GAP}heard (?:of|about|anything)|(?:none|no one|nobody|"
        rf"no other) "
        rf"{_GAP}{_GAP}(?:confirmed|verified)"
    ),
    "unknown": (
        rf"unclear|unknown|uncertain(?:ty)?|undetermined|unsure|unanswered"
        rf"|{_NOT} {_GAP}(?:clear|known|sure|certain|know) (?:if|whether|who|what|when|where|why|how|which|"
        rf"yet|"
        rf"at this)"
        rf"|{_NOT} {_GAP}(?:clear|known|certain)|(?:do|does|did)(?:n['’]t| not) know|never know|"
        rf"remains? a mystery"
        rf"|remains? to be seen|any(?:body|one)['’]s guess|(?:hard|difficult|impossible|tough) to (?:say|"
        rf"tell|"
        rf"know|gauge)"
        rf"|too (?:early|soon) to|no (?:word|idea|details?|information) (?:on|about|of|as|yet|how|what|who|"
        rf"why|"
        rf"when|whom)"
        rf"|(?:few|no further|no more) details|conflicting (?:reports?|accounts?|claims?|stories)|"
        rf"no one knows|"
        rf"nobody knows"
    ),
    "no_evidence": (
        rf"no {_GAP}(?:evidence|proof|indications?|signs?|truth|basis|reason to|merit|substance|suspected)"
        rf"|(?:lack of|without|absence of|not any|n['’]t any) (?:\w+ )?(?:evidence|proof|basis)"
        rf"|nothing to (?:suggest|indicate|support)|no such|nowhere near|nothing (?:to do with|"
        rf"of the (?:sort|"
        rf"kind))"
        rf"|(?:do|does|did)(?:n['’]t| not) (?:actually |even |really )?exist|never (?:existed|happened|"
        rf"took place|said)"
    ),
    "falsity": (
        rf"hoax(?:es|ed)?|fakes?|faked|false(?:ly|hoods?)?|untrue|untruths?|bogus|fabricat(?:ed|ion|ions)|"
        rf"fictitious|phon(?:e)?y"
        rf"|inaccura(?:te|cies|cy)|incorrect(?:ly)?|unfounded|baseless|groundless|rubbish|nonsense|lies?|"
        rf"lying|"
        rf"liars?"
        rf"|wishful thinking|untruthful|(?:a|tall|telling tall) tales?|(?:not|isn['’]t|wasn['’]t|aren['’]t|"
        rf"weren['’]t|nothing) {_GAP}"
        rf"(?:true|accurate|correct|real|the case)|urban legends?|myths?"
    ),
    "flaw": (
        r"mis(?:interpret|quot|represent|report|inform|stat|translat|understood|l)(?:ed|ation|ing|\w{0,6})|"
        r"wrong(?:ly)?"
        r"|mistaken(?:ly)?|satir(?:e|ical)|spoof\w*|prank\w*|photoshopped|doctored|impost[eo]rs?|ersatz|"
        r"propaganda|scam"
        r"|made[- ]up|premature|bullshit|ridiculous|preposterous|absurd|erroneous(?:ly)?|out of context|"
        r"exaggerat\w+|fictional"
        r"|victim of a"
    ),
    "unharmed": (
        r"(?:still )?alive (?:and (?:well|kicking))?|still alive|(?:safe|alive) and (?:sound|well|secure|"
        r"unharmed)"
        r"|in (?:good|perfect|excellent|fine) health|just fine|(?:is|am|was) (?:fine|ok|okay|unharmed|safe)"
    ),
    "denial": (
        r"den(?:y|ies|ied|ying|ials?)|dismiss(?:es|ed|ing|ive)?|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|"
        r"debunk(?:s|ed|ing)?"
        r"|reject(?:s|ed|ing)?|disput(?:e|es|ed|ing)|dispel(?:s|l|led|ling)?|disprov\w+|retract(?:s|ed|"
        r"ion)?|"
        r"disavow\w*"
        r"|repudiat\w+|contradict(?:s|ed|ing)?|discredit(?:s|ed)?|quash(?:es|ed)?|pour(?:s|ed) cold water|"
        r"shot (?:it |that )?down"
        r"|rul(?:es?|ed|ing) (?:it |that |this )?out|contrary to|knock(?:s|ed)? down|recant(?:s|ed)?"
        r"|set(?:s|ting)? the record straight|walk(?:s|ed)? back|scotch(?:es|ed)|rubbish(?:es|ed)|"
        r"ignore the|"
        r"exposed as"
        r"|(?:do not|don['’]t) (?:listen to|believe)"
    ),
    "doubt": (
        r"doubt(?:s|ed|ful|ing)?|dubious|s[ck]eptic(?:al|ally|ism|s)?|(?:grain|pinch) of salt|far-?fetched|"
        r"implausible"
        r"|question(?:s|ed|ing)? (?:the|whether|if|why|how|what|its|his|her|their)|questionable"
        r"|unconvinced|hard to believe|too good to be true|challeng(?:ed|es|ing) (?:the|that|this|his|her|"
        r"on|"
        r"by)"
    ),
    "question": (
        r"whether|wonder(?:s|ed|ing)?|ask(?:s|ed|ing)? (?:\w+ )?(?:if|whether|about|why|how|what|when|"
        r"where|"
        r"who)"
        r"|(?:know|see|sure|say|tell|determine|confirm|clear|asked|asking|find out|knows) if|"
        r"questions? (?:remain|as to)"
        r"|open question"
    ),
    "hearsay": (
        rf"reportedly|allegedly|supposedly|purportedly|ostensibly|rumou?redly"
        rf"|{_BE} (?:also |now |widely |even |still |generally |reported to be )?{_HELD}(?= (?:to|that|"
        rf"by some|"
        rf"he|she|it|the|dead|missing|killed))"
        rf"|(?:it|this|that|there) (?:has been|had been|was|is|is being|has) (?:\w+ )?{_HELD}|"
        rf"it['’]s (?:been |"
        rf"also |now )?{_HELD}"
        rf"|according to (?:\w+ )?(?:\w+ )?{_REPORTS}|(?:{_VAGUE} ){{1,2}}(?:\w+ )?{_REPORTS}|by (?:some|"
        rf"all) accounts"
        rf"|{_REPORTS} (?:\w+ )?(?:suggest|claim|say|said|surfac|emerg|indicat|circulat|alleg)\w*"
        rf"|(?:the|a|an|his|her|their|its|these|those|of|’s|'s) reported|reported (?:dead|missing|killed|"
        rf"to be|"
        rf"to have)"
        rf"|(?:some|many|others) (?:say|claim|believe|think|suggest|speculate)|word (?:is|has it)"
        rf"|sources? (?:say|claim|suggest)"
    ),
    "rumour": r"rumou?r(?:s|ed)?|hearsay|gossip\w*|whisper\w*|speculat(?:e|es|ed|ing|ion)|leak(?:s|ed)",
    "alleged": (
        r"alleged|suspected(?: of)?|purported|supposed(?: to)?|presumed|reputed|putative|would-be|accused|"
        r"apparent"
        r"|(?:thought|feared|understood) (?:to|that|dead)|believed(?= (?:to|that|dead|by))|allegations?|"
        r"accusations?|suspicions?"
        r"|(?:claim|purport|profess)(?:s|ed|ing)? to (?:be|have|show|depict)"
    ),
    "appearance": (
        r"apparently|seemingly|appear(?:s|ed|ing)? (?:\w+ )?(?:to|that|as|likely)|seem(?:s|ed|ing)?|"
        r"it appears?"
        r"|look(?:s|ed|ing)? (?:like|as (?:if|though)|set to|likely|to be)|sounds? (?:like|as)|as (?:if|"
        r"though)|evidently"
        r"|gives? the impression"
    ),
    "likelihood": (
        r"(?:un)?likely|likel(?:ier|iest|ihood)|probab(?:le|ly)|perhaps|maybe|possibly|presumabl[ey]|"
        r"conceivabl[ey]|arguably"
        r"|(?:it is|it['’]s|is) (?:also |quite |entirely |very )?(?:possible|plausible|"
        r"conceivable) (?:that|"
        r"to)?"
        r"|(?:may|might|could) (?:very )?well|chances are|(?:in|out of) the realm of|every (?:indication|"
        r"sign)"
    ),
    "possibility": (
        r"possib(?:le|ility|ilities)|probability|potential(?:ly)?|plausibl[ey]|chances? (?:of|that)|"
        r"prospects? (?:of|that)"
    ),
    "modal": (
        r"(?-i:may)(?= (?!\d))|might|could(?= (?:(?:also|still|even|soon|eventually|actually|potentially|"
        r"further|only|easily) )?"
        r"(?:be|have|mean|become|come|take|lead|go|cost|face|make|help|get|include|prove|happen|start|see|"
        r"reach|signal|put|"
        r"give|well|end|turn|affect|cause|offer|provide|feature|contribute|spell|result|\w+))"
    ),
    "expectation": (
        r"expect(?:s|ed|ing|ation|ations)?|predict(?:s|ed|ing|ion|ions)?|forecast(?:s|ed|ing)?|"
        r"anticipat(?:e|"
        r"es|ed|ing)"
        r"|estimat(?:e|es|ed)|projected|tipped to"
    ),
    "belief": (
        r"(?:believe|think|suspect|assume|presume|suppose|reckon|guess)(?:s|d|ed|ing)?|thought|beliefs?|"
        r"assumptions?"
        r"|in (?:my|his|her|our|their) (?:opinion|view|mind)|theor(?:y|ies|i[sz]ed?)|"
        r"led (?:\w+ ){1,3}?to believe"
    ),
    "attitude": (
        r"fear(?:s|ed|ing)?|hop(?:e|es|ed|ing)|worr(?:y|ies|ied)|convinced|concern(?:s|ed)?|warn(?:s|ed|"
        r"ing)?"
    ),
    "suggestion": (
        r"suggest(?:s|ed|ing|ion|ions)?|impl(?:y|ies|ied|ying)|indicat(?:e|es|ed|ing)|hint(?:s|ed|ing)?|"
        r"points? to"
        r"|insinuat\w+|interpret(?:s|ed)?|link(?:s|ed) to"
    ),
    "if_true": (
        r"if (?:\w+ )?(?:\w+ )?(?:true|so|confirmed|verified|correct|accurate|proven|real|genuine|"
        r"authentic)"
    ),
    "condition": (
        r"if|unless|assuming|provided that|in (?:the )?event|would|otherwise|should(?= \w+ \w+)|barring"
    ),
    "claim": (
        r"claim(?:s|ed|ing)?|alleg(?:e|es|ing)|assert(?:s|ed|ing|ions?)?|insist(?:s|ed|ing)?|maintain(?:s|"
        r"ed)?|contend(?:s|ed)?"
    ),
    "negation": rf"not|{_NT}|never|no|none|nor|neither|nobody|nothing|cannot|without|hardly|no longer",
}
