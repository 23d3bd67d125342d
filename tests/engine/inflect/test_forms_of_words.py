"""The forms that rules stand on, language by language."""

from __future__ import annotations

from importlib.util import find_spec
from types import ModuleType

import pytest

from bot.engine.inflect import TAGS, BadModel, MissingInflector, OnlyItself, inflect
from bot.engine.model import Language

polish = pytest.mark.skipif(find_spec("morfeusz2") is None, reason="POLISH NOT TESTED: install the extra rules")
russian = pytest.mark.skipif(find_spec("pymorphy3") is None, reason="RUSSIAN NOT TESTED: install the extra rules")


def assert_forms(language: Language, lemma: str, tag: str, wanted: str) -> None:
    """`wanted` are all forms with a tag, or, with the tag "", some of all."""
    forms = inflect(language, lemma)
    if tag:
        assert forms[tag] == set(wanted.split())
    else:
        assert set(wanted.split()) <= forms[""]


@pytest.mark.parametrize(
    ("lemma", "wanted"),
    [
        ("buy", "buy buys bought buying"),
        ("stop", "stop stops stopped stopping stop's"),
        ("try", "try tries tried trying try's"),
        ("run", "run runs ran running"),
        ("travel", "travel travels travelled traveled travelling traveling travel's"),
        ("control", "control controls controlled controlling control's"),
        ("email", "email emails emailed emailing email's"),
        ("quiz", "quiz quizzes quizzed quizzing quiz's"),
        ("panic", "panic panics panicked panicking panic's"),
        ("save", "save saves saved saving save's"),
        ("die", "die dies died dying die's"),
        ("see", "see sees saw seen seeing"),
        ("have", "have has had having"),
        ("be", "be am are is was were been being"),
        ("rebuild", "rebuild rebuilds rebuilt rebuilding"),
        ("respond", "respond responds responded responding respond's"),
        ("learn", "learn learns learned learnt learning"),
        ("child", "child children child's children's"),
        ("leaf", "leaf leaves leaf's"),
        ("box", "box boxes boxed boxing box's"),
        ("play", "play plays played playing play's"),
        ("human", "human humans human's humaned humaning"),
        ("salesman", "salesman salesmen salesman's salesmen's"),
        ("woman", "woman women woman's women's"),
        ("good", "good better best"),
        ("cheap", "cheap cheaper cheapest"),
        ("big", "big bigger biggest"),
        ("happy", "happy happier happiest"),
        ("large", "large larger largest"),
        ("thin", "thin thinner thinnest thins thinned thinning thin's"),
    ],
)
def test_an_english_word_has_exactly_these_forms(lemma: str, wanted: str) -> None:
    assert inflect("en", lemma)[""] == set(wanted.split())


@pytest.mark.parametrize(
    ("lemma", "tag", "wanted"),
    [
        ("buy", "imp", "buy"),
        ("buy", "third", "buys"),
        ("buy", "past", "bought"),
        ("write", "part", "written"),
        ("run", "ing", "running"),
        ("be", "i", "am was"),
        ("leaf", "pl", "leaves"),
        ("child", "gen", "child's children's"),
        ("good", "comp", "better best"),
        ("free", "comp", "freer freest"),
    ],
)
def test_english_forms_carry_tags(lemma: str, tag: str, wanted: str) -> None:
    assert_forms("en", lemma, tag, wanted)


