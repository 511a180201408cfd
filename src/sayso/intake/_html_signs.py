"""What the names and words of a page's parts say about their role: furniture, caption, credit, byline.

Names are class and id words that page templates use; no outlet's own name is among them. Words are
those with which newsrooms of any kind point elsewhere, ask for a subscription or give a credit.
"""

from __future__ import annotations

import re
from typing import Final

HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")

#: A part of a page that is not its story, by the name the template gives it.
FURNITURE_NAME: Final = re.compile(
    r"""(?:^|[\s_-])(?:
    newsletters? | newsletter-?\w* | sign-?up | subscri(?:be|ption)\w* | paywall | registration | donat\w+
    | related\w* | recirc\w* | recommend\w* | read-?(?:more|next|also) | more-?(?:from|on|stories|news
    |links) | also-?(?:read|like)
    | most-?(?:read|popular|viewed|recent) | trending | popular | up-?next | see-?also | teasers?
    | outbrain | taboola
    | zergnet | promo\w* | cta | call-to-action | upsell | sponsor\w* | advert\w* | ads? | ad-?(?:slot
    |unit|wrapper|container|disclaimer)
    | affiliate\w* | share | sharing | share-?\w+ | social | social-?\w+ | follow | follow-?us
    | comments? | comment-?\w+
    | respond | disqus\w* | bread-?crumbs? | nav | navigation | menu | pagination | pager
    | site-?(?:header|footer|nav)
    | footer | sidebar | widget(?!-text|-content) | toolbar | tags? | tag-?(?:list|links|cloud) | topics
    | keywords | categor(?:y|ies)
    | author-?(?:bio|box|info|card|description) | about-?(?:the-?)?author | bio | cookie\w* | gdpr
    | consent | copyright
    | disclaimer | login | search | skip-?link | print-?only | screen-?reader\w* | visually-?hidden | sr-only
    | post-?(?:info|meta|tags|navigation|footer) | entry-?(?:meta|footer) | postmetadata
    | jp-relatedposts | addtoany\w*
    | feedback | poll | quiz | survey | app-?(?:download|promo) | banner
    )(?=$|[\s_-])""",
    re.VERBOSE,
)
#: Holds a post or a quotation that the story uses.
EMBED_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:\w*tweets?|twitter-?\w*|instagram-?media|\w*embed\w*|\w*quotes?|quotation|blockquote"
    r"|pull-?quote\w*|tiktok\w*|fb-post|bluesky\w*)(?=$|[\s_-])"
)
CAPTION_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:\w*caption\w*|cutline|legend|photo-?(?:text|desc\w*)|image-?(?:desc\w*|text|meta"
    r"|info|title)"
    r"|media-?(?:desc\w*|text|meta)|picture-?(?:title|text))(?=$|[\s_-])"
)
#: Shows pictures; its buttons are no captions.
GALLERY_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:gallery\w*|slideshow\w*|slide|slider\w*|lightbox|carousel\w*)(?=$|[\s_-])"
)
CREDIT_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:\w*credits?|photo-?credit\w*|image-?credit\w*|photographer|image-?source|photo-?source"
    r"|copyright-?holder|contributors?)(?=$|[\s_-])"
)
BYLINE_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|byline\w*|authors?|author-?(?:name|link|byline)s?|writers?|reporters?"
    r"|contributors?|vcard|creator)(?=$|[\s_-])"
)
DATELINE_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:date|dates|date-?lines?|date-?time|datestamp|time-?stamp\w*|timestamp\w*"
    r"|pub-?date\w*|publish\w*|posted-?on|updated|modified"
    r"|\w*date(?:published|modified)?|article-?(?:date|time)|meta-?date|time)(?=$|[\s_-])"
)
STANDFIRST_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:stand-?first|dek|deck|sub-?(?:head\w*|title|line|deck)|subhead\w*|subtitle|subline"
    r"|summary|description|abstract|excerpt|tag-?line"
    r"|strap-?line|kicker-?text|lede?|intro\w*|highlights?|key-?points?)(?=$|[\s_-])"
)

#: The same without the names that templates also give to a story's opening paragraph.
DECK_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:stand-?first|dek|deck|sub-?(?:title|line|deck)|subtitle|subline|subhead\w*"
    r"|strap-?line|tag-?line)(?=$|[\s_-])"
)

