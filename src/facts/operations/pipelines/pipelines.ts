/** What the repository's pipelines do, and when: read off their files, whatever system runs them. */

import { baseName, folderOf, linesOf, type TextFile } from '../../../reading/text-file.ts';
import { readYaml, type YamlResult } from '../../../reading/yaml.ts';
import type { Tasks } from '../tasks/tasks.ts';
import { pipeline, type Steps, stepsBy } from './build.ts';
import { type LocalActions, readGitHub, workOfComposite } from './github.ts';
import { readGitLab } from './gitlab.ts';
import { readJenkinsfile } from './jenkins.ts';
import type { Done, Pipeline, System } from './model.ts';
import { readAzure, readBitbucket, readCircle, readTravis } from './others.ts';

export type { Pipeline } from './model.ts';

export interface Pipelines {
  /** By path; empty and disabled ones are there, and say so. */
  readonly list: readonly Pipeline[];
}

const MAX_PIPELINES = 100;

/** Where each system's file lies. Folders that GitHub does not read are kept: a pipeline put aside is a fact too. */
const FILES: readonly (readonly [System, RegExp])[] = [
  ['github-actions', /(?:^|\/)\.github\/[\w.-]*workflows?[\w.-]*\/.+\.ya?ml(?:\.(?:disabled|bak|off))?$/i],
  // Gitea and Forgejo run the same files from folders of their own.
  ['github-actions', /^\.(?:gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/i],
  ['gitlab-ci', /(?:^|\/)\.gitlab-ci\.ya?ml$/],
  ['jenkins', /(?:^|\/)[\w.-]*Jenkinsfile(?:\.\w+)?$/i],
  ['azure-pipelines', /(?:^|\/)(?:azure-pipelines[\w.-]*|\.azure-pipelines\/.+|\.pipelines\/.+)\.ya?ml$/i],
  ['circleci', /^\.circleci\/config\.ya?ml$/],
  ['bitbucket', /^bitbucket-pipelines\.ya?ml$/],
  ['travis', /^\.travis\.ya?ml$/],
];

export async function readPipelines(files: readonly TextFile[], tasks: Tasks): Promise<Pipelines> {
  const found = files
    .flatMap((file) => {
      const system = FILES.find(([, pattern]) => pattern.test(file.path))?.[0];
      return system === undefined ? [] : [{ file, system }];
    })
    .sort((a, b) => (a.file.path < b.file.path ? -1 : 1))
    .slice(0, MAX_PIPELINES);
  if (found.length === 0) return { list: [] };
  const steps = stepsBy(tasks);
  const actions = await localActions(files, steps);
  const list: Pipeline[] = [];
  for (const { file, system } of found) list.push(await readOne(file, system, actions, steps));
  return { list: withCalls(list) };
}

async function readOne(
  file: TextFile,
  system: System,
  actions: LocalActions,
  steps: Steps,
): Promise<Pipeline> {
  if (system === 'jenkins') return readJenkinsfile(file, steps);
  if (isEmpty(file.text)) return pipeline(file.path, system, { empty: true, disabled: true });
  const yaml: YamlResult = await readYaml(file.text);
  switch (system) {
    case 'github-actions':
      return readGitHub(file, yaml, actions, steps);
    case 'gitlab-ci':
      return readGitLab(file, yaml, steps);
    case 'azure-pipelines':
      return readAzure(file, yaml, steps);
    case 'circleci':
      return readCircle(file, yaml, steps);
    case 'bitbucket':
      return readBitbucket(file, yaml, steps);
    case 'travis':
      return readTravis(file, yaml, steps);
    default:
      return system satisfies never;
  }
}

function isEmpty(text: string): boolean {
  return linesOf(text).every((line) => /^\s*(?:#.*|---)?$/.test(line));
}

/** Composite actions of the repository: what they do is done by the step that uses them. */
async function localActions(files: readonly TextFile[], steps: Steps): Promise<LocalActions> {
  const actions = new Map<string, readonly Done[]>();
  for (const file of files) {
    if (!/^action\.ya?ml$/.test(baseName(file.path)) || actions.size >= MAX_PIPELINES) continue;
    actions.set(folderOf(file.path), workOfComposite(await readYaml(file.text), steps));
  }
  return actions;
}

/** A job that calls a workflow of this repository does what that workflow does. */
function withCalls(list: readonly Pipeline[]): readonly Pipeline[] {
  const byPath = new Map(list.map((one) => [one.path, one]));
  return list.map((caller) => {
    if (!caller.jobs.some((one) => one.uses?.startsWith('./'))) return caller;
    const jobs = caller.jobs.map((one) => {
      const called = one.uses?.startsWith('./') ? byPath.get(one.uses.slice(2)) : undefined;
      if (called === undefined || one.disabled) return one;
      return { ...one, work: [...one.work, ...called.work.map(({ what }) => ({ what, line: one.line }))] };
    });
    return { ...caller, jobs, work: caller.disabled ? [] : jobs.flatMap((one) => one.work) };
  });
}
