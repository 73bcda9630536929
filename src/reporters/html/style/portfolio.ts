/** What only a portfolio has: the way to the checkpoints, the matrix, the charts, the skills. */

export const PORTFOLIO = `
.opening { padding-top: clamp(.5rem, 3vw, 2rem); }
.opening .notice { margin-top: 1.2rem; }
.opening .lead { font-size: clamp(1.05rem, 1rem + .4vw, 1.25rem); max-width: 44rem; margin-top: .8rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0; margin-top: 1.8rem; border-block: 1px solid var(--line); }
.figures > div { padding: 1rem 1.2rem 1rem 0; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.figures dd { font: 600 1.9rem/1.15 var(--serif); font-variant-numeric: lining-nums; }
.figures dd span { font-size: 1.05rem; color: var(--soft); font-weight: 400; }
.figures dt { font-size: .88rem; color: var(--soft); }
.way { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); }
.stop { position: relative; padding: 1.9rem 1rem 0 0; }
.stop::before { content: ""; position: absolute; left: 0; right: 0; top: .5rem; height: 2px; background: var(--line); }
.stop::after { content: ""; position: absolute; left: 0; top: .03rem; width: 1rem; height: 1rem; border-radius: 50%; border: 2px solid var(--line); background: var(--paper); }
.stop.reached::before { background: var(--met); } .stop.reached::after { background: var(--met); border-color: var(--met); }
.stop.next::after { border-color: var(--accent); box-shadow: 0 0 0 4px var(--accent-soft); }
.stop h3 { font-size: 1.08rem; }
.stop .small { color: var(--soft); }
.between { margin-top: 1.8rem; padding: 1.3rem 1.4rem; }
.between > h3 { margin-bottom: 1rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15.5rem), 1fr)); gap: 1rem; }
.tile { padding: 1.2rem 1.3rem; display: grid; gap: .45rem; align-content: start; }
.tile h3 { font-size: 1.05rem; }
.tile .state { display: flex; gap: .45rem; align-items: center; font-size: .88rem; font-weight: 600; }
.scroll { overflow-x: auto; }
.matrix { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .92rem; }
.matrix th, .matrix td { padding: .6rem .5rem; border-bottom: 1px solid var(--line); text-align: center; }
.matrix tbody tr:last-child > * { border-bottom: 0; }
.matrix thead th { overflow-wrap: normal; vertical-align: bottom; font-weight: 500; color: var(--soft); font-size: .8rem; line-height: 1.25; }
.matrix thead .up { writing-mode: vertical-rl; transform: rotate(180deg); text-align: start; max-height: 9.5rem; margin-inline: auto; }
.matrix tbody th { position: sticky; left: 0; background: var(--card); text-align: start; font-weight: 500; padding-inline-start: 1.1rem; min-width: 11rem; max-width: 20rem; overflow-wrap: anywhere; z-index: 1; }
.matrix thead th:first-child { position: sticky; left: 0; background: var(--card); text-align: start; padding-inline-start: 1.1rem; z-index: 1; }
.matrix .edge { border-inline-start: 1px solid var(--line); }
.matrix .own { background: var(--accent-soft); }
.matrix tbody tr:hover > * { background: var(--raised); }
.matrix .sign { width: 1.25rem; height: 1.25rem; }
.legend { display: flex; flex-wrap: wrap; gap: .35rem 1.3rem; margin-top: .8rem; font-size: .86rem; color: var(--soft); }
.legend li { display: flex; gap: .45rem; align-items: center; }
.ready, .nearly { color: var(--met); } .on-the-way { color: var(--partial); } .started { color: var(--open); } .not-it { color: var(--line); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1.2rem; }
.chart { padding: 1.3rem 1.4rem; }
.chart figcaption { font-weight: 600; margin-bottom: .9rem; }
.chart figcaption span { display: block; font-weight: 400; font-size: .86rem; color: var(--soft); }
.chart svg { display: block; width: 100%; min-width: 27rem; height: auto; overflow: visible; }
.chart { overflow-x: auto; }
.chart text { font: 400 12.5px var(--sans); fill: var(--ink); } .chart text.value { fill: var(--soft); font-variant-numeric: tabular-nums; }
.chart .track { fill: var(--raised); } .chart .bar { fill: var(--accent); } .chart .more { fill: var(--accent); opacity: .3; }
.chart .tick { stroke: var(--soft); stroke-dasharray: 2 3; opacity: .6; } .chart text.tick-label { font-size: 11px; fill: var(--soft); stroke: none; opacity: 1; }
.phase { margin-top: 1.6rem; }
.phase > h3 { display: flex; justify-content: space-between; gap: 1rem; padding-bottom: .5rem; border-bottom: 1px solid var(--line); }
.phase > h3 .small { font: 400 .88rem var(--sans); color: var(--soft); align-self: end; }
.phase h4 { font: 600 .86rem var(--sans); color: var(--soft); margin: 1rem 0 .35rem; }
.skills { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); gap: 0 2rem; }
.skill { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .6rem; padding: .42rem 0; align-items: baseline; align-content: start; }
.skill .from { grid-column: 2; font-size: .82rem; color: var(--soft); overflow-wrap: anywhere; }
.skill.not .title { color: var(--soft); }
.skill .dot { width: .55rem; height: .55rem; border-radius: 50%; border: 1.5px solid var(--open); align-self: center; }
.skill.has .dot { background: var(--met); border-color: var(--met); }
.projects { display: grid; gap: 1.4rem; }
.projects h3 { font-size: 1.5rem; }
.all { grid-column: 1 / -1; border-top: 1px solid var(--line); padding-top: 1rem; }
.all > summary { cursor: pointer; font-weight: 600; color: var(--accent); }
.checks { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: .3rem 2rem; margin-top: .9rem; font-size: .92rem; }
.checks li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .55rem; }
.checks .place { grid-column: 2; color: var(--soft); overflow-wrap: anywhere; }
.checks .part { grid-column: 1 / -1; font-weight: 600; margin-top: .6rem; display: block; }
@media (max-width: 46rem) {
  .way { grid-template-columns: minmax(0, 1fr); }
  .stop { padding: 0 0 1.2rem 1.9rem; } .stop::before { left: .45rem; right: auto; top: .2rem; bottom: -.2rem; width: 2px; height: auto; }
  .stop:last-child::before { display: none; } .stop::after { top: .2rem; }
}
`;
