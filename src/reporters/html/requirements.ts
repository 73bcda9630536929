/** The requirements of a milestone: a row each, which opens to its evidence and advice. */
import { requirementPage } from '../../addresses.ts';
import type { MilestoneReport, Report, RequirementReport } from '../../model.ts';
import { blocksOf } from '../advice.ts';
import { decidedByMeasuring } from '../measured.ts';
import { placeOf } from '../places.ts';
import {
  ABOUT,
  isThroughout,
  isUncertain,
  READINESS,
  range,
  THROUGHOUT,
  VERDICTS,
  WEIGHT,
} from '../words.ts';
import { html, type Markup, webAddress } from './markup.ts';
import { placeLink, placeList } from './places.ts';
import { silentSign, verdictSign, verdictWord } from './signs.ts';

const MOST_PLACES = 12;

/** `id` tells the lists of one page apart. */
export function requirementSection(
  report: Report,
  milestone: MilestoneReport,
  id: string,
  note: string,
): Markup {
  const ordered = VERDICTS.flatMap((verdict) =>
    milestone.requirements.filter((one) => one.verdict === verdict),
  );
  return html`<section id="${id}" aria-labelledby="${id}-title" data-filter>
<div class="head"><h2 id="${id}-title">${milestone.title}</h2><p>${range(milestone.score)}, ${READINESS[milestone.score.readiness]}. ${note}</p></div>
${tools(milestone, id)}
<ul class="card rows">${ordered.map((one) => html`<li data-words="${wordsOf(one)}" data-verdict="${one.verdict}">${row(report, milestone.id, one, `${id}-${one.id}`)}</li>`)}</ul>
<p class="none" hidden>No requirement fits these filters.</p>
</section>`;
}

function tools({ requirements }: MilestoneReport, id: string): Markup {
  const counts = VERDICTS.map((verdict) => ({
    verdict,
    count: requirements.filter((one) => one.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  return html`<div class="tools">
<label class="hidden-text" for="${id}-search">Search requirements</label>
<input id="${id}-search" type="search" placeholder="Search requirements and evidence" autocomplete="off" spellcheck="false">
${counts.map(
  ({ verdict, count }) =>
    html`<button type="button" class="chip" data-key="verdict" data-value="${verdict}" aria-pressed="false">${silentSign(verdict)} ${count} ${verdictWord(verdict)}</button>`,
)}
<button type="button" class="chip" data-all aria-pressed="false">Open all</button>
<p class="tally" role="status"></p>
</div>`;
}

/** What a search looks through, lower case. */
function wordsOf(one: RequirementReport): string {
  const { title, verdict, weight, evidence, counterEvidence } = one;
  const places = [...evidence, ...counterEvidence]
    .slice(0, MOST_PLACES)
    .map(({ path, text }) => `${path} ${text}`);
  const sure = isUncertain(one) ? ['not for certain'] : [];
  return [title, verdictWord(verdict), ...sure, weight, ...places].join(' ').toLowerCase().slice(0, 2_000);
}

function row(report: Report, milestone: string, one: RequirementReport, id: string): Markup {
  return html`<details class="row" id="${id}"><summary>${verdictSign(one.verdict)}<span class="title">${one.title}<span class="tag">${WEIGHT[one.weight]}${isUncertain(one) && html` · ${ABOUT} not for certain`}</span></span>${firstPlace(one)}${becauseOf(one)}</summary>
<div class="inside">${inside(report, milestone, one)}</div></details>`;
}

function firstPlace(one: RequirementReport): Markup {
  const [first] = one.evidence;
  if (first && isThroughout(first)) return html`<span class="first">${THROUGHOUT}</span>`;
  if (first) {
    const more = one.evidence.length > 1 ? ` +${one.evidence.length - 1}` : '';
    return html`<span class="first place">${placeOf(first)}${more}</span>`;
  }
  if (one.unkept) return html`<span class="first claimed">claimed, not found</span>`;
  return html`<span class="first"></span>`;
}

function pageLink(milestone: string, requirement: string): Markup | null {
  const page = requirementPage(milestone, requirement);
  return page === null
    ? null
    : html` <a href="${page}" rel="noopener noreferrer">What it asks, with examples</a>`;
}

/** Why it is not met, without a click. */
function becauseOf({ because, waiver }: RequirementReport): Markup | null {
  const why = waiver?.reason ?? because;
  return why ? html`<span class="because"><bdi>${why}</bdi></span>` : null;
}

function inside({ repository }: Report, milestone: string, one: RequirementReport): Markup {
  const { verdict, evidence, counterEvidence, lookedFor, reason, waiver } = one;
  const measured = decidedByMeasuring(one);
  return html`${one.claim !== null && part('The README says', html`<p>${placeLink(repository, one.claim)} “<bdi>${one.claim.text}</bdi>”</p>`)}
${evidence.length > 0 && part('Evidence', placeList(repository, evidence, MOST_PLACES))}
${counterEvidence.length > 0 && part('Against it', placeList(repository, counterEvidence, MOST_PLACES))}
${lookedFor !== null && verdict !== 'met' && part('Looked for', html`<p>${lookedFor}</p>`)}
${reason !== null && part('Not decided because', html`<p>${reason}</p>`)}
${measured !== null && part('Measured', html`<p>${measured}</p>`)}
${waiver !== null && part('Waived because', html`<p>${waiver.reason}</p>`)}
${part('Why it matters', html`<p>${one.why}${pageLink(milestone, one.id)}</p>`)}
${verdict !== 'met' && part('First step', advice(one.fix))}
${verdict !== 'met' && one.learn.length > 0 && part('Read more', learn(one))}`;
}

function part(title: string, content: Markup): Markup {
  return html`<div><h3>${title}</h3>${content}</div>`;
}

/** Prose and code of a rule file's advice. */
export function advice(text: string): Markup {
  return html`<div class="advice">${blocksOf(text).map((block) =>
    block.kind === 'code'
      ? html`<pre tabindex="0"><code>${block.lines.map((line, index) => html`${index > 0 && NEW_LINE}${line}`)}</code></pre>`
      : html`<p>${block.text}</p>`,
  )}</div>`;
}

const NEW_LINE = html`
`;

function learn({ learn: links }: RequirementReport): Markup {
  return html`<p class="learn">${links.map(({ title, url }) => {
    const address = webAddress(url);
    return address === null
      ? html`<span>${title}</span>`
      : html`<a href="${address}" rel="noopener noreferrer">${title}</a>`;
  })}</p>`;
}
