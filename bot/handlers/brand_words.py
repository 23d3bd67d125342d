"""What `/brand` shows: one message that changes as the person taps, with the buttons that fit."""

from __future__ import annotations

from collections.abc import Iterable

from bot.handlers.brand_questions import NAME, QUESTIONS, Question, chosen
from bot.handlers.caller import Caller
from bot.handlers.screen import Screen, pairs, safe
from bot.render.brand import card_html, label_key, spoken
from bot.render.catalogue import say
from bot.render.wording import cut
from bot.store.brands import Brand

LABEL = 40


def first_words(caller: Caller) -> Screen:
    """There is no brand yet."""
    if not caller.place.leads:
        return Screen(say(caller.language, "brand-none-member"))
    return Screen(say(caller.language, "brand-none"), (((say(caller.language, "brand-set-up"), "b:n"),),))


def brand_list(caller: Caller, brands: Iterable[Brand], current: Brand | None) -> Screen:
    rows = tuple(
        (
            (
                f"{'● ' if current is not None and brand.id == current.id else ''}{cut(brand.name, LABEL)}",
                f"b:{brand.id}",
            ),
        )
        for brand in brands
    )
    new = (((say(caller.language, "brand-new"), "b:n"),),) if caller.place.leads else ()
    return Screen(say(caller.language, "brand-list"), (*rows, *new))


def card(caller: Caller, brand: Brand, *, current: bool, stale: bool) -> Screen:
    language, head = caller.language, f"b:{brand.id}"
    rows: list[tuple[tuple[str, str], ...]] = []
    if not current:
        rows.append(((say(language, "brand-use"), f"{head}:use"),))
    if caller.place.leads:
        if stale:
            rows.append(((say(language, "brand-holds"), f"{head}:ok"),))
        labels = [(say(language, label_key(field)), f"{head}:q:{field}") for field in QUESTIONS]
        rows += pairs(labels)
        rows.append(((say(language, "brand-delete"), f"{head}:x"), (say(language, "brand-new"), "b:n")))
    rows.append(((say(language, "brand-all"), "b:l"),))
    return Screen(card_html(brand, language, current=current), tuple(rows))


def asking(caller: Caller, brand: Brand, question: Question, now: int, *, setting_up: bool) -> Screen:
    """A question with its answers; what is set already has a tick."""
    language, on = caller.language, ":w" if setting_up else ""
    key = question.field.replace("_", "-")
    set_ = chosen(question, brand.settings, now) if question.options else frozenset[str]()
    options = [
        (
            f"{'✓ ' if code in set_ else ''}{option_label(caller, question, code)}",
            f"b:{brand.id}:{question.field}:{code}{on}",
        )
        for code in question.options
    ]
    said = bool(set_) if question.options else question.field != NAME and bool(getattr(brand.settings, question.field))
    clear = [(say(language, "brand-clear"), f"b:{brand.id}:{question.field}:-{on}")] if said and not setting_up else []
    further = "brand-next" if set_ and question.most > 1 else "brand-skip" if setting_up else "brand-back"
    end = [(say(language, further), f"b:{brand.id}:next:{question.field}{on}")]
    html = f"<b>{safe(brand.name)}</b>\n{safe(say(language, f'brand-ask-{key}'))}"
    return Screen(html, (*pairs(options), (*clear, *end)))


def option_label(caller: Caller, question: Question, code: str) -> str:
    if question.field == "asked_at":
        return say(caller.language, f"brand-asked-at-{code}")
    return spoken(question.field, question.options[code], caller.language)


def enough(caller: Caller, brand: Brand) -> Screen:
    """The first round is over: a draft can come, or the rest of the questions."""
    language = caller.language
    html = f"{card_html(brand, language, current=True)}\n\n{safe(say(language, 'brand-enough'))}"
    more = ((say(language, "brand-rest"), f"b:{brand.id}:rest"),)
    return Screen(html, (more, ((say(language, "brand-card"), f"b:{brand.id}"),)))


def sure_to_delete(caller: Caller, brand: Brand) -> Screen:
    language = caller.language
    html = safe(say(language, "brand-delete-sure", brand=brand.name))
    yes = (say(language, "brand-delete-yes"), f"b:{brand.id}:xx")
    return Screen(html, ((yes, (say(language, "brand-back"), f"b:{brand.id}")),))


def gone(caller: Caller) -> Screen:
    """Deleted, or of a workspace that the person does not write for (any more): both look the same."""
    return Screen(say(caller.language, "brand-gone"), (((say(caller.language, "brand-all"), "b:l"),),))
