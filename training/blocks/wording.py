# ruff: noqa: E501 -- lists of wordings, easier to read one below the other
"""Made-up small print: bylines, dates, outlets with ages, credits, alternative texts, menus, pointers."""

from __future__ import annotations

from random import Random

FIRST = ["Anna", "Ben", "Carla", "David", "Elena", "Farid", "Grace", "Hugo", "Imran", "Jana", "Kofi", "Laura", "Marek", "Nadia", "Omar", "Petra", "Quentin", "Rosa", "Samir", "Tessa", "Uma", "Victor", "Wendy", "Yusuf", "Zoe", "Aisha", "Bram", "Chloe", "Dylan", "Esther", "Finn", "Gita", "Harriet", "Ivan", "Joan"]  # fmt: skip
LAST = ["Abbott", "Bakker", "Castillo", "Dunne", "Eriksen", "Farrow", "Goldberg", "Hassan", "Ivanova", "Jensen", "Kowalski", "Lindqvist", "Moreno", "Nakamura", "Okafor", "Pritchard", "Quiroga", "Rowntree", "Schaefer", "Thackeray", "Underhill", "Vasquez", "Whitlock", "Yilmaz", "Zeller", "Ó'Brien", "McAllister", "Le", "Roux"]  # fmt: skip
PLACES = ["Ashford", "Brennick", "Calder", "Dunmore", "Eastvale", "Fairhaven", "Glenrock", "Harrow", "Inverlea", "Kestrel", "Longmere", "Midvale", "Norwick", "Oakport", "Penrose", "Quarry", "Ridgeway", "Stonebridge", "Tidewater", "Upland", "Westbrook", "Yarrow", "Lakeland", "Coastal", "National", "Daily", "Sunday", "Evening", "Morning", "Global", "Northern", "Southern", "Capital"]  # fmt: skip
PAPERS = ["Post", "Herald", "Times", "Gazette", "Courier", "Tribune", "Echo", "Star", "Chronicle", "Argus", "Journal", "Standard", "Observer", "News", "Mail", "Record", "Express", "Today", "Online", "Live", "FM", "TV", "Independent", "Guardian", "Review", "Bulletin", "Dispatch", "Examiner", "Sun", "Voice", "Wire", "Monitor", "Reporter", "Press", "World", "Telegraph", "Sentinel", "Globe"]  # fmt: skip
AGENCIES = ["AP", "AFP", "Reuters", "Getty", "Getty Images", "PA", "EPA", "Shutterstock", "Alamy", "Associated Press", "REUTERS", "GETTY", "AFP via Getty Images", "iStock", "PA Wire", "Bloomberg", "Anadolu", "Rex Features", "Press Association", "Xinhua", "EPA-EFE", "Handout", "Supplied", "Facebook", "Police handout"]  # fmt: skip
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MENU = ["menu", "search", "home", "news", "sport", "sports", "weather", "video", "videos", "live", "culture", "politics", "business", "money", "travel", "opinion", "world", "local", "health", "science", "tech", "lifestyle", "food", "share", "save", "comments", "login", "subscribe", "sign", "in", "register", "account", "newsletters", "podcasts", "topics", "latest", "trending", "shop", "jobs", "cars", "property", "puzzles", "letters", "obituaries", "photos", "contact", "about", "help", "close", "skip", "back", "next", "print", "email", "follow", "listen", "watch", "entertainment", "education", "climate", "football", "celebrity", "royals"]  # fmt: skip
ADVERTS = ["Advertisement", "ADVERTISEMENT", "Advert", "Article continues below", "Story continues below advertisement", "Sponsored", "Promoted content", "Loading...", "Share", "Share this article", "Sign up to our newsletter", "SIGN UP", "Subscribe", "Read more", "Comments", "Comment", "Follow us", "Copy link", "Most read", "Most Popular", "Trending", "Related articles", "Related stories", "Related content", "You may also like", "More on this story", "Recommended", "Don't miss", "More from", "Up next", "Play video", "Video unavailable", "Listen to this article", "Save", "Like", "Tweet", "Print", "Email", "Facebook Twitter WhatsApp", "View gallery", "View comments", "Got a story? Get in touch", "Something went wrong, please try again later.", "Thank you for subscribing!", "We use your sign-up to provide content in ways you've consented to.", "Invalid email", "Report this ad", "Skip to content", "Accept all cookies", "Continue reading", "Swipe to see more", "Click here to sign up"]  # fmt: skip
POINTERS = ["Read more: ", "READ MORE: ", "Related: ", "RELATED: ", "Watch: ", "WATCH: ", "See also: ", "Don't miss: ", "More: ", "MORE: ", "Read also: ", "Also read: ", "Explainer: ", "In pictures: ", "Opinion: ", "Analysis: ", "Live: ", "Recommended: ", "SEE MORE: ", "Read: ", "Listen: ", ""]  # fmt: skip
FOOTERS = ["About us", "Contact us", "Privacy policy", "Terms of use", "Terms and conditions", "Cookie policy", "Advertise with us", "Careers", "Site map", "Complaints", "Corrections", "Modern Slavery Statement", "Accessibility", "All rights reserved.", "Newsletters", "Follow us on Instagram", "RSS", "Help", "Manage preferences", "Download our app", "Back to top", "Jobs", "Archive", "Editorial standards"]  # fmt: skip

