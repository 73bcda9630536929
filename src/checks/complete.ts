import type { Facts } from '../facts/facts.ts';
import { halfBuilt } from '../facts/half-built.ts';
import type { Evidence } from '../model.ts';
import { defineCheck, found, no, yes } from './define.ts';

/** More than so many places is not "a few". */
const FEW = 2;
const SHOWN = 20;

export const complete = defineCheck({
  name: 'complete',
  summary:
    'Nothing is half-built: no stubs, announcements, broken imports, absent files or promised features without a trace (places: none), or a few such places.',
  parameters: (z) => z.strictObject({ places: z.enum(['none', 'few']) }),
  ask: (facts, { places }) => {
    const evidence = placesOf(facts);
    const shown = evidence.slice(0, SHOWN);
    if (places === 'few')
      return evidence.length > FEW
        ? no(`at most ${FEW} half-built places: found ${evidence.length}`, shown)
        : found(shown, 'one or two half-built places');
    if (evidence.length > 0) return no('a repository without half-built places', shown);
    const [first] = facts.program.filesOf();
    if (!first) return no('code of its own: there is none');
    const { features } = facts.documentation;
    const text = `no half-built place in ${facts.program.filesOf().length} code files and ${features.length} promised features`;
    return yes([{ path: first.path, line: 1, text }]);
  },
});

function placesOf(facts: Facts): readonly Evidence[] {
  return halfBuilt(facts).map(({ path, line, what }) => ({ path, line, text: what.slice(0, 200) }));
}
