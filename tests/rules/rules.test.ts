/** The built-in rules against their tests: each file in this folder is named as the milestone it tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/checks/index.ts';
import { loadMilestone } from '../../src/milestones/load.ts';
import { loadRuleTests } from '../../src/rule-tests/cases.ts';
import { runRuleCase, wantingCases } from '../../src/rule-tests/run.ts';
import { reading } from '../support/program.ts';

const folder = new URL('.', import.meta.url);
const rules = new URL('../../rules/', import.meta.url);
const engine = { reading, checks: CHECKS };

for (const name of readdirSync(folder).filter((file) => file.endsWith('.yml'))) {
  const tests = await loadRuleTests(readFileSync(new URL(name, folder), 'utf8'), `tests/rules/${name}`);
  const milestone = await loadMilestone(readFileSync(new URL(name, rules), 'utf8'), `rules/${name}`, CHECKS);
  describe(milestone.id, () => {
    it('has a case of every kind for every requirement', () => {
      expect(wantingCases(milestone, tests)).toEqual([]);
    });
    for (const requirement of milestone.requirements) {
      describe(requirement.id, () => {
        it.each((tests[requirement.id] ?? []).map((one) => [one.verdict, one.name, one] as const))(
          '%s: %s',
          async (_, __, one) => {
            const { outcome, judgement, unshown } = await runRuleCase(requirement, one, engine);
            expect({ outcome, unshown }, JSON.stringify(judgement, null, 1)).toEqual({
              outcome: 'right',
              unshown: [],
            });
          },
        );
      });
    }
  });
}
