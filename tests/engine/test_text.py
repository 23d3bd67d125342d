"""A draft is read the way people write: folded, cut into sentences and words, every piece traced back to the draft."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.model import Span
from bot.engine.text import Text, fold, read

# What trips readers of text: removed, composed, widening and joining characters beside ordinary ones.
TRICKY = st.text(
    alphabet=st.one_of(
        st.sampled_from("aAzłŁśёЁйИ0129 \n\t.,!?…:-–—*_#@/[]()'\"«»’“„👉🎉✅👨👩🇵🇱1️⃣•▪"),
        st.sampled_from("\u200b\u200d\ufe0f\u00ad\u0301\u0306\u0308\u20e3İßK\u00a0\r\u2028\U0001d400\u1100\u1161"),
        st.characters(),
    ),
    max_size=80,
)
POSTS = st.one_of(
    TRICKY, st.lists(TRICKY | st.sampled_from(["https://a.example/b", "x.pl", "**", "__", "godz."])).map(" ".join)
)


def sentences(text: str) -> list[str]:
    read_text = read(text)
    return [quote(read_text, span) for span in read_text.sentences]


def quote(text: Text, span: Span) -> str:
    start, end = text.origin(span)
    return text.original[start:end]


def links(text: str) -> list[str]:
    read_text = read(text)
    return [quote(read_text, span) for span in read_text.links]


def clause_starts(text: str) -> list[str]:
    read_text = read(text)
    return [word for word, opens in zip(read_text.words, read_text.clause_start, strict=True) if opens]


@given(POSTS)
def test_offsets_lead_into_the_draft(post: str) -> None:
    """One original place for each folded character, never going back; after the last, only what means nothing."""
    text = read(post)
    assert len(text.offsets) == len(text.folded) + 1
    assert not read(post[text.offsets[-1] :]).folded
    assert all(a <= b for a, b in zip(text.offsets, text.offsets[1:], strict=False))


@given(POSTS)
def test_every_span_is_a_piece_of_the_draft(post: str) -> None:
    text = read(post)
    for spans in (text.sentences, text.paragraphs, text.links, text.tags, text.mentions, text.emoji, words_of(text)):
        for start, end in spans:
            assert 0 <= start < end <= len(text.folded)
            first, last = text.origin((start, end))
            assert 0 <= first < last <= len(post)
            assert len(text.cased((start, end))) == end - start


@given(POSTS)
def test_sentences_stand_in_order_and_hold_the_words(post: str) -> None:
    text = read(post)
    assert all(left[1] <= right[0] for left, right in zip(text.sentences, text.sentences[1:], strict=False))
    assert len(text.words) == len(text.sentence_at) == len(text.clause_start) == len(text.starts) == len(text.ends)
    for word, span, sentence in zip(text.words, words_of(text), text.sentence_at, strict=True):
        start, end = text.sentences[sentence]
        assert start <= span[0]
        assert span[1] <= end
        assert text.folded[slice(*span)] == word
        assert text.sentence_of(span[0]) == sentence
    assert set(text.sentence_at) == set(range(len(text.sentences)))


@given(POSTS)
def test_folding_a_folded_text_changes_nothing_but_markers(post: str) -> None:
    once = fold(post)
    if "*" not in once and "_" not in once:
        assert fold(once) == once


@given(POSTS, st.lists(st.tuples(st.integers(-5, 99), st.integers(-5, 99)), max_size=3))
def test_links_given_by_telegram_never_break_the_reading(post: str, given_links: list[Span]) -> None:
    for start, end in read(post, given_links).links:
        assert 0 <= start < end


def words_of(text: Text) -> tuple[Span, ...]:
    return tuple(zip(text.starts, text.ends, strict=True))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ещё ЁЛКА", "еще елка"),
        ("Don’t “stop” «now» „teraz”", 'don\'t "stop" "now" "teraz"'),
        ("1\u00a0290\u202f₽ 8–10 — yes", "1 290 ₽ 8–10 – yes"),
        ("sa\u00adle\u200b ❤\ufe0f", "sale ❤"),
        ("**Bold** and __slanted__ but ___", "bold and slanted but ___"),
        ("𝐁𝐢𝐠 𝓢𝓪𝓵𝓮", "big sale"),
        ("z\u0301le cafe\u0301 и\u0306", "źle café й"),
        ("за\u0301мок", "замок"),
        ("İstanbul STRASSE ß", "istanbul strasse ß"),
        ("one\r\ntwo\u2028three", "one\n\ntwo\nthree"),
    ],
)
def test_one_spelling_for_what_people_type_in_many_ways(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("post", "span", "quoted"),
    [
        ("**SALE** now", (0, 4), "SALE"),
        ("caf\u0065\u0301 now", (0, 4), "caf\u0065\u0301"),
        ("I ❤\ufe0f you", (2, 3), "❤\ufe0f"),
        ("plain words", (6, 11), "words"),
        ("**SALE** now", (4, 4), ""),
    ],
)
def test_a_quote_is_the_drafts_own_characters(post: str, span: Span, quoted: str) -> None:
    assert quote(read(post), span).rstrip("*") == quoted


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("We open at 17.30 today. Come in!", ["We open at 17.30 today.", "Come in!"]),
        ("Back soon 🎉 Doors open at 8", ["Back soon 🎉", "Doors open at 8"]),
        ("Meet us at 🏛 Museum Street", ["Meet us at 🏛 Museum Street"]),
        ("Come 🎉 EVERY one of you", ["Come 🎉 EVERY one of you"]),
        ("Come in 🎉 DOORS OPEN", ["Come in 🎉 DOORS OPEN"]),
        ("Come along 🎉 DOORS OPEN", ["Come along 🎉", "DOORS OPEN"]),
        ("We love 🍕 and pasta", ["We love 🍕 and pasta"]),
        ("MEGA 🔥 SALE 🔥", ["MEGA 🔥 SALE 🔥"]),
        ("Great news! 🎉🎉 We moved.", ["Great news! 🎉🎉", "We moved."]),
        ("Read it! 👉 Here is how.", ["Read it!", "👉 Here is how."]),
        ("E.g. Dr. J. K. Smith vs. us. Then?! Yes...", ["E.g. Dr. J. K. Smith vs. us.", "Then?!", "Yes..."]),
        ("He said “Wow!” and left. (Really.) Bye", ["He said “Wow!” and left.", "(Really.)", "Bye"]),
        ("Wait... what? Then… nothing", ["Wait... what?", "Then… nothing"]),
        ("Open today.We wait.", ["Open today.", "We wait."]),
        ("we're open. come in. bring a friend", ["we're open.", "come in.", "bring a friend"]),
        ("Przyjdź o godz. 17 na ul. Długą 3. Np. w sobotę.", ["Przyjdź o godz. 17 na ul. Długą 3.", "Np. w sobotę."]),
        ("Mamy 5 szt. po 3.20 zł. Zapraszamy!", ["Mamy 5 szt. po 3.20 zł.", "Zapraszamy!"]),
        ("Już 3 tys. osób. Dzięki", ["Już 3 tys. osób.", "Dzięki"]),
        ("Były jabłka itd. Potem gruszki.", ["Były jabłka itd.", "Potem gruszki."]),
        ("1. miejsce dla Oli. Brawo!", ["miejsce dla Oli.", "Brawo!"]),
        ("Цена 900 руб. за пару, т.е. дёшево. Ждём!", ["Цена 900 руб. за пару, т.е. дёшево.", "Ждём!"]),
        ("Сдали в 2025 г. Дальше школа в г. Тверь.", ["Сдали в 2025 г.", "Дальше школа в г. Тверь."]),
        ("Цена 900 руб. Ждём А. С. Пушкина", ["Цена 900 руб.", "Ждём А. С. Пушкина"]),
        ("«Скоро будем». Написали в среду", ["«Скоро будем».", "Написали в среду"]),
        ("- one\n• two\n* three\n▪ four", ["one", "two", "three", "four"]),
        ("1. Mix\n2) Bake\n3️⃣ Eat\n✅ Done\n👉 Go", ["Mix", "Bake", "Eat", "Done", "Go"]),
        ("Title\n\nBody. More", ["Title", "Body.", "More"]),
        ("🎉🎉\nParty\n---\n#tag https://a.example", ["Party"]),
        ("See a.example/x. Then come", ["See a.example/x.", "Then come"]),
        ("", []),
        ("🎉 !!! ...", []),
    ],
)
def test_sentences_end_where_a_reader_pauses(post: str, expected: list[str]) -> None:
    assert sentences(post) == expected


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("See https://a.example/b?c=1, then", ["https://a.example/b?c=1"]),
        ("See (https://a.example/b_(c)).", ["https://a.example/b_(c)"]),
        ("brand.example/path and www.shop.pl!", ["brand.example/path", "www.shop.pl"]),
        ("t.co/Ab1 t.me/brand bit.ly/3xY", ["t.co/Ab1", "t.me/brand", "bit.ly/3xY"]),
        ("Заходите на пример.рф/акция и магазин.example", ["пример.рф/акция", "магазин.example"]),
        ("Write to anna@brand.example", []),
        ("Version 3.5 of report.pdf, app.js", []),
        ("Open today.We wait. Open today.In Leeds too", []),
        ("call.me when you can, т.е. сейчас, np.w sobotę", []),
        ("[👉 Читать]", ["[👉 Читать]"]),
        ("Until [date], [n] left", []),
        ("[Read](https://a.example) it", ["[Read](https://a.example"]),
        ("🕹[Канал — Подписаться]", ["[Канал — Подписаться]"]),
        ("...", []),
    ],
)
def test_links_are_what_a_reader_could_tap(post: str, expected: list[str]) -> None:
    assert links(post) == expected


def test_a_link_that_the_text_does_not_show_is_a_link_with_words() -> None:
    text = read("**Read** all about it here.", [(9, 21)])
    assert [quote(text, span) for span in text.links] == ["all about it"]
    assert "about" in text.words


def test_a_visible_address_and_its_entity_are_one_link() -> None:
    assert len(read("See a.example now", [(4, 13)]).links) == 1


@pytest.mark.parametrize(
    ("post", "words"),
    [
        ("Don't follow-up из-за 3.20", ("don't", "follow-up", "из-за", "3.20")),
        ("#Sale @anna info@a.example https://a.example/b word", ("word",)),
        ("1. Mix 17:30 — 5kg", ("mix", "17:30", "5kg")),
    ],
)
def test_words_leave_out_links_tags_and_mentions(post: str, words: tuple[str, ...]) -> None:
    assert read(post).words == words


def test_tags_mentions_and_emoji_are_found_with_their_marks() -> None:
    text = read("Thanks @anna_b! #good_idea #1 C# 👨‍👩‍👧 🇵🇱 1️⃣ © a@b.example")
    assert [quote(text, span) for span in text.tags] == ["#good_idea"]
    assert [quote(text, span) for span in text.mentions] == ["@anna_b"]
    assert [text.folded[a:b] for a, b in text.emoji] == ["👨👩👧", "🇵🇱", "1⃣"]


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("Open the app, tap Menu and check it", ["open", "tap", "check"]),
        ("First, please check. Then call", ["first", "please", "check", "then", "call"]),
        ("Otwórz okno, proszę sprawdź lub zadzwoń", ["otwórz", "proszę", "sprawdź", "zadzwoń"]),
        ("Откройте — проверьте и потом звоните", ["откройте", "проверьте", "потом", "звоните"]),
        ("1. Mix\n- Bake 🎉 eat", ["mix", "bake", "eat"]),
    ],
)
def test_a_clause_starts_where_an_imperative_may_stand(post: str, expected: list[str]) -> None:
    assert clause_starts(post) == expected


@pytest.mark.parametrize(("post", "plain"), [("Kup teraz", True), ("Kup też", False), ("Купите", False), ("", False)])
def test_a_text_without_diacritics_is_known(post: str, plain: bool) -> None:
    assert read(post).plain is plain


def test_paragraphs_are_the_blocks_a_reader_sees() -> None:
    text = read("One. Two.\n\n Three \nFour")
    assert [quote(text, span) for span in text.paragraphs] == ["One. Two.", "Three", "Four"]


def test_the_first_sentence_holds_what_stands_before_it() -> None:
    assert read("🎉 Hello. Bye").sentence_of(0) == 0
    assert read("").sentence_of(3) == 0
