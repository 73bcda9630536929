import { describe, expect, it } from 'vitest';
import { RuleFileError } from '../../src/milestones/shaped.ts';
import { loadPlan } from '../../src/portfolio/plan.ts';

it('lists projects, plain or with their milestones', async () => {
  const text =
    'title: Class of spring\nprojects:\n  - ../tasks\n  - { source: ada/rag, milestones: [rag-system, production-deployment] }\n';
  expect(await loadPlan(text, 'PORTFOLIO.yml')).toEqual({
    title: 'Class of spring',
    projects: [
      { source: '../tasks', milestones: [] },
      { source: 'ada/rag', milestones: ['rag-system', 'production-deployment'] },
    ],
  });
});

describe('mistakes', () => {
  it.each([
    ['', /PORTFOLIO\.yml:1:1/],
    ['projects: []\n', /1:11.*projects/],
    ['projekts: [a]\n', /unknown key 'projekts'; did you mean 'projects'/],
    ['projects:\n  - { source: a, milestones: [blog] }\n', /2:/],
    ['projects: [a\n', /not valid YAML/],
  ])('%j is told with its place', async (text, expected) => {
    const error = await loadPlan(text, 'PORTFOLIO.yml').catch((one: unknown) => one);
    expect(error).toBeInstanceOf(RuleFileError);
    expect((error as RuleFileError).mistakes.join('\n')).toMatch(expected);
    expect((error as RuleFileError).hint).toContain('projects');
  });
});
