import { defineCheck, found } from '../define.ts';

const WORK = ['test', 'lint', 'coverage', 'image-build', 'image-push', 'deploy'] as const;
const MOST_SHOWN = 6;

export const pipelineWork = defineCheck({
  name: 'pipeline-work',
  summary: 'A pipeline that runs does one of the kinds of work, or names an environment.',
  reads: ['configuration'],
  parameters: (z) => z.strictObject({ does: z.array(z.enum([...WORK, 'anything', 'environment'])).min(1) }),
  ask: (facts, { does }) => {
    const wanted: readonly string[] = does;
    const live = facts.pipelines.list.filter(({ disabled, empty }) => !disabled && !empty);
    const evidence = live.flatMap(({ path, work, jobs }) => [
      ...work
        .filter(({ what }) => wanted.includes('anything') || wanted.includes(what))
        .map(({ line }) => facts.evidence(path, line)),
      ...(wanted.includes('environment')
        ? jobs.filter(({ environment }) => environment !== null).map(({ line }) => facts.evidence(path, line))
        : []),
    ]);
    return found(evidence.slice(0, MOST_SHOWN), `a pipeline that does ${does.join(' or ')}`);
  },
});
