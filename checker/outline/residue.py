"""What a web page leaves around a report: navigation, publication bars, buttons, footers."""

from __future__ import annotations

from checker.outline.layout import Layout
from checker.patterns import expression
from checker.words.document import LineKind

_LONGEST = 200
_LONGEST_FOOT = 400  # lines
_LONGEST_BUTTONS = 60

# A line of nothing but these is residue wherever it stands.
_BUTTON = (
    r"打印(?:本页|此页|本文|页面|全文|预览|正文)?|关闭(?:窗口|本页|页面|此页|本窗口)?|加入收藏|收藏(?:本页|本站|此页)?|设为首页"
    r"|分享(?:到|至)?|(?:新浪)?微博|微信|朋友圈|腾讯|空间|好友|复制链接"
    r"|扫一扫|扫码|(?:用)?手机|在|打开(?:当前页|本页|网页|页面)?|查看|浏览|阅读|把网页分享到"
    r"|(?:用户|会员|统一|账号)?(?:登录|登陆|注册)|立即|还?没有账号|忘记密码|找回密码|记住(?:我|密码|登录状态)|用户名|密码|验证码|退出"
    r"|返回(?:顶部|首页|列表|上一页|上级)?|回到顶部|顶部|(?:网站)?首页|上一[页篇条]|下一[页篇条]|尾页|末页"
    r"|默认|字体|字号|超大|放大|缩小|网站(?:地图|声明|导航|帮助)|联系我们|关于我们|隐私(?:声明|政策|保护)|版权声明|使用帮助"
    r"|无障碍(?:浏览|阅读|版)?|适老化|长者(?:模式|助手|版)|关怀(?:版|模式)|智能(?:问答|机器人)|移动版|手机版|电脑版|繁体版?|简体版?"
    r"|站内|高级|搜索|我要纠错|纠错|点赞|友情链接|相关(?:链接|文档|文章|新闻|阅读|稿件|推荐)|(?:附件|点击)下载|下载"
    r"|English|RSS|TOP|QQ|top"
)
_BUTTONS = expression(rf"(?:[\W\d_大中小Aa]*(?:{_BUTTON}))+[\W\d_大中小Aa]*")

# Before and after the report a line with one of these is residue.
_BAR = expression(
    r"当前位置|所在位置|您的位置|(?:首页|主页)\s*[>»›/→|-]|[>»›]\s*[^>»›]{2,30}\s*[>»›]"
    r"|(?:发布|发文|更新|发表|录入|上传|生成|公布|公开|上网)(?:时间|日期)\s*:"
    r"|(?<!数据)(?<!资料)(?<!指标)来源\s*:|作者\s*:|编辑\s*:|(?:发布|供稿|撰稿|信息提供)(?:机构|单位|部门|人员?|者)\s*:|(?<![一-龥])(?:发布|供稿|撰稿|信息提供)\s*:"
    r"|(?:浏览|阅读|点击|访问|查看)(?:次数|量|数|人数)?\s*[:(\[]|^(?:浏览|阅读|点击|访问)(?:次数|量)"
    r"|字(?:体|号)(?:大小)?\s*[:\[(【]|(?:大\s+中\s+小)|索引号|信息索引|(?:信息|公开|主题|栏目)(?:分类|类别|名称)\s*:"
    r"|发文(?:机关|字号|单位)\s*:|扫一扫|二维码|微信(?:扫|公众号:)"
    r"|(?:主办|承办|协办|运维|运行维护|制作维护)(?:单位)?\s*:|技术支持|制作维护|网站(?:支持|标识码)|版权所有(?!人|权)"
    r"|(?i:copyright|all rights reserved)|©|ICP备|ICP证|网安备|备案(?:号|序号)"
    r"|[上下]一[篇条]\s*:|相关(?:链接|文档|文章|新闻|阅读|稿件|推荐)|友情链接|附件下载\s*:|分享(?:到|至)|用户登录|登录\s*[|/]?\s*注册|欢迎(?:您)?(?:访问|来到|光临|登录)|今天是\d{4}年|\d日\s*星期[一二三四五六日天]|https?://|www\."
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d{2}"
)
# A footer stays one even with a full stop.
_FOOTER = expression(
    r"(?:本网?站)?\W*版权所有(?!人|权)|\W*(?i:copyright)|.{0,100}?(?:版权所有\s*:|ICP备\s*\d|网安备\s*\d|网站标识码)|.{0,6}(?:当前|所在)位置"
)
# The table of particulars that government pages put above a document.
_PARTICULARS = expression(
    r"(?:成文日期|名\s*称|标\s*题|文\s*号|有\s*效\s*性|体\s*裁|组配分类|公开(?:方式|形式|属性|范围|时限)|(?:生效|废止)日期|统一编号)\s*:"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$"
)
_MENU_WORD = (
    r"(?:网站)?首页|政务公开|(?:政府)?信息公开(?:专栏|目录|指南|制度|年报|平台)?|政务服务|办事服务|网上办事|在线服务|互动交流|政民互动|公众参与"
    r"|新闻(?:中心|动态|资讯)|要闻|要闻动态|政务要闻|工作动态|部门动态|通知公告|公示公告|政策(?:文件|解读|法规)|法规文件|机构(?:概况|职能|设置|信息)"
    r"|组织机构|领导(?:之窗|信息)|专题专栏|数据(?:开放|发布)|解读回应|图片新闻|法定主动公开内容|依申请公开|重点领域(?:信息公开)?|计划总结|总结计划"
    r"|工作总结|统计信息|规划计划|个人中心|走进\w{2,4}|魅力\w{2,4}|我的位置"
)
_MENU = expression(rf"(?:{_MENU_WORD})(?:[\s|/·>»、]+(?:{_MENU_WORD}))*[\s|/·>»]*")
_SITE = expression(r"[^,。:;]{2,25}(?:网站|官网|门户|政府网|政务网|信息网|政务公开网)")
_HAN = expression(r"[^\W\d_a-zA-Z]")
_LETTER = expression(r"[A-Za-z]{2}")
_ATTACHED = expression(r"附\s*[件表]")
_NUMBER_CELL = expression(r"[\d,.]+\s*[%‰]?\s*\|?")
_FEWEST_CELLS = 3
# A row of a table whose label is a button's word: 纠错 | 402 | 518, 分享 12.
_LABELLED = expression(r"\W*[一-龥A-Za-z]+(?P<numbers>(?:[\s|│]+-?[\d,.]+%?)+)[\s|│]*")
_DATE_LINE = expression(r"[\d〇○零一二三四五六七八九十]{4}\s*年[^,。:]{2,12}日")


