"""Forms that a small story takes on the page: speakers in turn, a diary, a countdown, a quiz with lettered answers.

They are seen by how lines begin, in any language; words of place, price or programme at the same spots make a notice.
"""

from __future__ import annotations

from itertools import pairwise

import regex

from bot.engine.model import Language, Span
from bot.engine.shape_words import listed
from bot.engine.text import Text

_TURN = regex.compile(
    r"(?:\A|(?<=[\n.!?\"…—–-]) ?)[^\w\n\"]{0,3}(?P<who>\p{L}[\p{L}'-]*(?: \p{L}[\p{L}'-]*){0,2})(?: \([^()\n]{1,40}\))?"
    r": ?(?=[\p{L}\"])"
)
_SPEAKERS = frozenset(
    listed(
        """
        me i you him her he she they mum mom dad nan boss client customer guest visitor passenger designer developer
        manager accountant doctor patient teacher pupil student child kid cat dog brain intern colleague chef waiter
        driver judge coach friend
        ja ty on ona my oni mama tata babcia szef szefowa klient klientka gość pasażer pasażerka grafik programista
        manager księgowa lekarz lekarka pacjent pacjentka nauczyciel nauczycielka uczeń uczennica dziecko syn córka kot
        pies mózg stażysta stażystka kolega koleżanka kelner kelnerka kierowca sędzia trener mąż żona kucharz
        я ты он она мы они мама папа бабушка начальник шеф клиент клиентка гость пассажир дизайнер программист
        менеджер бухгалтер врач доктор пациент пациентка учитель ученик ребенок сын дочь кот пес мозг стажер коллега
        официант водитель судья тренер муж жена повар заказчик покупатель покупательница посетитель посетительница
        """
    )
)
_NOT_SPEAKING = frozenset(
    listed(
        """
        when where who what how why price time date place entry tickets address phone note tip ps important warning
        ingredients size colour free cost
        kiedy gdzie kto co jak cena czas data miejsce wstęp bilety adres telefon uwaga ważne składniki rozmiar koszt
        когда где кто что как цена время дата место вход билеты адрес телефон важно внимание состав размер
        """
    )
)
_DAYS = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:day|week|month|year|hour|try) (?:\d+|one|two|three|four|five)"
    r"|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|(?:dzień|tydzień|miesiąc|rok|godzina|próba) \d+"
    r"|dzień (?:pierwszy|drugi|trzeci|czwarty|piąty)|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
    r"|(?:день|неделя|месяц|год|час|попытка) \d+|день (?:первый|второй|третий|четвертый|пятый)"
    r"|\d{1,2}[:.]\d\d|\d{1,2} ?[ap]m"
    r"|mon|tues?|wed|thur?s?|fri|sat|sun|pon|pn|wt|śr|czw|pt|sob|nd|пн|вт|ср|чт|пт|сб|вс"
)
_ENTRY = regex.compile(
    rf"(?:\A|(?<=[\n.!?…]) ?)[^\w\n]{{0,3}}(?P<when>(?:{_DAYS})(?= ?[:,–—-])|(?:19|20)\d\d(?=[ :,–—-]))"
    r"(?: г\.| r\.)?[ :,–—-]+(?=[\p{L}\"])"
)
_RANK = regex.compile(r"(?m)^[^\w\n]{0,3}(\d{1,2}) ?[.):–-]")
_OPTION = regex.compile(r"(?<!\w)([a-fа-е])\)(?= ?\w)")
_SPEECHES = 2
_ENTRIES = 3


def dialogue(text: Text, language: Language) -> tuple[Span, ...]:
    """Who speaks, where at least two turns are there and a speaker is known or speaks again."""
    if text.folded.count(":") < _SPEECHES:
        return ()
    turns = [(match["who"].split(), match.span("who")) for match in _TURN.finditer(text.folded)]
    turns = [(who, span) for who, span in turns if not _NOT_SPEAKING.intersection(who)]
    if len(turns) < _SPEECHES:
        return ()
    last = [who[-1] for who, _ in turns]
    if len(set(last)) == len(last) and not _SPEAKERS.intersection(word for who, _ in turns for word in who):
        return ()
    return tuple(span for _, span in turns)


def diary(text: Text, language: Language) -> tuple[Span, ...]:
    """Days, hours or years that open three entries or more, one after the other."""
    if sum(text.folded.count(sign) for sign in (":", "–", "—", "-", ",", "19", "20")) < _ENTRIES:
        return ()
    entries = tuple(match.span("when") for match in _ENTRY.finditer(text.folded))
    return entries if len(entries) >= _ENTRIES else ()


def countdown(text: Text, language: Language) -> tuple[Span, ...]:
    """Lines whose numbers fall: 3, 2, 1."""
    if text.folded.count("\n") < _ENTRIES - 1:
        return ()
    ranks = [(int(match[1]), match.span(1)) for match in _RANK.finditer(text.folded)]
    if len(ranks) < _ENTRIES or any(after != before - 1 for (before, _), (after, _) in pairwise(ranks)):
        return ()
    return tuple(span for _, span in ranks)


def options(text: Text, language: Language) -> tuple[Span, ...]:
    """Three lettered answers or more: a), b), c)."""
    if text.folded.count(")") < _ENTRIES:
        return ()
    letters = [(match[1], match.span()) for match in _OPTION.finditer(text.folded)]
    if len(letters) < _ENTRIES or len({letter for letter, _ in letters}) < len(letters):
        return ()
    return tuple(span for _, span in letters)
