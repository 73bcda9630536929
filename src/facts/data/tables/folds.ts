/** Sums, means and extremes that code makes by hand over the rows that it read. */
import type { Value } from '../../../program/file.ts';
import { anyFlowsFrom, type Origin } from '../../../program/flow/flow.ts';
import { calleeParts, siteOf } from '../../../program/link/calls.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import { aboutRows } from './about.ts';
import { readsTable } from './ways.ts';

const CONVERSIONS = /(^|\.)(float|int|Decimal|Number|parseFloat|parseInt|get|abs|round)$/;
/** Values looked at for one question. */
const MOST = 600;

/** `total += float(row["amount"])` in a loop over rows, `totals[region] += amount`: a name that such a sum is kept in. */
export function isRunningSum(program: Program, { value, site }: Origin): boolean {
  if (value.kind !== 'name' || value.name.includes('.')) return false;
  const bound = program.binding(value.name, site);
  const { file } = bound?.site ?? site;
  return file.assignments.some(({ target, via, value: added, block, definition }) => {
    if (via !== 'augmented' || !added || isCount(program, added, { file, definition })) return false;
    const kept = target.kind === 'index' ? target.of : target;
    if (kept.kind !== 'name' || kept.name !== value.name) return false;
    const loops =
      program.blocksAround(file, block).some(({ kind }) => kind === 'for' || kind === 'while') ||
      definition !== site.definition;
    const at = { file, definition };
    return loops && isAmount(program, added, at) && comesFromRows(program, added, at);
  });
}

/** A cell or what it was converted to, not how many rows somebody else counted. */
function isAmount(program: Program, value: Value, site: Origin['site'], depth = 0): boolean {
  if (depth > 3) return false;
  switch (value.kind) {
    case 'index':
    case 'member':
      return true;
    case 'call':
      return CONVERSIONS.test(program.nameOf(program.callOf(site.file, value.call)));
    case 'operation':
      return value.operands.some((operand) => isAmount(program, operand, site, depth + 1));
    case 'name':
      if (value.name.includes('.')) return true;
      return program
        .assignmentsTo(value.name, site)
        .some(
          ({ file, assignment: { value: given, via, definition } }) =>
            via === '=' && given !== null && isAmount(program, given, { file, definition }, depth + 1),
        );
    default:
      return false;
  }
}

/** `rows.reduce((sum, row) => sum + row.price, 0)`, `Math.max(...prices)`, `max(prices)` over what was read. */
export function isFold(program: Program, call: CallRef): boolean {
  const parts = calleeParts(call.call.callee);
  const site = siteOf(call);
  if (/^(Math\.)?(max|min)$/.test(program.nameOf(call)))
    return call.call.arguments.some(({ value }) => comesFromRows(program, value, site));
  if (parts?.name !== 'reduce' || call.file.language === 'python') return false;
  const folder = call.call.arguments[0]?.value;
  return (
    folder?.kind === 'function' && adds(call, folder.definition) && comesFromRows(program, parts.of, site)
  );
}

/** The function of a fold gives a sum or an extreme back. */
function adds({ file }: CallRef, definition: number): boolean {
  const isSum = (value: Value | null): boolean =>
    value?.kind === 'operation' &&
    value.operator === '+' &&
    value.operands.every(({ kind }) => kind !== 'literal');
  return (
    file.statements.some(
      (one) => one.definition === definition && one.kind === 'return' && isSum(one.value),
    ) ||
    file.calls.some(
      (call) =>
        call.definition === definition &&
        call.callee.kind === 'name' &&
        /^Math\.(max|min)$/.test(call.callee.name),
    )
  );
}

function isCount(program: Program, value: Value, site: Origin['site']): boolean {
  return value.kind === 'literal' || aboutRows(program, { value, site });
}

function comesFromRows(program: Program, value: Value, site: Origin['site']): boolean {
  return (
    anyFlowsFrom(program, [{ value, site }], (one) => readsTable(program, one), {
      most: MOST,
      skip: (origin) => aboutRows(program, origin),
    }) !== null
  );
}
