import { shownWhile } from '../../facts/interfaces/busy.ts';
import { uploadProgress } from '../../facts/interfaces/upload-progress.ts';
import { workOf } from '../../facts/interfaces/work.ts';
import { waysOf } from '../../program/life/climb.ts';
import { defineCheck, no, unsure, yes } from '../define.ts';

export const loadingIndicator = defineCheck({
  name: 'loading-indicator',
  summary:
    'The interface shows that it works while a model is asked (most of the places that ask), or while anything is awaited.',
  reads: ['code', 'pages'],
  parameters: (z) => z.strictObject({ during: z.enum(['model-calls', 'anything']) }),
  ask: (facts, { during }) => {
    const works = workOf(facts).filter(({ call }) => !call.file.notebook);
    // A function that asks may be called from several places: something must be shown at each.
    const asked = works
      .filter(({ kind }) => kind === 'model')
      .flatMap((work) => waysOf(work.levels).map((levels) => ({ ...work, levels })));
    const shown = asked.flatMap((work) => {
      const how = shownWhile(facts, work);
      return how && how.how !== 'default' ? [how] : [];
    });
    const evidence = (places: readonly { readonly path: string; readonly line: number }[]) => {
      const once = new Map(places.map((place) => [`${place.path}:${place.line}`, place]));
      return [...once.values()].slice(0, 3).map(({ path, line }) => facts.evidence(path, line));
    };
    if (during === 'model-calls') {
      if (shown.length > 0 && shown.length * 2 > asked.length) return yes(evidence(shown));
      const places = asked.slice(0, 3).map(({ call }) => facts.evidence(call.file.path, call.call.line));
      const seen = no('a spinner, a status or streamed text around the calls that ask a model', places);
      // Where no screen was seen to ask a model, somebody asks it in a way that was not followed.
      return asked.length === 0 && facts.interfaces.widgets.length > 0 ? unsure(seen) : seen;
    }
    const anything = [
      ...shown,
      ...works.flatMap((work) => shownWhile(facts, work) ?? []),
      ...[uploadProgress(facts)].filter((place) => place !== null),
    ];
    return anything.length > 0
      ? yes(evidence(anything))
      : no('a spinner, a status or streamed text while something is awaited');
  },
});
