/** Checks made for the tests of the engine and of the loader: their parameters are all that they know. */
import { type Check, cannotTell, defineCheck, no, yes } from '../../src/checks/define.ts';
import type { Evidence } from '../../src/model.ts';

export function evidence(path: string, line = 1): Evidence {
  return { path, line, text: `${path}:${line}` };
}

const says = defineCheck({
  name: 'says',
  summary: 'Answers what it is told to.',
  reads: ['code'],
  parameters: (z) =>
    z.strictObject({ answer: z.enum(['yes', 'no', 'open']), of: z.string().default('a.py') }),
  ask: (_facts, { answer, of }) => {
    if (answer === 'open') return cannotTell(`${of} is not readable`);
    return answer === 'yes' ? yes([evidence(of)]) : no(`something in ${of}`, [evidence(of, 9)]);
  },
});

const counts = defineCheck({
  name: 'counts',
  summary: 'Shows so many places.',
  reads: ['code'],
  parameters: (z) =>
    z.strictObject({ atLeast: z.int().min(1), words: z.array(z.string()).min(1).optional() }),
  ask: (_facts, { atLeast }) =>
    yes(Array.from({ length: atLeast }, (_, index) => evidence('many.py', index + 1))),
});

const plain = defineCheck({
  name: 'plain-thing',
  summary: 'Has no parameters.',
  reads: ['code'],
  parameters: (z) => z.strictObject({}),
  ask: () => yes([evidence('plain.py')]),
});

const broken = defineCheck({
  name: 'broken',
  summary: 'Fails.',
  reads: ['code'],
  parameters: (z) => z.strictObject({}),
  ask: () => {
    throw new TypeError(`no such thing ${'x'.repeat(1000)}`);
  },
});

const empty = defineCheck({
  name: 'empty',
  summary: 'Says yes and shows nothing.',
  reads: ['code'],
  parameters: (z) => z.strictObject({}),
  ask: () => ({ answer: 'yes', evidence: [] }),
});

export const TEST_CHECKS: ReadonlyMap<string, Check> = new Map(
  [says, counts, plain, broken, empty].map((check) => [check.name, check as Check]),
);
