"""The date phrases that are understood, as regular expressions; `phrases` says what they mean."""

import re

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b"
YEAR = r"(?:19|20)\d\d\b"
OF_YEAR = r"(?:,?\s(?:of\s)?(?P<of>last|this|next)\syear\b)?"
DASH = r"\s?(?:-|–|—|and|to|through|or)\s?"
UP_TO = r"\s?(?:-|–|—|to|through|until|till)\s?"
EDGE = (
    r"(?:on|by|until|till|since|from|after|before|through|for|between|"
    r"(?:starting|beginning)(?:\son)?)"
)
CLOCK = (
    r"(?:(?:midnight|noon|midday|dawn|dusk|sunrise|sunset|nightfall|\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?)"
    r"\s(?:on\s)?)"
)
"""The hour between a limit and its day: "until MIDNIGHT ON Sunday"."""
PART = r"(?:\s(?:morning|afternoon|evening|night))?"
LATE = r"(?:early|earlier|late|later|mid)"
OF_WEEK = rf"(?:(?P<weekday>{WEEKDAY}),?\s(?P<opened>\()?)?"
CLOSED = r"(?(opened)\))"
"""A weekday with its date: "on Friday (17 May)"."""
COUNTED = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER = rf"(?i:\d{{1,2}}|an?|{'|'.join((*COUNTED, *TENS))})"

SOURCES = {
    "iso": rf"\b(?:(?P<edge>{EDGE})\s)?(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)\b",
    "day_month": (
        rf"\b(?:(?P<edge>{EDGE})\s{CLOCK}?)?(?:{LATE}\son\s)?{OF_WEEK}(?:the\s)?"
        rf"(?P<day>{DAY})(?:{DASH}(?P<last>{DAY}))?\s(?:of\s)?(?P<month>{MONTH})"
        rf"(?:,?\s(?P<year>{YEAR}))?{OF_YEAR}{CLOSED}"
    ),
    "month_day": (
        rf"\b(?:(?P<edge>{EDGE})\s{CLOCK}?)?{OF_WEEK}(?P<month>{MONTH})\s(?P<day>{DAY})"
        rf"(?:{DASH}(?P<last>{DAY}))?(?:,?\s(?P<year>{YEAR}))?{OF_YEAR}{CLOSED}"
    ),
    "months_days": (
        rf"\b(?:(?:from|between)\s)?(?P<month>{MONTH})\s(?P<day>{DAY}){UP_TO}"
        rf"(?P<until>{MONTH})\s(?P<last>{DAY})(?:,?\s(?P<year>{YEAR}))?"
    ),
    "days_months": (
        rf"\b(?:(?:from|between)\s)?(?P<day>{DAY})\s(?P<month>{MONTH}){UP_TO}"
        rf"(?P<last>{DAY})\s(?P<until>{MONTH})(?:,?\s(?P<year>{YEAR}))?"
    ),
    "weekdays": (
        rf"\b(?:(?:on|from|between)\s)?(?:(?P<which>last|next|this)\s)?(?P<first>{WEEKDAY})\s?(?:-|–|and|to|through|until)\s?"
        rf"(?P<last>{WEEKDAY}){PART}"
    ),
    "weekday": (
        rf"\b(?:(?:{LATE})\s)?(?:(?P<edge>{EDGE})\s{CLOCK}?)?(?:{LATE}\s(?:on\s)?)?"
        rf"(?:(?P<which>last|next|this|this\scoming|this\spast|the\sfollowing|the\sprevious)\s)?"
        rf"(?P<first>{WEEKDAY}){PART}(?:,?\s(?:of\s)?(?P<week>last|next|this)\sweek)?\b"
    ),
    "today": (
        r"\b(?:(?P<edge>by|until|since|from)\s)?(?:(?:late|earlier|later|early)\s)?"
        r"(?P<day>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Tt]he\sday\safter\stomorrow|"
        r"[Tt]he\sday\sbefore\syesterday|[Tt]his\s(?:morning|afternoon|evening)|[Ll]ast\snight|"
        r"(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\sin\sthe\sday)\b"
    ),
    "overnight": r"\b[Oo]vernight\b(?!\s[A-Z])",
    "ago": (
        rf"\b(?P<number>{NUMBER})\s(?P<unit>day|week|month|year|decade)s?\sago"
        r"(?P<exact>\stoday)?\b"
    ),
    "ahead": rf"\bin\s(?P<number>{NUMBER})\s(?P<unit>day|week|month)s?(?:'|’)?(?:\stime)?\b",
    "week": (
        rf"\b(?:{LATE}\s(?:in\s)?)?(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]he\scoming|"
        rf"[Tt]he\sfollowing)\sweek\b"
    ),
    "weekend": (
        r"\b(?:(?:[Oo]ver|on|at|during)\s)?(?P<which>the|this|last|next|this\spast|"
        r"this\scoming|the\scoming)\sweekend\b"
    ),
    "month": (
        rf"\b(?:(?P<edge>by|until|since|from)\s)?(?:{LATE}\s)?"
        rf"(?P<which>last|next|this|the\scoming)\smonth\b"
    ),
    "named_month": (
        rf"\b(?:(?P<edge>[Ii]n|by\sthe\send\sof|at\sthe\s(?:end|start)\sof|by|until|till|since|from|during|for|"
        rf"before|after)\s)"
        rf"(?:{LATE}[\s-])?(?:(?P<which>last|next|this)\s)?(?P<month>{MONTH})"
        rf"(?:\s(?:of\s)?(?P<year>{YEAR}))?{OF_YEAR}(?!\s?\d)"
    ),
    "month_year": rf"\b(?:{LATE}[\s-])?(?P<month>{MONTH})\s(?P<year>{YEAR})",
    "part_of_month": (
        rf"\b(?:{LATE}[\s-]|(?:half|middle|course|days|weeks?)\sof\s)"
        rf"(?:(?P<which>last|next|this)\s)?(?P<month>{MONTH})(?!\s?\d)"
    ),
    "year": (
        rf"\b(?:(?:(?P<edge>[Ii]n|by|until|since|from|during)\s)(?:{LATE}[\s-])?(?P<year>{YEAR})|"
        rf"(?:{LATE}\s)?(?P<which>last|next|this)\syear)\b(?!-)"
    ),
    "vague": (
        r"\b[Ii]n\s(?:the\s)?(?:coming|next|recent|past)\s(?:few\s|several\s)?(?:days|weeks|months)"
        r"\b|\b(?:in|over)\sthe\slast\sfew\s(?:days|weeks)\b|\b(?:this|next|last)\s(?:spring|summer|"
        r"autumn|fall|winter)\b"
    ),
}

PATTERNS = {name: re.compile(source) for name, source in SOURCES.items()}
IN_NAME = re.compile(
    r"(?: [A-Z][\w’'-]*){0,2} (?:Movement|Front|Alliance|Coalition|Bloc|Brigades?|Group|Army|"
    r"Forces?|Revolution|Agreement|Accords?|Declaration|alliance|coalition|bloc|movement)\b"
)
"""What stands behind a day that is but the name of something: "the March 23 MOVEMENT"."""
BARE_DAYS = frozenset({"month_day", "day_month"})
"""The patterns of a day by which something may be named."""
