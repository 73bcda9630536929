/** The symbols of a page: told apart by their shape, not by colour alone, and each with its word. */
import type { Readiness, Verdict } from '../../model.ts';
import { html, type Markup } from './markup.ts';

/** Each symbol once; a page draws them by reference. */
export const SPRITE: Markup = html`<svg width="0" height="0" aria-hidden="true" focusable="false" class="hidden-text">
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
</svg>`;

const WORDS: Readonly<Record<Verdict, string>> = {
  met: 'met',
  partial: 'partial',
  missing: 'missing',
  unverifiable: 'cannot be told',
  waived: 'waived',
};

/** A verdict as a symbol that is read aloud as its word. */
export function verdictSign(verdict: Verdict): Markup {
  return sign(verdict, verdict, WORDS[verdict]);
}

/** The word of a verdict, where it stands beside its symbol. */
export function verdictWord(verdict: Verdict): string {
  return WORDS[verdict];
}

/** How far a milestone is; null where the repository is none of it. */
export function readinessSign(readiness: Readiness | null, said: string): Markup {
  if (readiness === null) return sign('not-it', 'not-it', said);
  const kind = readiness.replaceAll(' ', '-');
  return sign(readiness === 'ready' ? 'met' : kind, kind, said);
}

/** The same without a word, for a legend. */
export function silentReadiness(readiness: Readiness): Markup {
  const kind = readiness.replaceAll(' ', '-');
  return silentSign(readiness === 'ready' ? 'met' : kind, kind);
}

/** Where the words stand beside it already. */
export function silentSign(kind: string, colour: string = kind): Markup {
  return html`<svg class="sign ${colour}" aria-hidden="true" focusable="false"><use href="#s-${kind}"/></svg>`;
}

function sign(kind: string, colour: string, said: string): Markup {
  return html`<svg class="sign ${colour}" role="img" aria-label="${said}"><use href="#s-${kind}"/></svg>`;
}
