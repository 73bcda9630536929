import { measureIn, measurings } from '../../facts/learning/measures.ts';
import { makesAnother } from '../../facts/learning/served.ts';
import { defineCheck, found } from '../define.ts';

export const modelMeasures = defineCheck({
  name: 'model-measures',
  summary: 'A route answers with accuracy, F1, AUC or the like; in “program”, such a measure is computed.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ in: z.enum(['route', 'program']) }),
  ask: (facts, { in: where }) => {
    const paths = facts.files.map(({ path }) => path);
    if (where === 'program')
      return found(
        measurings(facts.program, facts.trainings)
          .filter((place) => !makesAnother(facts.program, paths, place))
          .slice(0, 3)
          .map(({ file, line }) => facts.evidence(file.path, line)),
        'a measure of the model (accuracy_score, .score, cross_val_score …)',
      );
    const named = facts.routes.filter((route) => /metric|evaluat|accuracy|perform/i.test(route.path));
    for (const route of [...named, ...facts.routes]) {
      const place = route.mounted ? measureIn(facts.program, route) : null;
      if (place)
        return found(
          [facts.evidence(route.file.path, route.line), facts.evidence(place.file.path, place.line)],
          '',
        );
    }
    return found([], 'a route whose answer holds accuracy, F1, AUC or the like');
  },
});
