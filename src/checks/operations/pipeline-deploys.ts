import type { Facts } from '../../facts/facts.ts';
import type { Pipeline, Trigger } from '../../facts/operations/pipelines/model.ts';
import { brokenJobs } from '../../facts/operations/pipelines/sound.ts';
import type { Evidence } from '../../model.ts';
import { defineCheck, no, yes } from '../define.ts';

/** What happens without somebody pressing a button. */
const BY_ITSELF: ReadonlySet<Trigger['on']> = new Set([
  'push',
  'tag',
  'release',
  'workflow_run',
  'workflow_call',
  'schedule',
  'other',
]);
/** Platforms that deploy each push by themselves once their file is there. One word each: extend here. */
const WATCHING: ReadonlySet<string> = new Set([
  'render',
  'railway',
  'vercel',
  'netlify',
  'amplify',
  'digitalocean',
  'koyeb',
  'zeabur',
  'heroku',
  'cloud-build',
  'app-runner',
  'aws-codebuild',
]);

function jobs(facts: Facts, pipeline: Pipeline, sound: boolean): readonly Evidence[] {
  if (pipeline.disabled || pipeline.empty) return [];
  const byItself = pipeline.triggers.length === 0 || pipeline.triggers.some(({ on }) => BY_ITSELF.has(on));
  const broken = sound ? brokenJobs(facts, pipeline) : new Set();
  return pipeline.jobs
    .filter((job) => !job.disabled && !broken.has(job) && (!sound || (byItself && !job.manual)))
    .flatMap((job) => job.work.filter(({ what }) => what === 'deploy' || what === 'image-push'))
    .toSorted((a, b) => Number(b.what === 'deploy') - Number(a.what === 'deploy'))
    .map(({ line }) => facts.evidence(pipeline.path, line));
}

/** A platform reads its file where the project is, not in a folder of drafts. */
function isRootOfProject(facts: Facts, path: string): boolean {
  const slash = path.lastIndexOf('/');
  if (slash < 0 || path.startsWith('.')) return true;
  const folder = path.slice(0, slash + 1);
  return facts.files.some(
    (file) =>
      file.path.startsWith(folder) &&
      /^(?:package\.json|requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|Dockerfile|index\.html|app\.py|main\.py)$/.test(
        file.path.slice(folder.length),
      ),
  );
}

export const pipelineDeploys = defineCheck({
  name: 'pipeline-deploys',
  summary:
    'A pipeline deploys, or pushes an image to be deployed; or a platform that deploys each push is configured.',
  reads: ['configuration'],
  parameters: (z) =>
    z.strictObject({
      how: z
        .enum(['on-push', 'any'])
        .describe(
          'on-push: by itself, and nothing that it builds or applies is absent. any: also by hand, or unfinished',
        ),
    }),
  ask: (facts, { how }) => {
    const sound = how === 'on-push';
    const deploying = facts.pipelines.list.flatMap((one) => jobs(facts, one, sound));
    const watched = facts.deployment.list
      .filter((one) => WATCHING.has(one.platform) && isRootOfProject(facts, one.path))
      .map((one) => facts.evidence(one.path, one.line));
    const evidence = [...deploying, ...watched].slice(0, 2);
    if (evidence.length > 0) return yes(evidence);
    const unsound = sound ? facts.pipelines.list.flatMap((one) => jobs(facts, one, false)) : [];
    return no(
      'a job that deploys on push (or pushes the image), or the file of a platform that does',
      unsound.slice(0, 2),
    );
  },
});
