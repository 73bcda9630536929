/** The page of a portfolio: what it shows together, then a card per project. */

import type { PortfolioDifference, PortfolioReport, ProjectReport } from '../../model/portfolio.ts';
import type { MilestoneReport, Report } from '../../model.ts';
import { portfolioChanges } from '../changed.ts';
import type { ReporterOptions } from '../reporter.ts';
import { counted, VERDICTS } from '../words.ts';
import { projectCard } from './card.ts';
import { chartSection } from './charts.ts';
import { checkpointSection, requiredSection } from './checkpoints.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { matrix } from './matrix.ts';
import { pageOf, provenance } from './page.ts';
import { placeLink } from './places.ts';
import { verdictSign } from './signs.ts';
import { skillSection } from './skills.ts';

export function portfolioHtml(
  portfolio: PortfolioReport,
  { changes }: Pick<ReporterOptions, 'changes'> = {},
): string {
  const { title, projects, skills, tool } = portfolio;
  const some = projects.length > 0;
  const jumps: readonly (readonly [string, string])[] = [
    ['checkpoints', 'Checkpoints'],
    ...(some ? ([['matrix', 'Matrix']] as const) : []),
    ...(skills.length > 0 ? ([['skills', 'Skills']] as const) : []),
    ...(some ? ([['projects', 'Projects']] as const) : []),
  ];
  return pageOf(
    {
      title: title ?? 'Portfolio',
      jumps,
      main: [
        opening(portfolio),
        changes === undefined ? NOTHING : changeSection(changes),
        checkpointSection(portfolio),
        requiredSection(portfolio),
        some ? matrix(portfolio) : NOTHING,
        chartSection(portfolio),
        some ? projectSection(projects) : NOTHING,
        skillSection(portfolio),
      ],
      tool,
      about: aboutOf(portfolio),
      origin: counted(projects.length, 'project'),
    },
    'portfolio',
  );
}

function opening(portfolio: PortfolioReport): Markup {
  const { title, projects, required, deployed, checkpoints, skills, failures } = portfolio;
  const reached = checkpoints.findLast((one) => one.reached);
  const shown = required.filter(({ status }) => status === 'shown').length;
  const seen = skills.filter((one) => one.shown.length > 0).length;
  const lead = reached
    ? html`The code shows what the roadmap asks of a <strong>${reached.title}</strong>, its checkpoint after ${reached.months} months.`
    : html`The code does not show the first checkpoint of the roadmap yet; what is open is listed below.`;
  return html`<section class="opening"><p class="eyebrow">AI engineering portfolio</p><h1><bdi>${title ?? 'Portfolio'}</bdi></h1><p class="lead">${lead}</p>
${failed(failures)}
<dl class="figures number">${figure('projects audited', projects.length, null)}${figure('required projects shown', shown, required.length)}${figure('deployed, with an address', deployed.projects.length, deployed.atLeast)}${figure('skills shown by code', seen, skills.length)}</dl><p class="print-only small soft">${provenance(portfolio.tool, '')}</p></section>`;
}

function changeSection(changes: PortfolioDifference): Markup {
  const sentences = portfolioChanges(changes);
  const said = sentences.length === 0 ? ['Nothing changed.'] : sentences;
  return html`<section id="changes" aria-labelledby="changes-title"><div class="head"><h2 id="changes-title">Since the earlier report</h2></div><ul class="card changes">${said.map((one) => html`<li><bdi>${one}</bdi></li>`)}</ul></section>`;
}

function figure(words: string, count: number, of: number | null): Markup {
  return html`<div><dt>${words}</dt><dd>${count}${of !== null && count <= of && html` <span>of ${of}</span>`}</dd></div>`;
}

function aboutOf({ projects, required, deployed, checkpoints }: PortfolioReport): string {
  const reached = checkpoints.findLast((one) => one.reached);
  const shown = required.filter(({ status }) => status === 'shown').length;
  return `${reached ? reached.title : 'Before the first checkpoint'}: ${counted(projects.length, 'project')}, ${shown} of ${required.length} required ones shown, ${deployed.projects.length} deployed.`;
}

/** What is to be done about it is said once for all that it is said of. */
function failed(failures: PortfolioReport['failures']): Markup {
  if (failures.length === 0) return NOTHING;
  return html`<div class="notice" role="note"><p><strong>${counted(failures.length, 'repository').replace('repositorys', 'repositories')} could not be audited</strong></p><ul>${failures.map(
    ({ source, reason }) => html`<li><bdi>${source}</bdi>: ${reason}.</li>`,
  )}</ul>${[...new Set(failures.flatMap(({ hint }) => hint ?? []))].map((hint) => html`<p>${hint}</p>`)}</div>`;
}

function projectSection(projects: readonly ProjectReport[]): Markup {
  return html`<section id="projects" aria-labelledby="projects-title"><div class="head screen-only"><h2 id="projects-title">Projects</h2><p>What each one is, what proves it, and what it lacks.</p></div>
<div class="projects">${projects.map(({ report }, index) =>
    projectCard(report, {
      level: 3,
      id: `project-${index + 1}`,
      row: (milestone, id) => rowId(index, milestone, id),
      more: everything(report, index),
    }),
  )}</div></section>`;
}

/** Every requirement in a line, so that a printed page holds all of them. */
function everything(report: Report, index: number): Markup {
  const count = report.milestones.reduce((sum, { requirements }) => sum + requirements.length, 0);
  return html`<details class="all"><summary>All ${count} requirements</summary><ul class="checks">${report.milestones.map((one) => checks(report, index, one))}</ul></details>`;
}

/** Requirements of one project on a page of many. */
function rowId(index: number, milestone: string, requirement: string): string {
  return `project-${index + 1}-${milestone}-${requirement}`;
}

function checks({ repository }: Report, index: number, { id, title, requirements }: MilestoneReport): Markup {
  const ordered = VERDICTS.flatMap((verdict) => requirements.filter((one) => one.verdict === verdict));
  return html`<li class="part">${title}</li>${ordered.map(
    (one) =>
      html`<li id="${rowId(index, id, one.id)}">${verdictSign(one.verdict)}<span>${one.title}</span>${one.evidence[0] && placeLink(repository, one.evidence[0])}</li>`,
  )}`;
}
