"""The style sheet of the `html` format: calm on a screen, and on A4 when printed."""

CSS = """
:root { color-scheme: light dark; --ink: #1f2328; --dim: #5b6570; --line: #d8dde3; --paper: #fff; --soft: #f6f8fa;
  --good: #1a7f37; --fair: #8a5a00; --bad: #b42318; --none: #6e40a8; --info: #0b6e8f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --dim: #9aa5b1; --line: #353c45; --paper: #14181d;
  --soft: #1c2229; --good: #5bbf73; --fair: #e0b050; --bad: #f28b80; --none: #c2a5f0; --info: #6cc3df; } }
body { font: 16px/1.7 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif;
  color: var(--ink); background: var(--paper); max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.35rem; margin: 0 0 .3rem; } h2 { font-size: 1.05rem; margin: 1.6rem 0 .5rem; }
article { border-top: 3px solid var(--line); padding: 1.2rem 0 2rem; }
.path, .facts, .where, .dim { color: var(--dim); font-size: .88rem; }
.verdict { font-size: 1.15rem; font-weight: 600; } .points { float: right; text-align: right; line-height: 1.2; }
.points b { font-size: 2rem; }
.good { color: var(--good); } .fair, .warning { color: var(--fair); } .bad, .error { color: var(--bad); }
.none { color: var(--none); } .info { color: var(--info); }
.finding { border-left: 3px solid currentColor; padding: .1rem 0 .1rem .9rem; margin: 1rem 0; }
.finding > * { color: var(--ink); margin: .25rem 0; } .finding .head { font-weight: 600; }
.finding .head b { margin-right: .5rem; } .finding.error .head b, .finding.error mark { color: var(--bad); }
.finding.warning .head b, .finding.warning mark { color: var(--fair); }
.finding.info .head b, .finding.info mark { color: var(--info); } .finding .where { color: var(--dim); }
blockquote { margin: .4rem 0; padding: .4rem .7rem; background: var(--soft); border-radius: 4px; }
mark { background: none; font-weight: 700; text-decoration: underline; text-underline-offset: .2em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .6rem; }
dt { color: var(--dim); } dd { margin: 0; }
ul { margin: .2rem 0; padding-left: 1.3rem; list-style: none; } li { margin: .1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
th, td { text-align: left; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
a { color: inherit; } th { color: var(--dim); font-weight: 400; white-space: nowrap; }
td.number, th.number { width: 3.5rem; text-align: right; font-variant-numeric: tabular-nums; }
summary { cursor: pointer; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } .finding { break-inside: avoid; }
  article + article { break-before: page; } @page { size: A4; margin: 20mm; } }
"""
