/** The page's style: light and dark as the reader's system has it, and readable when printed. */
export const STYLE = `
:root { color-scheme: light dark; --back: #fff; --fore: #1b1f24; --soft: #57606a; --line: #d0d7de; --card: #f6f8fa; --bad: #b3261e; --doubt: #7a5200; --good: #116329; --mark: #fff1b8; --accent: #0550ae; }
@media (prefers-color-scheme: dark) { :root { --back: #0d1117; --fore: #e6edf3; --soft: #9da7b3; --line: #3d444d; --card: #161b22; --bad: #ff8a80; --doubt: #e3b341; --good: #56d364; --mark: #4b3d00; --accent: #79b8ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1rem 1.25rem 4rem; background: var(--back); color: var(--fore); font: 1rem/1.5 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; } h3 { font-size: 1rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
code, pre, textarea, .origin { font: .875rem/1.5 ui-monospace, Menlo, Consolas, monospace; }
a { color: var(--accent); } .skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.counts { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; list-style: none; } .counts li { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .5rem 1rem; } .counts b { font-size: 1.4rem; margin-right: .4rem; }
.bad { color: var(--bad); } .doubt { color: var(--doubt); } .good { color: var(--good); } .soft { color: var(--soft); }
.filters { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; margin: 1rem 0; } .filters label { display: grid; grid-template-columns: minmax(0, 1fr); gap: .25rem; max-width: 100%; } select { max-width: 100%; } input, select, button, textarea { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--soft); border-radius: .375rem; padding: .35rem .6rem; }
.lists { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(30rem, 100%), 1fr)); gap: 1rem; } .card { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; min-width: 0; }
table { width: 100%; border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: .25rem .5rem .25rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; } th { font-weight: 600; overflow-wrap: normal; } th:last-child { width: 30%; } details { margin: .5rem 0 0 1.25rem; } summary { cursor: pointer; }
.finding { margin: 1rem 0; border-left: .3rem solid var(--line); } .finding[data-kind=missing], .finding[data-kind=insecure] { border-left-color: var(--bad); } .finding[data-kind=dynamic] { border-left-color: var(--doubt); }
.way { padding-left: 1.25rem; margin: .5rem 0 0; } .way li { margin: .35rem 0; } pre { margin: .25rem 0; padding: .5rem; overflow-x: auto; background: var(--back); border: 1px solid var(--line); border-radius: .375rem; } pre mark { display: block; background: var(--mark); color: inherit; }
.drawing { overflow-x: auto; } svg { min-width: 56rem; width: 100%; height: auto; } svg text { font: 12px ui-monospace, Menlo, Consolas, monospace; fill: var(--fore); } svg .head { font: 600 13px system-ui, sans-serif; } svg path { fill: none; stroke: var(--soft); stroke-opacity: .55; } svg path.bad { stroke: var(--bad); stroke-opacity: 1; } svg text.bad { fill: var(--bad); } svg text.good { fill: var(--good); }
.languages { display: flex; gap: .25rem; } .languages button[aria-pressed=true] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); font-weight: 600; } html[lang=en] .t:not([lang=en]), html[lang=zh-CN] .t:not([lang=zh-CN]) { display: none; }
.old { border: 1px solid var(--soft); border-radius: .375rem; padding: 0 .4rem; font-weight: 400; } .finding[data-age=old] { border-left-color: var(--soft) !important; }
textarea { width: 100%; resize: vertical; } [hidden] { display: none !important; }
@media print { .filters, button, .skip { display: none; } }
`;