_POINTER: Final = (
    r"(?:read|see|find|learn|watch|listen|view|hear|click|show|discover|explore)\s+(?:more|also|next|here"
    r"|now|this|the\s+full|full)\b"
    r"|also\s+(?:read|see|watch|on)\b|related\b|recommended\b|more\s+(?:on|from|about|stories|coverage"
    r"|news|in)\b|more\s*:|don['’]?t\s+miss\b"
    r"|(?:you\s+)?(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested)|you['’]?ll\s+(?:also\s+)?like"
    r"|up\s+next\b|what\s+to\s+read"
    r"|further\s+reading|in\s+case\s+you\s+missed|editor['’]?s['’]?\s+(?:pick|choice)|must[\s-]reads?\b"
    r"|must[\s-]see\b|trending\b|most\s+(?:read|popular)"
    r"|just\s+in\b|latest\s+(?:news|stories)|top\s+stories|previously\s*:|see\s+also|now\s+read"
    r"|next\s+(?:story|article|post)|previous\s+(?:story|article|post)"
)
#: "Read more: …", "Related: …", "DON'T MISS …": a line that leads to another page.
POINTER: Final = re.compile(rf"^\W*(?:{_POINTER})", re.IGNORECASE)
#: The same as a whole line, with nothing told in it.
BARE_POINTER: Final = re.compile(rf"^\W*(?:{_POINTER})[\w\s]{{0,25}}\W*$", re.IGNORECASE)

