/** The frame of a page: one file that loads nothing, and that runs nothing but its own script. */
import type { Report } from '../../model.ts';
import { COHORT_SCRIPT } from './cohort/script.ts';
import { sha256 } from './digest.ts';
import { html, type Markup, verbatim } from './markup.ts';
import { SCRIPT } from './script.ts';
import { SPRITE, silentSign } from './signs.ts';
import { BASE } from './style/base.ts';
import { COHORT } from './style/cohort.ts';
import { PORTFOLIO } from './style/portfolio.ts';
import { PRINT } from './style/print.ts';
import { REPORT } from './style/report.ts';
import { TOKENS } from './style/tokens.ts';

export interface Page {
  /** Of the window. */
  readonly title: string;
  /** Links to the sections, at the top: id and words. */
  readonly jumps: readonly (readonly [string, string])[];
  readonly main: readonly Markup[];
  readonly tool: Report['tool'];
  /** One sentence, for whoever sees a link to the page. */
  readonly about: string;
  /** What the last lines say of where it comes from. */
  readonly origin: string;
  /** Something was measured beside the files. */
  readonly measured?: boolean;
  /** How a reader can check what the page says; left out where nothing but the command line can. */
  readonly checking?: Markup;
}

interface Kind {
  readonly style: string;
  readonly script: string;
  /** Of the body, which says how it is laid out. */
  readonly layout: string;
}

const KINDS = {
  report: { style: `${TOKENS}${BASE}${REPORT}${PRINT}`, script: SCRIPT, layout: '' },
  portfolio: { style: `${TOKENS}${BASE}${REPORT}${PORTFOLIO}${PRINT}`, script: SCRIPT, layout: 'paged' },
  cohort: {
    style: `${TOKENS}${BASE}${REPORT}${PORTFOLIO}${PRINT}${COHORT}`,
    script: `${SCRIPT}\n${COHORT_SCRIPT}`,
    layout: 'wide',
  },
} as const satisfies Readonly<Record<string, Kind>>;

export function pageOf(page: Page, kind: keyof typeof KINDS): string {
  const { style, script, layout } = KINDS[kind];
  const { title, jumps, main, tool, origin, about, measured, checking } = page;
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="generator" content="${tool.name} ${tool.version}">
<meta name="description" content="${about}">
<meta property="og:type" content="website">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${about}">
<title>${title}</title>
<style>${verbatim(style)}</style>
</head>
<body${layout !== '' && html` class="${layout}"`}>
${SPRITE}
<a class="skip" href="#main">Skip to the report</a>
<header class="frame top">
<p class="brand">${silentSign('mark', '')} milestone-auditor</p>
<nav class="jump" aria-label="Sections">${jumps.map(([id, words]) => html`<a href="#${id}">${words}</a>`)}</nav>
<button type="button" class="theme" aria-pressed="false" aria-label="Dark colours">${silentSign('theme', '')}</button>
</header>
<main id="main" class="frame">
${main}
</main>
<footer class="frame">
<p>${provenance(tool, origin)} The files were read and parsed; nothing of them was run${measured ? '; what was measured besides is marked so' : ', and no address was visited'}.</p>
<p>A requirement is met where code or configuration does it, at the place that is shown. What cannot be decided from files never raises a score.</p>
${checking !== undefined && html`<p>${checking}</p>`}
</footer>
<script>${verbatim(script)}</script>
</body>
</html>
`;
  return markup;
}

/** By what the page was made. */
export function provenance(tool: Report['tool'], origin: string): string {
  return `Judged by ${tool.name} ${tool.version} (${tool.program}), rules ${tool.rules}${origin === '' ? '' : `, ${origin}`}.`;
}

/** For pages that frame a report: the script and the styles that it brings, as a policy names them. */
export function reportPolicy(): { readonly script: string; readonly styles: readonly string[] } {
  const styles = [KINDS.report, KINDS.portfolio].map(({ style }) => `'sha256-${sha256(style)}'`);
  return { script: `'sha256-${sha256(SCRIPT)}'`, styles };
}

/** Nothing is loaded, nothing is sent, and only what is named by its digest applies or runs. */
function policyOf(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${sha256(style)}'`,
    `script-src 'sha256-${sha256(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
