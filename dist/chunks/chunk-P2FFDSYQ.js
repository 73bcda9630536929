import{createRequire as __cr}from'node:module';import{fileURLToPath as __fu}from'node:url';const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));
import{b as $,d as T}from"./chunk-F2S5JXOX.js";import{i as j,l as M,m as O}from"./chunk-ON2ABFZV.js";import{a as b}from"./chunk-636RGGAK.js";var U={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"};function c(e,...t){return{markup:e.reduce((o,a,i)=>o+I(t[i-1])+a)}}function R(e){return{markup:e}}var ie={markup:""};function I(e){return e==null||e===!1?"":typeof e=="number"?String(Math.round(e*100)/100):typeof e=="string"?H(b(e)):V(e)?e.markup:e.map(I).join("")}function V(e){return"markup"in e}function H(e){return e.replace(/[&<>"']/g,t=>U[t]??t)}function se(e){return e!==null&&/^https?:\/\/[^\s"'<>\\^`{|}]{1,2000}$/.test(e)&&URL.canParse(e)?e:null}var P=c`<svg width="0" height="0" aria-hidden="true" focusable="false" class="hidden-text">
<symbol id="s-met" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.2" fill="currentColor"/><path d="m4.7 8.3 2.3 2.3 4.4-5" fill="none" stroke="var(--card)" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/></symbol>
<symbol id="s-partial" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 3a5 5 0 0 0 0 10z" fill="currentColor"/></symbol>
<symbol id="s-missing" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="m5.5 5.5 5 5m0-5-5 5" stroke="currentColor" stroke-width="1.7" stroke-linecap="round"/></symbol>
<symbol id="s-unverifiable" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.4 1.6"/><path d="M6.2 6.5a1.85 1.85 0 1 1 2.6 1.7c-.6.3-.8.6-.8 1.2m0 2v.1" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/></symbol>
<symbol id="s-waived" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M3.8 12.2 12.2 3.8" stroke="currentColor" stroke-width="1.6"/></symbol>
<symbol id="s-nearly" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 8V3.2A4.8 4.8 0 1 1 3.2 8z" fill="currentColor"/></symbol>
<symbol id="s-on-the-way" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 3.2a4.8 4.8 0 0 1 0 9.6z" fill="currentColor"/></symbol>
<symbol id="s-started" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 8V3.2A4.8 4.8 0 0 1 12.8 8z" fill="currentColor"/></symbol>
<symbol id="s-not-it" viewBox="0 0 16 16"><circle cx="8" cy="8" r="1.6" fill="currentColor"/></symbol>
<symbol id="s-mark" viewBox="0 0 16 16"><path d="M2.5 13.5v-9m0 9h11M5.5 10.2l2.6-3 2.2 1.8 3.2-4.6" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/></symbol>
<symbol id="s-theme" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor"/></symbol>
</svg>`,q={met:"met",partial:"partial",missing:"missing",unverifiable:"cannot be told",waived:"waived"};function de(e){return A(e,e,q[e])}function pe(e){return q[e]}function ce(e,t){if(e===null)return A("not-it","not-it",t);let r=e.replaceAll(" ","-");return A(e==="ready"?"met":r,r,t)}function ge(e){let t=e.replaceAll(" ","-");return v(e==="ready"?"met":t,t)}function v(e,t=e){return c`<svg class="sign ${t}" aria-hidden="true" focusable="false"><use href="#s-${e}"/></svg>`}function A(e,t,r){return c`<svg class="sign ${t}" role="img" aria-label="${r}"><use href="#s-${e}"/></svg>`}var L=`(() => {
  for (const table of document.querySelectorAll('[data-heat]')) {
    const heads = [...table.querySelectorAll('th[aria-sort]')];
    const groups = () => [...table.tBodies];
    const lines = () => groups().filter((one) => !one.hidden).map((one) => one.rows[0]);
    const original = groups();
    const names = new Intl.Collator(undefined, { numeric: true });
    const valueOf = (group, key) => key === 'score' || key === 'gain'
      ? Number(group.dataset[key])
      : Number(group.querySelectorAll('td.c')[Number(key.slice(1))]?.dataset.v ?? -1);
    const sort = (head) => {
      const key = head.querySelector('[data-sort]').dataset.sort;
      const first = key === 'name' ? 'ascending' : 'descending';
      const other = first === 'ascending' ? 'descending' : 'ascending';
      const now = head.getAttribute('aria-sort');
      const wanted = now === 'none' ? first : now === first ? other : 'none';
      for (const one of heads) one.setAttribute('aria-sort', one === head ? wanted : 'none');
      const sign = wanted === 'ascending' ? 1 : -1;
      const sorted = wanted === 'none' ? original : original.slice().sort((a, b) => sign * (key === 'name'
        ? names.compare(a.dataset.name, b.dataset.name) : valueOf(a, key) - valueOf(b, key)));
      table.append(...sorted);
    };
    for (const head of heads) head.querySelector('[data-sort]').addEventListener('click', () => sort(head));
    const toggle = (group, open) => {
      const button = group.querySelector('.who');
      const now = open ?? button.getAttribute('aria-expanded') !== 'true';
      button.setAttribute('aria-expanded', String(now));
      group.classList.toggle('open', now);
    };
    table.addEventListener('click', (event) => {
      const group = event.target.closest('tbody');
      if (!group || event.target.closest('.within, a')) return;
      if (event.target.closest('.line')) toggle(group);
    });
    const move = (cell, down, right) => {
      const all = lines();
      const row = all[all.indexOf(cell.parentElement) + down];
      const target = row && row.cells[Math.max(0, Math.min(row.cells.length - 1, cell.cellIndex + right))];
      if (!target) return false;
      const inner = target.querySelector('.who');
      if (!inner) target.tabIndex = -1;
      (inner ?? target).focus();
      return true;
    };
    table.addEventListener('keydown', (event) => {
      const cell = event.target.closest('.line > *');
      if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
      const steps = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], Home: [0, -999], End: [0, 999] };
      const step = steps[event.key];
      if (step) { if (move(cell, ...step) || step[0] === 0) event.preventDefault(); return; }
      const group = cell.closest('tbody');
      if (event.key === 'Escape' && group.classList.contains('open')) { toggle(group, false); group.querySelector('.who').focus(); }
      if (event.key === 'Enter' && !event.target.closest('button')) toggle(group);
    });
  }
})();`;var W=N(64,.3333333333333333),F=N(8,1/2);function E(e){let t=[...F],r=G(new TextEncoder().encode(e));for(let a=0;a<r.length;a+=16)J(t,r.slice(a,a+16));let o=t.flatMap(a=>[a>>>24,a>>>16&255,a>>>8&255,a&255]);return btoa(String.fromCharCode(...o))}function N(e,t){let r=[];for(let o=2;r.length<e;o+=1){let a=!0;for(let i=2;i*i<=o;i+=1)a&&=o%i!==0;a&&r.push(Math.floor(o**t%1*2**32))}return r}function G(e){let t=new Array(((e.length+8>>6)+1)*16).fill(0);for(let[r,o]of[...e,128].entries())t[r>>2]=(t[r>>2]??0)|o<<24-r%4*8;return t[t.length-1]=e.length*8,t}function d(e,t){return e>>>t|e<<32-t}function J(e,t){let r=[...t];for(let n=16;n<64;n+=1){let m=r[n-15]??0,g=r[n-2]??0,h=d(m,7)^d(m,18)^m>>>3,w=d(g,17)^d(g,19)^g>>>10;r[n]=(r[n-16]??0)+h+(r[n-7]??0)+w|0}let[o=0,a=0,i=0,l=0,s=0,p=0,f=0,u=0]=e;for(let n=0;n<64;n+=1){let m=d(s,6)^d(s,11)^d(s,25),g=s&p^~s&f,h=u+m+g+(W[n]??0)+(r[n]??0)|0,w=(d(o,2)^d(o,13)^d(o,22))+(o&a^o&i^a&i)|0;[u,f,p,s,l,i,a,o]=[f,p,s,l+h|0,i,a,o,h+w|0]}for(let[n,m]of[o,a,i,l,s,p,f,u].entries())e[n]=(e[n]??0)+m|0}var y=`(() => {
  const root = document.documentElement;
  root.classList.add('js');
  const stored = (value) => {
    try { return value === undefined ? localStorage.getItem('theme') : localStorage.setItem('theme', value); } catch { return null; }
  };
  const button = document.querySelector('.theme');
  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const paint = () => { if (button) button.setAttribute('aria-pressed', String(isDark())); };
  const saved = stored();
  if (saved === 'dark' || saved === 'light') root.dataset.theme = saved;
  paint();
  if (button) button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    stored(root.dataset.theme);
    paint();
  });
  for (const part of document.querySelectorAll('[data-filter]')) {
    const input = part.querySelector('input');
    if (!input) continue;
    const chips = [...part.querySelectorAll('.chip[data-value]')];
    const items = [...part.querySelectorAll('[data-words]')];
    const tally = part.querySelector('.tally');
    const nothing = part.querySelector('.none');
    const groups = [...part.querySelectorAll('[data-group]')];
    const apply = () => {
      const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
      const chosen = {};
      for (const chip of chips) if (chip.getAttribute('aria-pressed') === 'true') (chosen[chip.dataset.key] ??= []).push(chip.dataset.value);
      let shown = 0;
      for (const item of items) {
        const fits = words.every((word) => item.dataset.words.includes(word))
          && Object.entries(chosen).every(([key, values]) => values.includes(item.dataset[key]));
        item.hidden = !fits;
        if (fits) shown += 1;
      }
      for (const group of groups) group.hidden = !group.querySelector('[data-words]:not([hidden])');
      tally.textContent = shown === items.length ? '' : shown + ' of ' + items.length + ' shown';
      if (nothing) nothing.hidden = shown > 0;
    };
    input.addEventListener('input', apply);
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || input.value === '') return;
      input.value = '';
      apply();
    });
    for (const chip of chips) chip.addEventListener('click', () => {
      chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') !== 'true'));
      apply();
    });
    const sort = part.querySelector('[data-sort]');
    if (sort) sort.addEventListener('click', () => {
      const best = sort.getAttribute('aria-pressed') !== 'true';
      sort.setAttribute('aria-pressed', String(best));
      const sorted = best ? [...items].sort((a, b) => b.dataset.score - a.dataset.score) : items;
      for (const item of sorted) item.parentElement.append(item);
    });
    const all = part.querySelector('[data-all]');
    if (all) all.addEventListener('click', () => {
      const rows = [...part.querySelectorAll('details.row')];
      const open = rows.some((row) => !row.open);
      for (const row of rows) row.open = open;
      all.setAttribute('aria-pressed', String(open));
    });
  }
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const input = document.querySelector('[data-filter] input');
    if (!input) return;
    event.preventDefault();
    input.focus();
  });
  const reveal = () => {
    const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();
  addEventListener('beforeprint', () => { for (const one of document.querySelectorAll('details.all')) { one.dataset.was = String(one.open); one.open = true; } });
  addEventListener('afterprint', () => { for (const one of document.querySelectorAll('details.all')) one.open = one.dataset.was === 'true'; });
})();`;var x=`
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
`;var B=`
.wide .frame { max-width: 88rem; }
.heat { overflow: auto; max-height: min(88vh, 70rem); }
.heat-map { border-collapse: separate; border-spacing: 0; table-layout: fixed; width: 100%; min-width: calc(13.5rem + 12 * 1.1rem); font-size: .92rem; }
.who-column { width: 15rem; } .score-column { width: 5.2rem; } .gain-column { width: 3.6rem; }
.heat-map th, .heat-map td { padding: .42rem .3rem; border-bottom: 1px solid var(--line); text-align: center; font-weight: 400; }
.heat-map thead th { position: sticky; top: 0; background: var(--card); z-index: 2; vertical-align: bottom; padding: .5rem 0; border-bottom: 0; }
.heat-map thead button { display: inline-flex; border: 0; padding: .2rem; background: none; font-size: .8rem; line-height: 1.25; color: var(--soft); max-width: 100%; }
.heat-map thead button:hover, .heat-map th[aria-sort="ascending"] button, .heat-map th[aria-sort="descending"] button { color: var(--ink); }
.heat-map .up button span { writing-mode: vertical-rl; transform: rotate(180deg); text-align: start; height: 11rem; max-width: 2.6em; overflow: hidden; text-overflow: ellipsis; overflow-wrap: normal; }
.heat-map th[aria-sort="ascending"] button::after { content: "\u2191"; } .heat-map th[aria-sort="descending"] button::after { content: "\u2193"; }
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
`;var C=`
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
`;var k=`
.print-only { display: none; }
@page { size: A4; margin: 14mm 15mm; }
@media print {
  body { font-size: 10pt; background: #fff; }
  .frame { max-width: none; padding: 0; }
  .top, .tools, .js .tools, .skip, .theme, .jump, .screen-only, .row > summary::after { display: none !important; }
  main { gap: 4mm; padding: 0; }
  .card { box-shadow: none; break-inside: avoid; }
  .project { padding: 4mm 5mm; gap: 3mm 6mm; grid-template-columns: minmax(0, 1fr) auto; }
  h1 { font-size: 20pt; } h2 { font-size: 14pt; }
  .rows { columns: 2; column-gap: 6mm; border: 0; border-radius: 0; }
  .rows > li { break-inside: avoid; border: 0 !important; }
  .row > summary { padding: .8mm 0; grid-template-columns: auto minmax(0, 1fr); font-size: 9pt; }
  .row .first, .row .tag, .row .inside, .row .because, .claimed, .frame-of { display: none; }
  .doubts { font-size: 8pt; margin-top: 1mm; line-height: 1.35; }
  .sides { grid-template-columns: 1fr 1fr; }
  .gauge, .level-3 .gauge { display: block; width: 34mm; text-align: center; } .gauge .small { font-size: 8pt; line-height: 1.3; }
  .project .about { font-size: 9.5pt; } .project .whole, .facts { font-size: 9pt; margin-top: 1mm; }
  .sides { padding-top: 3mm; gap: 3mm 8mm; } .points .detail { font-size: 8.5pt; }
  .gauge svg, .level-3 .gauge svg { width: 24mm; height: 24mm; margin-inline: auto; }
  .points { gap: 1.5mm; } .points > li { break-inside: avoid; }
  .head { margin-bottom: 2mm; break-after: avoid; } .head p { display: none; }
  .tiles { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 3mm; } .tile { padding: 3mm; }
  #matrix { break-before: page; }
  .on-paper { break-before: page; }
  .projects { display: block; } .projects > .project { break-before: page; break-inside: avoid; }
  .all > summary { display: none; } .all { border: 0; padding: 0; }
  .checks { display: block; columns: 2; column-gap: 6mm; font-size: 8.5pt; line-height: 1.4; } .checks li { break-inside: avoid; }
  .checks .part { break-after: avoid; } .points { gap: 1.5mm; } .points code { white-space: nowrap; }
  .way { grid-template-columns: repeat(4, minmax(0, 1fr)); } .charts { grid-template-columns: 1fr 1fr; }
  .matrix { font-size: 8pt; } .matrix .up { max-height: 34mm; } .scroll { overflow: visible; }
  .matrix tbody th { min-width: 0; max-width: 45mm; }
  a { color: inherit; text-decoration: none; } .live { color: var(--accent); }
  footer { padding: 3mm 0 0; font-size: 8pt; } .paged footer { display: none; } .print-only { display: block; }
}
`;var z=`
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
`;var D=`
  --paper: #f6f5f1; --card: #fffefb; --raised: #f0eee8; --ink: #1d2226; --soft: #545c63; --line: #dedbd2;
  --accent: #0b5a61; --accent-soft: #e1eeee; --met: #17693f; --met-soft: #e3f1e8; --partial: #845400;
  --partial-soft: #f8edd6; --missing: #a3302a; --missing-soft: #f9e6e3; --open: #565f67; --open-soft: #e9eaea;
  --shadow: 0 1px 2px rgb(29 34 38 / 5%), 0 8px 24px rgb(29 34 38 / 4%);`,K=`
  --paper: #131619; --card: #1b1f23; --raised: #23282d; --ink: #e9e6df; --soft: #a7afb6; --line: #31373d;
  --accent: #7bcdd1; --accent-soft: #1b3537; --met: #77d0a0; --met-soft: #1a3226; --partial: #e5b862;
  --partial-soft: #372c17; --missing: #f39388; --missing-soft: #3b2321; --open: #a7afb6; --open-soft: #2a2f34;
  --shadow: none;`,S=`
:root {${D}
  --sans: Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --serif: "Iowan Old Style", Palatino, "Palatino Linotype", P052, "Book Antiqua", Georgia, serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Code", "JetBrains Mono", Menlo, Consolas, monospace;
  color-scheme: light;
}
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) {${K} color-scheme: dark; } }
:root[data-theme="dark"] {${K} color-scheme: dark; }
@media print { :root, :root[data-theme="dark"], :root:not([data-theme="light"]) {${D}
  --paper: #fff; --card: #fff; --shadow: none; color-scheme: light; } }
`;var Y={report:{style:`${S}${x}${z}${k}`,script:y,layout:""},portfolio:{style:`${S}${x}${z}${C}${k}`,script:y,layout:"paged"},cohort:{style:`${S}${x}${z}${C}${k}${B}`,script:`${y}
${L}`,layout:"wide"}};function Pe(e,t){let{style:r,script:o,layout:a}=Y[t],{title:i,jumps:l,main:s,tool:p,origin:f,about:u,measured:n,checking:m}=e,{markup:g}=c`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${X(r,o)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="generator" content="${p.name} ${p.version}">
<meta name="description" content="${u}">
<meta property="og:type" content="website">
<meta property="og:title" content="${i}">
<meta property="og:description" content="${u}">
<title>${i}</title>
<style>${R(r)}</style>
</head>
<body${a!==""&&c` class="${a}"`}>
${P}
<a class="skip" href="#main">Skip to the report</a>
<header class="frame top">
<p class="brand">${v("mark","")} milestone-auditor</p>
<nav class="jump" aria-label="Sections">${l.map(([h,w])=>c`<a href="#${h}">${w}</a>`)}</nav>
<button type="button" class="theme" aria-pressed="false" aria-label="Dark colours">${v("theme","")}</button>
</header>
<main id="main" class="frame">
${s}
</main>
<footer class="frame">
<p>${_(p,f)} The files were read and parsed; nothing of them was run${n?"; what was measured besides is marked so":", and no address was visited"}.</p>
<p>A requirement is met where code or configuration does it, at the place that is shown. What cannot be decided from files never raises a score.</p>
${m!==void 0&&c`<p>${m}</p>`}
</footer>
<script>${R(o)}</script>
</body>
</html>
`;return g}function _(e,t){return`Judged by ${e.name} ${e.version} (${e.program}), rules ${e.rules}${t===""?"":`, ${t}`}.`}function X(e,t){return["default-src 'none'",`style-src 'sha256-${E(e)}'`,`script-src 'sha256-${E(t)}'`,"base-uri 'none'","form-action 'none'"].join("; ")}var Q={verdict:{met:"\u2714",partial:"\u25D0",missing:"\u2718",unverifiable:"?",waived:"\u2298"},about:j,bar:["\u2588","\u2592","\u2591"],dot:"\xB7",dash:"\u2013",more:"\u2026",rule:"\u2502"},Z={verdict:{met:"+",partial:"~",missing:"x",unverifiable:"?",waived:"-"},about:"~",bar:["#","~","."],dot:"-",dash:"-",more:"...",rule:"|"},ee=110,te=30;function De(e){return{columns:Math.min(ee,Math.max(te,e.columns)),verbose:e.verbose,base:e.base??"",palette:e.palette,symbols:e.ascii?Z:Q,text:e.ascii?t=>oe(b(t)):b,link:re(e.address)}}function re(e){return e===void 0?t=>t:(t,r)=>`\x1B]8;;${b(e(r))}\x1B\\${t}\x1B]8;;\x1B\\`}function oe(e){return e.replace(/[…–—‘’“”·→≥≤×]/g,t=>ae[t]??t)}var ae={"\u2026":"...","\u2013":"-","\u2014":"-","\u2018":"'","\u2019":"'","\u201C":'"',"\u201D":'"',"\xB7":"-","\u2192":"->","\u2265":">=","\u2264":"<=","\xD7":"x"};function Ke(e,t){let r=e.text(e.base===""?t.path:`${e.base}/${t.path}`);return M(t)?e.text(t.text):t.path===".git"?t.path:O(t)?r:`${r}:${t.line}`}function Ue(e,t,r){return" ".repeat(t)+$(e.text(r),e.columns-t,e.symbols.more)}function Ve(e,t,r,o=40){let a=T(e.text(r),e.columns-t);return a.slice(0,o).map((l,s)=>s===o-1&&a.length>o?$(`${l} ${e.symbols.more}`,e.columns-t,e.symbols.more):l).map(l=>" ".repeat(t)+l)}export{c as a,ie as b,se as c,de as d,pe as e,ce as f,ge as g,v as h,Pe as i,_ as j,De as k,Ke as l,Ue as m,Ve as n};
