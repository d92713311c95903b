"""Units of counted things, and which of them count the same thing."""

from __future__ import annotations

_CLASSES: dict[str, str] = {
    "case": "件 起 宗 例 桩 案",
    "person": "人 名 位",
    "person-time": "人次 名次",
    "item": "项 条",
    "copy": "份 本 卷 册 部 篇 张 幅 封",
    "set": "套",
    "place": "处",
    "block": "块",
    "body": "家",
    "household": "户",
    "unit": "个",
    "time": "次",
    "event": "场 场次",
    "session": "期",
    "batch": "批 批次",
    "yuan": "元",
    "vehicle": "辆",
    "machine": "台",
    "ship": "艘",
    "area": "平方米 平方公里 公顷 亩",
    "length": "公里 千米 米 厘米 毫米",
    "weight": "吨 千克 公斤 斤 克 微克 毫克 微克/立方米 毫克/升",
    "volume": "立方米 升 方",
    "percent": "%",
    "point": "个百分点 百分点",
    "times": "倍",
    "duration": "年 个月 月 周 天 日 个工作日 工作日 小时 个小时 分钟 秒 学时 课时 岁 周岁",
    "score": "分",
    "tenth": "成",
}
_SINGLES = (
    "件次 户次 家次 辆次 台次 艘次 航次 架次 车次 班次 处次 点次 课次 届次 次数 只次 "
    "座 栋 幢 间 台套 架 只 头 株 棵 盏 根 对 组 支 队 类 种 级 层 点 轮 遍 步 门 节 堂 杆 枚 颗 粒 袋 箱 桶 瓶 盒 段 片 排 "
    "村 社区 镇 乡 街道 县 市 区 省 所 院 校 句 字 页 届 期次 所次 方面 户籍 口 床 幅 班 车 船 桩 码 页 令 单 例次 "
    "美元 港元 欧元 千瓦时 千瓦 兆瓦 度 大 支队 团 营 连 线 园 站 员 亩次 标箱 箱次 盘 串 包 副 双 面 尊 具 顶 扇 道 眼 口井 笔 分贝 宗地 剂"
)

_CLASS_OF: dict[str, str] = {unit: name for name, units in _CLASSES.items() for unit in units.split()} | {
    unit: unit for unit in _SINGLES.split()
}
# Within a class that measures (not counts), a unit has a size.

UNITS: tuple[str, ...] = tuple(sorted(_CLASS_OF, key=len, reverse=True))
MEASURES = frozenset({"area", "length", "weight", "volume", "yuan", "duration", "percent", "point", "times", "score"})
"""Classes whose numbers are measured: they may be rounded and need not be whole."""


def unit_class(unit: str) -> str:
    """The class of a unit; measured units of another size (公顷, 亩) are classes of their own."""
    name = _CLASS_OF.get(unit, unit)
    return f"{name}:{unit}" if name in ("area", "length", "weight", "volume", "duration") else name