#: Addresses the reader about the outlet, not about the story.
APPEAL: Final = re.compile(
    r"""^\W*(?:
    (?:share|tweet|print|e-?mail|save|facebook|twitter|linkedin|pinterest|reddit|whatsapp|flipboard)\W*$
    | sign\s+up\b | subscribe\b | get\s+(?:\w+\s+){0,8}(?:newsletter|inbox|subscription|access\s+to
    |delivered)\b | join\s+(?:us|our)\b
    | (?:want|like)\s+(?:more|to\s+(?:read|see|get|know)\s+more)\b.*\?
    | (?:please\s+)?follow\s+(?:us|me|him|her|them|@|the\s+author|\S+(?:\s+\S+){0,7}\s+on\s+(?:twitter|x
    |facebook|instagram|linkedin|social|youtube|bluesky|threads|mastodon|tiktok|whatsapp))
    | follow\s+\S+['’]s?\s+(?:\w+\s+){0,3}coverage\b
    | (?:find|like|join|friend)\s+us\s+on\b | share\s+(?:this|on|via|your)\b | (?:e-?mail
    |print)\s+this\b | support\s+(?:our|independent|local)\s+(?:\w+\s+)?journalism
    | (?:become|already)\s+a\s+(?:member|subscriber) | download\s+(?:the|our)\b.*\bapp\b | (?:leave|post
    |add|write)\s+a?\s*(?:comment|reply)
    | comments?\W*$ | advertisement\W*$ | (?:story|article)\s+continues | continue\s+reading
    | scroll\s+(?:down|to|for)\b
    | tell\s+us\s+what\b | what\s+do\s+you\s+think\b | have\s+(?:a|any)\s+(?:story|tip|question|news)\b
    | do\s+you\s+have\s+(?:a|any)\s+(?:story|tip|question|news|information)\b
    | (?:contact|reach|e-?mail|write\s+to)\s+(?:us|me|him|her|them|the\s+(?:author|writer|reporter)s?
    |\S+(?:\s+\S+){0,5}\s+(?:at|on|via|@))\b
    | if\s+you\s+(?:enjoyed|liked|have\s+a\s+(?:story|tip)|would\s+like\s+to\s+(?:read|receive|subscribe))\b
    | (?:listen|tune\s+in)\s+to\b.{0,80}\b(?:here|podcast|live|weekdays|wherever)\b | buy\s+(?:it|now
    |tickets?)\s+(?:here|now)\W*$
    | filed\s+under\b | tags?\s*: | categor(?:y|ies)\s*: | topics?\s*: | posted\s+in\b
    | image\s+\d+\s+of\s+\d+ | \d+\s+comments?\W*$
    | (?:we|this\s+(?:site|page|article|post))\s+(?:may\s+)?(?:use|contain
    |earn)s?\s+(?:\w+\s+){0,4}(?:affiliate|commission|cookies)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
#: Says something about the outlet's letters page, newsletter or terms anywhere in a short line.
APPEAL_INSIDE: Final = re.compile(
    r"\b(?:sign\s+up|subscribe)\b.{0,80}\bnewsletter|\bnewsletter\b.{0,60}\b(?:inbox|sign\s+up|subscribe)"
    r"|\bletters?\s+to\s+the\s+editor\b.{0,120}\b(?:e-?mail|tips|hear)"
    r"|\bfollow\b.{0,80}\bon\s+(?:twitter|facebook|instagram)\b.{0,40}$|\bclick\s+here\b.{0,40}$",
    re.IGNORECASE,
)
COPYRIGHT: Final = re.compile(
    r"^\W*(?:©|\(c\)\s|copyright\b)|\ball\s+rights\s+reserved\b|\bmay\s+not\s+be\s+(?:published"
    r"|reproduced|reprinted)\b",
    re.IGNORECASE,
)
#: A line that gives a contributor, an editor or an agency its due.
CREDIT: Final = re.compile(
    r"""^\W*(?:
    (?i:(?:additional\s+|further\s+)?(?:reporting|writing|research|photography|video)\s+(?:\w+\s+){0,3}by\b)
    | (?i:(?:edited|editing|produced|compiled|translated|illustrated|illustrations?)\s+by\b)
    | (?i:with\s+(?:additional\s+)?(?:reporting|files|contributions|input|agencies)\b)
    | (?:The\s+)?[A-Z][\w.’'-]+(?:[\s,]+(?:and\s+)?(?:the\s+)?[A-Z][\w.’'-]*){0,14}[\w\s,]{0,40}\s
      (?:also\s+)?contributed\s+(?:reporting|research|to\s+this\s+(?:report|story|article|dispatch))
    | (?i:(?:sources?|credits?|via)\s*:)
    | (?i:(?:material|information|reporting)\s+from\b.{0,80}\b(?:was\s+used|contributed))
    | (?i:originally\s+(?:published|appeared)\s+(?:on|at|by|in)\b)
    | (?i:(?:this|the)\s+(?:article|story|post)\s+(?:was\s+|has\s+been\s+)?(?:(?:originally
    |first)\s+(?:appeared|published)|adapted\s+from)\b)
    | (?i:reuters)\W*$ | \(?(?:AP|AFP|PA|UPI|DPA|ANI|PTI|IANS)\)?\W*$
    )""",
    re.VERBOSE,
)
PICTURE_CREDIT: Final = re.compile(
    r"""^\W*(?:photos?|photographs?|images?|pictures?|illustrations?|videos?|screenshots?)(?:\s+(?:credit
    |source|courtesy|by|via|from|of))*\s*(?::|\bby\b|\bcourtesy\b|\bvia\b)
    | ^\W*(?:getty(?:\s+images)?|shutterstock|istock|alamy|ap\s+photo|afp|reuters|epa
    |rex\s+features)\b[\w\s/.,’'-]{0,60}$
    | ^[^.!?]{0,50}/\s*(?:getty|shutterstock|ap|afp|reuters|epa|alamy|wireimage|rex)(?:\s+\w+){0,2}\W*$
    | ^\W*(?:photo|image|picture)\s+(?:credit|copyright)\b""",
    re.VERBOSE | re.IGNORECASE,
)
#: "… at the harbour (Image: ROE)"
CAPTION_END: Final = re.compile(
    r"\((?:image|photo|picture|pic|credit|source)s?\s*(?::|by\b|courtesy\b)[^()]{1,60}\)\W*$", re.IGNORECASE
)
BYLINE: Final = re.compile(
    r"^\W*(?:by|written\s+by|words\s+by|story\s+by|posted\s+by|reported\s+by|author)\b\s*:?\s*[^\W\d_]",
    re.IGNORECASE,
)
UPDATED: Final = re.compile(
    r"^\W*(?:(?:first\s+|last\s+)?(?:published|updated|posted|modified|created)|publication\s+date"
    r"|date)\b.{0,60}\d",
    re.IGNORECASE,
)
QUOTE_MARKS: Final = re.compile(r"[\"“”„«»]|''|(?<!\w)[‘'](?=\w)")
#: "[The Evening Bell]", "— Ana Roe": a line of its own that names whose words stand beside it.
NAMED_SOURCE: Final = re.compile(r"^(?:\[[^\]]{2,60}\]|\([^)]{2,60}\)|[—–-]{1,2}\s?\S.{1,60})$")
#: An e-mail, web address or handle and nothing else.
ADDRESS: Final = re.compile(
    r"^\W*(?:[\w.+-]+@[\w-]+\.[\w.]+|@\w+|(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?)\W*$"
)
