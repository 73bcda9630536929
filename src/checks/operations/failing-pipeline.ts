import { measuredEvidence, measuredOf } from '../../facts/measured.ts';
import { defineCheck, found } from '../define.ts';

/** GitHub's words for a run that came to no good end of its own. A cancelled one says nothing. */
const FAILED: ReadonlySet<string> = new Set(['failure', 'timed_out', 'startup_failure']);

export const failingPipeline = defineCheck({
  name: 'failing-pipeline',
  summary:
    'A pipeline that tests or deploys is red: its last run on the default branch failed. Only measuring tells.',
  // What was not read of the files changes nothing about what was measured.
  reads: [],
  parameters: (z) => z.strictObject({}),
  ask: (facts) => {
    const works = (path: string): boolean =>
      facts.pipelines.list.some(
        (one) => one.path === path && one.work.some(({ what }) => what === 'test' || what === 'deploy'),
      );
    const failed = measuredOf(facts, 'pipeline').done.filter(
      ({ value }) => FAILED.has(value.conclusion) && works(value.path),
    );
    return found(
      failed.slice(0, 3).map(measuredEvidence),
      'a pipeline whose last run on the default branch failed',
    );
  },
});
