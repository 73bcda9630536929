/** The JSON Schemas of the package: they are what the code asks for, and what the program writes fits them. */
import { execFileSync } from 'node:child_process';
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
import { misfits, schemaOf } from './schemas/fits.ts';

const draft2020 = new Ajv2020({ strict: false, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } });

it('are those that the code gives', () => {
  expect(() => execFileSync(process.execPath, ['scripts/schema.ts', '--check'], { cwd: ROOT })).not.toThrow();
});

it('of a report takes a report, and no other', () => {
  const json = JSON.parse(reportJson(report()));
  expect(misfits('report', json)).toEqual([]);
  expect(misfits('report', { ...json, surprise: 1 })).not.toEqual([]);
  expect(misfits('report', { ...json, milestones: [{ id: 'x' }] })).not.toEqual([]);
});

it('of a portfolio takes a portfolio', () => {
  expect(misfits('portfolio', JSON.parse(portfolioJson(portfolio())))).toEqual([]);
});

it('of a cohort takes a cohort, compared or not, and no other', () => {
  for (const one of [cohort(8), cohort(8, 2)])
    expect(misfits('cohort', JSON.parse(JSON.stringify(one)))).toEqual([]);
  expect(misfits('cohort', { ...cohort(8), surprise: 1 })).not.toEqual([]);
});

it('of .milestone.yml takes what init writes, and names itself there', () => {
  const fits = draft2020.compile(schemaOf('milestone-config'));
  const text = configTemplate('blog-api', `${HOME}/x`);
  expect(text).toMatch(/^# yaml-language-server: \$schema=https:/);
  expect(fits(parse(text)), JSON.stringify(fits.errors)).toBe(true);
  expect(fits({ milestones: 'blog-api' })).toBe(false);
  expect(fits({ waivers: [{ requirement: 'deployed' }] })).toBe(false);
});

it('of PORTFOLIO.yml takes both ways to name a project', () => {
  const fits = draft2020.compile(schemaOf('portfolio-plan'));
  expect(fits({ projects: ['a', { source: 'b', milestones: ['blog-api'] }] })).toBe(true);
  expect(fits({ projects: [{ source: 'b', milestones: ['blog'] }] })).toBe(false);
});
