"""Rewritings of a text that change none of its figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import cn2an  # type: ignore[import-untyped]  # it has no annotations

from checker.figures.numerals import han_number

Rewrite = Callable[[str], str]

_TABLE = (Path(__file__).parents[2] / "grammar" / "traditional.txt").read_text("utf-8").splitlines()
_TRADITIONAL, _SIMPLIFIED = (row for row in _TABLE if row[0] != "#")
_TO_TRADITIONAL = {ord(s): t for t, s in reversed(list(zip(_TRADITIONAL, _SIMPLIFIED, strict=True)))}
_HALF = "0123456789.%(),:;"
_FULL = "０１２３４５６７８９．％（），：；"
_COUNTED = "件|起|人次|人|名|家次|家|户|项|条|个|卷|处|次|场次|场|期|座|辆|批次|本|份|宗|部"
_NUMBER = r"(?<![\d.年月第〔])\d+(?:\.\d+)?(?![\d.年月日])"
_ASIDE = "我局高度重视，主要负责同志多次研究部署。"
_ASIDE_WITH_FIGURE = "全年印发工作简报17期。"
_ASIDE_BEHIND = "全局接待外地考察团组9批。"
_PART = rf"[^、，；。（）\d分]+\d+(?:{_COUNTED})"
_LIST = re.compile(rf"(?<=其中)({_PART})((?:、{_PART})+)(?=[。；，])")


def full_width(text: str) -> str:
    """Full width throughout; the comma inside a number is none of the text's marks and stays as it is."""
    return re.sub(r"[^,]+|(?<!\d),|,(?!\d)", lambda match: match[0].translate(str.maketrans(_HALF, _FULL)), text)


def half_width(text: str) -> str:
    return text.translate(str.maketrans(_FULL, _HALF))


def spaced(text: str) -> str:
    """A space to either side of every number."""
    return re.sub(rf"(?<=[一-龥，、：；（])({_NUMBER})(?=[一-龥])", r" \1 ", text)


def traditional(text: str) -> str:
    return text.translate(_TO_TRADITIONAL)


def another_measure_word(text: str) -> str:
    """起 for 件 wherever it counts."""
    return re.sub(r"(?<=[\d万余多])件(?!次)", "起", text)


def summed_up_otherwise(word: str) -> Rewrite:
    """Another word for 共 before a sum."""
    return lambda text: re.sub(r"(?<=[，、])(?:共计|合计|共)(?=\d)", word, text)


def parts_reordered(text: str) -> str:
    """The parts of a plain list after 其中 the other way round, what is left over still last."""

    def turned(match: re.Match[str]) -> str:
        parts = match[0].split("、")
        last = [p for p in parts if p.startswith("其余") or "其他" in p]
        return "、".join([*reversed([p for p in parts if p not in last]), *last])

    return _LIST.sub(turned, text)


def in_chinese(text: str) -> str:
    """Chinese numerals for the digits of counts."""

    def written(match: re.Match[str]) -> str:
        return str(cn2an.an2cn(int(match[1]))) + match[2] if int(match[1]) > 1 else match[0]

    return re.sub(rf"(?<![\d.,．，年月第“+～—-])(\d{{1,7}})({_COUNTED})(?!\d)", written, text)


def in_digits(text: str) -> str:
    """Digits for the Chinese numerals of counts."""

    def written(match: re.Match[str]) -> str:
        number = han_number(match[1])
        return match[0] if number is None or number < 2 else f"{number}{match[2]}"

    return re.sub(
        rf"(?<![一-龥])((?<!第)[二两三四五六七八九][一二三四五六七八九十百千零]*)({_COUNTED}|大(?!队)|级|类|道)",
        written,
        text,
    )


def percent_in_words(text: str) -> str:
    return re.sub(r"(\d+(?:\.\d+)?)%", lambda m: "百分之" + str(cn2an.an2cn(m[1])), text)


def sentence_before(text: str) -> str:
    return _ASIDE + text


def sentence_behind(text: str) -> str:
    return f"{text}{_ASIDE}"


def figure_before(text: str) -> str:
    return _ASIDE_WITH_FIGURE + text


def figure_behind(text: str) -> str:
    return f"{text}{_ASIDE_BEHIND}"


def bracket_behind_the_first(text: str) -> str:
    """A remark behind the first figure, with no figure of its own."""
    return re.sub(rf"({_NUMBER}(?:万|亿)?(?:{_COUNTED}))(?=[，。、；])", r"\1（含网上办理）", text, count=1)


def bracket_behind_the_last(text: str) -> str:
    """A remark with a figure behind the last figure of a list."""
    found = list(re.finditer(rf"{_NUMBER}(件|人|名|项|条|卷|处|次)(?=[。，])", text))
    return text[: found[-1].end()] + f"（含网上1{found[-1][1]}）" + text[found[-1].end() :] if found else text


def next_sentence(text: str) -> str:
    """其中 in a sentence of its own."""
    return text.replace("，其中", "。其中")


REWRITES: dict[str, Rewrite] = {
    "full width": full_width,
    "half width": half_width,
    "spaces round numbers": spaced,
    "traditional": traditional,
    "起 for 件": another_measure_word,
    "共": summed_up_otherwise("共"),
    "共计": summed_up_otherwise("共计"),
    "合计": summed_up_otherwise("合计"),
    "parts reordered": parts_reordered,
    "Chinese numerals": in_chinese,
    "Arabic digits": in_digits,
    "百分之": percent_in_words,
    "a sentence before": sentence_before,
    "a sentence behind": sentence_behind,
    "a sentence with a figure before": figure_before,
    "a sentence with a figure behind": figure_behind,
    "a bracket behind the first figure": bracket_behind_the_first,
    "a bracket behind the last figure": bracket_behind_the_last,
    "其中 in the next sentence": next_sentence,
}
