/** The page of one repository. */

import type { Change, Difference, MilestoneDifference } from '../../model/difference.ts';
import type { Report } from '../../model.ts';
import { againAddress, nameOnGitHub } from '../again.ts';
import { standingOf } from '../headline.ts';
import type { ReporterOptions } from '../reporter.ts';
import { stepsIn } from '../steps.ts';
import { range } from '../words.ts';
import { projectCard } from './card.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { measuredSection } from './measured.ts';
import { pageOf } from './page.ts';
import { placeLink } from './places.ts';
import { advice, requirementSection } from './requirements.ts';
import { verdictSign, verdictWord } from './signs.ts';

const RULES = 'portfolio';

export function reportHtml(report: Report, { difference }: Pick<ReporterOptions, 'difference'>): string {
  const { repository, milestones, tool } = report;
  const sections = milestones.map((milestone) =>
    requirementSection(
      report,
      milestone,
      milestone.id,
      milestone.id === RULES
        ? 'What every project owes its readers.'
        : 'Open a row for its evidence and the first step.',
    ),
  );
  const jumps = milestones.map(({ id, title }) => [id, title] as const);
  const [title] = milestones.map((one) => one.title);
  return pageOf(
    {
      title: `${repository.name} · ${title ?? 'audit'}`,
      jumps: [...jumps, ...(report.next.length > 0 ? [['next', 'Next steps'] as const] : [])],
      main: [
        html`<section class="opening">${projectCard(report, { level: 1, id: 'card', row: (milestone, id) => `${milestone}-${id}` })}</section>`,
        difference === undefined ? NOTHING : changes(report, difference),
        ...sections,
        measuredSection(report),
        nextSteps(report, difference),
        claims(report),
        notes(report),
      ],
      tool,
      about: wholeOf(report),
      origin: originOf(report),
      checking: checkingOf(report),
      measured: report.measured !== undefined,
    },
    'report',
  );
}

function originOf({ repository: { revision, tree, uncommitted } }: Report): string {
  if (revision === null) return '';
  return `at commit ${revision}${tree === null ? '' : ` (tree ${tree})`}${uncommitted.length > 0 ? ' with uncommitted changes' : ''}`;
}

/** A report that can be checked need not be believed. */
function checkingOf(report: Report): Markup {
  const again = againAddress(report);
  const name = nameOnGitHub(report.repository);
  return html`To check it: ${again !== null && html`<a href="${again}" target="_blank" rel="noopener noreferrer">have this commit audited again</a> in your browser, or run `}${again === null && 'run '}<code>milestone-auditor verify report.json</code> in a clone.${name !== null && html` Where the Action attested its report, <code>gh attestation verify report.json --repo ${name}</code> says which workflow made it.`}`;
}

/** For whoever sees a link to the page. */
function wholeOf({ milestones, repository }: Report): string {
  const scores = milestones.map((one) => `${one.title} ${range(one.score)}, ${standingOf(one)}`).join('; ');
  return repository.about === null ? scores : `${scores}. ${repository.about}`;
}

function nextSteps(report: Report, difference: Difference | undefined): Markup {
  const steps = stepsIn(report, difference);
  if (steps.length === 0) return NOTHING;
  return html`<section id="next" class="screen-only" aria-labelledby="next-title"><div class="head"><h2 id="next-title">Next steps</h2><p>In this order: what hurts first, then the most points for the effort.</p></div>
<ol class="steps">${steps.map(
    ({ title, gain, time, how }) =>
      html`<li class="card"><h3>${title}</h3><p class="gain"><strong>${gain}</strong>, ${time}</p>${advice(how)}</li>`,
  )}</ol></section>`;
}

function claims({ claims: all }: Report): Markup {
  if (all.length === 0) return NOTHING;
  return html`<section class="screen-only" aria-labelledby="claims-title"><div class="head"><h2 id="claims-title">Claimed, not found</h2><p>What the README says and the repository does not bear out.</p></div><ul class="notes">${all.map(
    ({ claim, said, lookedFor }) =>
      html`<li><bdi>${said.path}:${said.line}</bdi> says <bdi>${claim}</bdi>. Looked for: <bdi>${lookedFor}</bdi></li>`,
  )}</ul></section>`;
}

function notes({ notes: all }: Report): Markup {
  if (all.length === 0) return NOTHING;
  const words = all.map(
    ({ path, line, text }) => `${path === null ? '' : `${path}${line === null ? '' : `:${line}`}: `}${text}`,
  );
  return html`<section class="screen-only" aria-labelledby="notes-title"><div class="head"><h2 id="notes-title">What could not be read</h2></div><ul class="notes">${words.map((one) => html`<li><bdi>${one}</bdi></li>`)}</ul></section>`;
}

/** What got better and worse since an earlier report. */
function changes(report: Report, { base, sameRules, milestones }: Difference): Markup {
  const since = base === null ? 'the earlier report' : `commit ${base.slice(0, 7)}`;
  const listed = milestones.flatMap((one) =>
    one.changes.map((change) => ({ change, id: one.id, title: one.title })),
  );
  const moved = milestones.filter(
    ({ before, after }) => before !== null && (before.low !== after.low || before.high !== after.high),
  );
  return html`<section id="changes" aria-labelledby="changes-title"><div class="head"><h2 id="changes-title">Since ${since}</h2><p>${moved.map(scoreChange).join(' ')}${sameRules ? '' : ' The rules are not the same: not every change is the doing of the code.'}</p></div>
${listed.length === 0 ? html`<p class="soft">No verdict has changed.</p>` : html`<ul class="card changes">${listed.map(({ change, id, title }) => changeRow(report, change, id, title))}</ul>`}</section>`;
}

function scoreChange({ title, before, after }: MilestoneDifference): string {
  return before === null ? '' : `${title}: ${range(before)}, now ${range(after)}.`;
}

function changeRow(report: Report, change: Change, id: string, milestone: string): Markup {
  const { requirement, title, before, after, effect } = change;
  const word = effect === 'neither' ? 'other' : effect;
  const found = report.milestones
    .find((one) => one.id === id)
    ?.requirements.find((one) => one.id === requirement);
  const place = after === 'met' ? found?.evidence[0] : (found?.counterEvidence[0] ?? found?.evidence[0]);
  const shown = place === undefined ? null : html` ${placeLink(report.repository, place)}`;
  return html`<li>${verdictSign(after)}<span><strong>${word}</strong>: ${title} <span class="soft">(${milestone}) was ${verdictWord(before)}, is ${verdictWord(after)}</span>${shown}</span></li>`;
}
