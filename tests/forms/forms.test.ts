/** The rewrites themselves, and the verdicts that they change: none should. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ruleCases } from './cases.ts';
import type { Files, Form } from './form.ts';
import { projectOf } from './project.ts';
import { runForms } from './run.ts';
import { isInSample } from './sample.ts';
import { FORMS } from './table.ts';

interface Example {
  readonly before: Files;
  readonly after: Files;
  /** What it must leave alone: the meaning might change. */
  readonly stays: readonly Files[];
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

const EXAMPLES = new Map<string, Example>(
  ['python', 'typescript'].flatMap((name) => Object.entries(parse(read(`examples/${name}.yml`)))),
);
/** How many cases of the sample a form may change: these numbers only ever fall. */
const BUDGET: Readonly<Record<string, number>> = JSON.parse(read('budget.json'));

describe.each(FORMS.map((form) => [form.name, form] as const))('%s', (name, form) => {
  it('rewrites its example, and leaves alone what it must', async () => {
    const example = EXAMPLES.get(name);
    expect(example?.stays.length, 'examples of both kinds').toBeGreaterThan(0);
    expect(form.rewrite(await projectOf(example?.before ?? {}))).toEqual(example?.after);
    for (const files of example?.stays ?? []) expect(form.rewrite(await projectOf(files))).toBeNull();
  });
});

it('has one name for each form, and a budget for no other', () => {
  const names = FORMS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(BUDGET).filter((name) => !names.includes(name))).toEqual([]);
});

const sample = (await ruleCases()).filter(isInSample);

it('writes what parses', async () => {
  expect(sample.length).toBeGreaterThan(100);
  const wrong: string[] = [];
  for (const one of sample) {
    const project = await projectOf(one.files);
    const broken = new Set(brokenIn(project));
    for (const form of FORMS) {
      const files = form.rewrite(project);
      const found = files ? brokenIn(await projectOf(files)).filter((path) => !broken.has(path)) : [];
      if (!form.moves) wrong.push(...found.map((path) => `${form.name}: ${one.id}: ${path}`));
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);

function brokenIn({ python, scripts }: Awaited<ReturnType<typeof projectOf>>): readonly string[] {
  return [...python, ...scripts].filter(({ broken }) => broken).map(({ path }) => path);
}

it('keeps the verdicts of the sample, but for the budget', async () => {
  const results = await runForms(FORMS, sample);
  const changed = results.filter(({ form, breaks }) => breaks.length !== budgetOf(form));
  const told = changed.map(
    ({ form, breaks }) =>
      `${form.name}: ${breaks.length} changed, ${budgetOf(form)} allowed\n` +
      breaks
        .map(
          ({ case: one, requirement, before, after }) => `  ${one.id} (${requirement}): ${before} → ${after}`,
        )
        .join('\n'),
  );
  expect(
    changed.length,
    `${told.join('\n')}\n\nMend what broke; where less broke, 'npm run forms -- --budget' lowers the budget.`,
  ).toBe(0);
}, 300_000);

function budgetOf({ name }: Form): number {
  return BUDGET[name] ?? 0;
}
