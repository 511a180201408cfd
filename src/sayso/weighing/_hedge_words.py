"""The words and set phrases that weaken, deny or question a claim, by kind.

General English of news writing: epistemic modals and adverbs, verbs of belief and seeming, words of
hearsay, of denial and falsity, of doubt, and the phrases for what could not be had or checked.
"""

from __future__ import annotations

from typing import Final

from ._hedge_kinds import Kind

_NT: Final = r"(?:ca|wo|do|does|did|is|are|was|were|has|have|had|would|could|should|ai)n['’]t"
#: Each with the auxiliary that stands before it: "has not", "hasn't", "cannot".
_NOT: Final = (
    rf"(?:(?:(?:do|does|did|is|are|was|were|has|have|had|would|could|will|can) )?(?:not|never)|cannot|{_NT})"
)
_BE: Final = r"(?:is|are|was|were|be|been|being|it['’]s|they['’]re|he['’]s|she['’]s)"
#: At most two words between ("not yet officially confirmed").
_GAP: Final = r"(?:[\w'’-]+ ){0,2}?"
_TO_US: Final = r"(?:a |the |any |calls?|phone|e?-?mails?|messages?|questions?|requests?)"
_REPLY: Final = (
    rf"(?:comment(?:ed)?|respond(?:ed)?|repl(?:y|ied)|(?:return|answer)(?:ed)? {_TO_US}|elaborated?"
    r"|speak to|spoken)"
)
_CHECK: Final = (
    r"(?:(?:confirm|authenticat|corroborat|substantiat|establish|determin)(?:e|ed)?|(?:verif|identif)(?:y|ied)"
    r"|ruled? out|say with)"
)
_TELL: Final = (
    r"(?:sa(?:y|id) (?:if|whether|when|where|how|who|why|what|which)|named?|provided?|given?|specif(?:y|ied)"
    r"|discuss(?:ed)?|disclosed?|revealed?|released?|identif(?:y|ied))"
)
#: More than one, and nobody's: "the report" is a known document.
_REPORTS: Final = r"(?:reports|accounts|rumou?rs?)"
_VAGUE: Final = (
    r"(?:some|earl(?:y|ier)|initial|unconfirmed|unverified|various|multiple|numerous|recent|latest|media|news|press"
    r"|other|several|local|conflicting|online|internet|widespread|many|previous|foreign|domestic|separate)"
)
_HELD: Final = (
    r"(?:said|reported|rumou?red|alleged|claimed|understood|tipped|reputed|purported|suggested|believed|thought|feared"
    r"|assumed|presumed|suspected|speculated|estimated)"
)
_BAD_NEWS: Final = (
    r"(?:reports?|claims?|stor(?:y|ies)|news|rumou?rs?|allegations?|possibilit(?:y|ies)|matter|incident)"
)

#: With a capital these are names: the month of May, Sky News.
NAMES: Final = frozenset("May News Press Local Internet Foreign Domestic".split())

