/** What keeps all of what was found from running. */
import type { Check } from '../checks/define.ts';
import type { Facts } from '../facts/facts.ts';
import type { Evidence } from '../model.ts';
import type { Checks, Trace } from './judge.ts';

/** Why what shows something cannot run; `doubtful` where only a list of packages says so. */
interface Stopped {
  readonly evidence: Evidence;
  readonly doubtful: boolean;
}

/**
 * What stops the code that shows something, where that is asked to run. Code that must fail on a fresh checkout does a part
 * of what it was written for: of conditions that hold together it takes one, of those that each would do all.
 */
export function stopOf(trace: Trace, facts: Facts, checks: Checks): Stopped | null {
  if (trace.answer.answer !== 'yes') return null;
  if ('check' in trace) {
    const check = checks.get(trace.check);
    return check?.written ? null : stopIn(trace.answer.evidence, check ?? {}, facts);
  }
  const stops = trace.of
    .filter(({ answer }) => answer.answer === 'yes')
    .map((part) => stopOf(part, facts, checks));
  if (trace.group === 'none') return null;
  return trace.group === 'all' ? surestOf(stops) : stops.includes(null) ? null : surestOf(stops);
}

/** What stops all the code that is shown; with `joint` one place of it is enough. */
function stopIn(
  evidence: readonly Evidence[],
  { joint, ahead }: Pick<Check, 'joint' | 'ahead'>,
  facts: Facts,
): Stopped | null {
  const code = evidence.filter(({ path }) => facts.program.file(path) !== undefined);
  const stops = code.map(({ path, line }): Stopped | null => {
    const stop = facts.stopOf(path, ahead ? 0 : line);
    if (!stop) return null;
    const { what, doubtful = false } = stop;
    const text = `${doubtful ? 'may not run' : 'cannot run'}: ${what}`.slice(0, 200);
    return { evidence: { path: stop.path, line: stop.line, text }, doubtful };
  });
  return joint || !stops.includes(null) ? surestOf(stops) : null;
}

function surestOf(stops: readonly (Stopped | null)[]): Stopped | null {
  return stops.find((one) => one?.doubtful === false) ?? stops.find((one) => one !== null) ?? null;
}
