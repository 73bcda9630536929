/** What is to run beside the program and is not ready: idle services, hollow deployments, names never filled in. */

import type { Facts } from '../../facts.ts';
import { undefinedVolumes, unfilledIn } from '../../operations/deployment/unfilled.ts';
import { SERVICES, type Trace } from '../capabilities/capabilities.ts';
import type { Unfinished } from '../unfinished.ts';

/** Stores and queues that compose starts and no code talks to. */
export function idleServices(facts: Facts, trace: Trace): readonly Unfinished[] {
  // A finished product that is started too may be the one that uses it.
  const served = new Set(
    facts.containers.compose.filter((one) => one.build === null).flatMap((one) => one.dependsOn),
  );
  return facts.containers.compose.flatMap(({ image, path, line, name }): Unfinished[] => {
    const idle =
      !served.has(name) &&
      SERVICES.some(({ image: known, used }) => known.test(image ?? '') && !trace.uses(used));
    return idle ? [{ path, line, what: `starts ${name}, which no code uses` }] : [];
  });
}

/** Deployment files and pipelines that would fail for whoever runs them; of names never filled in one place a kind. */
export function hollowDeployments({ deployment, pipelines, text }: Facts): readonly Unfinished[] {
  const manifests = deployment.list
    .filter(({ kind }) => kind === 'manifest' || kind === 'platform')
    .map((one) => one.path);
  const running = pipelines.list.filter((one) => !one.disabled).map((one) => one.path);
  const unfilled = [manifests, running].flatMap((paths) => {
    const found = paths.flatMap((path) => unfilledIn(path, text(path) ?? '') ?? []);
    return found.slice(0, 1);
  });
  return [...unfilled, ...manifests.flatMap((path) => undefinedVolumes(path, text(path) ?? ''))];
}