@polish
@pytest.mark.parametrize(
    ("lemma", "tag", "wanted"),
    [
        ("kupić", "imp", "kup kupcie"),
        ("kupić", "lets", "kupmy"),
        ("kupić", "i", "kupię kupiłem kupiłam kupiłbym kupiłabym"),
        ("kupić", "pres", "kupię kupisz kupi kupimy kupicie kupią"),
        ("kupić", "ing", "kupienie kupienia kupieniu kupieniem kupiwszy"),
        ("kupować", "imp", "kupuj kupujcie"),
        ("kupować", "", "kupujemy kupowaliśmy kupowałybyście kupując kupowanie kupowanych"),
        ("zaobserwować", "imp", "zaobserwuj zaobserwujcie"),
        ("wziąć", "pres", "wezmę weźmiesz weźmie weźmiemy weźmiecie wezmą"),
        ("wziąć", "", "weź weźcie wziął wzięła wzięliśmy wzięto"),
        ("iść", "imp", "idź idźcie"),
        ("iść", "", "szedłem szłam szliśmy idąc idziemy"),
        ("dać", "imp", "daj dajcie"),
        ("dać", "pres", "dam dasz da damy dacie dadzą"),
        ("jeść", "imp", "jedz jedzcie"),
        ("jeść", "pres", "jem jesz je jemy jecie jedzą"),
        ("przyjść", "imp", "przyjdź przyjdźcie"),
        ("przyjść", "inf", "przyjść"),
        ("być", "imp", "bądź bądźcie"),
        ("być", "third", "jest są będzie będą był była było byli były byłby byłaby byłoby byliby byłyby"),
        ("stać:Vi", "imp", "stój stójcie"),
        ("powinien", "we", "powinniśmy powinnyśmy"),
        ("sklep", "pl", "sklepy sklepów sklepom sklepami sklepach"),
        ("sklep", "loc", "sklepie sklepach"),
        ("zniżka", "gen", "zniżki zniżek"),
        ("zniżka", "ins", "zniżką zniżkami"),
        ("dziecko", "pl", "dzieci dzieciom dziećmi dzieciach"),
        ("człowiek", "pl", "ludzie ludzi ludziom ludźmi ludziach"),
        ("tani", "", "tani tania taniego tańszy tańsza najtańsze najtańszych"),
        ("tanio", "comp", "taniej najtaniej"),
    ],
)
def test_polish_forms(lemma: str, tag: str, wanted: str) -> None:
    assert_forms("pl", lemma, tag, wanted)


@polish
@pytest.mark.parametrize(
    ("lemma", "absent"),
    [
        ("kupić", "kupiąc"),  # an archaic imperfective kupić
        ("kupić", "niekupienie"),
        ("kupić", "kupiłom"),
        ("człowiek", "człowiecze"),
        ("być", "ś"),
        ("stać:Vi", "stań"),
    ],
)
def test_polish_leaves_out_what_nobody_means(lemma: str, absent: str) -> None:
    assert absent not in inflect("pl", lemma)[""]


@russian
@pytest.mark.parametrize(
    ("lemma", "tag", "wanted"),
    [
        ("купить", "imp", "купи купите"),
        ("купить", "lets", "купим купимте"),
        ("купить", "pres", "куплю купишь купит купим купите купят"),
        ("купить", "", "купленный купившего купив"),
        ("покупать", "imp", "покупай покупайте"),
        ("покупать", "ing", "покупая покупав покупавши"),
        ("подписаться", "imp", "подпишись подпишитесь"),
        ("подписываться", "imp", "подписывайся подписывайтесь"),
        ("подписаться", "we", "подпишемся"),
        ("взять", "imp", "возьми возьмите"),
        ("пойти", "imp", "пойди пойдите"),
        ("пойти", "past", "пошел пошла пошло пошли"),
        ("дать", "you", "дашь дадите"),
        ("дать", "imp", "дай дайте"),
        ("печь", "imp", "пеки пеките"),
        ("ребёнок", "pl", "дети детей детям детьми детях"),
        ("ребенок", "gen", "ребенка детей"),
        ("человек", "", "человека люди людей людям людьми"),
        ("скидка", "sg", "скидка скидки скидке скидку скидкой"),
        ("скидка", "gen", "скидки скидок"),
        ("лист", "nom", "лист листы листья"),
        ("дешёвый", "comp", "дешевле дешевее дешевей подешевле"),
        ("дешёвый", "", "дешевая дешевых дешев"),
        ("хороший", "comp", "лучше получше"),
        ("быстро", "comp", "быстрее быстрей побыстрее"),
        ("чек-лист", "ins", "чек-листом чек-листами чек-листьями"),
        ("промокод", "gen", "промокода промокодов"),
    ],
)
def test_russian_forms(lemma: str, tag: str, wanted: str) -> None:
    if (lemma, tag) == ("хороший", "comp"):
        assert set(wanted.split()) <= inflect("ru", lemma)["comp"]
    else:
        assert_forms("ru", lemma, tag, wanted)


