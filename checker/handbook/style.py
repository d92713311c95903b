"""The style sheet of the pages: quiet on a screen of any width, and on paper."""

CSS = """
:root { color-scheme: light dark; --ink: #23262b; --dim: #6b7078; --line: #e4e1da; --paper: #fdfcfa; --soft: #f5f3ee;
  --link: #275a7e; --error: #a3291c; --warning: #8a5a00; --info: #4a6b58; --right: #3f7a54; --wrong: #b0493c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e2dd; --dim: #9a9a96; --line: #37373a; --paper: #17181a;
  --soft: #202225; --link: #8fbbe0; --error: #f0968a; --warning: #e0b460; --info: #9fc4ae; --right: #7fbf95;
  --wrong: #e08a7e; } }
* { box-sizing: border-box; }
body { margin: 0;
  font: 16px/1.75 "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif;
  color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
main { max-width: 50rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1, h2.part { font-family: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; }
h1 { font-size: 1.65rem; line-height: 1.45; font-weight: 700; margin: .6rem 0 .8rem; text-wrap: balance; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
code { font: .86em/1.6 ui-monospace, "Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", monospace; color: var(--dim); }
p { margin: 0 0 .5rem; } ul { margin: 0; padding: 0; list-style: none; } .dim, .way { color: var(--dim); }
.way { font-size: .9rem; }
.chips { display: flex; flex-wrap: wrap; gap: .15rem .7rem; align-items: baseline; margin: 0; font-size: .88rem;
  color: var(--dim); }
.chips b { font-weight: 600; } .chips .error { color: var(--error); } .chips .warning { color: var(--warning); }
.chips .info { color: var(--info); }
header { padding-bottom: 1.4rem; }
main > section { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: 0 1.25rem; padding: 1.05rem 0;
  border-top: 1px solid var(--line); }
main > section > h2 { font-size: .95rem; line-height: 1.85; font-weight: 600; color: var(--dim); margin: 0; }
main > section p:last-child { margin-bottom: 0; }
figure { margin: 0 0 1rem; padding: .7rem 1rem; background: var(--soft); border-left: 3px solid var(--right);
  border-radius: 0 4px 4px 0; } figure:last-child { margin-bottom: 0; } figure.wrong { border-color: var(--wrong); }
pre { margin: 0; font: inherit; font-size: .95rem; white-space: pre-wrap; tab-size: 6; }
figcaption { margin-top: .5rem; padding-top: .5rem; border-top: 1px solid var(--line); font-size: .88rem;
  color: var(--dim); }
figure.wrong figcaption:first-of-type { color: var(--wrong); }
mark { background: none; color: var(--wrong); font-weight: 600; text-decoration: underline;
  text-underline-offset: .25em; text-decoration-thickness: 1.5px; }
dl { margin: .3rem 0 0; } dt { color: var(--dim); font-size: .92rem; } dt code { opacity: .75; }
dd { display: flex; flex-wrap: wrap; gap: 0 1.2rem; margin: 0 0 .6rem; font-size: .92rem; }
dd.lines { display: block; } dd.lines > span { display: block; } dd code:only-child { color: var(--ink); }
.equation { font-weight: 600; }
.turn { display: flex; justify-content: space-between; gap: 2rem; padding-top: 1.6rem; font-size: .9rem;
  border-top: 1px solid var(--line); } .turn > :last-child { text-align: right; }
.jumps { display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; padding: .9rem 0 1.1rem; border: solid var(--line);
  border-width: 1px 0; } .jumps small { color: var(--dim); }
h2.part { font-size: 1.25rem; margin: 2.4rem 0 .4rem; }
main > section.list { display: block; border: 0; padding: .9rem 0 .3rem; }
.list h3 { font-size: 1rem; font-weight: 600; margin: 0 0 .2rem; }
.list li { display: flex; justify-content: space-between; gap: 0 1.5rem; padding: .38rem 0;
  border-top: 1px solid var(--line); } .list .chips { flex: none; }
.list ul.ids { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 0 1.25rem; }
.list ul.ids li { border: 0; padding: .1rem 0; font-size: .92rem; }
.entries li { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 0 1.25rem; padding: .38rem 0;
  border-top: 1px solid var(--line); font-size: .95rem; } .entries li > div { display: flex; flex-wrap: wrap;
  gap: 0 1.1rem; font-size: .92rem; } .entries small { color: var(--dim); }
@media (max-width: 36rem) { main { padding: 1.25rem 1rem 3rem; } h1 { font-size: 1.35rem; }
  main > section { grid-template-columns: minmax(0, 1fr); } main > section > h2 { margin-bottom: .2rem; }
  .list li, .entries li { display: block; } }
@media print { :root { --paper: #fff; --ink: #000; --dim: #444; --soft: #f4f4f4; --line: #bbb; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; } .way, .turn, .jumps { display: none; } a { color: inherit; }
  figure, .list li, .entries li { break-inside: avoid; } h2, h3 { break-after: avoid; }
  @page { size: A4; margin: 22mm 20mm; } }
"""
