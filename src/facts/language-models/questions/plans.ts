/** Plans of a model that own code carries out on a table: the columns that it names are looked up in the rows. */
import type { Value } from '../../../program/file.ts';
import { anyFlowsFrom, type Origin, originsOf } from '../../../program/flow/flow.ts';
import { writtenAnywhere } from '../../../program/life/region.ts';
import { siteOf } from '../../../program/link/calls.ts';
import { selfName } from '../../../program/link/scopes.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
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
  isField: (origin: Origin) => boolean,
): readonly CodePlace[] {
  const isTable = (call: CallRef): boolean => program.means(program.nameOf(call), 'table.read');
  const lookups = program
    .filesOf()
    .filter((file) => !file.notebook)
    .flatMap((file) => writtenAnywhere(file).filter(({ value }) => isLookup(value)));
  return lookups.slice(0, MOST_LOOKUPS).flatMap(({ value, site }) => {
    if (value.kind !== 'index') return [];
    const keys = value.index.map((key): Origin => ({ value: key, site }));
    const named =
      keys.some(isField) || anyFlowsFrom(program, keys, isModel, { most: MOST_VALUES, skip }) !== null;
    const of = named && anyFlowsFrom(program, [{ value: value.of, site }], isTable, { most: MOST_VALUES });
    return of ? [{ path: site.file.path, line: value.line }] : [];
  });
}

/** Whether a value is a field of a class that a model was asked to fill: `plan.column`, `self.column`. */
export function fieldsFilled(program: Program, models: Iterable<CallRef>): (origin: Origin) => boolean {
  const filled = new Set<DefinitionRef>();
  for (const call of models) {
    const starts = call.call.arguments.map(({ value }): Origin => ({ value, site: siteOf(call) }));
    for (const { value, site } of originsOf(program, starts, { most: MOST_VALUES })) {
      const target = value.kind === 'name' ? program.resolve(value, site) : null;
      if (target?.kind !== 'definition' || target.ref.definition.kind !== 'class') continue;
      if (target.ref.definition.fields.length > 0) filled.add(target.ref);
    }
  }
  return ({ value, site }) => {
    if (value.kind !== 'name' || !value.name.includes('.')) return false;
    const [head = ''] = value.name.split('.');
    const self = selfName(site.file, site.definition);
    const owner =
      self?.name === head ? program.definitionOf({ file: site.file, definition: self.owner }) : null;
    const target = owner ? null : program.resolve({ kind: 'name', name: head, line: value.line }, site);
    const ref = owner ?? (target?.kind === 'instance' ? target.ref : null);
    return ref !== null && filled.has(ref);
  };
}

/** By something that is computed: not by a text, a number or a comparison. */
function isLookup(value: Value): boolean {
  return (
    value.kind === 'index' &&
    value.index.some(({ kind }) => kind === 'name' || kind === 'member' || kind === 'index')
  );
}
