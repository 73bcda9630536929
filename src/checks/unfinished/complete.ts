import { halfBuilt } from '../../facts/unfinished/half-built/half-built.ts';
import type { Evidence } from '../../model.ts';
import { cannotTell, defineCheck, found as foundIn, no, yes } from '../define.ts';

/** More than so many places is not "a few". */
const FEW = 2;
const SHOWN = 20;

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
    // Leftovers alone keep a program from being finished, and however many there are do not make it a ruin.
    const gaps = found.filter(({ sort }) => sort !== 'leftover').length;
    if (places === 'few')
      return gaps > FEW
        ? no(
            `at most ${FEW} half-built places: found ${gaps}`,
            shown,
            evidence
              .slice(0, 1)
              .map((at) => ({ kind: 'against', what: at.text, at, count: evidence.length })),
          )
        : foundIn(shown, 'one or two half-built places');
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
    return yes([{ path: first.path, line: 1, text }]);
  },
});
