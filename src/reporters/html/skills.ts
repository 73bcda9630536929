/** The skills map: every skill of the roadmap that code can show, with its strongest evidence, or not yet. */
import type { PortfolioReport, ProjectReport, SkillReport, SkillTag } from '../../model/portfolio.ts';
import { html, type Markup, NOTHING } from './markup.ts';
import { placeLink } from './places.ts';

const TAG_WORDS: Readonly<Record<SkillTag, string>> = {
  core: 'Core',
  high: 'High ROI',
  optional: 'Optional',
  advanced: 'Advanced',
};
const TAGS = Object.keys(TAG_WORDS) as readonly SkillTag[];

export function skillSection({ skills, projects }: PortfolioReport): Markup {
  if (skills.length === 0) return NOTHING;
  const shown = skills.filter(isShown).length;
  const phases = [...new Set(skills.map(({ phase }) => phase))];
  return html`<section id="skills" class="screen-only" aria-labelledby="skills-title" data-filter><div class="head"><h2 id="skills-title">Skills map</h2><p>${shown} of ${skills.length} skills that code can show are shown, each by the strongest place in all repositories.</p></div>
${tools(skills)}
${phases.map((phase) =>
  phaseBlock(
    skills.filter((one) => one.phase === phase),
    projects,
  ),
)}
<p class="none" hidden>No skill fits these filters.</p></section>`;
}

function isShown({ shown }: SkillReport): boolean {
  return shown.length > 0;
}

function tools(skills: readonly SkillReport[]): Markup {
  const shown = skills.filter(isShown).length;
  const chip = (key: string, value: string, words: string): Markup =>
    html`<button type="button" class="chip" data-key="${key}" data-value="${value}" aria-pressed="false">${words}</button>`;
  return html`<div class="tools"><label class="hidden-text" for="skills-search">Search skills</label>
<input id="skills-search" type="search" placeholder="Search skills, repositories and files" autocomplete="off" spellcheck="false">
${chip('state', 'has', `${shown} shown`)}${chip('state', 'not', `${skills.length - shown} not yet`)}
${TAGS.filter((tag) => skills.some((one) => one.tag === tag)).map((tag) => chip('tag', tag, TAG_WORDS[tag]))}
<p class="tally" role="status"></p></div>`;
}

function phaseBlock(skills: readonly SkillReport[], projects: readonly ProjectReport[]): Markup {
  const [first] = skills;
  if (!first) return NOTHING;
  const sections = [...new Set(skills.map(({ section }) => section))];
  return html`<div class="phase" data-group><h3>${first.phase}. ${first.phaseTitle} <span class="small">${skills.filter(isShown).length} of ${skills.length}</span></h3>
${sections.map((section) => html`<div data-group><h4>${section}</h4><ul class="skills">${skills.filter((one) => one.section === section).map((one) => skillRow(one, projects))}</ul></div>`)}</div>`;
}

function skillRow(skill: SkillReport, projects: readonly ProjectReport[]): Markup {
  const { title, tag, shown } = skill;
  const [best, ...rest] = shown;
  const home = best && projects.find(({ source }) => source === best.project)?.report.repository;
  const state = home ? 'has' : 'not';
  const words = [
    title,
    TAG_WORDS[tag],
    ...shown.flatMap(({ project, evidence }) => [project, evidence.path]),
  ];
  return html`<li class="skill ${state}" data-words="${words.join(' ').toLowerCase().slice(0, 1_000)}" data-state="${state}" data-tag="${tag}"><span class="dot" aria-hidden="true"></span><span class="title">${title}<span class="tag">${TAG_WORDS[tag]}</span>${!home && html`<span class="hidden-text">, not shown yet</span>`}</span>${
    home &&
    html`<span class="from"><bdi>${home.name}</bdi> ${placeLink(home, best.evidence)}${rest.length > 0 && ` and ${rest.length} more`}</span>`
  }</li>`;
}
