/** Places of the code: where the commit is known, links to it. */
import type { Evidence, Report } from '../../model.ts';
import { permalink } from '../permalinks.ts';
import { inFile, placeOf } from '../places.ts';
import { html, type Markup } from './markup.ts';

type Home = Pick<Report['repository'], 'url' | 'revision' | 'folder'>;

/** `path:line`, as a link where it can be opened. */
export function placeLink(home: Home, evidence: Evidence): Markup {
  const words = placeOf(evidence);
  if (!inFile(evidence)) return html`<span>${words}</span>`;
  const address = permalink(home, evidence);
  return address === null
    ? html`<span class="place">${words}</span>`
    : html`<a class="place" href="${address}" rel="noopener noreferrer nofollow">${words}</a>`;
}

/** Places with their lines, at most `most` of them. */
export function placeList(home: Home, evidence: readonly Evidence[], most: number): Markup {
  const rest = evidence.length - most;
  return html`<ul class="places">${evidence
    .slice(0, most)
    .map((one) => html`<li>${placeLink(home, one)}${framed(one)}</li>`)}${
    rest > 0 && html`<li class="small soft">and ${rest} more</li>`
  }</ul>`;
}

/** The line between its neighbours, with their numbers; the line alone where only it is known. */
export function framed(evidence: Evidence): Markup | null {
  const { frame, line } = evidence;
  if (frame === undefined) return codeLine(evidence);
  const rows = frame.lines.map((text, index) => {
    const number = frame.line + index;
    return html`<span class="${number === line ? 'line here' : 'line'}"><span class="number" aria-hidden="true">${number}</span>${text}
</span>`;
  });
  return html`<pre class="frame-of" tabindex="0" role="group" aria-label="${placeOf(evidence)}"><code>${rows}</code></pre>`;
}

/** The line itself, where there is one to show. */
export function codeLine(evidence: Evidence): Markup | null {
  return evidence.text === '' || !inFile(evidence) ? null : html`<code>${evidence.text}</code>`;
}
