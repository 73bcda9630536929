/** The way to the checkpoints: how far it is, and what exactly is between here and the next one. */
import type {
  Checkpoint,
  PortfolioReport,
  ProjectReport,
  Proof,
  RequirementSummary,
} from '../../model/portfolio.ts';
import { range, TIME } from '../words.ts';
import { capital } from './gauge.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { silentSign, verdictSign } from './signs.ts';

const STATUS = { shown: 'met', begun: 'partial', absent: 'missing' } as const;
const STATUS_WORDS = { shown: 'shown', begun: 'begun', absent: 'no repository yet' } as const;

export function checkpointSection({ checkpoints, projects }: PortfolioReport): Markup {
  const next = checkpoints.find(({ reached }) => !reached);
  return html`<section id="checkpoints" aria-labelledby="checkpoints-title"><div class="head"><h2 id="checkpoints-title">Employability checkpoints</h2><p>A milestone counts as shown when its repository is nearly ready: 70 %, and at most one core requirement open, never the one that it is about.</p></div>
<ol class="way">${checkpoints.map((one) => stop(one, one === next))}</ol>
${next ? between(next, projects) : html`<p class="card between">All four checkpoints are reached.</p>`}</section>`;
}

function stop({ months, title, reached }: Checkpoint, next: boolean): Markup {
  const state = reached ? 'reached' : next ? 'next' : 'later';
  return html`<li class="stop ${state}"><p class="small">${months} months · ${state}</p><h3>${title}</h3></li>`;
}

function between({ title, proofs, atLeast }: Checkpoint, projects: readonly ProjectReport[]): Markup {
  const shown = proofs.filter(({ status }) => status === 'shown').length;
  const wanted = atLeast - shown;
  const choice =
    atLeast < proofs.length
      ? `any ${wanted} of these`
      : wanted === 1
        ? 'one more project'
        : `${wanted} more projects`;
  return html`<div class="card between"><h3>Before ${title}: ${choice}</h3><ul class="points">${proofs.map((proof) => proofRow(proof, projects))}</ul></div>`;
}

function proofRow(proof: Proof, projects: readonly ProjectReport[]): Markup {
  const { title, status, open, score } = proof;
  return html`<li>${verdictSign(STATUS[status])}<span class="title">${title}</span><span class="detail">${by(proof, projects)}${
    score?.cap ? html` Held down: ${score.cap}.` : null
  }${open.length > 0 && html` Open: ${openList(open)}.`}</span></li>`;
}

function openList(open: readonly RequirementSummary[]): Markup {
  return html`${open.map((one, index) => html`${index > 0 && '; '}<strong>${one.title}</strong> (${TIME[one.effort]})`)}`;
}

/** The repository that shows it, as a link to its card. */
function by({ project, score, status }: Proof, projects: readonly ProjectReport[]): Markup {
  const index = projects.findIndex(({ source }) => source === project);
  const found = projects[index];
  if (!found || score === null) return html`${capital(STATUS_WORDS[status])}.`;
  return html`<a href="#project-${index + 1}"><bdi>${found.report.repository.name}</bdi></a>, ${range(score)}.`;
}

/** The projects that everybody needs, and which repository proves each. */
export function requiredSection({ required, projects }: PortfolioReport): Markup {
  if (required.length === 0) return NOTHING;
  return html`<section id="required" aria-labelledby="required-title"><div class="head"><h2 id="required-title">The four required projects</h2></div>
<ul class="tiles">${required.map((proof) => {
    const kind = STATUS[proof.status];
    return html`<li class="card tile"><h3>${proof.title}</h3><p class="state ${kind}">${silentSign(kind)} ${capital(STATUS_WORDS[proof.status])}</p>${
      proof.project === null ? null : html`<p class="small soft">${by(proof, projects)}</p>`
    }</li>`;
  })}</ul></section>`;
}
