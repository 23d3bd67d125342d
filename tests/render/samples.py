"""Reviews built by hand from the model, as the engine would give them; the figures add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.engine.model import (
    Brake,
    Card,
    Draft,
    Finding,
    Fix,
    Language,
    Line,
    NoScore,
    Review,
    RuleVersion,
    Source,
    Span,
    Tests,
    Words,
)

RULES = RuleVersion("1.0", "0" * 16)
SOURCE = Source("solis-why", {"en": "an empty post is not neutral", "pl": "pusty post nie jest neutralny"})


def words(en: str, pl: str, ru: str) -> Words:
    return {"en": en, "pl": pl, "ru": ru}


def card(identity: str, title: Words, say: Words, change: Words | None = None) -> Card:
    return Card(identity, title, say, change or words("", "", ""), SOURCE)


PURE_PROMO = card(
    "pure-promo",
    words("Every sentence sells", "Każde zdanie sprzedaje", "Каждая фраза продаёт"),
    words(
        "Someone who isn't buying today gets nothing from it.",
        "Kto dziś nie kupuje, nic z tego nie ma.",
        "Тому, кто сегодня не покупает, это ничего не даёт.",
    ),
    words(
        "Say what, how much, until when: “[product] −[n]% until [date]”, and one thing to use without buying.",
        "Napisz co, za ile i do kiedy: „[produkt] −[n]% do [data]”, i dodaj jedną rzecz przydatną bez zakupu.",
        "Напишите что, почём и до какого числа: «[товар] −[n]% до [дата]», и добавьте одну вещь, полезную без покупки.",
    ),
)
FALSE_URGENCY = card(
    "false-urgency",
    words("Pressure without a limit", "Presja bez terminu", "Спешка без срока"),
    words(
        "People who are hurried for no reason stop believing you.",
        "Kto jest popędzany bez powodu, przestaje wierzyć.",
        "Кого торопят без причины, тот перестаёт верить.",
    ),
    words(
        "The real limit, or no hurry: “until [date]”, “[n] left”.",
        "Prawdziwy termin albo żadnego pośpiechu: „do [data]”, „zostało [n]”.",
        "Настоящий срок или никакой спешки: «до [дата]», «осталось [n]».",
    ),
)
BROADCAST_WITHOUT_VALUE = card(
    "broadcast-without-value",
    words(
        "A broadcast with nothing in it",
        "Komunikat, z którego nic nie wynika",
        "Сообщение, из которого ничего не следует",
    ),
    words(
        "It tells people something, but nothing they can use.",
        "Coś mówi, ale nic, z czego można skorzystać.",
        "Что-то сообщает, но воспользоваться этим нельзя.",
    ),
    words(
        "Add one fact: what, for whom, when, what to do.",
        "Dodaj jeden fakt: co, dla kogo, kiedy, co zrobić.",
        "Добавьте один факт: что, для кого, когда, что сделать.",
    ),
)
MISSING_TERMS = card(
    "missing-terms",
    words("An offer without terms", "Oferta bez warunków", "Предложение без условий"),
    words(
        "“{quote}” promises something, but the price or the date is missing.",
        "„{quote}” coś obiecuje, ale brakuje ceny albo terminu.",
        "«{quote}» что-то обещает, но нет цены или срока.",
    ),
    words("Add the price and “until [date]”.", "Dodaj cenę i „do [data]”.", "Добавьте цену и «до [дата]»."),
)
GUIDANCE = card(
    "value-guidance",
    words("Useful knowledge", "Przydatna wiedza", "Полезное знание"),
    words(
        "People can do something with it today, without buying.",
        "Można z tego skorzystać już dziś, bez kupowania.",
        "Этим можно воспользоваться уже сегодня, ничего не покупая.",
    ),
)
NOTICE = card(
    "service-notice",
    words("A complete notice", "Pełny komunikat", "Полное объявление"),
    words(
        "It says what, for whom, when and what to do.",
        "Mówi, co, dla kogo, kiedy i co zrobić.",
        "Сказано, что, для кого, когда и что делать.",
    ),
)
DETAIL = card(
    "concrete-detail",
    words("Details to use", "Konkrety, z których da się skorzystać", "Детали, которыми можно воспользоваться"),
    words(
        "Details that help without buying: {count}.",
        "Konkrety przydatne bez zakupu: {count}.",
        "Детали, полезные без покупки: {count}.",
    ),
)
HASHTAGS = card(
    "hashtag-overload",
    words("Many hashtags", "Dużo hashtagów", "Много хештегов"),
    words(
        "Hashtags: {count}, comfortable here: {limit}.",
        "Hashtagi: {count}, wygodnie tutaj: {limit}.",
        "Хештеги: {count}, удобно здесь: {limit}.",
    ),
    words(
        "Keep the {limit} that people search for.",
        "Zostaw {limit}, których ludzie szukają.",
        "Оставьте {limit}, по которым ищут.",
    ),
)
HOLLOW = card(
    "hollow-question",
    words("A question about nothing", "Pytanie o nic", "Вопрос ни о чём"),
    words(
        "Nobody needs the answer to “{quote}”, and people feel that.",
        "Nikt nie potrzebuje odpowiedzi na „{quote}” i to się czuje.",
        "Ответ на «{quote}» никому не нужен, и это чувствуется.",
    ),
    words(
        "Ask about one decision of yours: “[A] or [B]? We decide on [date].”",
        "Zapytaj o jedną swoją decyzję: „[A] czy [B]? Wybieramy [data].”",
        "Спросите об одном своём решении: «[А] или [Б]? Решаем [дата].»",
    ),
)


def find(
    card: Card,
    draft: str,
    *quotes: str,
    dimension: str,
    points: int,
    reason: int = 0,
    clear: bool = True,
    trial: bool = False,
    slots: Mapping[str, object] = MappingProxyType({}),
) -> Finding:
    spans = tuple((draft.index(quote), draft.index(quote) + len(quote)) for quote in quotes)
    return Finding(
        card, "+" if points > 0 or reason else "-", dimension, points, reason, clear, spans, quotes, slots, trial
    )


def span(text: str, part: str) -> Span:
    return text.index(part), text.index(part) + len(part)


def lines(**moved: Sequence[tuple[str, int]]) -> tuple[Line, ...]:
    """The eight lines; `reason_to_follow=[("reason", 26)]` moves one."""
    sizes = {
        "reason-to-follow": (30, 0),
        "takeaway": (20, 0),
        "promotion": (12, 4),
        "opening": (8, 2),
        "listening": (8, 2),
        "honesty": (12, 10),
        "clarity": (6, 6),
        "network": (4, 4),
    }
    built = []
    for dimension, (size, start) in sizes.items():
        moves = tuple(moved.get(dimension.replace("-", "_"), ()))
        value = min(size, max(0, start + sum(points for _, points in moves)))
        built.append(Line(dimension, size, start, moves, value))
    return tuple(built)


SALE = "MEGA SALE! The BEST deals of the year are here. Don't miss out, shop now 👉 example.com/sale"


def sale() -> Review:
    """The weak draft of the specification, to the point."""
    promo = find(PURE_PROMO, SALE, "MEGA SALE", "BEST deals", "shop now", dimension="promotion", points=-12)
    hurry = find(FALSE_URGENCY, SALE, "Don't miss out", dimension="honesty", points=-6)
    empty = find(BROADCAST_WITHOUT_VALUE, SALE, dimension="opening", points=-6)
    terms = find(MISSING_TERMS, SALE, "MEGA SALE", dimension="honesty", points=-4)
    return Review(
        draft=Draft(SALE, network="facebook"),
        language="en",
        sure=0.99,
        score=5,
        no_score=None,
        band="weak",
        raw=12,
        lines=lines(
            promotion=[("pure-promo", -12)],
            opening=[("broadcast-without-value", -6)],
            honesty=[("false-urgency", -6), ("missing-terms", -4)],
        ),
        brake=Brake("pure-promo", 0.42, -7, ("pure-promo",)),
        act="urge",
        confidence="high",
        near_edge=False,
        findings=(promo, empty, hurry, terms),
        tests=Tests(None, False, 3, 3, "empty-broadcast"),
        takeaway=None,
        left=(),
        fixes=(Fix(promo, 60, 60), Fix(hurry, 8, 66)),
        rules=RULES,
    )


BOOTS = (
    "Dziecko znów wyrosło z butów? Odrysuj stopę wieczorem, dodaj 12 mm i porównaj z wkładką. "
    "Do niedzieli buty dziecięce w rozmiarach 24–34 są 30% taniej."
)


def boots() -> Review:
    """A strong draft in Polish, close to the edge."""
    how = "Odrysuj stopę wieczorem, dodaj 12 mm i porównaj z wkładką."
    guidance = find(GUIDANCE, BOOTS, "Odrysuj stopę wieczorem", dimension="reason-to-follow", points=26, reason=26)
    detail = find(DETAIL, BOOTS, "12 mm", "Do niedzieli", dimension="takeaway", points=14, slots={"count": 2})
    return Review(
        draft=Draft(BOOTS, network="instagram", picture=True),
        language="pl",
        sure=0.99,
        score=76,
        no_score=None,
        band="strong",
        raw=76,
        lines=lines(
            reason_to_follow=[("reason", 26)], takeaway=[("concrete-detail", 14)], promotion=[("in-proportion", 8)]
        ),
        brake=None,
        act="tell",
        confidence="high",
        near_edge=False,
        findings=(guidance, detail),
        tests=Tests("value-guidance", True, 1, 3, "complete-broadcast"),
        takeaway=span(BOOTS, how),
        left=(span(BOOTS, how),),
        fixes=(),
        rules=RULES,
        notes=("picture",),
    )


WATER = (
    "В четверг с 9 до 14 часов на Садовой не будет холодной воды: меняем трубу. Как вам погода? "
    "#вода #город #новости #садовая #ремонт #жкх #утро"
)


def water() -> Review:
    """A mixed draft in Russian: a good notice with faults of form."""
    notice = find(NOTICE, WATER, "В четверг с 9 до 14 часов", dimension="opening", points=6, reason=24, clear=False)
    detail = find(DETAIL, WATER, "с 9 до 14 часов", dimension="takeaway", points=10, slots={"count": 1})
    hollow = find(HOLLOW, WATER, "Как вам погода?", dimension="opening", points=-6)
    tags = find(HASHTAGS, WATER, "#вода", "#город", dimension="network", points=-3, slots={"count": 7, "limit": 2})
    return Review(
        draft=Draft(WATER, network="telegram"),
        language="ru",
        sure=0.99,
        score=53,
        no_score=None,
        band="mixed",
        raw=53,
        lines=lines(
            reason_to_follow=[("reason", 14)],
            takeaway=[("concrete-detail", 10)],
            promotion=[("detail", 4)],
            opening=[("service-notice", 6), ("hollow-question", -6)],
            network=[("hashtag-overload", -3)],
        ),
        brake=None,
        act="tell",
        confidence="low",
        near_edge=False,
        findings=(notice, detail, hollow, tags),
        tests=Tests("service-notice", False, 0, 2, "broadcast"),
        takeaway=span(WATER, "В четверг с 9 до 14 часов на Садовой не будет холодной воды: меняем трубу."),
        left=(span(WATER, "В четверг с 9 до 14 часов на Садовой не будет холодной воды: меняем трубу."),),
        fixes=(Fix(hollow, 59, 59), Fix(tags, 56, 62)),
        rules=RULES,
    )


def no_score(why: NoScore, text: str = "", language: Language | None = None) -> Review:
    return Review(
        draft=Draft(text),
        language=language,
        sure=0.0,
        score=None,
        no_score=why,
        band=None,
        raw=0,
        lines=(),
        brake=None,
        act=None,
        confidence="low",
        near_edge=False,
        findings=(),
        tests=Tests(None, False, 0, 0, "broadcast"),
        takeaway=None,
        left=(),
        fixes=(),
        rules=RULES,
    )


SAMPLES = {"sale": sale, "boots": boots, "water": water}
