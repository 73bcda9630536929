/** What a human asks first of a project: whose it is, where it runs, when and by how many it was written. */
import type { Report } from '../../model.ts';
import { commitOf } from '../headline.ts';
import { commitAddress } from '../permalinks.ts';
import { counted } from '../words.ts';
import { html, type Markup, webAddress } from './markup.ts';

const LANGUAGES: Readonly<Record<string, string>> = {
  python: 'Python',
  typescript: 'TypeScript',
  javascript: 'JavaScript',
};
const LONGEST = 60;

export function cardFacts(report: Report): Markup {
  const languages = report.repository.languages.map((one) => LANGUAGES[one] ?? one).join(', ');
  return html`<p class="facts">${liveLink(report)}${owner(report)}${commitLink(report)}${past(report)}${languages === '' ? null : html`<span>${languages}</span>`}</p>`;
}

/** A program of the command line has no address, and needs none: nothing is said where there is none. */
function liveLink({ repository }: Report): Markup | null {
  const address = webAddress(repository.live);
  if (address === null) return null;
  const words = address.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return html`<a class="live" href="${address}" rel="noopener noreferrer nofollow">${words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words}</a>`;
}

function owner({ repository }: Report): Markup | null {
  const [, name] = /^https:\/\/[^/]+\/([^/]+)\/[^/]+/.exec(repository.url ?? '') ?? [];
  return name === undefined ? null : html`<span>by <bdi>${name}</bdi></span>`;
}

function commitLink(report: Report): Markup {
  const at = commitOf(report);
  if (at === null) return html`<span>no commit: audited as a folder</span>`;
  const address = commitAddress(report.repository);
  const words = html`commit <code>${at}</code>`;
  return address === null
    ? html`<span>${words}</span>`
    : html`<a href="${address}" rel="noopener noreferrer">${words}</a>`;
}

/** `42 commits by 2 authors, 2026-01-04 to 2026-05-06`. */
function past({ repository: { history } }: Report): Markup | null {
  if (history === null) return null;
  const { commits, authors, first, last } = history;
  const days = first === null || first === last ? last : `${first} to ${last}`;
  return html`<span>${counted(commits, 'commit')} by ${counted(authors, 'author')}, ${days}</span>`;
}
