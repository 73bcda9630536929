/** The JSON Schemas of the package: they are what the code asks for, and what the program writes fits them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { HOME } from '../src/addresses.ts';
import { configTemplate } from '../src/commands/init/templates.ts';
import { portfolioJson, reportJson } from '../src/reporters/json.ts';
import { ROOT } from './cli/run.ts';
import { cohort } from './reporters/cohort.ts';
import { portfolio } from './reporters/portfolio.ts';
import { report } from './reporters/report.ts';

const schema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../schemas/${name}.schema.json`, import.meta.url), 'utf8'));
const draft7 = new Ajv({ strict: false });
const draft2020 = new Ajv2020({ strict: false, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } });

it('are those that the code gives', () => {
  expect(() => execFileSync(process.execPath, ['scripts/schema.ts', '--check'], { cwd: ROOT })).not.toThrow();
});

it('of a report takes a report, and no other', () => {
  const fits = draft7.compile(schema('report'));
  const json = JSON.parse(reportJson(report()));
  expect(fits(json), JSON.stringify(fits.errors)).toBe(true);
  expect(fits({ ...json, surprise: 1 })).toBe(false);
  expect(fits({ ...json, milestones: [{ id: 'x' }] })).toBe(false);
});

it('of a portfolio takes a portfolio', () => {
  const fits = draft7.compile(schema('portfolio'));
  expect(fits(JSON.parse(portfolioJson(portfolio()))), JSON.stringify(fits.errors)).toBe(true);
});

it('of a cohort takes a cohort, compared or not, and no other', () => {
  const fits = draft7.compile(schema('cohort'));
  for (const one of [cohort(8), cohort(8, 2)])
    expect(fits(JSON.parse(JSON.stringify(one))), JSON.stringify(fits.errors)).toBe(true);
  expect(fits({ ...cohort(8), surprise: 1 })).toBe(false);
});

it('of .milestone.yml takes what init writes, and names itself there', () => {
  const fits = draft2020.compile(schema('milestone-config'));
  const text = configTemplate('blog-api', `${HOME}/x`);
  expect(text).toMatch(/^# yaml-language-server: \$schema=https:/);
  expect(fits(parse(text)), JSON.stringify(fits.errors)).toBe(true);
  expect(fits({ milestones: 'blog-api' })).toBe(false);
  expect(fits({ waivers: [{ requirement: 'deployed' }] })).toBe(false);
});

it('of PORTFOLIO.yml takes both ways to name a project', () => {
  const fits = draft2020.compile(schema('portfolio-plan'));
  expect(fits({ projects: ['a', { source: 'b', milestones: ['blog-api'] }] })).toBe(true);
  expect(fits({ projects: [{ source: 'b', milestones: ['blog'] }] })).toBe(false);
});
