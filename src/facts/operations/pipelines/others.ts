/** Azure Pipelines, CircleCI, Bitbucket Pipelines and Travis CI. */
import type { TextFile } from '../../../reading/text-file.ts';
import { at, entriesOf, itemsOf, toText, type YamlNode, type YamlResult } from '../../../reading/yaml.ts';
import { job, pipeline, type Steps, textMap } from './build.ts';
import type { Job, Pipeline, Step, Trigger } from './model.ts';

const MAX_JOBS = 100;

export function readAzure(file: TextFile, yaml: YamlResult, { step }: Steps): Pipeline {
  const root = yaml.documents[0]?.contents;
  const stages = itemsOf(at(root, 'stages'));
  const outer =
    stages.length > 0 ? stages.flatMap((stage) => itemsOf(at(stage, 'jobs'))) : itemsOf(at(root, 'jobs'));
  const jobs = (outer.length > 0 || root === undefined ? outer : [root])
    .slice(0, MAX_JOBS)
    .map((node): Job => {
      const deployment = toText(at(node, 'deployment'));
      const strategy = entriesOf(at(node, 'strategy')).flatMap((kind) =>
        itemsOf(at(kind.node, 'deploy', 'steps')),
      );
      const steps = [...itemsOf(at(node, 'steps')), ...strategy].map((item): Step => {
        const run = ['script', 'bash', 'pwsh', 'powershell']
          .map((key) => at(item, key))
          .find((found) => found !== undefined);
        const inputs = textMap(at(item, 'inputs'));
        const inline = at(item, 'inputs', 'inlineScript') ?? at(item, 'inputs', 'script');
        return step({
          line: item.line,
          name: toText(at(item, 'displayName')) ?? '',
          run: run ?? inline,
          uses: toText(at(item, 'task')) ?? '',
          with: inputs,
        });
      });
      return job({
        name: deployment ?? toText(at(node, 'job')) ?? '',
        line: node.line,
        steps,
        environment: toText(at(node, 'environment')) ?? toText(at(node, 'environment', 'name')) ?? null,
        needs: itemsOf(at(node, 'dependsOn')).map((item) => toText(item) ?? ''),
        disabled: toText(at(node, 'condition')) === 'false',
      });
    });
  const triggers: Trigger[] = [];
  const trigger = at(root, 'trigger');
  const list = trigger !== undefined && 'entries' in trigger ? at(trigger, 'branches', 'include') : trigger;
  // Without `trigger` every push starts it; `none` switches pushes off.
  if (toText(trigger) !== 'none')
    triggers.push({
      on: 'push',
      branches: itemsOf(list).map((item) => toText(item) ?? ''),
      line: trigger?.line ?? 1,
    });
  const pr = at(root, 'pr');
  if (pr !== undefined && toText(pr) !== 'none')
    triggers.push({ on: 'pull_request', branches: [], line: pr.line });
  return pipeline(file.path, 'azure-pipelines', {
    name: toText(at(root, 'name')),
    triggers,
    jobs,
    errors: yaml.errors,
  });
}

export function readCircle(file: TextFile, yaml: YamlResult, { step }: Steps): Pipeline {
  const root = yaml.documents[0]?.contents;
  const jobs = entriesOf(at(root, 'jobs'))
    .slice(0, MAX_JOBS)
    .map((entry): Job => {
      const steps = itemsOf(at(entry.node, 'steps')).map((item): Step => {
        const run = at(item, 'run');
        const orb = entriesOf(item)[0];
        if (run === undefined)
          return step({ line: item.line, uses: toText(item) ?? orb?.key ?? '', with: textMap(orb?.node) });
        return step({ line: item.line, name: toText(at(run, 'name')) ?? '', run: at(run, 'command') ?? run });
      });
      return job({ name: entry.key, line: entry.line, steps });
    });
  // Jobs that an orb brings are named in workflows only.
  const named = entriesOf(at(root, 'workflows')).flatMap((flow) => itemsOf(at(flow.node, 'jobs')));
  const nameOf = (item: YamlNode): string => toText(item) ?? entriesOf(item)[0]?.key ?? '';
  // What no workflow names is run by nobody; without workflows `build` is.
  const wanted = new Set(named.length > 0 ? named.map(nameOf) : ['build']);
  const run = jobs.filter(({ name }) => wanted.has(name));
  const orbs = named.flatMap((item): Job[] => {
    const name = nameOf(item);
    return name.includes('/')
      ? [job({ name, line: item.line, steps: [step({ line: item.line, uses: name })] })]
      : [];
  });
  return pipeline(file.path, 'circleci', {
    triggers: [{ on: 'push', branches: [], line: 1 }],
    jobs: [...run, ...orbs],
    errors: yaml.errors,
  });
}

