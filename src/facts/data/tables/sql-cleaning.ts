/** Rows that SQL cleans on their way from one table or file into another. */
import type { Value } from '../../../program/file.ts';
import type { Program, Site } from '../../../program/program.ts';
import type { Defect } from './cleaning.ts';

/** A table that is made of what is selected: not a query that only asks. */
const MAKES =
  /\b(?:insert\s+(?:or\s+\w+\s+)?into|create\s+(?:or\s+replace\s+)?(?:temp(?:orary)?\s+)?(?:table|view))\b[\s\S]{0,3000}\bselect\b|\bread_csv/i;
const DELETES = /\bdelete\s+from\b/i;
const MENDS: readonly (readonly [Defect, RegExp])[] = [
  ['nulls', /\bis\s+(?:not\s+)?null\b|\bcoalesce\s*\(|\bnullif\s*\(|(?:<>|!=)\s*''/i],
  ['duplicates', /\bselect\s+distinct\b|\brow_number\s*\(\s*\)\s*over\b|\bdistinct\s+on\b|\bctid\s*</i],
  ['types', /\btry_cast\s*\(|\bregexp_matches\s*\(|~\*?\s*'\^|\bcase\b[\s\S]{0,300}(?:\bcast\s*\(|::)/i],
];

/** What a text of SQL does about its rows. */
export function mendedBySql(program: Program, value: Value, site: Site): readonly Defect[] {
  const text = sqlOf(program, value, site).slice(0, 4000);
  if (!MAKES.test(text) && !DELETES.test(text)) return [];
  return MENDS.filter(([, pattern]) => pattern.test(text)).map(([defect]) => defect);
}

function sqlOf(program: Program, value: Value, site: Site): string {
  if (value.kind === 'template')
    return value.parts.map((part) => (typeof part === 'string' ? part : '?')).join('');
  const said = value.kind === 'literal' ? program.constant(value, site) : null;
  return typeof said === 'string' ? said : '';
}