THING = ["a woman", "a man", "two men", "a group of people", "police officers", "a crowd", "a doctor", "children", "a fishing boat", "a farmer", "the council building", "a queue of cars", "firefighters", "a damaged roof", "a school bus", "soldiers", "a judge", "the harbour", "an empty street", "a nurse", "volunteers", "a construction site", "a crane", "a factory", "players", "the prime minister", "a train", "a bridge", "protesters", "a stack of papers", "a dog", "the minister", "an official", "a market stall", "a family", "flooded fields", "a ship", "students", "a scientist", "the wreckage", "a mobile phone", "a church", "the skyline", "a house", "wind turbines", "a hospital ward", "an airport", "a forest fire", "rescue workers", "a politician", "the team", "a candidate", "a store", "delegates", "a border fence", "a tank", "an aircraft", "shoppers", "a laboratory"]  # fmt: skip
DOING = ["speaking at a podium", "standing in the rain", "holding a sign", "walking past a shop", "looking at the camera", "in a courtroom", "outside the building", "waiting in line", "on a stage", "wearing a mask", "at a press conference", "near the river", "shaking hands", "in front of a flag", "during a meeting", "with arms raised", "on the beach", "at night", "seen from above", "behind a desk", "next to a car", "in the snow", "under a tree", "laughing", "sitting at a table", "on the street", "in uniform", "at sunset", "with smoke in the background", "by the roadside"]  # fmt: skip
LEAD_IN = ["Photo of", "A picture of", "Picture of", "An image of", "Image of", "Image shows", "A photograph of", "File photo of", "File photo:", "File image:", "File picture of", "Stock image of", "Stock photo:", "Aerial view of", "An aerial view of", "Aerial photo of", "A view of", "View of", "General view of", "A general view of", "A portrait of", "Portrait of", "A close-up of", "Close-up of", "A screenshot of", "Screenshot of", "A still from a video of", "A drone shot of", "A map of", "Map showing", "A graphic showing", "A composite image of", "An undated photo of", "Satellite image of", "A black-and-white photo of", "Undated handout photo of", "An illustration of", "A headshot of", "Library image of", "An archive picture of", "A wide shot of", "Illustration:", "A sign outside", "Image:", "Picture shows", "The logo of", "A stock image shows"]  # fmt: skip

COMMENTS = ["{} comments", "Comments", "Top Rated Comments", "{} thoughts on this", "[ {} comments ]", "Join the conversation", "Leave a comment", "What do you think?", "{} Responses"]  # fmt: skip


def person(rng: Random) -> str:
    """A made-up name."""
    return f"{rng.choice(FIRST)} {rng.choice(LAST)}"


def outlet(rng: Random) -> str:
    """A made-up outlet."""
    name = f"{rng.choice(PLACES)} {rng.choice(PAPERS)}"
    shape = rng.random()
    if shape < 0.35:
        return f"The {name}"
    if shape < 0.5:
        return f"{rng.choice(PAPERS)}{rng.choice(PAPERS).lower() if rng.random() < 0.3 else ''}"
    if shape < 0.6:
        return f"{rng.choice(PLACES)}{rng.choice(PAPERS)}"
    if shape < 0.7:
        return "".join(rng.choice("ABCDEFGHKLMNPRSTVW") for _ in range(3)) + rng.choice(
            [" News", "", " Online"]
        )
    return name


