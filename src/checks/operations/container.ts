import type { Facts } from '../../facts/facts.ts';
import type { Evidence } from '../../model.ts';
import { defineCheck, found } from '../define.ts';

/** What Dockerfiles and compose files make use of. A new feature is one line here. */
const FEATURES = {
  dockerfile: ({ containers }) =>
    containers.dockerfiles
      .filter(({ start }) => start !== null)
      .map(({ path, start }) => [path, start?.line ?? 1]),
  stages: ({ containers }) =>
    containers.dockerfiles
      .filter(({ stages }) => stages.length > 1)
      .map(({ path, stages }) => [path, stages[1]?.line ?? 1]),
  user: ({ containers }) =>
    containers.dockerfiles.flatMap(({ path, user }) =>
      user && user.name !== 'root' ? [[path, user.line] as const] : [],
    ),
  compose: ({ containers }) =>
    containers.compose.length > 1 ? containers.compose.map(({ path, line }) => [path, line]) : [],
  volumes: ({ containers }) =>
    containers.compose.filter(({ volumes }) => volumes.length > 0).map(({ path, line }) => [path, line]),
  environment: ({ containers }) => [
    ...containers.compose
      .filter((one) => one.environment.length + one.environmentFiles.length > 0)
      .map(({ path, line }) => [path, line] as const),
    ...containers.dockerfiles.flatMap(({ path, environment }) =>
      environment.slice(0, 1).map(({ line }) => [path, line] as const),
    ),
  ],
  network: ({ containers }) =>
    containers.compose.filter(({ dependsOn }) => dependsOn.length > 0).map(({ path, line }) => [path, line]),
  healthcheck: ({ containers }) => [
    ...containers.compose.flatMap(({ path, healthcheck }) =>
      healthcheck ? [[path, healthcheck.line] as const] : [],
    ),
    ...containers.dockerfiles.flatMap(({ path, healthcheck }) =>
      healthcheck ? [[path, healthcheck.line] as const] : [],
    ),
  ],
} as const satisfies Readonly<Record<string, (facts: Facts) => readonly (readonly [string, number])[]>>;

type Feature = keyof typeof FEATURES;
const NAMES = Object.keys(FEATURES) as [Feature, ...Feature[]];
const MOST_SHOWN = 6;

export const container = defineCheck({
  name: 'container',
  summary: 'Dockerfiles or compose files use one of the features.',
  reads: ['configuration'],
  parameters: (z) => z.strictObject({ uses: z.array(z.enum(NAMES)).min(1) }),
  ask: (facts, { uses }) => {
    const evidence: readonly Evidence[] = uses.flatMap((name) =>
      FEATURES[name](facts).map(([path, line]) => facts.evidence(path, line)),
    );
    return found(evidence.slice(0, MOST_SHOWN), `${uses.join(' or ')} in a Dockerfile or compose file`);
  },
});
