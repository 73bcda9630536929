/** The card of a project, and the list of its requirements. */

export const REPORT = `
.project { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 1.5rem 2.5rem; padding: clamp(1.3rem, 3.2vw, 2.4rem); }
.project .about { font-size: 1.08rem; max-width: 40rem; margin-top: .7rem; }
.project .whole { margin-top: .7rem; max-width: 44rem; }
.project .notice { margin-top: .9rem; }
.doubts { margin-top: .6rem; font-size: .88rem; color: var(--soft); max-width: 44rem; overflow-wrap: anywhere; }
.facts { display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; margin-top: .9rem; font-size: .88rem; color: var(--soft); }
.facts a { overflow-wrap: anywhere; }
.live { display: inline-flex; align-items: center; gap: .45rem; font-weight: 600; }
.live::before { content: ""; width: 0; height: 0; border: .25rem solid currentColor; border-radius: 50%; }
.gauge { width: 10.5rem; text-align: center; }
.gauge svg { display: block; width: 9rem; height: 9rem; margin-inline: auto; }
.gauge .ring { fill: none; stroke: var(--raised); stroke-width: 9; }
.gauge .high { fill: none; stroke: var(--line); stroke-width: 9; }
.gauge .low { fill: none; stroke: var(--open); stroke-width: 9; }
.gauge.ready .low, .gauge.nearly .low { stroke: var(--met); } .gauge.on-the-way .low { stroke: var(--partial); }
.gauge strong, .gauge .small { color: var(--ink); }
.level-3 .gauge svg { width: 6.5rem; height: 6.5rem; } .level-3 .gauge { width: 8.5rem; }
.gauge text { font: 600 25px var(--serif); fill: var(--ink); text-anchor: middle; }
.gauge text.range { font-size: 20px; }
.gauge strong { display: block; margin-top: .55rem; font-size: 1rem; }
.gauge .small { color: var(--soft); }
.sides { grid-column: 1 / -1; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.5rem 2.5rem;
  padding-top: 1.4rem; border-top: 1px solid var(--line); }
.sides .label { font: 600 .88rem var(--sans); margin-bottom: .75rem; letter-spacing: 0; }
.points { display: grid; gap: .85rem; }
.points > li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .65rem; }
.points .title { font-weight: 600; }
.points .sign { margin-top: .2em; }
.points .detail { grid-column: 2; font-size: .9rem; color: var(--soft); overflow-wrap: anywhere; }
.points code { display: block; color: var(--ink); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; max-width: 100%; }
.points .place { display: inline-block; }
.frame-of { margin-top: .35rem; padding: .5rem .7rem; font-size: .8rem; }
.points .frame-of code { display: block; white-space: pre; overflow: visible; text-overflow: clip; max-width: none; width: max-content; }
.frame-of .line { display: block; color: var(--soft); } .frame-of .here { color: var(--ink); font-weight: 600; }
.frame-of .number { display: inline-block; min-width: 2.2em; padding-inline-end: .8em; text-align: end; font-weight: 400; user-select: none; }
.places .frame-of code { white-space: pre; }
.row .because { grid-column: 2 / -2; font-size: .88rem; color: var(--soft); font-weight: 400; overflow-wrap: anywhere; }
.title > a { color: inherit; text-decoration-color: var(--line); }
.tools { display: none; flex-wrap: wrap; align-items: center; gap: .5rem; margin-bottom: .9rem; }
.js .tools { display: flex; }
.tools input { flex: 1 1 14rem; min-width: 0; padding: .5rem .8rem; border: 1px solid var(--line); border-radius: 9px; background: var(--card); }
.tools input::placeholder { color: var(--soft); opacity: 1; }
.chip { display: inline-flex; align-items: center; gap: .4rem; padding: .42rem .75rem; border: 1px solid var(--line); border-radius: 9px;
  background: var(--card); font-size: .88rem; }
.chip:hover { border-color: var(--soft); }
.chip[aria-pressed="true"] { background: var(--accent-soft); border-color: var(--accent); font-weight: 600; }
.tally { flex: 1 0 100%; font-size: .86rem; color: var(--soft); }
.tally:empty { position: absolute; }
.rows { overflow: hidden; }
.rows > li + li { border-top: 1px solid var(--line); }
.row > summary { display: grid; grid-template-columns: auto minmax(0, 1fr) auto auto; align-items: center; gap: .3rem .8rem; padding: .8rem 1.1rem;
  cursor: pointer; list-style: none; }
.row > summary::-webkit-details-marker { display: none; }
.row > summary::after { content: ""; width: .45rem; height: .45rem; border: solid var(--soft); border-width: 0 1.5px 1.5px 0; transform: rotate(45deg); }
.row[open] > summary::after { transform: rotate(-135deg); }
.row > summary:hover { background: var(--raised); }
.row > summary:focus-visible { outline-offset: -3px; }
.row .title { font-weight: 500; }
.row .first { color: var(--soft); text-align: end; overflow-wrap: anywhere; }

.row .claimed { color: var(--missing); font-weight: 600; font-size: .86rem; }
.tag { font-size: .78rem; color: var(--soft); font-weight: 400; margin-inline-start: .5rem; white-space: nowrap; }
.inside { display: grid; gap: 1.1rem; padding: .4rem 1.1rem 1.4rem 3.05rem; max-width: 54rem; }
.inside h3 { font: 600 .86rem var(--sans); letter-spacing: 0; color: var(--soft); margin-bottom: .35rem; }
.places { display: grid; gap: .45rem; }
.places li { display: grid; gap: .1rem; }
.places code { color: var(--soft); white-space: pre-wrap; }
.advice { display: grid; gap: .6rem; }
.learn { display: flex; flex-wrap: wrap; gap: .25rem 1.2rem; }
.steps { display: grid; gap: 1rem; counter-reset: step; }
.steps > li { padding: 1.2rem 1.3rem; display: grid; gap: .6rem; align-content: start; counter-increment: step; }
.steps h3::before { content: counter(step) ". "; color: var(--accent); }
.gain { font-size: .88rem; color: var(--soft); }
.gain strong { color: var(--met); }
.changes li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .6rem; padding: .55rem 1.1rem; overflow-wrap: anywhere; } .changes .sign { margin-top: .2em; }
.changes li + li { border-top: 1px solid var(--line); }
.notes { display: grid; gap: .3rem; font-size: .9rem; color: var(--soft); }
.none { padding: 1.1rem; color: var(--soft); }
@media (max-width: 46rem) {
  .project { grid-template-columns: minmax(0, 1fr); }
  .gauge { width: auto; display: grid; grid-template-columns: auto 1fr; column-gap: 1.1rem; align-items: center; text-align: start; }
  .gauge svg { width: 6.5rem; height: 6.5rem; grid-row: 1 / 3; margin: 0; }
  .gauge strong { align-self: end; } .gauge .small { align-self: start; }
  .row > summary { grid-template-columns: auto minmax(0, 1fr) auto; }
  .row .first { grid-column: 2; grid-row: 2; text-align: start; } .row .because { grid-column: 2; }
  .level-3 .gauge { width: auto; }
  .inside { padding-inline-start: 1.1rem; }
}
`;
