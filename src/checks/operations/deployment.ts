import { isLive, measuredEvidence, measuredOf } from '../../facts/measured.ts';
import type { Evidence } from '../../model.ts';
import { defineCheck, found } from '../define.ts';

const KINDS = ['platform', 'manifest', 'infrastructure', 'process', 'script', 'job', 'image'] as const;

const WORDS: Readonly<Record<(typeof KINDS)[number], string>> = {
  platform: 'the file of a platform',
  manifest: 'manifests of a cluster',
  infrastructure: 'infrastructure as code',
  process: 'a Procfile',
  script: 'a script that deploys',
  job: 'a job that deploys',
  image: 'an image that is published',
};

export const deployment = defineCheck({
  name: 'deployment',
  summary:
    'The repository says how it is deployed: a platform’s file, manifests, infrastructure code, a process file, a deploy job, a published image.',
  reads: ['configuration'],
  parameters: (z) => z.strictObject({ kinds: z.array(z.enum(KINDS)).min(1) }),
  ask: (facts, { kinds }) => {
    const wanted = kinds as readonly string[];
    const evidence: Evidence[] = facts.deployment.list
      .filter((item) => wanted.includes(item.kind))
      .map((item) => facts.evidence(item.path, item.line));
    for (const pipeline of facts.pipelines.list) {
      if (pipeline.disabled || pipeline.empty) continue;
      for (const { what, line } of pipeline.work) {
        if (
          (wanted.includes('job') && what === 'deploy') ||
          (wanted.includes('image') && what === 'image-push')
        )
          evidence.push(facts.evidence(pipeline.path, line));
      }
    }
    const live = measuredOf(facts, 'deployment').done.filter(isLive);
    const measured = wanted.includes('platform') ? live.slice(0, 1).map(measuredEvidence) : [];
    return found(
      [...evidence.slice(0, 3), ...measured],
      `how it is deployed: ${kinds.map((kind) => WORDS[kind]).join(', ')} (a Dockerfile or a local compose file alone is none)`,
    );
  },
});
