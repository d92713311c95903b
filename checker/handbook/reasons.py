"""Why reports are checked for such things at all, by the category of what is found."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from checker.words.finding import Category

REASONS: Mapping[Category, str] = MappingProxyType(
    {
        Category.MISSING_SECTION: "年度报告写什么，规定已经列明。少写一项，上级和公众就无从了解这方面的工作。",
        Category.NUMBERING: "序号是读者查找和引用的依据。序号缺、重、乱，往往说明内容漏排或者误删。",
        Category.ARITHMETIC: "报告中的数字要经得起相加相减。对不上账，不是抄错就是口径不一，会使人怀疑全部数据。",
        Category.RATE: "比率由前后数字得出，读者一算便知。比率与数字不合，必有一处写错。",
        Category.REPEATED_METRIC: "同一件事在报告中只应有一个数。前后不一，读者不知以何为准。",
        Category.COUNTED_LIST: "说几项就应列几项。数目与列举不符，不是漏写就是误数。",
        Category.DATE: "日期关系到报告是否按时、所述工作是否属实。日期有误，整份报告的年度都可能被误认。",
        Category.TITLE: "标题写明谁、就哪一年、报告什么，是检索、归档和公开的依据。",
        Category.SIGNATURE: "署名和成文日期表明由谁负责、何时作出，是公文生效的要素。",
        Category.WORDING: "公开的报告代表机关的水平。错字和不规范的提法会造成误解，有的还涉及严肃性。",
        Category.OUTDATED_LAW: "引用已经失效或者尚未施行的规定，等于没有依据。",
        Category.ENCODING: "乱码之处读者无法阅读，所写的内容和数字也无法核对。",
        Category.RESIDUE: "网页的按钮和导航不是报告的内容，混入正文说明发布前没有校核。",
        Category.PUNCTUATION: "标点关系到文意。国家标准已有规定，公开的报告应当遵守。",
        Category.PLACEHOLDER: "占位文字说明此处忘了填写，报告还没有完成。",
        Category.FORMAT: "公文格式有国家标准，统一的格式便于阅读、交换和归档。",
        Category.OTHER: "报告应当准确、完整、前后一致。",
    }
)
