import { halfBuilt, type Sort } from '../../facts/unfinished/half-built/half-built.ts';
import type { Answer, Evidence } from '../../model.ts';
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
    const job = facts.missingJob;
    if (job !== null) return withoutJob(job);
    const found = halfBuilt(facts);
    const evidence = found.map(
      ({ path, line, what }): Evidence => ({ path, line, text: what.slice(0, 200) }),
    );
    const shown = evidence.slice(0, SHOWN);
    if (places === 'few')
      return found.length > FEW
        ? no(
            `at most ${FEW} half-built places: found ${found.length}`,
            shown,
            evidence
              .slice(0, 1)
              .map((at) => ({ kind: 'against', what: at.text, at, count: evidence.length })),
          )
        : sureOr(
            found.some(({ sort }) => SEEN.has(sort)),
            foundIn(shown, 'one or two half-built places'),
          );
    if (evidence[0])
      return no('a repository without half-built places', shown, [
        { kind: 'against', what: evidence[0].text, at: evidence[0], count: evidence.length },
      ]);
    const [first] = facts.program.filesOf();
    if (!first)
      return facts.files.some(({ kind, role, size }) => size > 0 && role === 'application' && kind === 'code')
        ? cannotTell('its code is in a language that is not read')
        : no('code of its own: there is none');
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
function withoutJob(job: string): Answer {
  const at: Evidence = { path: '.', line: 1, text: `its main job is not there: ${job}` };
  return no('the main job of the milestone', [at], [{ kind: 'against', what: at.text, at, count: 1 }]);
}
