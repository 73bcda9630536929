import { versionedFiles, versionsKept } from '../../facts/learning/kept-versions.ts';
import { versionNamed, versionShown } from '../../facts/learning/versions.ts';
import { defineCheck, found } from '../define.ts';

export const modelVersions = defineCheck({
  name: 'model-versions',
  summary:
    'Versions of the model are kept side by side or in a registry (kept), a route tells which one is served (shown), or there is a mere trace of it: a fixed string, a date (traced).',
  reads: ['code'],
  parameters: (z) => z.strictObject({ ask: z.enum(['kept', 'shown', 'traced']) }),
  ask: (facts, { ask }) => {
    const { program, routes, trainings, servings } = facts;
    if (ask === 'kept') {
      const kept = versionsKept(program);
      const files = versionedFiles(facts.files.map((file) => file.path));
      const shown = kept
        ? [facts.evidence(kept.file.path, kept.line)]
        : files.slice(0, 3).map((path) => ({ path, line: 1, text: path }));
      return found(
        shown,
        'versions of the model side by side (paths with the version, a registry such as MLflow)',
      );
    }
    const place =
      ask === 'shown'
        ? versionShown(program, routes, trainings, servings, 'live')
        : (versionShown(program, routes, trainings, servings, 'fixed') ?? versionNamed(program));
    return found(
      place ? [facts.evidence(place.file.path, place.line)] : [],
      'a route or an answer that tells the version of the model that is served',
    );
  },
});
