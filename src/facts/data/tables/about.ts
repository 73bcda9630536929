/** What is known about a table, as against what is in it. */

import type { Origin } from '../../../program/flow/flow.ts';
import { lastName } from '../../../program/link/calls.ts';
import type { Program } from '../../../program/program.ts';
import { countsMask } from './masks.ts';

/** What is known about a table or a file, not what is in it. */
const ABOUT =
  /(?<!^os)\.(shape|columns|dtypes|size|index|nbytes|num_rows|num_columns|column_names|schema|filename|originalname|name|content_type|empty|length|fieldnames|mimetype|path)$/;
const COUNTS = new Set(
  'len count nunique getsize keys memory_usage info type id isinstance hash sizeof enumerate_count uuid4 now utcnow'.split(
    ' ',
  ),
);
const COMPARES = new Set(['==', '!=', '<', '>', '<=', '>=', 'in', 'not in', 'is', 'is not', 'not']);
/** Values that only tell about a table: rows do not flow through them. */
export function aboutRows(program: Program, { value, site }: Origin): boolean {
  if (value.kind === 'name') return ABOUT.test(value.name);
  if (value.kind === 'member') return ABOUT.test(`.${value.name}`);
  // `frame.shape[0]`
  if (value.kind === 'index')
    return aboutRows(program, { value: value.of, site }) && value.of.kind !== 'call';
  if (value.kind === 'operation') return COMPARES.has(value.operator);
  if (value.kind !== 'call') return false;
  const call = program.callOf(site.file, value.call);
  const { callee } = call.call;
  const written = lastName(callee);
  if (COUNTS.has(written)) return true;
  // `frame.columns.tolist()`
  if (callee.kind === 'name' && ABOUT.test(callee.name.slice(0, callee.name.lastIndexOf('.')))) return true;
  return countsMask(program, call);
}
