/** The four-minute card: what a project is, how far it is as a whole, what proves it, and what it lacks. */
import type { Report } from '../../model.ts';
import { doubtsOf, standingOf } from '../headline.ts';
import { gapsOf, type Highlight, type ProofHighlight, proofsOf } from '../highlights.ts';
import { placeOf } from '../places.ts';
import { howRecognised } from '../recognised.ts';
import { secretLine } from '../steps.ts';
import { READINESS, range } from '../words.ts';
import { cardFacts } from './card-facts.ts';
import { gauge } from './gauge.ts';
import { html, type Markup } from './markup.ts';
import { framed, placeLink } from './places.ts';
import { verdictSign } from './signs.ts';

export interface CardOptions {
  /** The level of its heading. */
  readonly level: 1 | 3;
  readonly id: string;
  /** Where the row of a requirement is, for links; null where the page has none. */
  readonly row: (milestone: string, requirement: string) => string | null;
  /** What is shown below it. */
  readonly more?: Markup;
}

export function projectCard(report: Report, options: CardOptions): Markup {
  const { level, id, more } = options;
  const { repository, milestones } = report;
  const [first] = milestones;
  const title = html`<bdi>${repository.name}</bdi>`;
  return html`<article class="card project level-${level}" id="${id}" aria-labelledby="${id}-name">
<div>
<p class="eyebrow">${
    milestones
      .filter((one) => one.id !== 'portfolio')
      .map(({ title: name }) => name)
      .join(' · ') || 'Milestone not recognised'
  }</p>
${level === 1 ? html`<h1 id="${id}-name">${title}</h1>` : html`<h3 id="${id}-name">${title}</h3>`}
${secrets(report)}
${repository.about === null ? null : html`<p class="about"><bdi>${repository.about}</bdi></p>`}
<p class="whole">${wholeOf(report)}</p>
${cardFacts(report)}
${doubts(report)}
</div>
${first ? gauge(first) : null}
<div class="sides">
<div>${heading(level, 'Strongest proofs')}${proofList(report, options)}</div>
<div>${heading(level, 'Honest gaps')}${gapList(report, options)}</div>
</div>
${more ?? null}
</article>`;
}

/** One level below the name of the project. */
function heading(level: 1 | 3, words: string): Markup {
  return level === 1 ? html`<h2 class="label">${words}</h2>` : html`<h4 class="label">${words}</h4>`;
}

/** One statement about all of it: the milestone, and what every project owes. */
function wholeOf({ milestones }: Report): Markup {
  return html`${milestones.map(
    (one, index) =>
      html`${index > 0 && html`<br>`}<strong>${one.title}</strong>: ${range(one.score)} ${READINESS[one.score.readiness]}, ${standingOf(one)}.`,
  )}`;
}

/** Before everything else: whoever reads it has them too. */
function secrets({ secrets: all, milestones }: Report): Markup | null {
  const [first] = milestones;
  if (all.length === 0 || !first?.score.cap) return null;
  return html`<div class="notice held" role="note"><p><strong>${all.length === 1 ? 'A secret is' : `${all.length} secrets are`} committed.</strong> While ${all.length === 1 ? 'it is' : 'they are'}, the score is at most 60 %; revoke ${all.length === 1 ? 'it' : 'them'} first.</p><ul>${all
    .slice(0, 20)
    .map((one) => html`<li class="place">${secretLine(one)}</li>`)}</ul></div>`;
}

/** How the milestone was chosen, what it would be as another, and what is in no commit. */
function doubts(report: Report): Markup | null {
  const how = howRecognised(report);
  const said = [...(how === null ? [] : [how]), ...doubtsOf(report)];
  if (said.length === 0) return null;
  return html`<ul class="doubts">${said.map((one) => html`<li><bdi>${one}</bdi>.</li>`)}</ul>`;
}

function proofList(report: Report, options: CardOptions): Markup {
  const proofs = proofsOf(report);
  if (proofs.length === 0)
    return html`<p class="soft">No line of code shows a whole requirement for certain yet.</p>`;
  return html`<ul class="points">${proofs.map((proof) => proofRow(report, proof, options))}</ul>`;
}

function proofRow({ repository }: Report, proof: ProofHighlight, options: CardOptions): Markup {
  const { evidence } = proof;
  return html`<li>${verdictSign('met')}<span class="title">${titleLink(proof, options)}</span><span class="detail">${placeLink(repository, evidence)}${framed(evidence)}</span></li>`;
}

function gapList(report: Report, options: CardOptions): Markup {
  const gaps = gapsOf(report);
  if (gaps.length === 0) return html`<p class="soft">Nothing that the requirements name is missing.</p>`;
  return html`<ul class="points">${gaps.map(
    (gap) =>
      html`<li>${verdictSign(gap.requirement.verdict)}<span class="title">${titleLink(gap, options)}</span><span class="detail">${gapDetail(report, gap)}</span></li>`,
  )}</ul>`;
}

function titleLink({ milestone, requirement }: Highlight, { row }: CardOptions): Markup {
  const target = row(milestone.id, requirement.id);
  return target === null ? html`${requirement.title}` : html`<a href="#${target}">${requirement.title}</a>`;
}

/** What the README says, word by word, and what is there instead. */
function gapDetail({ repository }: Report, { requirement }: Highlight): Markup {
  const { because, lookedFor, counterEvidence, unkept, claim } = requirement;
  const [against] = counterEvidence;
  const why = because ?? (lookedFor === null ? 'Not found.' : `Looked for ${lookedFor}.`);
  return html`${unkept && claim ? html`The README says (${placeLink(repository, claim)}): “<bdi>${claim.text}</bdi>”. ` : null}${why}${
    against && !why.includes(placeOf(against)) ? html` Against it: ${placeLink(repository, against)}` : null
  }${against ? framed(against) : null}`;
}
