/** `init`: proposes the milestone that a project looks like and writes the files of an audit on every push. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { schemaAddress } from '../../addresses.ts';
import { factsOf, recognitionOf } from '../../audit.ts';
import { CONFIG_FILE } from '../../config/config.ts';
import { badOption, UserError } from '../../errors.ts';
import { PORTFOLIO } from '../../milestones/catalogue.ts';
import type { Recognition } from '../../model/repository.ts';
import { visible } from '../../reporters/visible.ts';
import { openRepository } from '../../repository/open.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Installation, Rules } from '../installation.ts';
import { placeOf } from './place.ts';
import { configTemplate, pagesTemplate, workflowTemplate } from './templates.ts';

const SCHEMA = schemaAddress('milestone-config');

export interface InitOptions {
  readonly yes: boolean;
  readonly pages: boolean;
}

interface Planned {
  /** As whoever reads the messages sees it: relative to the root of the repository. */
  readonly path: string;
  readonly target: string;
  readonly text: string;
}

export async function init(
  path: string,
  { milestone, yes, pages }: InitOptions & { readonly milestone: string },
  here: Installation,
): Promise<void> {
  const rules = await here.rules();
  const chosen = await milestoneOf(path, milestone, rules, here);
  const { root, prefix, branch } = await placeOf(path);
  // GitHub looks for workflows at the root alone; the configuration lies beside the project.
  const workflow = { version: here.version, branch, path: prefix };
  const name = prefix === '' ? 'milestone' : `milestone-${basename(prefix)}`;
  const planned = [
    [join(prefix, CONFIG_FILE), configTemplate(chosen, SCHEMA)],
    [`.github/workflows/${name}.yml`, workflowTemplate(workflow)],
    ...(pages ? [[`.github/workflows/${name}-pages.yml`, pagesTemplate(workflow)]] : []),
  ].map(([file = '', text = '']): Planned => ({ path: file, target: join(root, file), text }));
  const there = planned.filter((file) => existsSync(file.target));
  const missing = planned.filter((file) => !there.includes(file));
  for (const file of there) say(`${visible(file.path)} is there already and stays as it is.\n`);
  if (missing.length === 0) return say('There is nothing to write.\n');
  for (const { path: name, text } of missing) say(`\n${visible(name)}\n${indented(text)}`);
  if (!yes && !(await agreed(missing.length))) return;
  for (const file of missing) write(file);
  say(
    `\nNext: milestone-auditor ${path === '.' ? '' : `${visible(path)} `}shows where the project stands.\n`,
  );
}

/** The milestone that is named or recognised; null where it cannot be told, which the file then asks for. */
async function milestoneOf(
  path: string,
  milestone: string,
  rules: Rules,
  here: Installation,
): Promise<string | null> {
  const known = rules.milestones.map(({ id }) => id).filter((id) => id !== PORTFOLIO);
  if (milestone !== 'auto' && !known.includes(milestone)) throw badOption('--milestone', milestone, known);
  const repository = await openRepository(path);
  if (milestone !== 'auto') return milestone;
  const recognition = await recognised(repository, rules, here);
  say(`${proposal(recognition, rules)}\n`);
  return recognition.milestone ?? begunAs(recognition);
}

async function recognised(repository: Repository, rules: Rules, here: Installation): Promise<Recognition> {
  const facts = await factsOf(repository, {
    milestones: rules.milestones,
    milestoneId: 'auto',
    reading: await here.reading(),
    tool: here.tool(rules.digest),
  });
  return recognitionOf(repository, facts, rules.milestones);
}

/** What it looks most like: at the start of a project its main job is not there yet. */
function begunAs({ candidates: [best] }: Recognition): string | null {
  return best?.open ? best.id : null;
}

function proposal(recognition: Recognition, rules: Rules): string {
  const [best, second] = recognition.candidates;
  if (!best) return 'No milestone could be recognised: name it in .milestone.yml.';
  const title = rules.milestones.find(({ id }) => id === best.id)?.title ?? best.id;
  const signs = best.signals.slice(0, 3).map(visible).join(', ');
  const chosen = recognition.milestone ?? begunAs(recognition);
  if (chosen) return `This looks like '${best.id}' (${title}): ${signs}.`;
  const other = second ? ` or '${second.id}'` : '';
  return `This could be '${best.id}'${other}; it is too close to tell. Name it in .milestone.yml.`;
}

/** Asks on a terminal. Elsewhere nobody can answer, and nothing is written. */
async function agreed(count: number): Promise<boolean> {
  const what = count === 1 ? 'this file' : `these ${count} files`;
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    say(`\nNothing was written: run again with --yes to write ${what}.\n`);
    return false;
  }
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await lines.question(`\nWrite ${what}? [y/N] `)).trim());
  } finally {
    lines.close();
  }
}

/** Never overwrites: what came into being meanwhile stays. */
function write({ path, target, text }: Planned): void {
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: 'wx' });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new UserError({
      code: 'not-readable',
      message: `${visible(path)} cannot be written (${reason})`,
      hint: 'Change the permissions of the folder, or write the file yourself: its text is shown above.',
      exitCode: 2,
    });
  }
  say(`wrote ${visible(path)}\n`);
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : `    ${line}`))
    .join('\n');
}

function say(text: string): void {
  process.stdout.write(text);
}
