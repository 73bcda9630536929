/** Plans of a model that own code carries out on a table: the columns that it names are looked up in the rows. */
import type { Value } from '../../../program/file.ts';
import { anyFlowsFrom, type Origin } from '../../../program/flow/flow.ts';
import { writtenAnywhere } from '../../../program/life/region.ts';
import type { CallRef } from '../../../program/program.ts';
import type { Facts } from '../../facts.ts';
import type { CodePlace } from './tools.ts';

/** Real programs look up some dozens of computed keys; a generated one may thousands. */
const MOST_LOOKUPS = 200;
const MOST_VALUES = 300;

/** `row[plan.groupBy]`, `frame[plan["column"]].mean()`: a cell or a column by a name that a model gave. */
export function plansCarriedOut(
  { program }: Facts,
  isModel: (call: CallRef) => boolean,
  skip: (origin: Origin) => boolean,
): readonly CodePlace[] {
  const isTable = (call: CallRef): boolean => program.means(program.nameOf(call), 'table.read');
  const lookups = program
    .filesOf()
    .filter((file) => !file.notebook)
    .flatMap((file) => writtenAnywhere(file).filter(({ value }) => isLookup(value)));
  return lookups.slice(0, MOST_LOOKUPS).flatMap(({ value, site }) => {
    if (value.kind !== 'index') return [];
    const keys = value.index.map((key): Origin => ({ value: key, site }));
    const named = anyFlowsFrom(program, keys, isModel, { most: MOST_VALUES, skip });
    const of = named && anyFlowsFrom(program, [{ value: value.of, site }], isTable, { most: MOST_VALUES });
    return of ? [{ path: site.file.path, line: value.line }] : [];
  });
}

/** By something that is computed: not by a text, a number or a comparison. */
function isLookup(value: Value): boolean {
  return (
    value.kind === 'index' &&
    value.index.some(({ kind }) => kind === 'name' || kind === 'member' || kind === 'index')
  );
}
