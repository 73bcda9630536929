import { measuredEvidence, measuredOf } from '../../facts/measured.ts';
import type { Trigger } from '../../facts/operations/pipelines/model.ts';
import { defineCheck, found, no } from '../define.ts';

const WATCHED: ReadonlySet<Trigger['on']> = new Set(['push', 'pull_request']);
/** Scripts that try the started program from outside. */
const TRIES = /(?:^|[/_.-])(?:smoke|e2e)(?:[_.-]|$)[^/]*$/;

export const pipelineTests = defineCheck({
  name: 'pipeline-tests',
  summary: 'A pipeline runs the tests on every push or pull request, and there are tests for it to run.',
  reads: ['configuration', 'tests'],
  parameters: (z) => z.strictObject({}),
  ask: (facts) => {
    const called = facts.pipelines.list.filter((one) => one.triggers.some(({ on }) => WATCHED.has(on)));
    const evidence = called
      .filter((one) => !one.disabled)
      .flatMap((pipeline) =>
        pipeline.jobs
          .filter((job) => !job.manual && !job.disabled)
          .flatMap((job) => job.work.filter(({ what }) => what === 'test'))
          .map(({ line }) => facts.evidence(pipeline.path, line)),
      );
    const tests = facts.files.filter(
      ({ role, kind, size, path }) => (role === 'test' || TRIES.test(path)) && kind === 'code' && size > 0,
    );
    if (evidence.length > 0 && tests.length === 0)
      return no(
        'tests for the pipeline to run: it runs a test command, and there are none',
        evidence.slice(0, 2),
      );
    const passed = measuredOf(facts, 'pipeline').done.filter(
      ({ value }) => value.conclusion === 'success' && evidence.some(({ path }) => path === value.path),
    );
    const measured = passed.slice(0, 1).map(measuredEvidence);
    return found(
      [...evidence.slice(0, 2), ...measured],
      'a pipeline that runs the tests on push or pull request',
    );
  },
});