export function readBitbucket(file: TextFile, yaml: YamlResult, { step }: Steps): Pipeline {
  const root = yaml.documents[0]?.contents;
  const triggers: Trigger[] = [];
  const jobs: Job[] = [];
  const kinds: Readonly<Record<string, Trigger['on']>> = {
    default: 'push',
    branches: 'push',
    'pull-requests': 'pull_request',
    tags: 'tag',
    custom: 'manual',
  };
  for (const entry of entriesOf(at(root, 'pipelines'))) {
    const on = kinds[entry.key];
    if (on === undefined) continue;
    const branches = entry.key === 'default' ? [] : entriesOf(entry.node).map((one) => one.key);
    triggers.push({ on, branches, line: entry.line });
    const lists = entry.key === 'default' ? [entry.node] : entriesOf(entry.node).map((one) => one.node);
    const steps = lists
      .flatMap((list) => itemsOf(list))
      .flatMap((item) => [
        at(item, 'step'),
        ...itemsOf(at(item, 'parallel')).map((one) => at(one, 'step')),
        ...itemsOf(at(item, 'parallel', 'steps')).map((one) => at(one, 'step')),
      ]);
    for (const node of steps) {
      if (node === undefined || jobs.length >= MAX_JOBS) continue;
      const script = itemsOf(at(node, 'script')).map((item) =>
        step({
          line: item.line,
          run: 'entries' in item ? undefined : item,
          uses: toText(at(item, 'pipe')) ?? '',
          with: textMap(at(item, 'variables')),
        }),
      );
      jobs.push(
        job({
          name: toText(at(node, 'name')) ?? '',
          line: node.line,
          steps: script,
          environment: toText(at(node, 'deployment')) ?? null,
          manual: on === 'manual',
        }),
      );
    }
  }
  return pipeline(file.path, 'bitbucket', { triggers, jobs, errors: yaml.errors });
}

export function readTravis(file: TextFile, yaml: YamlResult, { step }: Steps): Pipeline {
  const root = yaml.documents[0]?.contents;
  const phases = ['before_script', 'script', 'after_success', 'before_deploy', 'after_deploy'];
  const nodes: YamlNode[] =
    root === undefined
      ? []
      : [root, ...itemsOf(at(root, 'jobs', 'include')), ...itemsOf(at(root, 'matrix', 'include'))];
  const jobs = nodes.slice(0, MAX_JOBS).map((node): Job => {
    const steps = phases.flatMap((phase) =>
      itemsOf(at(node, phase)).map((item) => step({ line: item.line, run: item })),
    );
    const deploys = itemsOf(at(node, 'deploy')).map((item) => {
      const provider = toText(at(item, 'provider')) ?? '';
      const what = /^(?:pypi|npm|rubygems|releases|cargo)$/.test(provider)
        ? 'release'
        : provider === 'pages'
          ? 'pages'
          : 'deploy';
      return { what, line: item.line } as const;
    });
    return job({
      name: toText(at(node, 'name')) ?? toText(at(node, 'stage')) ?? '',
      line: node.line,
      steps,
      work: deploys,
    });
  });
  return pipeline(file.path, 'travis', {
    triggers: [
      { on: 'push', branches: [], line: 1 },
      { on: 'pull_request', branches: [], line: 1 },
    ],
    jobs: jobs.filter((one) => one.steps.length > 0 || one.work.length > 0),
    errors: yaml.errors,
  });
}
