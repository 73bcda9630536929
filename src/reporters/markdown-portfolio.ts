/** The portfolio as Markdown that GitHub renders: for a README of one's profile, or a mentor's issue. */

import type { PortfolioReport, ProjectReport, Proof } from '../model/portfolio.ts';
import type { Verdict } from '../model.ts';
import { portfolioChanges } from './changed.ts';
import { gapsOf, proofsOf } from './highlights.ts';
import { code, linked, prose, row } from './markdown/escape.ts';
import { permalink } from './permalinks.ts';
import { placeOf } from './places.ts';
import type { ReporterOptions } from './reporter.ts';
import { counted, deployedWords, range } from './words.ts';

const RULES = 'portfolio';
const SIGNS: Readonly<Record<Verdict, string>> = {
  met: '✅',
  partial: '🟡',
  missing: '❌',
  unverifiable: '❔',
  waived: '➖',
};
const STATUS = { shown: '✅', begun: '🟡', absent: '❌' } as const;

export function portfolioMarkdown(
  portfolio: PortfolioReport,
  { changes }: Pick<ReporterOptions, 'changes'> = {},
): string {
  const sentences = changes === undefined ? null : portfolioChanges(changes);
  const parts = [
    head(portfolio),
    sentences === null
      ? ''
      : `### Since the earlier report\n\n${list(sentences.length === 0 ? ['Nothing changed'] : sentences.map((one) => prose(one, 400)))}`,
    checkpoints(portfolio),
    projects(portfolio),
    cards(portfolio),
    skills(portfolio),
    failures(portfolio),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function head({ title, checkpoints: all, required, deployed, projects: found }: PortfolioReport): string {
  const reached = all.findLast((one) => one.reached);
  const shown = required.filter(({ status }) => status === 'shown').length;
  const where = reached
    ? `${reached.title}, the checkpoint after ${reached.months} months`
    : 'Before the first checkpoint';
  return `## ${prose(title ?? 'Portfolio')}\n\n**${prose(where)}** · ${counted(found.length, 'project')} · ${shown} of ${required.length} required projects shown · ${deployedWords(deployed)}`;
}

function checkpoints(portfolio: PortfolioReport): string {
  const lines = portfolio.checkpoints.flatMap(({ months, title, reached, proofs, atLeast }) => [
    `- ${reached ? '✅' : '⬜'} **${months} months: ${prose(title)}**${atLeast < proofs.length ? `, any ${atLeast} of these` : ''}`,
    ...proofs.map((proof) => `  - ${proofLine(portfolio, proof)}`),
  ]);
  return `### Checkpoints\n\n${lines.join('\n')}`;
}

function proofLine(
  { projects: all }: PortfolioReport,
  { title, status, project, score, open }: Proof,
): string {
  const found = all.find(({ source }) => source === project);
  const by = found && score ? `${code(found.report.repository.name)}, ${range(score)}` : 'no repository yet';
  const rest = open.length === 0 ? '' : `; open: ${open.map((one) => prose(one.title)).join(', ')}`;
  return `${STATUS[status]} ${prose(title)}: ${by}${rest}`;
}

function projects({ projects: all }: PortfolioReport): string {
  const rules = all[0]?.report.milestones.find(({ id }) => id === RULES)?.requirements ?? [];
  if (all.length === 0) return '';
  const header = ['Project', 'Milestone', 'Score', ...rules.map(({ title }) => prose(title))];
  const lines = all.map(({ report }) => {
    const [first] = report.milestones;
    const own = report.milestones.find(({ id }) => id === RULES)?.requirements ?? [];
    return row([
      code(report.repository.name),
      prose(first?.title ?? ''),
      first ? range(first.score) : '',
      ...rules.map(({ id }) => {
        const one = own.find((rule) => rule.id === id);
        return one ? `${SIGNS[one.verdict]} ${one.verdict}` : '';
      }),
    ]);
  });
  return `### Projects\n\n${[row(header), row(header.map(() => '---')), ...lines].join('\n')}`;
}

function cards({ projects: all }: PortfolioReport): string {
  return all.map(card).join('\n\n');
}

function card({ report }: ProjectReport): string {
  const { repository } = report;
  const proofs = proofsOf(report).map(({ requirement }) => {
    const [first] = requirement.evidence;
    const address = first ? permalink(repository, first) : null;
    const place = first
      ? address === null
        ? code(placeOf(first))
        : linked(code(placeOf(first)), address)
      : '';
    return `✅ ${prose(requirement.title)} ${place}`;
  });
  const gaps = gapsOf(report).map(
    ({ requirement }) => `${SIGNS[requirement.verdict]} ${prose(requirement.title)}`,
  );
  const about = repository.about === null ? '' : `\n\n> ${prose(repository.about, 300)}`;
  return `#### ${code(repository.name)}${about}\n\n${list([...proofs, ...gaps])}`;
}

function skills({ skills: all }: PortfolioReport): string {
  if (all.length === 0) return '';
  const phases = [...new Set(all.map(({ phase }) => phase))];
  const lines = phases.map((phase) => {
    const own = all.filter((one) => one.phase === phase);
    return row([
      prose(`${phase}. ${own[0]?.phaseTitle ?? ''}`),
      `${own.filter(({ shown }) => shown.length > 0).length} of ${own.length}`,
    ]);
  });
  return `### Skills shown by code\n\n${[row(['Phase', 'Shown']), row(['---', '---']), ...lines].join('\n')}`;
}

function failures({ failures: all }: PortfolioReport): string {
  if (all.length === 0) return '';
  return `### Not audited\n\n${list(all.map(({ source, reason }) => `${code(source)}: ${prose(reason, 300)}`))}`;
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
