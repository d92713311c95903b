"""Texts for property tests: pieces of reports in any order, with every line end and odd characters between."""

from __future__ import annotations

from hypothesis import strategies as st

from checker.words.source import Source

WORDS = """
    一、 （二） (三) 1． 2. 3、 （1） (2) ① ⒈ ㈠ 第一部分 第二章 十一、 廿一、 # ** 一、二等奖 3.15 1.5万件 12 0
    2023年 ２０２３年 二〇二三年 2024年2月30日 2024-01-05 二〇二四年一月五日 20224年1月5日 目录 注： 说明： 附件： 附件1
    沐川县司法局 中共X县委 X县人民政府 关于 法治政府建设工作情况的报告 年度报告 市人民政府： 特此报告。
    現將有關情況報告如下： 縣 關於 (。彪y ?,F將 A false
    打印本页 关闭窗口 发布时间： 首页>政务公开 版权所有 ICP备 浏览次数 用户登录
    《 》 “ ” ( ） 。 ， ； ： | │ ┌─┬─┐ |---|
"""
PIECES = (*WORDS.split(), "## ", "  ", "　", "\t", "\0", "\x1f", "\u200b", "\ufeff", "\ufffd", "\U00020bb7")
ENDS = ("\n", "\n", "\n", "\n\n", "\r\n", "\r", "", "", "\x0b", "\x85", "\u2028")

texts = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([*PIECES, *ENDS, *ENDS]), max_size=40).map("".join),
    st.lists(st.lists(st.sampled_from(PIECES), max_size=4).map("".join), max_size=25).map("\n".join),
)


def source(text: str) -> Source:
    return Source("report.txt", text, "utf-8")
