"""Runs of ranks: 省市县乡四级, 国家、省、市、县四级, 从市到县、乡镇(街道)、村(社区)四级."""

from __future__ import annotations

import re

from checker.patterns import expression
from checker.words.place import Span
from checker.words.record import dataclass

# Two words for one rank where marks part the ranks (县、乡镇、村), and pairs that may always be one rank or two.
_ONE = "乡镇|镇乡|镇街|街镇|乡街|村居|村社|社村|村屯"
_PAIR = "区县|县区|县市|市区|区市|州市|市州|盟市|旗县|旗区|村组|师市"
_SINGLE = "国家|开发区|高新区|功能区|新区|中央|自治区|街道|社区|网格|片区|园区|[国省市州盟地县区旗乡镇街村社组户]"
_RUN = expression(rf"(?:(?:{_ONE}|{_PAIR}|{_SINGLE})(?:\(□*\))?(?:级|委)?(?:[、和及与到至—-]|以及){{0,2}})+的?$")
_RANK = expression(rf"(?P<one>{_ONE})|(?P<pair>{_PAIR})|{_SINGLE}")
# Before these words a run is whole; after others its first rank may end a name: 全市县乡两级, 东山县乡两级.
_LEAD = expression(
    r"(?:健全|[完改]善|[构新组]建|建[立成设]|设[立置]|形成|实[现行]|覆盖|打造|强化|加[强快]|深化|落实|贯[通穿]|连[接通]|联通|统筹|"
    r"推[动进行]|压实|夯实|优化|提升|完成|启动|审[批核查]|打通|带领|率领|引导|发动|动员|培训|轮训|配备|选派|[开拓]展|协调|组织|督促|指导|召开|依托|坚持|整合|发挥|囊括|包[括含]|涵盖|涉及|采取|"
    r"[在对由的了和与及以从等经按为向含])$"
)
# 农村、社区; 9省区: the run is the end of another list, or counted itself.
_PART = expression(r"[、\d两二三四五六七八九十]$")
_WINDOW = 60


@dataclass(frozen=True, slots=True)
class Ranks:
    """The ranks of a run and how many of them there may be; `whole` says that its first is surely no end of a name."""

    items: tuple[Span, ...]
    counts: frozenset[int]
    whole: bool


def ranks_before(head: str) -> Ranks | None:
    """The run of ranks with which a text ends; None where there are fewer than two, or other things listed before."""
    run = _RUN.search(head, max(0, len(head) - _WINDOW))
    if run is None or _PART.search(head, 0, run.start()):
        return None
    found = [m for m in _RANK.finditer(head, run.start()) if not head.endswith("(", 0, m.start())]
    before = head[: run.start()]
    alone = len(found) > 1 and run[0][found[0].end() - run.start() :].startswith("、")
    whole = not expression("[一-龥]$").search(before) or bool(_LEAD.search(before))
    if len(found) < 2 and not (found and found[0]["pair"]):
        return None
    return Ranks(tuple(Span(*m.span()) for m in found), _counts(found, run[0], whole=whole or alone), whole)


def _counts(found: list[re.Match[str]], run: str, *, whole: bool) -> frozenset[int]:
    """How many ranks a run may have: marks part them, without marks each word is one; a pair may be one or two."""
    parts = len(expression("[、和及与到至—-]+.").findall(run))
    pairs = sum(bool(m["pair"]) for m in found)
    either = 0 if parts and pairs > 1 else pairs  # 自治区、盟市、旗县: pairs that stand side by side are ranks
    if not parts:
        either += sum(bool(m["one"]) for m in found)
    least = min(len(found), parts + 1) if parts else len(found)
    return frozenset(range(least - (not whole), len(found) + either + 1))