def mark_residue(layout: Layout) -> None:
    """Marks web residue: buttons anywhere, bars and menus among the lines before the report and after it."""
    head, tail = layout.before_text(), _after_text(layout)
    for position, number in enumerate(layout.solid):
        if layout.length(number) > _LONGEST_BUTTONS or not _is_buttons(layout.text(number)):
            continue
        if not _is_row(layout, position):
            layout.mark(number, LineKind.RESIDUE)
    for number in head:
        if _is_before(layout, number):
            layout.mark(number, LineKind.RESIDUE)
    _mark_tail(layout, tail)


def _after_text(layout: Layout) -> list[int]:
    """The lines after the last heading and the last running text: signature, date, what a page put there."""
    after: list[int] = []
    for number in reversed(layout.solid[-_LONGEST_FOOT:]):
        if number in layout.markers or (layout.is_prose(number) and not _is_bar(layout.text(number))):
            break
        after.append(number)
    return after[: _first_cell(layout, after)][::-1]


def _first_cell(layout: Layout, lines: list[int]) -> int:
    """Where in these lines the numbers begin of a table whose cells stand one on a line, as pages put them in text."""
    cells = [i for i, number in enumerate(lines) if _NUMBER_CELL.fullmatch(layout.text(number))]
    return cells[0] if len(cells) >= _FEWEST_CELLS else len(lines)


def _mark_tail(layout: Layout, tail: list[int]) -> None:
    """Where the page's own text has begun after the signature, everything is of the page, but for attachments."""
    dated = max((i for i, number in enumerate(tail) if _DATE_LINE.fullmatch(layout.text(number))), default=-1)
    begun = False
    for position, number in enumerate(tail):
        residue = layout.kinds[number] is LineKind.RESIDUE or _is_after(layout.text(number))
        begun = begun or (residue and position > dated)
        if residue or (begun and not _ATTACHED.match(layout.text(number))):
            layout.mark(number, LineKind.RESIDUE)


def _is_buttons(line: str) -> bool:
    return len(line) >= 2 and bool(_BUTTONS.fullmatch(line))


def _is_row(layout: Layout, position: int) -> bool:
    """Whether a label with numbers stands beside another with as many: rows of one table."""
    row = _LABELLED.fullmatch(layout.text(layout.solid[position]))
    if row is None:
        return False
    beside = (
        layout.text(n)
        for n in (*layout.solid[max(0, position - 1) : position], *layout.solid[position + 1 : position + 2])
    )
    others = (_LABELLED.fullmatch(line) for line in beside)
    size = len(row["numbers"].split())
    return any(other and len(other["numbers"].split()) == size for other in others)


def _is_before(layout: Layout, number: int) -> bool:
    line = layout.text(number)
    return _is_bar(line) or bool(_PARTICULARS.match(line) or _MENU.fullmatch(line) or _SITE.fullmatch(line))


def _is_after(line: str) -> bool:
    if _is_bar(line) or _MENU.fullmatch(line) or _SITE.fullmatch(line):
        return True
    return not _HAN.search(line) and bool(_LETTER.search(line))


def _is_bar(line: str) -> bool:
    if len(line) > _LONGEST:
        return False
    return bool(_FOOTER.match(line) if "。" in line else _BAR.search(line))
