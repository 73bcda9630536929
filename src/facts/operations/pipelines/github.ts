/** GitHub Actions. */
import { pathFrom, type TextFile } from '../../../reading/text-file.ts';
import {
  at,
  entriesOf,
  itemsOf,
  toText,
  type YamlEntry,
  type YamlNode,
  type YamlResult,
} from '../../../reading/yaml.ts';
import { job, pipeline, type Steps, textMap } from './build.ts';
import type { Done, Job, Pipeline, Trigger } from './model.ts';

const MAX_JOBS = 100;
const MAX_STEPS = 200;
const EVENTS: Readonly<Record<string, Trigger['on']>> = {
  push: 'push',
  pull_request: 'pull_request',
  pull_request_target: 'pull_request',
  merge_group: 'pull_request',
  schedule: 'schedule',
  workflow_dispatch: 'manual',
  repository_dispatch: 'manual',
  workflow_run: 'workflow_run',
  workflow_call: 'workflow_call',
  release: 'release',
  create: 'tag',
};

/** What composite actions of the repository do, by folder. */
export type LocalActions = ReadonlyMap<string, readonly Done[]>;

export function readGitHub(file: TextFile, yaml: YamlResult, actions: LocalActions, make: Steps): Pipeline {
  const root = yaml.documents[0]?.contents;
  const triggers = triggersOf(at(root, 'on'));
  const environment = textMap(at(root, 'env'));
  const jobs = entriesOf(at(root, 'jobs'))
    .slice(0, MAX_JOBS)
    .map((entry) => jobOf(entry, { environment, folder: folderIn(root), actions, steps: make }));
  return pipeline(file.path, 'github-actions', {
    name: toText(at(root, 'name')),
    triggers,
    jobs,
    errors: yaml.errors,
    // Only files directly in the folder run.
    disabled:
      !/^\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/.test(file.path) ||
      (jobs.length > 0 && triggers.length === 0),
  });
}

function triggersOf(on: YamlNode | undefined): readonly Trigger[] {
  if (on === undefined) return [];
  if (!('entries' in on)) return itemsOf(on).flatMap((item) => one(toText(item) ?? '', item.line, undefined));
  return on.entries.flatMap((entry) => one(entry.key, entry.line, entry.node));
}

function one(event: string, line: number, node: YamlNode | undefined): readonly Trigger[] {
  if (event === '') return [];
  const patterns = (key: string): string[] => itemsOf(at(node, key)).map((item) => toText(item) ?? '');
  const on = EVENTS[event] ?? 'other';
  const branches = patterns('branches');
  if (on !== 'push') return [{ on, branches, line }];
  const tags = patterns('tags');
  // A push of tags only is no push of a branch.
  const found: Trigger[] = tags.length > 0 ? [{ on: 'tag', branches: tags, line }] : [];
  if (tags.length === 0 || branches.length > 0) found.unshift({ on: 'push', branches, line });
  return found;
}

/** What a workflow gives to all of its jobs. */
interface Given {
  readonly environment: Readonly<Record<string, string>>;
  /** Where commands run that do not say. */
  readonly folder: string;
  readonly actions: LocalActions;
  readonly steps: Steps;
}

/** `defaults.run.working-directory` of a workflow or a job. */
function folderIn(node: YamlNode | undefined): string {
  return pathFrom('', toText(at(node, 'defaults', 'run', 'working-directory')) ?? '');
}

function jobOf(
  { key: id, line, node }: YamlEntry,
  { environment, folder, actions, steps: make }: Given,
): Job {
  const runsOn = itemsOf(at(node, 'runs-on')).flatMap(
    (item) => toText(item) ?? itemsOf(at(item, 'labels')).map((label) => toText(label) ?? ''),
  );
  const condition = toText(at(node, 'if')) ?? null;
  const values = { ...environment, ...textMap(at(node, 'env')) };
  const named = at(node, 'environment');
  const steps = itemsOf(at(node, 'steps')).slice(0, MAX_STEPS);
  const local = steps.flatMap((item) => {
    const uses = toText(at(item, 'uses')) ?? '';
    const done = uses.startsWith('./') ? actions.get(uses.slice(2).replace(/\/$/, '')) : undefined;
    return (done ?? []).map(({ what }) => ({ what, line: item.line }));
  });
  return job({
    name: id,
    line,
    runsOn,
    if: condition,
    disabled: isNever(condition),
    needs: itemsOf(at(node, 'needs')).map((item) => toText(item) ?? ''),
    environment: toText(named) ?? toText(at(named, 'name')) ?? null,
    uses: toText(at(node, 'uses')) ?? null,
    work: local,
    steps: steps.map((item) =>
      make.step({
        line: item.line,
        folder: pathFrom('', toText(at(item, 'working-directory')) ?? '') || folderIn(node) || folder,
        name: toText(at(item, 'name')) ?? '',
        run: at(item, 'run'),
        uses: toText(at(item, 'uses')) ?? '',
        with: textMap(at(item, 'with')),
        env: { ...values, ...textMap(at(item, 'env')) },
        ownMachine: runsOn.some((label) => label.includes('self-hosted')),
        disabled: isNever(toText(at(item, 'if')) ?? null),
      }),
    ),
  });
}

function isNever(condition: string | null): boolean {
  return condition !== null && /^\s*(?:\$\{\{)?\s*false\s*(?:\}\})?\s*(?:$|&&)/.test(condition);
}

/** What a composite action's own steps do. */
export function workOfComposite(yaml: YamlResult, { step }: Steps): readonly Done[] {
  const steps = itemsOf(at(yaml.documents[0]?.contents, 'runs', 'steps')).slice(0, MAX_STEPS);
  return steps.flatMap(
    (item) =>
      step({
        line: item.line,
        run: at(item, 'run'),
        uses: toText(at(item, 'uses')) ?? '',
        with: textMap(at(item, 'with')),
        env: textMap(at(item, 'env')),
      }).work,
  );
}
