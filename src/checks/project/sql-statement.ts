import type { Facts } from '../../facts/facts.ts';
import type { Evidence } from '../../model.ts';
import type { CodeFile, Value } from '../../program/file.ts';
import { valuesThroughCalls } from '../../program/link/values.ts';
import { defineCheck, found } from '../define.ts';

/** What a statement holds. White space is single when it is looked at. */
const CLAUSES = {
  select: /\bselect .{1,500}? from /,
  where: /\b(?:select|update|delete)\b.{1,500}? where /,
  join: /\bselect .{1,800}? join .{1,200}? (?:on|using)\b/,
  'group-by': /\bselect .{1,800}? group by /,
  insert: /\binsert into /,
  index: /\bcreate (?:unique )?index /,
} as const;

type Clause = keyof typeof CLAUSES;
const NAMES = Object.keys(CLAUSES) as [Clause, ...Clause[]];
const MOST_SHOWN = 6;
const MOST_CHARACTERS = 4_000;

export const sqlStatement = defineCheck({
  name: 'sql-statement',
  summary: 'SQL with one of the clauses stands in application code or in a file of SQL.',
  reads: ['code', 'configuration'],
  written: true,
  parameters: (z) => z.strictObject({ with: z.array(z.enum(NAMES)).min(1) }),
  ask: (facts, { with: wanted }) => {
    const holds = (text: string): boolean => {
      const flat = text.slice(0, MOST_CHARACTERS).replace(/\s+/g, ' ').toLowerCase();
      return wanted.some((name) => CLAUSES[name].test(flat));
    };
    return found(
      [...inCode(facts, holds), ...inFiles(facts, holds)].slice(0, MOST_SHOWN),
      `SQL with ${wanted.join(' or ')}`,
    );
  },
});

function inCode(facts: Facts, holds: (text: string) => boolean): readonly Evidence[] {
  return facts.program.filesOf().flatMap((file) =>
    [
      ...new Set(
        texts(file)
          .filter(({ text }) => holds(text))
          .map(({ line }) => line),
      ),
    ].map((line) => facts.evidence(file.path, line)),
  );
}

/** Strings that are assigned or handed on: a statement in a docstring is none. */
function texts(file: CodeFile): readonly { readonly text: string; readonly line: number }[] {
  const written: readonly (Value | null)[] = [
    ...file.assignments.map(({ value }) => value),
    ...file.statements.filter(({ kind }) => kind === 'return').map(({ value }) => value),
    ...file.calls.flatMap((call) => call.arguments.map(({ value }) => value)),
  ];
  return written
    .flatMap((value) => (value ? valuesThroughCalls(value, file) : []))
    .flatMap((value) => {
      if (value.kind === 'literal' && typeof value.value === 'string' && value.value.length > 12)
        return [{ text: value.value, line: value.line }];
      if (value.kind !== 'template') return [];
      return [
        {
          text: value.parts.map((part) => (typeof part === 'string' ? part : '?')).join(''),
          line: value.line,
        },
      ];
    });
}

function inFiles(facts: Facts, holds: (text: string) => boolean): readonly Evidence[] {
  return facts.files
    .filter(({ path, role }) => /\.sql$/i.test(path) && (role === 'application' || role === 'migration'))
    .flatMap(({ path }) => (holds(facts.text(path) ?? '') ? [facts.evidence(path, 1)] : []));
}
