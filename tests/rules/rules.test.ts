/**
 * Rule tests as data: each file in this folder names a milestone and gives tiny repositories with the verdict they
 * must get. Every requirement needs a case for met, partial (where the rule has one) and missing, and one that tries
 * to fool it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { CHECKS } from '../../src/checks/index.ts';
import { readFacts } from '../../src/facts/read.ts';
import { judge } from '../../src/milestones/judge.ts';
import { loadMilestone } from '../../src/milestones/load.ts';
import type { Milestone } from '../../src/model.ts';
import { grammars } from '../support/program.ts';
import { repositoryOf } from '../support/repository.ts';

const Case = z.strictObject({
  name: z.string(),
  verdict: z.enum(['met', 'partial', 'missing', 'unverifiable']),
  /** It looks met (or partial) and is not. */
  fools: z.boolean().default(false),
  commits: z.number().int().min(0).default(6),
  files: z.record(z.string(), z.string()),
  /** Evidence that must be shown, as path:line. */
  evidence: z.array(z.string()).default([]),
});
const RuleTests = z.record(z.string(), z.array(Case));

const folder = new URL('.', import.meta.url);
const rules = new URL('../../rules/', import.meta.url);

for (const name of readdirSync(folder).filter((file) => file.endsWith('.yml'))) {
  const id = name.replace('.yml', '');
  const tests = RuleTests.parse(parse(readFileSync(new URL(name, folder), 'utf8')));
  describe(id, () => {
    let milestone: Milestone;
    beforeAll(async () => {
      milestone = await loadMilestone(readFileSync(new URL(name, rules), 'utf8'), `rules/${name}`, CHECKS);
    });

    it('has a case of every kind for every requirement', () => {
      const wanting = milestone.requirements.flatMap(({ id: requirement, partial }) => {
        const cases = tests[requirement] ?? [];
        const kinds = ['met', ...(partial ? ['partial'] : []), 'missing'].filter(
          (kind) => !cases.some((one) => one.verdict === kind),
        );
        if (!cases.some((one) => one.fools)) kinds.push('fools');
        return kinds.map((kind) => `${requirement}: ${kind}`);
      });
      expect(wanting).toEqual([]);
    });

    for (const [requirement, cases] of Object.entries(tests)) {
      describe(requirement, () => {
        for (const one of cases) {
          it(`${one.verdict}: ${one.name}`, async () => {
            const rule = milestone.requirements.find((item) => item.id === requirement);
            if (!rule) throw new Error(`there is no requirement ${requirement} in ${id}`);
            const facts = await readFacts(repositoryOf({ files: one.files, commits: one.commits }), grammars);
            const judged = judge(rule, facts, CHECKS);
            expect(judged, JSON.stringify(judged, null, 1)).toMatchObject({ verdict: one.verdict });
            const shown = judged.evidence.map(({ path, line }) => `${path}:${line}`);
            expect(shown).toEqual(expect.arrayContaining(one.evidence));
            if (one.verdict === 'met' || one.verdict === 'partial') expect(shown).not.toEqual([]);
          });
        }
      });
    }
  });
}
