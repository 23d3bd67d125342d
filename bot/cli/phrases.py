"""What the chat in the terminal says around its reviews, in each language."""

from __future__ import annotations

from collections.abc import Mapping

from bot.engine.model import Language

PHRASES: Mapping[str, Mapping[Language, str]] = {
    "welcome": {
        "en": "Paste a draft and finish with an empty line. :help tells the rest, :quit leaves.",
        "pl": "Wklej szkic i zakończ go pustą linią. :help pokaże resztę, :quit kończy.",
        "ru": "Вставьте черновик и закончите пустой строкой. :help расскажет остальное, :quit — выход.",
    },
    "help": {
        "en": (
            "An empty line ends a draft. Send it again after a change, and the answer tells what moved.\n"
            "  :network NAME   where the post will appear: {networks}\n"
            "  :lang CODE      the draft's language: en, pl, ru, or auto\n"
            "  :reader CODE    the language of the answers: en, pl, ru\n"
            "  :new            the next draft is another one, not a new version of the last\n"
            "  :quit           leave"
        ),
        "pl": (
            "Pusta linia kończy szkic. Wyślij go po zmianach jeszcze raz, a odpowiedź pokaże, co się poprawiło.\n"
            "  :network NAZWA  gdzie post się ukaże: {networks}\n"
            "  :lang KOD       język szkicu: en, pl, ru albo auto\n"
            "  :reader KOD     język odpowiedzi: en, pl, ru\n"
            "  :new            następny szkic jest nowy, to nie kolejna wersja poprzedniego\n"
            "  :quit           koniec"
        ),
        "ru": (
            "Пустая строка завершает черновик. Отправьте его ещё раз после правки, и ответ покажет, что изменилось.\n"
            "  :network ИМЯ    где выйдет пост: {networks}\n"
            "  :lang КОД       язык черновика: en, pl, ru или auto\n"
            "  :reader КОД     язык ответов: en, pl, ru\n"
            "  :new            следующий черновик новый, а не очередная версия прежнего\n"
            "  :quit           выход"
        ),
    },
    "set": {"en": "{name}: {value}", "pl": "{name}: {value}", "ru": "{name}: {value}"},
    "choose": {
        "en": "{name}: choose one of {choices}",
        "pl": "{name}: do wyboru są {choices}",
        "ru": "{name}: на выбор {choices}",
    },
    "new": {
        "en": "The next draft starts afresh.",
        "pl": "Następny szkic zaczyna od nowa.",
        "ru": "Следующий черновик начнётся с чистого листа.",
    },
    "unknown": {
        "en": "There is no {command}; :help lists what there is.",
        "pl": "Nie ma polecenia {command}; listę pokaże :help.",
        "ru": "Команды {command} нет; список покажет :help.",
    },
    "unkept": {
        "en": "Drafts are judged, but not kept: {why}",
        "pl": "Szkice są oceniane, ale nie zapisywane: {why}",
        "ru": "Черновики оцениваются, но не сохраняются: {why}",
    },
}


def phrase(language: Language, key: str, **values: str) -> str:
    return PHRASES[key][language].format(**values)
