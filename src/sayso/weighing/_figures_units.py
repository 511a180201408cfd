"""Units and currencies: how news writes them, and what is the same unit in other words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from ._figures_tokens import HYPHENS, Token

UnitKind = Literal["money", "share", "time", "measure"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that ends before token `end`; `key` is the same for all ways to write it."""

    end: int
    kind: UnitKind
    key: str


def _table(kind: UnitKind, rows: str) -> dict[tuple[str, ...], tuple[UnitKind, str]]:
    """Each row: a key, a colon, and the ways to write it, apart by commas."""
    made: dict[tuple[str, ...], tuple[UnitKind, str]] = {}
    for row in rows.strip().splitlines():
        key, ways = row.split(":")
        for way in ways.split(","):
            made[tuple(way.split())] = (kind, key.strip())
    return made


_UNITS: Final = {
    **_table(
        "money",
        """
        usd: dollar, dollars, us dollar, us dollars, american dollars
        usd: buck, bucks, usd, u . s . dollars, u.s. dollars
        aud: australian dollars, aussie dollars, aud
        cad: canadian dollars, cad
        nzd: new zealand dollars
        hkd: hong kong dollars, hkd
        sgd: singapore dollars, sgd
        twd: taiwan dollars, new taiwan dollars
        gbp: pounds sterling, british pounds, quid, gbp, sterling
        gbp-or-lb: pound, pounds
        pence: pence, p, penny, pennies
        eur: euro, euros, eur
        cent: cent, cents, ¢, eurocents
        rub: ruble, rubles, rouble, roubles, russian rubles, rub
        inr: rupee, rupees, indian rupees, inr
        pkr: pakistani rupees, pkr
        jpy: yen, japanese yen, jpy
        cny: yuan, renminbi, chinese yuan, rmb, cny
        krw: south korean won, korean won, won, krw
        chf: swiss francs, francs, chf
        sek: kronor, krona, swedish kronor, sek
        nok: norwegian kroner, nok
        dkk: danish kroner, kroner, krone, dkk
        zar: rand, rands, zar
        sar: riyal, riyals, saudi riyals
        irr: rial, rials
        dinar: dinar, dinars
        aed: dirham, dirhams
        ils: shekel, shekels
        try: lira, liras, turkish lira, lire
        mxn: peso, pesos, mexican pesos
        brl: real, reais
        thb: baht
        idr: rupiah
        myr: ringgit
        pln: zloty, zlotys
        uah: hryvnia, hryvnias, hryvnya
        ngn: naira
        kes: shilling, shillings, kenyan shillings
        ghs: cedi, cedis
        php: philippine pesos
        bdt: taka
        vnd: dong
        dem: deutschmarks, marks
        btc: bitcoin, bitcoins, btc
        """,
    ),
    **_table(
        "share",
        """
        percent: %, percent, per cent, pc, pct, per - cent
        percentage point: percentage point, percentage points, % points, per cent points, basis points, pp
        """,
    ),
    **_table(
        "time",
        """
        second: second, seconds, sec, secs
        minute: minute, minutes, min, mins
        hour: hour, hours, hr, hrs
        day: day, days
        night: night, nights
        week: week, weeks, fortnight
        month: month, months
        year: year, years, yr, yrs
        decade: decade, decades
        century: century, centuries
        """,
    ),
    **_table(
        "measure",
        """
        mile: mile, miles, mi
        nautical mile: nautical mile, nautical miles
        kilometre: km, kms, kilometre, kilometres, kilometer, kilometers
        metre: m, metre, metres, meter, meters
        centimetre: cm, cms, centimetre, centimetres, centimeter, centimeters
        millimetre: mm, millimetre, millimetres, millimeter, millimeters
        foot: foot, feet, ft
        inch: inch, inches, ins, in, ″
        yard: yard, yards
        light-year: light year, light years, light - year, light - years
        kilogram: kg, kgs, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes
        gram: g, gram, grams, gramme, grammes
        milligram: mg, milligram, milligrams
        lb: lb, lbs
        stone: stone, stones, st
        ounce: oz, ounce, ounces
        tonne: tonne, tonnes, metric tons, metric ton, metric tonnes
        ton: ton, tons
        square mile: square mile, square miles, sq miles, sq mile
        square kilometre: square kilometre, square kilometres, square kilometer, square kilometers, sq km
        square metre: square metre, square metres, square meter, square meters, sq m, sqm
        square foot: square foot, square feet, sq ft, sq . ft
        cubic centimetre: cubic centimetre, cubic centimetres, cubic centimeter, cubic centimeters, cubic cm
        cubic metre: cubic metre, cubic metres, cubic meter, cubic meters
        cubic foot: cubic foot, cubic feet
        acre: acre, acres
        hectare: hectare, hectares, ha
        litre: litre, litres, liter, liters, l
        millilitre: ml, cc, millilitres, milliliters
        gallon: gallon, gallons
        pint: pint, pints
        barrel: barrel, barrels
        mph: mph, miles per hour, miles an hour
        km/h: km / h, kph, kmh
        km/h: kilometres per hour, kilometers per hour, kilometres an hour, kilometers an hour
        m/s: m / s, metres per second, meters per second
        knot: knot, knots
        degree: degree, degrees, °, ° c, ° f
        degree: degrees celsius, degrees fahrenheit, degrees centigrade, degree celsius, c, f
        watt: watt, watts, w
        kilowatt: kw, kilowatts
        kilowatt-hour: kwh, kilowatt hours, kilowatt - hours
        megawatt: mw, megawatt, megawatts
        gigawatt: gw, gigawatt, gigawatts
        volt: volt, volts, v
        kiloton: kiloton, kilotons
        kilobyte: kb, kilobytes
        megabyte: mb, megabyte, megabytes
        gigabyte: gb, gigabyte, gigabytes
        terabyte: tb, terabyte, terabytes
        megabit: mbps, megabits
        megapixel: megapixel, megapixels, mp
        hertz: hz, hertz
        megahertz: mhz, megahertz
        gigahertz: ghz, gigahertz
        decibel: decibel, decibels, db
        karat: karat, karats, carat, carats, kt, ct
        calorie: calorie, calories, kcal
        horsepower: horsepower, hp, bhp
        magnitude: magnitude
        """,
    ),
}
#: Too short to be a unit anywhere but right after digits ("5m", "20 g"), never after words.
_SHORT: Final = frozenset("m g l w v c f p in st mi pp ha hr kt ct mp min db".split())
_LONGEST: Final = max(map(len, _UNITS))
#: Signs and codes before the number.
_SIGNS: Final = {
    "$": "usd", "US$": "usd", "£": "gbp", "€": "eur", "¥": "jpy", "₹": "inr", "₽": "rub", "₩": "krw",
    "₪": "ils", "₦": "ngn", "₱": "php", "₫": "vnd", "₺": "try", "₴": "uah", "₵": "ghs", "R": "zar",
    "R$": "brl", "A$": "aud", "AU$": "aud", "C$": "cad", "CA$": "cad", "NZ$": "nzd", "HK$": "hkd", "S$":
    "sgd", "SG$": "sgd", "NT$": "twd", "Z$": "zwd", "J$": "jmd",
}  # fmt: skip
_CODES: Final = {
    "USD": "usd", "EUR": "eur", "GBP": "gbp", "CHF": "chf", "JPY": "jpy", "CNY": "cny", "RMB": "cny",
    "INR": "inr", "Rs": "inr", "AUD": "aud", "CAD": "cad", "NZD": "nzd", "HKD": "hkd", "SGD": "sgd",
    "ZAR": "zar", "SEK": "sek", "NOK": "nok", "DKK": "dkk", "AED": "aed", "SAR": "sar", "MYR": "myr",
    "RM": "myr", "Rp": "idr", "KES": "kes", "Ksh": "kes", "NGN": "ngn", "BTC": "btc",
}  # fmt: skip


