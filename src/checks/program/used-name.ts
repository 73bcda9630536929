import type { CodeFile, Value } from '../../program/file.ts';
import { lastSegment, matchesAny, valuesWithin } from '../../program/link/values.ts';
import { defineCheck, found } from '../define.ts';

const MOST_SHOWN = 6;

export const usedName = defineCheck({
  name: 'used-name',
  summary:
    'Application code reads or sets a name of a library that is no function, such as streamlit.session_state.',
  reads: ['code'],
  written: true,
  parameters: (z) =>
    z.strictObject({
      names: z.array(z.string().min(1).max(200)).min(1).max(20).describe('Qualified names without *.'),
    }),
  ask: (facts, { names }) => {
    const patterns = names.flatMap((name) => [name, `${name}.*`]);
    const words = names.map(lastSegment);
    const evidence = facts.program.filesOf().flatMap((file) => {
      const lines = namesIn(file)
        .filter(({ name }) => words.some((word) => name.split('.').includes(word)))
        .filter((value) => {
          const target = facts.program.resolve(value, { file, definition: -1 });
          return target.kind === 'external' && matchesAny(target.name, patterns);
        })
        .map(({ line }) => line);
      return [...new Set(lines)].map((line) => facts.evidence(file.path, line));
    });
    return found(evidence.slice(0, MOST_SHOWN), `a use of ${names.join(' or ')}`);
  },
});

type Name = Value & { readonly kind: 'name' };

function namesIn(file: CodeFile): readonly Name[] {
  const written = [
    ...file.assignments.flatMap(({ target, value }) => [target, value]),
    ...file.calls.flatMap(({ callee, arguments: given }) => [callee, ...given.map(({ value }) => value)]),
    ...file.statements.map(({ value }) => value),
    ...file.blocks.map(({ test }) => test),
  ];
  return written
    .flatMap((value) => (value ? valuesWithin(value) : []))
    .filter((value): value is Name => value.kind === 'name');
}
