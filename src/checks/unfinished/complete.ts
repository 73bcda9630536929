import { isReadWhole } from '../../facts/read-whole.ts';
import { halfBuilt, type Sort } from '../../facts/unfinished/half-built/half-built.ts';
import type { Answer, Evidence, Reason } from '../../model.ts';
import { cannotTell, defineCheck, found as foundIn, no, unsure, yes } from '../define.ts';

/** More than so many places is not "a few". */
const FEW = 2;
const SHOWN = 20;
/** Places that show themselves; that nothing else speaks of an absent file or a promise is less certain. */
const SEEN: ReadonlySet<Sort> = new Set(['code', 'announced', 'idle']);

export const complete = defineCheck({
  name: 'complete',
  summary:
    'Nothing is half-built: no stubs, announcements, broken imports, absent files or promised features without a trace (places: none), or a few such places.',
  reads: ['code', 'configuration', 'documents'],
  written: true,
  whole: true,
  parameters: (z) => z.strictObject({ places: z.enum(['none', 'few']) }),
  ask: (facts, { places }) => {
    const found = halfBuilt(facts);
    const evidence = found.map(
      ({ path, line, what }): Evidence => ({ path, line, text: what.slice(0, 200) }),
    );
    const shown = evidence.slice(0, SHOWN);
    const unread = facts.program.filesOf().length === 0 && !isReadWhole(facts);
    if (unread && evidence.length === 0) return cannotTell('its code is in a language that is not read');
    if (facts.missingJob !== null && !unread) return withoutJob(facts.missingJob, shown);
    if (places === 'few')
      return found.length > FEW
        ? no(`at most ${FEW} half-built places: found ${found.length}`, shown, spokenOf(evidence))
        : sureOr(
            found.some(({ sort }) => SEEN.has(sort)),
            foundIn(shown, 'one or two half-built places'),
          );
    if (evidence[0]) return no('a repository without half-built places', shown, spokenOf(evidence));
    const [first] = facts.program.filesOf();
    if (!first) return no('code of its own: there is none');
    const { features } = facts.documentation;
    const text = `no half-built place in ${facts.program.filesOf().length} code files and ${features.length} promised features`;
    // What is promised in other words, or begun in a way that nobody thought of, only a reader finds.
    return unsure(yes([{ path: first.path, line: 1, text }]));
  },
});

function sureOr(sure: boolean, answer: Answer): Answer {
  return sure ? answer : unsure(answer);
}

/** What a project is about and does not do makes everything else of it half-built. */
function withoutJob(job: string, places: readonly Evidence[]): Answer {
  const what = `its main job is not there: ${job}`;
  return no(
    'the main job of the milestone',
    [{ path: '.', line: 1, text: what }, ...places],
    [{ kind: 'none', what }, ...spokenOf(places)],
  );
}

/** The first place in the words of who found it: they are no line of code to quote. */
function spokenOf(places: readonly Evidence[]): readonly Reason[] {
  return places.slice(0, 1).map((at) => ({
    kind: 'against',
    what: at.text,
    at: { ...at, text: '' },
    count: places.length,
  }));
}