def currency_before(toks: Sequence[Token], at: int) -> tuple[int, str] | None:
    """Where a currency sign or code that ends before token `at` begins, and its key."""
    if at < 1:
        return None
    before = toks[at - 1]
    if before.kind == "currency":
        return at - 1, _SIGNS.get(before.text, before.text)
    if before.text in _CODES:
        return at - 1, _CODES[before.text]
    if before.text == "." and at >= 2 and toks[at - 2].text in ("Rs", "Rp"):
        return at - 2, _CODES[toks[at - 2].text]
    return None


def unit_after(toks: Sequence[Token], at: int, *, digits: bool) -> Unit | None:
    """The unit that begins at token `at`, perhaps after a hyphen or, in "millions of pounds", an "of".

    `digits`: whether the number before is written in digits.
    """
    start = at
    if start + 1 < len(toks) and (
        (toks[start].low in HYPHENS and not toks[start + 1].spaced)
        or (toks[start].low == "of" and not digits)
    ):
        start += 1
    for size in range(min(_LONGEST, len(toks) - start), 0, -1):
        words = tuple(token.low for token in toks[start : start + size])
        if words in _UNITS and (words[0] not in _SHORT or size > 1 or (digits and _short(toks, at, start))):
            kind, key = _UNITS[words]
            return Unit(start + size, kind, key)
    return None


def _short(toks: Sequence[Token], at: int, start: int) -> bool:
    """Whether a unit of one or two letters stands where it can be nothing else."""
    if toks[start].low in ("c", "f") and not toks[start].text.isupper():
        return False
    following = toks[start + 1] if start + 1 < len(toks) else None
    return (
        not toks[start].spaced
        or start > at
        or (toks[start].low in ("m", "g", "l", "min") and following is not None)
    )


def unit_key(unit: str | None) -> str | None:
    """One name for all ways to write a unit: "€" and "euros" are "eur", "per cent" is "percent".

    None for no unit; an unknown one stays as it is, in lower case.
    """
    if unit is None:
        return None
    if unit in _SIGNS or unit in _CODES:
        return _SIGNS.get(unit) or _CODES[unit]
    words = tuple(unit.lower().replace("-", " - ").replace("/", " / ").replace("°", "° ").split())
    if words in _UNITS:
        return _UNITS[words][1]
    return unit.lower()
