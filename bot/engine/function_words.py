"""Closed-class words: what binds a sentence together. They tell languages apart, and sentences from stuffed lists."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from bot.engine.model import Language

_UNMARKED = str.maketrans("ąćęłńóśźż", "acelnoszz")


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


FUNCTION_WORDS: Mapping[Language, frozenset[str]] = {
    "en": _listed(
        """
        a an the and or but if then than that this these those there here it its it's he she they them their his her
        we us our ours you your yours i i'm i've me my mine is are was were be been being am isn't aren't wasn't don't
        doesn't didn't won't can't do does did done has have had we're we've we'll you're you've you'll they're there's
        that's what's will would can could should may might must shall not no nor so as at by for from in into of off on
        onto out over to up with without within about after again against all any because before below between both
        down during each few how just more most much many now only other own same some such too under until very what
        when where which while who whom whose why let let's get got every another one also still even than yet
        """
    ),
    "pl": _listed(
        """
        i a w z o u we ze na do od po za przy dla bez pod nad przed przez między oraz albo lub ani ale lecz więc czyli
        że żeby aby by bo gdy kiedy jeśli jeżeli jak jako co czy nie tak to ten ta te ci tego tej tych tym tymi tę tą
        ta jest są był była było były będzie będą być jestem jesteśmy się siebie sobie mnie mi mną my nas nam nami wy
        was wam wami ty cię ciebie ci tobie on ona ono oni one jego jej ich im mu go ją nasz nasza nasze naszą naszych
        naszej naszym wasz wasza wasze waszych twój twoja twoje swój swoje swoją kto kogo komu który która które którzy
        których któremu gdzie skąd dokąd tam tu już jeszcze tylko też także również bardzo może można trzeba każdy każda
        każde wszystko wszystkie jaki jaka jakie ile choć niż aż no niech masz mamy mają ma mam macie mieć żadnych
        """
    ),
    "ru": _listed(
        """
        и а в во с со к ко о об у на за по до от из для без при про над под через между или но да не ни что чтобы как
        если когда где куда откуда то это эта этот эти этого этой этом этих тот та те того той тех так такой такие там
        тут здесь же ли бы вот уже еще только тоже также очень может можно нужно надо нет есть был была было были будет
        будут быть я мне меня мной мы нас нам нами ты тебе тебя вы вас вам вами он она оно они его ее их ему ей им наш
        наша наше наши нашей наших нашего ваш ваша ваше ваши вашей ваших вашего свой свою свои своей себя себе кто кого
        кому чем чего который которая которое которые которых все всех всем весь всю сам сами потому поэтому каждый
        каждую какой какая какие сколько почему зачем чтоб перед после ведь пока лишь
        """
    ),
}


@cache
def function_words(language: Language, plain: bool) -> frozenset[str]:
    """The closed-class words of a language, without Polish diacritics if the text has none."""
    known = FUNCTION_WORDS[language]
    return known | {word.translate(_UNMARKED) for word in known} if plain else known
