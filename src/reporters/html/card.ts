/** The four-minute card: what a project is, where it runs, what proves it, and what it lacks. */
import type { MilestoneReport, Report } from '../../model.ts';
import { gapsOf, type Highlight, proofsOf } from '../highlights.ts';
import { commitAddress } from '../permalinks.ts';
import { range } from '../words.ts';
import { gauge } from './gauge.ts';
import { html, type Markup, webAddress } from './markup.ts';
import { codeLine, placeLink } from './places.ts';
import { verdictSign } from './signs.ts';

export interface CardOptions {
  /** The level of its heading. */
  readonly level: 1 | 3;
  readonly id: string;
  /** What is shown below it. */
  readonly more?: Markup;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  python: 'Python',
  typescript: 'TypeScript',
  javascript: 'JavaScript',
};

export function projectCard(report: Report, { level, id, more }: CardOptions): Markup {
  const { repository, milestones } = report;
  const [first] = milestones;
  const title = html`<bdi>${repository.name}</bdi>`;
  return html`<article class="card project" id="${id}" aria-labelledby="${id}-name">
<div>
<p class="eyebrow">${milestones
    .filter((one) => one.id !== 'portfolio')
    .map(({ title: name }) => name)
    .join(' · ')}</p>
${level === 1 ? html`<h1 id="${id}-name">${title}</h1>` : html`<h3 id="${id}-name">${title}</h3>`}
${repository.about === null ? null : html`<p class="about"><bdi>${repository.about}</bdi></p>`}
<p class="facts">${liveLink(report)}${commitLink(report)}<span>${languagesOf(report)}</span></p>
</div>
${first ? gauge(first) : null}
<div class="sides">
<div>${heading(level, 'Strongest proofs')}${proofList(report)}</div>
<div>${heading(level, 'Honest gaps')}${gapList(report)}</div>
</div>
${first?.score.cap ? heldDown(first) : null}
${more ?? null}
</article>`;
}

/** One level below the name of the project. */
function heading(level: 1 | 3, words: string): Markup {
  return level === 1 ? html`<h2 class="label">${words}</h2>` : html`<h4 class="label">${words}</h4>`;
}

function liveLink({ repository }: Report): Markup | null {
  const address = webAddress(repository.live);
  if (address === null) return html`<span>no live address given</span>`;
  const words = address.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return html`<a class="live" href="${address}" rel="noopener noreferrer nofollow">${words.length > 60 ? `${words.slice(0, 59)}…` : words}</a>`;
}

function commitLink({ repository }: Report): Markup | null {
  const { revision } = repository;
  if (revision === null) return html`<span>no commit: audited as a folder</span>`;
  const address = commitAddress(repository);
  const words = html`commit <code>${revision.slice(0, 7)}</code>`;
  return address === null
    ? html`<span>${words}</span>`
    : html`<a href="${address}" rel="noopener noreferrer">${words}</a>`;
}

function languagesOf({ repository }: Report): string {
  return repository.languages.map((one) => LANGUAGES[one] ?? one).join(', ');
}

function proofList(report: Report): Markup {
  const proofs = proofsOf(report);
  if (proofs.length === 0) return html`<p class="soft">Nothing of it is shown by the code yet.</p>`;
  return html`<ul class="points">${proofs.map(({ requirement }) => {
    const [evidence] = requirement.evidence;
    return html`<li>${verdictSign('met')}<span class="title">${requirement.title}</span><span class="detail">${
      evidence ? html`${placeLink(report.repository, evidence)}${codeLine(evidence)}` : null
    }</span></li>`;
  })}</ul>`;
}

function gapList(report: Report): Markup {
  const gaps = gapsOf(report);
  if (gaps.length === 0) return html`<p class="soft">Nothing that the requirements name is missing.</p>`;
  return html`<ul class="points">${gaps.map(
    (gap) =>
      html`<li>${verdictSign(gap.requirement.verdict)}<span class="title">${gap.requirement.title}</span><span class="detail">${gapDetail(report, gap)}</span></li>`,
  )}</ul>`;
}

function gapDetail({ repository }: Report, { requirement }: Highlight): Markup {
  const { verdict, claimed, lookedFor, counterEvidence } = requirement;
  const [against] = counterEvidence;
  if (verdict === 'missing' && claimed) return html`The README claims it; the code does not show it.`;
  if (against) return html`Against it: ${placeLink(repository, against)}`;
  return lookedFor === null ? html`Not found.` : html`Looked for ${lookedFor}.`;
}

function heldDown({ score }: MilestoneReport): Markup {
  return html`<p class="notice held">Held at ${range(score)}: ${score.cap ?? ''}.</p>`;
}