def age(rng: Random, *, glued: bool) -> str:
    """How old a story is, in few letters or in words."""
    n = rng.choice([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 14, 16, 18, 20, 23, 28, 35, 45, 52])
    short = rng.choice(["h", "d", "m", "w", "h ago", "d ago", "hr", "hrs", "min", "mins", "mo", "y", "m ago"])
    if glued:
        return f"{n}{short}"
    unit = rng.choice(["second", "minute", "hour", "hour", "day", "day", "week", "month"])
    return rng.choice(
        [f"{n} {unit}{'s' if n > 1 else ''} ago", f"{n}{short}", f"{n} {unit}{'s' if n > 1 else ''} ago"]
    )


def outlet_age(rng: Random) -> str:
    """An outlet with its story's age, glued or set apart."""
    if rng.random() < 0.55:
        return outlet(rng) + age(rng, glued=True)
    return outlet(rng) + rng.choice([" ", " · ", " • ", " | ", " - ", ", ", " "]) + age(rng, glued=False)


def date(rng: Random) -> str:
    """A date in one of many spellings."""
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2005, 2027)
    name = MONTHS[month - 1]
    short = name[:3]
    week = rng.choice(DAYS)
    clock = f"{rng.randint(1, 12)}:{rng.randint(0, 59):02d} {rng.choice(['am', 'pm', 'a.m.', 'PM', 'AM'])}"
    late = f"{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}"
    zone = rng.choice(["", " GMT", " BST", " ET", " EST", " UTC", " CET", " IST"])
    form = rng.choice([
        f"{day} {name} {year}", f"{name} {day}, {year}", f"{short} {day}, {year}", f"{day} {short} {year}",
        f"{week} {day} {name} {year}", f"{week}, {name} {day}, {year}", f"{day:02d}/{month:02d}/{year}",
        f"{year}-{month:02d}-{day:02d}", f"{day} {name}", f"{short}. {day}, {year}", f"{day}.{month}.{year}",
        f"{short.upper()} {day} {year}", f"{week}", f"{week} {day} {short}",
    ])  # fmt: skip
    if rng.random() < 0.45:
        form += rng.choice(
            [f", {clock}{zone}", f" {late}{zone}", f" at {clock}{zone}", f" | {clock}", f" - {late}"]
        )
    return form


def dateline(rng: Random) -> str:
    """A date line."""
    shape = rng.random()
    if shape < 0.3:
        return date(rng)
    if shape < 0.55:
        verb = rng.choice(["Published", "Updated", "Posted", "Last updated", "First published", "PUBLISHED:", "Updated:", "Published on", "Posted on", "Last modified", "Published at"])  # fmt: skip
        extra = (
            f" {rng.choice(['|', '-', '·', ''])} {rng.choice(['Updated', 'Last updated'])} {date(rng)}"
            if rng.random() < 0.25
            else ""
        )
        return f"{verb} {date(rng)}{extra}"
    if shape < 0.7:
        return rng.choice([age(rng, glued=False), f"Published {age(rng, glued=False)}", f"Updated {age(rng, glued=False)}", "Just now", "Yesterday"])  # fmt: skip
    if shape < 0.85:
        return outlet_age(rng)
    return rng.choice([f"{outlet(rng)} {date(rng)}", f"{rng.choice(PLACES)}, {date(rng)}", f"{date(rng)} | {outlet(rng)}", f"{date(rng)} · {rng.randint(2, 12)} min read"])  # fmt: skip