@russian
def test_one_aspect_does_not_bring_the_other() -> None:
    assert "подписывайтесь" not in inflect("ru", "подписаться")[""]


@polish
def test_a_new_polish_word_follows_its_model() -> None:
    forms = inflect("pl", "zafollowować", like="obserwować")
    assert forms["imp"] == {"zafollowuj", "zafollowujcie"}
    assert forms["past"] >= {"zafollowowałam", "zafollowowano"}


@russian
def test_a_new_russian_word_follows_its_model() -> None:
    assert inflect("ru", "лайкать", like="толкать")["imp"] == {"лайкай", "лайкайте"}


def test_a_new_english_word_follows_its_model() -> None:
    assert inflect("en", "rezip", like="zip")["past"] == {"rezipped"}


@polish
def test_comparatives_follow_the_model_past_their_prefix() -> None:
    assert "najfajniejszy" in inflect("pl", "fajny", like="zwyczajny")[""]


@russian
def test_a_model_that_changes_its_stem_is_refused() -> None:
    with pytest.raises(BadModel, match="choose a closer model"):
        inflect("ru", "дитё", like="ребёнок")


@polish
@pytest.mark.parametrize(
    ("lemma", "hint"),
    [
        ("ludzie", "~człowiek"),
        ("kupcie", "~kupić"),
        ("limitowany", r"~limitować\.part"),
        ("kupowanie", r"~kupować\.ing"),
        ("zafollowować", 'no dictionary .* "like"'),
    ],
)
def test_an_unknown_polish_lemma_is_told_what_to_do(lemma: str, hint: str) -> None:
    with pytest.raises(OnlyItself, match=hint):
        inflect("pl", lemma)


@russian
@pytest.mark.parametrize(
    ("lemma", "hint"),
    [
        ("люди", "~человек"),
        ("купите", "~купить"),
        ("лимитированный", r"~лимитировать\.part"),
        ("гайд", '"like"'),
        ("лайкните", 'no dictionary .* "like"'),
        ("кофе", "without"),
        ("очень", "without"),
    ],
)
def test_an_uninflected_russian_lemma_is_told_what_to_do(lemma: str, hint: str) -> None:
    with pytest.raises(OnlyItself, match=hint):
        inflect("ru", lemma)


@pytest.mark.parametrize("lemma", ["the", "really", "glamorous", "news"])
def test_english_words_without_forms_are_reported(lemma: str) -> None:
    with pytest.raises(OnlyItself, match="without"):
        inflect("en", lemma)


@russian
def test_a_listed_indeclinable_may_stand_alone() -> None:
    assert inflect("ru", "кофе", indeclinable=["кофе"])[""] == {"кофе"}
    assert inflect("en", "news", indeclinable=["news"])[""] == {"news"}


@polish
@russian
@pytest.mark.parametrize(
    ("language", "lemma"), [("en", "buy"), ("pl", "kupić"), ("pl", "tani"), ("ru", "купить"), ("ru", "дешёвый")]
)
def test_every_tag_is_in_the_vocabulary(language: Language, lemma: str) -> None:
    forms = inflect(language, lemma)
    assert forms.keys() <= {"", *TAGS}
    assert frozenset().union(*forms.values()) == forms[""]


@pytest.mark.parametrize(("language", "lemma"), [("pl", "kupić"), ("ru", "купить")])
def test_without_the_extra_the_error_says_what_to_install(language: Language, lemma: str) -> None:
    def not_installed(library: str) -> ModuleType:
        raise ModuleNotFoundError(library)

    with pytest.raises(MissingInflector, match=r"whyfollow\[rules\]"):
        inflect(language, lemma, importer=not_installed)
