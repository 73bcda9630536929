/**
 * What the README says that the project does: a sentence of its introduction, a heading, or an item of its features and
 * tools. Not its title, no denial, no plan, no alternative, and no link to something else.
 */
import { once } from '../../../reading/once.ts';
import type { Facts } from '../../facts.ts';
import { isReadWhole } from '../../read-whole.ts';
import { PROMISES, type PromiseId } from '../capabilities/asked.ts';
import { traceOf } from '../capabilities/capabilities.ts';
import type { Capability } from '../capabilities/capability.ts';
import { promisedIn } from '../half-built/readme.ts';

export interface Claimed {
  readonly path: string;
  readonly line: number;
  /** Nothing in the repository could be a trace of it, and all of it was read. */
  readonly unkept: boolean;
}

const NOT_SO =
  /\b(?:no|not|without|never|todo|planned|coming soon|future|isn't|doesn't|don't|lacks?|optional(?:ly)?|instead of|can be|could|such as|e\.g\.)\b/i;
/** Sections that speak of what is not there yet, or of something else. */
const NO_CLAIM: ReadonlySet<string> = new Set(['roadmap', 'license', 'contact', 'demo']);
const MOST_LINES = 40;
const TRACES = new WeakMap<Facts, () => ReturnType<typeof traceOf>>();

/** Where the README says so; null where it does not. */
export function claimed(facts: Facts, id: PromiseId): Claimed | null {
  const { readme } = facts.documentation;
  if (readme === null) return null;
  const { promise, shown }: Capability = PROMISES[id];
  const said = [...promisedIn(facts), ...headingsOf(facts)].find(
    ({ text }) => promise.test(text) && !NOT_SO.test(text),
  );
  if (said === undefined) return null;
  const trace = TRACES.get(facts) ?? once(() => traceOf(facts));
  TRACES.set(facts, trace);
  const read = isReadWhole(facts) && facts.program.filesOf().every((file) => file.errors.length === 0);
  const line = lineOf(facts.text(readme.path) ?? '', said.line, promise);
  return { path: readme.path, line, unkept: read && !shown(trace()) };
}

/** A paragraph may go on for lines: the one that says it, where one does. */
function lineOf(text: string, from: number, promise: RegExp): number {
  const lines = text.split(/\r?\n/).slice(from - 1, from - 1 + MOST_LINES);
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '');
  const found = lines.slice(0, end < 0 ? undefined : end).findIndex((line) => promise.test(line));
  return from + Math.max(0, found);
}

/** Headings below the title that something stands under, other than of plans and licences. */
function headingsOf({ documentation: { readme } }: Facts): readonly { text: string; line: number }[] {
  if (readme === null) return [];
  return readme.sections
    .filter(({ level, purposes, line, endLine, heading }) => {
      const said = level >= 2 && endLine > line && heading !== readme.title;
      return said && !purposes.some((one) => NO_CLAIM.has(one));
    })
    .map(({ heading, line }) => ({ text: heading, line }));
}
