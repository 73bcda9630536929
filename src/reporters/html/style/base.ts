/** The page itself: type, links, the frame around everything. */

export const BASE = `
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 1rem/1.55 var(--sans);
  font-feature-settings: "cv05", "ss03"; text-rendering: optimizeLegibility; overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, pre { margin: 0; padding: 0; }
ul, ol { list-style: none; }
[hidden] { display: none !important; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; letter-spacing: -.008em; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.6rem); overflow-wrap: anywhere; }
h2 { font-size: clamp(1.35rem, 1.15rem + .8vw, 1.7rem); }
h3 { font-size: 1.15rem; }
a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
code, pre, .place { font-family: var(--mono); font-size: .86em; font-variant-ligatures: none; }
code { overflow-wrap: anywhere; }
pre { overflow-x: auto; padding: .85rem 1rem; border-radius: 8px; background: var(--raised); line-height: 1.5; }
small, .small { font-size: .86rem; }
.soft { color: var(--soft); }
.number { font-variant-numeric: tabular-nums lining-nums; }
.hidden-text { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--ink); color: var(--paper); border-radius: 0 0 8px 8px; z-index: 9; }
.skip:focus { top: 0; }
.frame { max-width: 72rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
.top { display: flex; align-items: center; gap: 1rem; padding-block: 1.1rem; }
.brand { display: flex; align-items: center; gap: .55rem; font-weight: 600; font-size: .92rem; letter-spacing: -.005em; }
.brand svg { width: 1.15rem; height: 1.15rem; color: var(--accent); }
.jump { display: flex; gap: 1.1rem; margin-inline-start: auto; font-size: .88rem; }
.jump a { color: var(--soft); text-decoration: none; padding-block: .35rem; }
.jump a:hover { color: var(--ink); text-decoration: underline; }
main { display: grid; gap: clamp(2.5rem, 5vw, 4rem); padding-bottom: 4rem; }
main > section, main > article { min-width: 0; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; box-shadow: var(--shadow); }
.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: .4rem 1.2rem; margin-bottom: 1.1rem; }
.head p { color: var(--soft); max-width: 46rem; }
.eyebrow { font-size: .8rem; font-weight: 600; letter-spacing: .04em; color: var(--accent); margin-bottom: .35rem; }
.label { font-size: .8rem; font-weight: 600; color: var(--soft); }
button, input { font: inherit; color: inherit; }
button { cursor: pointer; }
.theme { display: none; align-items: center; justify-content: center; width: 2.25rem; height: 2.25rem; padding: 0; border: 1px solid var(--line);
  border-radius: 50%; background: var(--card); color: var(--soft); }
.theme:hover { color: var(--ink); border-color: var(--soft); }
.theme svg { width: 1.1rem; height: 1.1rem; }
.js .theme { display: inline-flex; }
footer { padding-block: 0 3rem; color: var(--soft); font-size: .86rem; }
footer p:first-child { max-width: none; border-top: 1px solid var(--line); padding-top: 1.5rem; }
footer p { max-width: 46rem; overflow-wrap: anywhere; }
footer p + p { margin-top: .35rem; }
.sign { flex: none; width: 1.15em; height: 1.15em; vertical-align: -.2em; }
.met { color: var(--met); } .partial { color: var(--partial); } .missing { color: var(--missing); }
.unverifiable, .waived { color: var(--open); }
.notice { padding: .9rem 1.1rem; border: 1px solid var(--missing); border-radius: 10px; background: var(--missing-soft); }
.notice li + li { margin-top: .35rem; } .notice ul { margin-block: .35rem; }
.narrow-only { display: none; margin-bottom: .5rem; }
@media (max-width: 46rem) { .jump { display: none; } .narrow-only { display: block; } .top .theme { margin-inline-start: auto; } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) { .sign { forced-color-adjust: auto; } .card { border-color: CanvasText; } }
`;
