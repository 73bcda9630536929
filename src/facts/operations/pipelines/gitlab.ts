/** GitLab CI. */
import type { TextFile } from '../../../reading/text-file.ts';
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
import type { Job, Pipeline, Trigger } from './model.ts';

const MAX_JOBS = 100;
const RESERVED = new Set([
  'stages',
  'variables',
  'default',
  'include',
  'workflow',
  'image',
  'services',
  'cache',
  'before_script',
  'after_script',
  'spec',
]);
/** Longest chain of `extends`. */
const MAX_EXTENDS = 11;

export function readGitLab(file: TextFile, yaml: YamlResult, steps: Steps): Pipeline {
  const root = yaml.documents.at(-1)?.contents;
  const entries = entriesOf(root);
  const values = textMap(at(root, 'variables'));
  const jobs = entries
    .filter((entry) => !RESERVED.has(entry.key) && !entry.key.startsWith('.') && 'entries' in entry.node)
    .slice(0, MAX_JOBS)
    .map((entry) => jobOf(entry, root, values, steps));
  const triggers = new Map<Trigger['on'], Trigger>();
  for (const found of jobs.flatMap((one) => one.triggers))
    if (!triggers.has(found.on)) triggers.set(found.on, found);
  return pipeline(file.path, 'gitlab-ci', {
    name: toText(at(root, 'workflow', 'name')),
    triggers: [...triggers.values()],
    jobs: jobs.map((one) => one.job),
    errors: yaml.errors,
  });
}

function jobOf(
  { key: name, line, node }: YamlEntry,
  root: YamlNode | undefined,
  values: Readonly<Record<string, string>>,
  { step }: Steps,
): { job: Job; triggers: readonly Trigger[] } {
  const get = (key: string): YamlNode | undefined => inherited(node, key, root, 0);
  const rules = itemsOf(get('rules'));
  const only = itemsOf(get('only'))
    .flatMap((item) => ('entries' in item ? itemsOf(at(item, 'refs')) : [item]))
    .map((item) => toText(item) ?? '');
  const whens = [toText(get('when')) ?? '', ...rules.map((rule) => toText(at(rule, 'when')) ?? '')];
  const manual =
    whens[0] === 'manual' ||
    (rules.length > 0 && whens.slice(1).every((when) => when === 'manual' || when === 'never'));
  const tags = itemsOf(get('tags')).map((item) => toText(item) ?? '');
  const environment = get('environment');
  const env = { ...values, ...textMap(get('variables')) };
  const script = itemsOf(get('script')).flatMap((item) => itemsOf(item));
  const found = job({
    name,
    line,
    runsOn: tags,
    manual,
    disabled: whens[0] === 'never' || (rules.length > 0 && whens.slice(1).every((when) => when === 'never')),
    if: rules.map((rule) => toText(at(rule, 'if'))).find((text) => text !== undefined) ?? null,
    needs: itemsOf(get('needs')).map((item) => toText(item) ?? toText(at(item, 'job')) ?? ''),
    environment: toText(environment) ?? toText(at(environment, 'name')) ?? null,
    // GitLab publishes what a job of this name leaves in `public`.
    work: name === 'pages' ? [{ what: 'pages', line }] : [],
    steps: script.map((item) => step({ line: item.line, run: item, env })),
  });
  return { job: found, triggers: triggersOf(line, only, rules, manual) };
}

function triggersOf(
  line: number,
  only: readonly string[],
  rules: readonly YamlNode[],
  manual: boolean,
): readonly Trigger[] {
  const found: Trigger[] = [];
  const put = (on: Trigger['on'], branches: readonly string[] = []): void => {
    found.push({ on, branches, line });
  };
  const conditions = rules.map((rule) => toText(at(rule, 'if')) ?? '').join(' ');
  if (manual) put('manual');
  if (only.includes('merge_requests') || conditions.includes('merge_request')) put('pull_request');
  if (only.includes('tags') || conditions.includes('CI_COMMIT_TAG')) put('tag');
  if (only.includes('schedules') || /"schedule"/.test(conditions)) put('schedule');
  const branches = only.filter(
    (name) => !/^(?:merge_requests|tags|schedules|web|api|triggers|pushes|branches)$/.test(name),
  );
  const branched =
    branches.length > 0 ||
    only.includes('pushes') ||
    only.includes('branches') ||
    /CI_COMMIT_(?:BRANCH|REF_NAME)|"push"/.test(conditions);
  if (!manual && (branched || (only.length === 0 && conditions.trim() === ''))) put('push', branches);
  return found;
}

/** A key of a job, or of the template that it extends. */
function inherited(
  node: YamlNode,
  key: string,
  root: YamlNode | undefined,
  depth: number,
): YamlNode | undefined {
  const own = at(node, key);
  if (own !== undefined || depth > MAX_EXTENDS) return own;
  for (const parent of itemsOf(at(node, 'extends')).slice(0, 10).toReversed()) {
    const template = at(root, toText(parent) ?? '');
    const found = template === undefined ? undefined : inherited(template, key, root, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
