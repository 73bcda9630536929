/** The portfolio on a terminal: the checkpoint, what is between it and the next one, the matrix, the skills. */
import type { Checkpoint, PortfolioReport, Proof, SkillReport } from '../model/portfolio.ts';
import type { Verdict } from '../model.ts';
import type { ReporterOptions } from './reporter.ts';
import { portfolioChangeLines } from './terminal/changes.ts';
import { readinessColour, verdictColour } from './terminal/colours.ts';
import { oneLine, type Page, pageOf, paragraph } from './terminal/page.ts';
import { withoutCommands } from './visible.ts';
import { cut, pad, widthOf } from './width.ts';
import { counted, deployedWords, range } from './words.ts';

const RULES = 'portfolio';

export function portfolioTerminal(portfolio: PortfolioReport, options: ReporterOptions): string {
  const page = pageOf(options);
  // With nothing audited there is nothing to say but why.
  if (portfolio.projects.length === 0) return `\n${failureLines(page, portfolio).join('\n')}\n`;
  const sections = [
    headLines(page, portfolio),
    failureLines(page, portfolio),
    checkpointLines(page, portfolio.checkpoints),
    projectLines(page, portfolio),
    skillLines(page, portfolio.skills),
    options.changes === undefined ? [] : portfolioChangeLines(page, options.changes),
  ];
  const text = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n').trimEnd());
  return withoutCommands(`\n${text.join('\n\n')}\n`);
}

function headLines(
  page: Page,
  { title, projects, required, deployed, checkpoints }: PortfolioReport,
): string[] {
  const { palette } = page;
  const reached = checkpoints.findLast((one) => one.reached);
  const where = reached ? `${reached.title} (${reached.months} months)` : 'before the first checkpoint';
  const shown = required.filter(({ status }) => status === 'shown').length;
  return [
    palette.bold(oneLine(page, 0, title ?? 'Portfolio')),
    oneLine(page, 0, `${where} ${page.symbols.dot} ${counted(projects.length, 'project')}`),
    palette.dim(
      oneLine(
        page,
        0,
        `${shown} of ${required.length} required projects shown ${page.symbols.dot} ${deployedWords(deployed)}`,
      ),
    ),
  ];
}

function checkpointLines(page: Page, checkpoints: readonly Checkpoint[]): string[] {
  const next = checkpoints.find(({ reached }) => !reached);
  return checkpoints.flatMap((checkpoint) => {
    const { months, title, proofs, reached, atLeast } = checkpoint;
    const symbol = page.symbols.verdict[reached ? 'met' : 'missing'];
    const choice = atLeast < proofs.length ? `: any ${atLeast} of its ${proofs.length} projects` : '';
    const head = `  ${reached ? page.palette.green(symbol) : symbol} ${pad(`${months} months`, 9)}  ${page.text(title)}${choice}`;
    if (reached || checkpoint !== next) return [reached ? head : page.palette.dim(head)];
    return [page.palette.bold(head), ...proofs.flatMap((proof) => proofLines(page, proof))];
  });
}

function proofLines(page: Page, { title, status, project, score, open }: Proof): string[] {
  const verdict = status === 'shown' ? 'met' : status === 'begun' ? 'partial' : 'missing';
  const by =
    project === null || score === null
      ? 'no repository yet'
      : `${project}, ${range(score, page.symbols.dash)}`;
  const [head = '', ...rest] = paragraph(page, 8, `${title}: ${by}`);
  const lines = [`      ${painted(page, verdict)} ${head.trimStart()}`, ...rest];
  if (score?.cap) lines.push(...paragraph(page, 10, `held down: ${score.cap}`, 2));
  if (open.length > 0)
    lines.push(
      ...paragraph(page, 10, `still open: ${open.map((one) => one.title).join('; ')}`, 4).map(
        page.palette.dim,
      ),
    );
  return lines;
}

/** One row per project: its milestone, its score, and the rules that hold for every project. */
function projectLines(page: Page, { projects }: PortfolioReport): string[] {
  if (projects.length === 0) return [];
  const longest = Math.max(...projects.map(({ report }) => widthOf(page.text(report.repository.name))));
  const names = Math.min(longest, Math.floor(page.columns * 0.36));
  const lines = projects.map(({ report }) => {
    const [first] = report.milestones;
    const rules = report.milestones.find(({ id }) => id === RULES)?.requirements ?? [];
    const symbols = rules.map(({ verdict }) => painted(page, verdict)).join(' ');
    const name = cut(page.text(report.repository.name), names, page.symbols.more);
    const score = first ? range(first.score, page.symbols.dash) : '';
    // The title is cut before anything is painted: colours take no room.
    const room = page.columns - 2 - names - 2 - 8 - 2 - Math.max(0, rules.length * 2 - 1) - 2;
    const title = cut(page.text(first?.title ?? ''), Math.max(0, room), page.symbols.more);
    const figure = pad(score, 8);
    return `  ${pad(name, names)}  ${first ? readinessColour(page, first.score.readiness)(figure) : figure}  ${symbols}  ${page.palette.dim(title)}`.trimEnd();
  });
  const titles = projects[0]?.report.milestones.find(({ id }) => id === RULES)?.requirements ?? [];
  const legend = titles.map(({ title }) => title).join(', ');
  return [
    page.palette.bold('Projects'),
    ...lines,
    ...(legend === ''
      ? []
      : paragraph(page, 2, `The signs, from left to right: ${legend}`).map(page.palette.dim)),
  ];
}

function skillLines(page: Page, skills: readonly SkillReport[]): string[] {
  if (skills.length === 0) return [];
  const phases = [...new Set(skills.map(({ phase }) => phase))];
  const lines = phases.map((phase) => {
    const own = skills.filter((skill) => skill.phase === phase);
    const shown = own.filter((skill) => skill.shown.length > 0).length;
    const title = own[0]?.phaseTitle ?? '';
    return oneLine(page, 2, `${pad(`${shown} of ${own.length}`, 9)}  ${phase}. ${title}`);
  });
  return [page.palette.bold('Skills shown by code'), ...lines];
}

function failureLines(page: Page, { failures }: PortfolioReport): string[] {
  if (failures.length === 0) return [];
  const lines = failures.flatMap(({ source, reason }) => paragraph(page, 2, `${source}: ${reason}`));
  // What is to be done is said once for all that it is said of.
  const hints = [...new Set(failures.flatMap(({ hint }) => hint ?? []))];
  return [
    page.palette.red('Not audited'),
    ...lines,
    ...hints.flatMap((hint) => paragraph(page, 2, hint).map(page.palette.dim)),
  ];
}

function painted(page: Page, verdict: Verdict): string {
  return verdictColour(page, verdict)(page.symbols.verdict[verdict]);
}