#: For each kind its words, in small letters; earlier kinds win where two begin at the same word.
WORDS: Final[dict[Kind, tuple[str, ...]]] = {
    "no_comment": (
        r"(?:declin|refus)(?:e|es|ed|ing)(?: [\w’'-]+){0,5}? (?:comment|interview)",
        r"(?:declin|refus)(?:e|es|ed|ing)(?: [\w’'-]+){0,5}? to "
        r"(?:comment|say|discuss|confirm|give|identify|answer|elaborate|speak|name|provide|disclose|reveal|"
        r"be (?:interviewed|drawn))",
        rf"{_NOT} (?!authori[sz]ed|allowed){_GAP}(?:{_REPLY}|available (?:for|to)|reachable)",
        rf"(?:did|does|do|has|have|had|would)(?:n['’]t| not| never) (?:yet |immediately |also )?{_TELL}",
        rf"yet to (?:{_REPLY}|{_TELL}|make|issue)",
        r"no (?:immediate |official |public |further |independent |government |)(?:comment|response|reply)s?",
        r"(?:requests?|asked|approached|contacted|calls?|reached) (?:[\w'’-]+ ){0,3}?for "
        r"(?:a |further |)(?:comment|response|reply)s?",
        rf"{_NOT} {_GAP}be (?:immediately )?reached|unavailable for comment",
        r"(?:was|were|been)(?:n['’]t| not) (?:immediately |yet )?(?:returned|successful|answered)",
        rf"without (?:a )?comment|{_NOT} going to (?:comment|confirm|discuss|say|get into|speculate|give)",
    ),
    "unverified": (
        r"unverifi\w+|uncorroborated|unsubstantiated|unproven|unconfirmed(?! (?:[\w'’-]+ ){0,2}reports)",
        rf"(?:{_NOT}|unable to|impossible to|hard to|difficult to|yet to) (?!to be ){_GAP}"
        rf"(?:be )?(?:independently |officially )?{_CHECK}",
        rf"(?:without|no|any|lacks?|lacking|awaiting|nor) {_GAP}(?:confirmation|verification|notification)",
        rf"(?:trying|working|seeking|attempting|struggling|scrambling) {_GAP}to {_CHECK}",
        rf"(?:investigat|look|check|prob)(?:ing|es|ed)? (?:into )?(?:(?:the|these|those) )?{_BAD_NEWS}",
        rf"(?:{_NOT}|un) ?{_GAP}aware[\"”’]* of|{_NOT} {_GAP}heard (?:of|about|anything)",
        rf"(?:none|no one|nobody|no other) {_GAP}{_GAP}(?:confirmed|verified)",
    ),
    "unknown": (
        r"unclear|(?<!an )(?<!the )(?<!by )unknown|uncertain(?:ty)?|undetermined|unsure|unanswered",
        rf"{_NOT} {_GAP}(?:clear|known|sure|certain|know) "
        r"(?:if|whether|who|what|when|where|why|how|which|yet|at this)",
        rf"{_NOT} {_GAP}(?:clear|known|certain)|(?:do|does|did)(?:n['’]t| not) know|never know",
        r"remains? a mystery|remains? to be seen|any(?:body|one)['’]s guess",
        r"(?:hard|difficult|impossible|tough) to (?:say|tell|know|gauge)|too (?:early|soon) to",
        r"no (?:word|idea|details?|information) (?:on|about|of|as|yet|how|what|who|why|when|whom)",
        r"(?:few|no further|no more) details|conflicting (?:reports?|accounts?|claims?|stories)|no one knows",
        r"nobody knows",
    ),
    "no_evidence": (
        rf"no {_GAP}(?:evidence|proof|intelligence|indications?|signs?|truth|basis|merit|suspected)",
        r"no (?:[\w'’-]+ )?reason to",
        r"(?:lack of|without|absence of|not any|n['’]t any) (?:\w+ )?(?:evidence|proof|basis)",
        r"nothing to (?:suggest|indicate|support)|no such|nowhere near",
        r"nothing (?:to do with|of the (?:sort|kind))",
        r"(?:do|does|did)(?:n['’]t| not) (?:actually |even |really )?exist",
        r"never (?:existed|happened|took place|said)",
    ),
    "falsity": (
        r"hoax(?:es|ed)?|fakes?|faked|false(?:ly|hoods?)?|untrue|untruths?|bogus|fabricat(?:ed|ion|ions)",
        r"fictitious|phon(?:e)?y|inaccura(?:te|cies|cy)|incorrect(?:ly)?|unfounded|baseless|groundless",
        r"rubbish|nonsense|lies?|lying|liars?|wishful thinking|untruthful|(?:a|tall|telling tall) tales?",
        rf"(?:not|(?:is|was|are|were)n['’]t|nothing) {_GAP}(?:true|accurate|correct|real|the case)",
        r"urban legends?|myths?",
    ),
    "flaw": (
        r"mis(?:interpret|quot|represent|report|inform|stat|translat|understood|l)(?:ed|ation|ing|\w{0,6})",
        r"wrong(?:ly)?|mistaken(?:ly)?|satir(?:e|ical)|spoof\w*|prank\w*|photoshopped|doctored|impost[eo]rs?",
        r"ersatz|propaganda|scam|made[- ]up|premature|bullshit|ridiculous|preposterous|absurd",
        r"erroneous(?:ly)?|out of context|exaggerat\w+|fictional|victim of a",
    ),
    "unharmed": (
        r"(?:still )?alive (?:and (?:well|kicking))?|still alive",
        r"(?:safe|alive) and (?:sound|well|secure|unharmed)|in (?:good|perfect|excellent|fine) health",
        r"just fine|(?:is|am|was) (?:fine|ok|okay|unharmed|safe)",
    ),
    "denial": (
        r"den(?:y|ies|ied|ying|ials?)|dismiss(?:es|ed|ing|ive)?|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?",
        r"debunk(?:s|ed|ing)?|reject(?:s|ed|ing)?",
        r"disput(?:ed|ing|es? (?:the|that|this|those|claims?|reports?))|dispel(?:s|l|led|ling)?|disprov\w+",
        r"retract(?:s|ed|ion)?|disavow\w*|repudiat\w+|contradict(?:s|ed|ing)?|discredit(?:s|ed)?",
        r"quash(?:es|ed)?|pour(?:s|ed) cold water|shot (?:it |that )?down",
        r"rul(?:es?|ed|ing) (?:it |that |this )?out|contrary to|knock(?:s|ed)? down|recant(?:s|ed)?",
        r"set(?:s|ting)? the record straight|walk(?:s|ed)? back|scotch(?:es|ed)|rubbish(?:es|ed)|ignore the",
        r"exposed as|(?:do not|don['’]t) (?:listen to|believe)",
    ),
    "doubt": (
        r"doubt(?:s|ed|ful|ing)?|dubious|s[ck]eptic(?:al|ally|ism|s)?|(?:grain|pinch) of salt|far-?fetched",
        r"implausible|question(?:s|ed|ing)? (?:the|whether|if|why|how|what|its|his|her|their)|questionable",
        r"unconvinced|hard to believe|too good to be true",
        r"challeng(?:ed|es|ing) (?:the|that|this|his|her|on|by)",
    ),
    "question": (
        r"whether|wonder(?:s|ed|ing)?",
        r"ask(?:s|ed|ing)? (?:\w+ )?(?:if|whether|about|why|how|what|when|where|who)",
        r"(?:know|see|sure|say|tell|determine|confirm|clear|asked|asking|find out|knows) if",
        r"questions? (?:remain|as to)|open question",
    ),
    "hearsay": (
        r"reportedly|allegedly|supposedly|purportedly|ostensibly|rumou?redly",
        rf"{_BE} (?:(?:also|now|widely|even|still|generally) )?{_HELD}"
        r"(?= (?:to|that|by some|he|she|it|the|dead|missing|killed))",
        rf"(?:it|this|that|there) (?:has been|had been|was|is|is being|has) (?:\w+ )?{_HELD}",
        rf"it['’]s (?:been |also |now )?{_HELD}|according to (?:\w+ )?(?:\w+ )?{_REPORTS}",
        rf"(?:{_VAGUE} ){{1,2}}(?:\w+ )?{_REPORTS}|by (?:some|all) accounts",
        rf"{_REPORTS} (?:\w+ )?(?:suggest|claim|say|said|surfac|emerg|indicat|circulat|alleg)\w*",
        r"(?:the|a|an|his|her|their|its|these|those|of|’s|'s) reported",
        r"reported (?:dead|missing|killed|to be|to have)",
        r"(?:some|many|others) (?:say|claim|believe|think|suggest|speculate)|word (?:is|has it)",
        r"sources? (?:say|claim|suggest)",
    ),
    "rumour": (r"rumou?r(?:s|ed)?|hearsay|gossip\w*|whisper\w*|speculat(?:e|es|ed|ing|ion)|leak(?:s|ed)",),
    "alleged": (
        r"alleged|suspected(?: of)?|purported|supposed(?: to)?|presumed|reputed|putative|would-be|accused",
        r"apparent|(?:thought|feared|understood) (?:to|that|dead)|believed(?= (?:to|that|dead|by))",
        r"allegations?|accusations?|suspicions?",
        r"(?:claim|purport|profess)(?:s|ed|ing)? to (?:be|have|show|depict)",
    ),
    "appearance": (
        r"apparently|seemingly|appear(?:s|ed|ing)? (?:\w+ )?(?:to|that|as|likely)|seem(?:s|ed|ing)?",
        r"it appears?|look(?:s|ed|ing)? (?:like|as (?:if|though)|set to|likely|to be)|sounds? (?:like|as)",
        r"as (?:if|though)|evidently|gives? the impression",
    ),
    "likelihood": (
        r"(?:un)?likely|likel(?:ier|iest|ihood)|probab(?:le|ly)|perhaps|maybe|possibly|presumabl[ey]",
        r"conceivabl[ey]|arguably",
        r"(?:it is|it['’]s|is) (?:(?:also|quite|entirely) )?(?:possible|plausible|conceivable) (?:that|to)?",
        r"(?:may|might|could) (?:very )?well|chances are|(?:in|out of) the realm of",
        r"every (?:indication|sign)",
    ),
    "possibility": (
        r"possib(?:le|ility|ilities)|probability|potential(?:ly)?|plausibl[ey]|chances? (?:of|that)",
        r"prospects? (?:of|that)",
    ),
    "modal": (
        r"may(?= (?!\d))|might",
        r"could(?= (?!not|never|only|hardly|barely|no longer|see|hear|feel|tell|smell|afford|walk)\w)",
    ),
    "expectation": (
        r"expect(?:s|ed|ing|ation|ations)?|predict(?:s|ed|ing|ion|ions)?|forecast(?:s|ed|ing)?",
        r"anticipat(?:e|es|ed|ing)|estimat(?:e|es|ed)|projected|tipped to",
    ),
    "belief": (
        r"(?:believe|think|suspect|assume|presume|suppose|reckon|guess)(?:s|d|ed|ing)?|thought|beliefs?",
        r"assumptions?|in (?:my|his|her|our|their) (?:opinion|view|mind)|theor(?:y|ies|i[sz]ed?)",
        r"led (?:\w+ ){1,3}?to believe",
    ),
    "attitude": (
        r"fear(?:s|ed|ing)?|hop(?:e|es|ed|ing)|worr(?:y|ies|ied)|convinced|concern(?:s|ed)?",
        r"warn(?:s|ed|ing)?",
    ),
    "suggestion": (
        r"suggest(?:s|ed|ing|ion|ions)?|impl(?:y|ies|ied|ying)|indicat(?:e|es|ed|ing)|hint(?:s|ed|ing)?",
        r"points? to|insinuat\w+|interpret(?:s|ed)?|link(?:s|ed) to",
    ),
    "if_true": (
        r"if (?:\w+ )?(?:\w+ )?(?:true|so|confirmed|verified|correct|accurate|proven|real|genuine|authentic)",
    ),
    "condition": (
        r"if|unless|assuming|provided that|in (?:the )?event|would|otherwise|should(?= \w+ \w+)|barring",
    ),
    "claim": (
        r"claim(?:s|ed|ing)?|alleg(?:e|es|ing)|assert(?:s|ed|ing|ions?)?|insist(?:s|ed|ing)?",
        r"maintain(?:s|ed)?|contend(?:s|ed)?",
    ),
    "negation": (rf"not|{_NT}|never|no|none|nor|neither|nobody|nothing|cannot|without|hardly|no longer",),
}
