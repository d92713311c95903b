"""The names of public bodies: where one stands, which rank it has, whether it governs or is a department."""

from __future__ import annotations

import re

from checker.patterns import expression
from checker.words.document import Body, Level
from checker.words.place import Span

_LONGEST_FOREWORD = 600
YEAR = r"(?:(?:19|20)\d\d|[一二][〇○零O0一二三四五六七八九]{3})"

_OFFICE = r"(?:办公[室厅]|研究室|办)"
# 法治政府 and 政府信息公开 are no bodies.
_GOVERNMENT = (
    rf"(?:人民政府|(?<!法治)(?<!法制)(?<!数字)(?<!服务型)政府(?!信息|网站|职能|建设|工作|采购|立法)){_OFFICE}?"
)
_ENDING = (
    rf"(?:{_GOVERNMENT}|(?:委员会|[^\W\d_]委|党组|管委会){_OFFICE}?|局|厅|署|办公[室厅]|办事处|街道办|总队|支队|大队|中队|调查队"
    r"|国务院|法院|检察院|医院|学院|研究院|大学|学校|中学|小学|中心|公司|集团|分行|支行|银行|海关|兵团|第\w{1,3}师|联合会|总工会|协会|联社"
    r"|(?:司法|派出|供电|监督|管理|检测)所|管理[处站]|(?<!全)(?<!各)(?<!内)部)"
)
_SUBJECT = (
    rf"关于|{YEAR}|法治(?!建设[局委])|依法|政府信息|信息公开|政务公开|政府网站|年度|[上下]半年|本年|行政(?!执法[^关于]{{0,6}}[局队]|审批局)"
    r"|落实|贯彻|推进|履行|开展|工作|重大|普法|执法|公布|发布|规范性|统计|数据|政府工作报告|[局厅县市区镇乡]长|主要负责"
)
_WORD = r"[\w“”·()×]"
_AT_END = expression(rf"{_WORD}{{1,30}}?{_ENDING}(?:\s*[(\[](?:[^()]{{0,6}}|[^()]{{2,20}}代?章)[)\]])?$")
_IN_TITLE = expression(rf"(?P<body>{_WORD}(?:{_WORD}|[、\s]|第\d{{1,2}}){{1,60}}?{_ENDING})\s*(?={_SUBJECT})")
_PREAMBLE = expression(
    rf"(?:关于)?\s*(?:报送|上报|公布|发布|公开|印发)?\s*(?:{YEAR}\s*(?:年度?)?\s*(?:[上下]半年)?)?\s*(?:关于)?\s*"
)
_ABOUT = expression(rf"关于|年度|{YEAR}|全[省市县区镇乡]")

_UNIT = r"(?:特别行政区|自治[区州县旗]|地区|街道|苏木|兵团|省|市|县|区|州|盟|旗|镇|乡)"
_NAMED_REGION = rf"[\w×]{{1,14}}?{_UNIT}"
_REGION = expression(rf"[^\W局厅委队院府部]{{1,14}}?(?P<unit>{_UNIT})|第\w{{1,3}}(?P<troops>[师团])")
_TITLE_REGION = expression(rf"(?P<region>{_NAMED_REGION})\s*(?={_SUBJECT})")
_IN_FOREWORD = expression(
    rf"(?:^|[,。;:、?]|年度?|公布|编制|由)\s*(?P<body>(?!关于|现|[全我本各该在以由经对向按根为将于和与及省市县区])(?:中共)?{_NAMED_REGION}"
    rf"\w{{0,24}}?{_ENDING})(?=\s*(?:坚持|认真|深入|以|在|全面|紧|围绕|贯彻|按照|切实|积极|扎实|严格|高度|持续|始终"
    rf"|党[组委]|牢|立足|聚焦|根据|对照|依法|结合|{YEAR}|编制|现将|不断|着力|大力|主动|充分|统筹|坚决|加强|把))"
)
# Units inside the names of departments: 城乡建设局, 市场监管局.
_NO_UNIT = expression(
    r"(?:^|(?<=[省市县区州盟旗镇]))城市(?=管理|规划|更新|建设|运行|轨道)|城乡|城镇(?!镇)|市场|市政(?!府)|市容|乡村|乡镇|区域|区划|社区|镇村|[省市县区]级"
)
_PARTY = expression(r"\s*(?:中共|中国共产党)")
_OF_THE_STATE = expression(r"国家\w{0,8}?总?局|中国人民银行|中华人民共和国|国家")
_NATIONAL = expression(r"国务院|全国|中央|中华人民共和国|国家|[^\W\d_]{2,10}(?:部|总局)$")
_GOVERNS = expression(rf"(?:政府|{_UNIT}委|{_UNIT}委员会|工委|党委|管委会|管理委员会|办事处|街道办|{_UNIT})$")
_MUNICIPALITIES = ("北京市", "上海市", "天津市", "重庆市")
_RANKS = {
    "特别行政区": Level.PROVINCE,
    "自治区": Level.PROVINCE,
    "省": Level.PROVINCE,
    "兵团": Level.PROVINCE,
    "自治州": Level.CITY,
    "地区": Level.CITY,
    "市": Level.CITY,
    "州": Level.CITY,
    "盟": Level.CITY,
    "师": Level.CITY,
    "自治县": Level.COUNTY,
    "自治旗": Level.COUNTY,
    "县": Level.COUNTY,
    "区": Level.COUNTY,
    "旗": Level.COUNTY,
    "团": Level.COUNTY,
    "镇": Level.TOWNSHIP,
    "乡": Level.TOWNSHIP,
    "街道": Level.TOWNSHIP,
    "苏木": Level.TOWNSHIP,
}


