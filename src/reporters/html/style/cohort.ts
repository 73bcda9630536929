/** The heat map of a cohort, and the cards around it. */

export const COHORT = `
.wide .frame { max-width: 88rem; }
.heat { overflow: auto; max-height: min(88vh, 70rem); }
.heat-map { border-collapse: separate; border-spacing: 0; table-layout: fixed; width: 100%; min-width: calc(13.5rem + 12 * 1.1rem); font-size: .92rem; }
.who-column { width: 15rem; } .score-column { width: 5.2rem; } .gain-column { width: 3.6rem; }
.heat-map th, .heat-map td { padding: .42rem .3rem; border-bottom: 1px solid var(--line); text-align: center; font-weight: 400; }
.heat-map thead th { position: sticky; top: 0; background: var(--card); z-index: 2; vertical-align: bottom; padding: .5rem 0; border-bottom: 0; }
.heat-map thead button { display: inline-flex; border: 0; padding: .2rem; background: none; font-size: .8rem; line-height: 1.25; color: var(--soft); max-width: 100%; }
.heat-map thead button:hover, .heat-map th[aria-sort="ascending"] button, .heat-map th[aria-sort="descending"] button { color: var(--ink); }
.heat-map .up button span { writing-mode: vertical-rl; transform: rotate(180deg); text-align: start; height: 11rem; max-width: 2.6em; overflow: hidden; text-overflow: ellipsis; overflow-wrap: normal; }
.heat-map th[aria-sort="ascending"] button::after { content: "↑"; } .heat-map th[aria-sort="descending"] button::after { content: "↓"; }
.heat-map .up button { flex-direction: column; align-items: center; }
.heat-map th:first-child { position: sticky; left: 0; background: var(--card); text-align: start; padding-inline: 1rem .5rem; z-index: 1; }
.heat-map thead th:first-child { z-index: 3; }
.heat-map .met-by > * { font-size: .78rem; color: var(--soft); background: var(--card); padding-block: .2rem .5rem; border-bottom: 2px solid var(--line); }
.heat-map .met-by > th { position: static; vertical-align: middle; }
.who { border: 0; padding: .1rem 0; background: none; text-align: start; font-weight: 500; overflow-wrap: anywhere; }
.who:hover { text-decoration: underline; text-underline-offset: .18em; }
.who::before { content: ""; display: none; margin-inline-end: .5rem; width: .4rem; height: .4rem; border: solid var(--soft); border-width: 0 1.5px 1.5px 0; transform: rotate(-45deg) translateY(-.1em); }
.js .who::before { display: inline-block; } .open .who::before { transform: rotate(45deg) translateY(-.1em); }
.flag { padding: .05rem .4rem; border-radius: 6px; background: var(--partial-soft); color: var(--partial); font-size: .75rem; white-space: nowrap; }
.flag.new { background: var(--accent-soft); color: var(--accent); }
.heat-map .score { white-space: nowrap; }
.heat-map .c { border-inline-start: 1px solid var(--card); }
.c.met { background: var(--met-soft); } .c.partial { background: var(--partial-soft); } .c.missing { background: var(--missing-soft); } .c.unverifiable, .c.waived { background: var(--open-soft); }
.c .sign { display: block; margin-inline: auto; }
.heat-map .line { cursor: pointer; }
.heat-map .line:hover > :is(th, .score, .gain) { background: var(--raised); }
.heat-map td:focus-visible { outline-offset: -2px; }
.heat-map .nothing { text-align: start; color: var(--soft); padding-inline: .8rem; }
.gain-up { color: var(--met); } .gain-down { color: var(--missing); }
.js .heat-map tbody:not(.open) .within { display: none; }
.heat-map .within > td { text-align: start; padding: 0; background: var(--raised); }
.within .details { display: grid; grid-template-columns: minmax(0, 17rem) minmax(0, 1fr); gap: .8rem 2rem; padding: 1rem 1.2rem 1.3rem; position: sticky; left: 0; max-width: min(84rem, calc(100vw - 4rem)); }
.details > p { grid-column: 1 / -1; }
.about-row { display: grid; gap: .6rem; align-content: start; }
.heat-map .checks { margin: 0; }
.checks .why { grid-column: 2; color: var(--soft); font-size: .88rem; }
.heat + .legend { margin-top: .8rem; }
.missed { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 1rem; }
.missed > li { padding: 1.2rem 1.3rem; display: grid; gap: .6rem; align-content: start; }
.missed .bar { display: block; width: 100%; height: .5rem; border-radius: 4px; }
.bar .met { fill: var(--met); } .bar .partial { fill: var(--partial); } .bar .missing { fill: var(--missing); } .bar .unverifiable { fill: var(--open); }
.missed h4 { margin-bottom: .3rem; }
.reasons { display: grid; gap: .3rem; font-size: .9rem; } .reasons li { display: grid; grid-template-columns: 3rem minmax(0, 1fr); }
.example code { display: block; color: var(--soft); }
.spread { max-width: 44rem; }
.groups { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 1rem; align-items: start; }
.group { padding: 1.2rem 1.3rem; } .group ul { margin-top: .6rem; display: grid; gap: .35rem; font-size: .92rem; max-height: 24rem; overflow: auto; }
@media (max-width: 46rem) {
  .who-column { width: 7.2rem; } .score-column { width: 2.7rem; } .gain-column { width: 0; }
  .heat-map .gain { padding: 0; font-size: 0; visibility: hidden; }
  .heat-map { font-size: .82rem; min-width: calc(9.9rem + 12 * .9rem); }
  .heat-map .score { font-size: .74rem; line-height: 1.3; white-space: normal; overflow-wrap: normal; }
  .heat-map .met-by > td { font-size: .6rem; overflow-wrap: normal; }
  .heat-map th, .heat-map td { padding: .5rem .1rem; }
  .heat-map th:first-child { padding-inline: .6rem .2rem; }
  .c .sign { width: .95em; height: .95em; }
  .heat-map .up button span { font-size: .72rem; max-width: 1.3em; white-space: nowrap; }
  .within .details { grid-template-columns: minmax(0, 1fr); padding: .9rem; max-width: calc(100vw - 3rem); }
}
@media print {
  @page { size: A4 landscape; }
  .wide .heat { overflow: visible; max-height: none; } .heat-map { font-size: 8pt; min-width: 0; }
  .heat-map thead th, .heat-map th:first-child { position: static; } .heat-map .within { display: none; }
  .heat-map th, .heat-map td { padding: .6mm; } .heat-map tbody { break-inside: avoid; } .heat-map thead { display: table-header-group; }
  .heat-map .up button span { height: 30mm; } .who-column { width: 48mm; } .score-column { width: 17mm; } .gain-column { width: 11mm; }
  .heat-map td, .heat-map th { print-color-adjust: exact; } .who::before { display: none !important; }
  .group ul { max-height: none; overflow: visible; } .missed > li, .group { break-inside: avoid; }
  .missed { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 3mm; } .missed > li { padding: 3mm; }
}
`;
