/** The built-in rules against the catalogue of requirements, clause by clause. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/checks/index.ts';
import { readFacts } from '../../src/facts/read.ts';
import { judge } from '../../src/milestones/judge.ts';
import { loadMilestone } from '../../src/milestones/load.ts';
import type { Milestone } from '../../src/model.ts';
import { repositoryOf } from '../../src/repository/memory.ts';
import { type Language, lawCases, lawClauses } from '../support/law.ts';
import { reading } from '../support/program.ts';

const cases = lawCases();
const milestones = [...new Set(cases.map(({ milestone }) => milestone))];

async function rulesOf(milestone: string): Promise<Milestone> {
  const text = readFileSync(new URL(`../../rules/${milestone}.yml`, import.meta.url), 'utf8');
  return loadMilestone(text, `rules/${milestone}.yml`, CHECKS);
}

describe.each(milestones)('%s', (milestone) => {
  const own = cases.filter((one) => one.milestone === milestone);
  const rules = rulesOf(milestone);

  it.each(own.map((one) => [one.name, one] as const))('%s', async (_, { shows, ...repository }) => {
    const { requirements } = await rules;
    const facts = await readFacts(repositoryOf(repository), reading);
    const verdictOf = (id: string) => {
      const rule = requirements.find((one) => one.id === id);
      return rule ? judge(rule, facts, CHECKS).verdict : 'no such requirement';
    };
    const judged = shows.map(({ requirement }) => [requirement, verdictOf(requirement)]);
    expect(Object.fromEntries(judged)).toEqual(
      Object.fromEntries(shows.map(({ requirement, verdict }) => [requirement, verdict])),
    );
  });
});

describe('the clauses', () => {
  const known = lawClauses();
  const showing = (id: string) =>
    cases.filter(({ shows }) => shows.some(({ clauses }) => clauses.includes(id)));
  const isShown = (id: string, language: Language | 'any') =>
    showing(id).some(({ languages }) => language === 'any' || languages.includes(language));
  const asked = known.flatMap(({ id, in: languages, open }) =>
    (languages.length > 0 ? languages : ['any' as const]).map((language) => ({
      clause: `${id}: ${language}`,
      open: open.includes(language),
      shown: isShown(id, language),
    })),
  );

  it('are shown by a case each, in each language that is asked for', () => {
    expect(asked.filter(({ open, shown }) => !open && !shown).map(({ clause }) => clause)).toEqual([]);
  });

  it('are open only where no case is right', () => {
    expect(asked.filter(({ open, shown }) => open && shown).map(({ clause }) => clause)).toEqual([]);
  });

  it('are all of the catalogue', () => {
    const ids = new Set(known.map(({ id }) => id));
    const named = cases.flatMap(({ shows }) => shows.flatMap(({ clauses }) => clauses));
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });
});