def ends_in_body(line: str) -> bool:
    """Whether a folded line is the name of a body, perhaps with (盖章) after it; blanks inside do not matter."""
    return bool(_AT_END.fullmatch("".join(line.split())))


def body_in_title(title: str) -> Span | None:
    """Where the issuing body stands in a folded title: before 关于, the year or the subject."""
    preamble = _PREAMBLE.match(title)
    match = _IN_TITLE.match(title, preamble.end() if preamble else 0)
    if match is None or _ABOUT.search(match["body"]):
        return None
    return Span(*match.span("body"))


def region_in_title(title: str) -> str | None:
    """The region that a folded title names instead of a body: 云棲市2022年行政执法工作情况报告."""
    preamble = _PREAMBLE.match(title)
    match = _TITLE_REGION.match(title, preamble.end() if preamble else 0)
    return match["region"] if match and not _ABOUT.search(match["region"]) else None


def body_in_foreword(folded: str, foreword: Span) -> Span | None:
    """The body that speaks in the foreword's first sentences, where it gives its full name."""
    match = _IN_FOREWORD.search(folded[foreword.start : min(foreword.end, foreword.start + _LONGEST_FOREWORD)])
    return Span(foreword.start + match.start("body"), foreword.start + match.end("body")) if match else None


def level_of(name: str) -> Level | None:
    """The rank of a body with this folded name, by the last region in it; 县级市 only shows after another city."""
    plain = "".join(_PARTY.sub("", name).split())
    vertical = _OF_THE_STATE.match(plain)
    units = _units(plain, vertical.end() if vertical else 0)
    if not units:
        leading = re.match(_UNIT, plain)
        if leading:
            return _RANKS[leading[0]]
        return Level.NATIONAL if _NATIONAL.match(plain) else Level.PROVINCE if plain.endswith("厅") else None
    *above, (place, unit) = units
    if place in _MUNICIPALITIES:
        return Level.PROVINCE
    level = _RANKS[unit]
    under_municipality = any(region in _MUNICIPALITIES for region, _ in above)
    if level is Level.COUNTY and under_municipality:
        return Level.CITY
    if unit == "市" and any(_RANKS[outer] is Level.CITY and outer != "师" for _, outer in above):
        return Level.COUNTY
    return level


def kind_of(name: str) -> Body:
    """Whether a body with this folded name governs (with or without the party committee) or is a department."""
    plain = "".join(name.split())
    return Body.GOVERNMENT if _GOVERNS.search(plain.rstrip("()盖印章")) else Body.DEPARTMENT


def _units(name: str, start: int) -> list[tuple[str, str]]:
    """The chain of regions that a name begins with: their names and units."""
    masked = _NO_UNIT.sub(lambda match: "#" * len(match[0]), name)
    units = []
    position = start
    while match := _REGION.match(masked, position):
        units.append((match[0], match["unit"] or match["troops"]))
        position = match.end()
    return units