def byline(rng: Random) -> str:
    """Who wrote it."""
    who = person(rng)
    if rng.random() < 0.25:
        who += f" and {person(rng)}"
    role = rng.choice(["Political Editor", "Reporter", "Senior Reporter", "Health Correspondent", "Staff Writer", "in " + rng.choice(PLACES), "Crime Correspondent", "Business Editor", outlet(rng), "Foreign Correspondent", "Environment Reporter", "News Editor"])  # fmt: skip
    return rng.choice([
        f"By {who}", f"By {who}", f"by {who}", f"BY {who.upper()}", f"By {who}, {role}", f"{who}", f"{who}, {role}", f"{who} {role}",
        f"Written by {who}", f"By {who} for {outlet(rng)}", f"By {role}", f"Words: {who}", f"By {who} | {outlet(rng)}",
        f"{who} reports", f"{who} @{who.split()[0].lower()}{rng.randint(1, 99)}", f"By {rng.choice(AGENCIES)}", f"Story by {who}", f"By {outlet(rng)} Staff",
        f"Reporting by {who}", f"Posted by {who}",
    ])  # fmt: skip


def picture_credit(rng: Random) -> str:
    """Who took a picture."""
    agency = rng.choice(AGENCIES)
    who = person(rng)
    return rng.choice([
        f"Photo: {who}/{agency}", f"Photo: {agency}", f"Image: {agency}", f"(Image: {agency})", f"Credit: {agency}", f"{who}/{agency}", f"{agency}",
        f"Picture: {who}", f"Photograph: {who}/{agency}", f"© {agency}", f"Photo by {who}/{agency}", f"{who} / {agency}", f"Image source, {agency}",
        f"Photo credit: {who}", f"(Photo: {who})", f"Courtesy of {who}", f"Photo courtesy {outlet(rng)}", f"Credit...{who}/{agency}", f"(Credit: {agency})",
        f"Pic: {who}", f"{who} via {agency}", f"Image caption credit: {agency}", f"PHOTO: {agency.upper()}", f"AP Photo/{who}", f"Image credit: {who}", f"({agency})",
    ])  # fmt: skip


def story_credit(rng: Random) -> str:
    """Whom the story thanks at its end."""
    who, other = person(rng), person(rng)
    agency = rng.choice(
        ["AP", "AFP", "Reuters", "the Associated Press", "Press Association", "Bloomberg", "agencies"]
    )
    return rng.choice([
        f"Additional reporting by {who}", f"Additional reporting by {agency}", f"Additional reporting: {who}", f"Reporting by {who}; Editing by {other}",
        f"(Reporting by {who}; Editing by {other})", f"With reporting from {agency}", f"{who} contributed to this report.", f"{who} contributed reporting from {rng.choice(PLACES)}.",
        f"{agency[0].upper()}{agency[1:]} contributed to this report.", f"With {agency}", f"Source: {agency}", f"This story was first published by {outlet(rng)}.", f"Contributing: {who}",
        f"Edited by {other}", f"{agency}", f"Compiled from {agency} reports", f"Originally published by {outlet(rng)}", f"Additional reporting by {who} and {other}", f"— {agency}", f"({agency})",
        f"This article was originally published on {outlet(rng)}.", f"© {agency} {rng.randint(2005, 2027)}", f"Video produced by {who}", f"{who} contributed from {rng.choice(PLACES)}", f"{who} in {rng.choice(PLACES)} contributed to this article.", f"Research by {who}", f"With additional material from {agency}",
    ])  # fmt: skip


def alternative(rng: Random, names: list[str]) -> str:
    """A picture's alternative text."""
    thing = rng.choice(names) if names and rng.random() < 0.55 else rng.choice(THING)
    shape = rng.random()
    if shape < 0.62:
        text = f"{rng.choice(LEAD_IN)} {thing}"
        if rng.random() < 0.4:
            text += f" {rng.choice(DOING)}"
    elif shape < 0.9:
        text = f"{thing} {rng.choice(DOING)}"
        text = text[0].upper() + text[1:]
    else:
        text = f"{thing[0].upper()}{thing[1:]} and {rng.choice(THING)} {rng.choice(DOING)}"
    if rng.random() < 0.12:
        text += "."
    if rng.random() < 0.05:
        text = text.lower()
    return text


def glued_menu(rng: Random) -> str:
    """Menu words that ran together, or a lone one."""
    words = rng.sample(MENU, rng.choice([1, 2, 2, 2, 3, 3, 4, 5]))
    style = rng.random()
    if style < 0.45:
        return "".join(words)
    if style < 0.65:
        return "".join(w.capitalize() for w in words)
    if style < 0.85:
        return " ".join(w.capitalize() for w in words)
    if style < 0.93:
        return " ".join(words)
    return "".join(words).upper()
