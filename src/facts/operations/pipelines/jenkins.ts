/** Jenkinsfiles: Groovy, of which only stages and shell steps matter here. */
import type { TextFile } from '../../../reading/text-file.ts';
import { job, pipeline, type Steps } from './build.ts';
import type { Job, Pipeline, Step, Trigger } from './model.ts';

const MAX_TEXT = 200_000;
const MAX_STEPS = 500;

export function readJenkinsfile(file: TextFile, { commandStep }: Steps): Pipeline {
  const code = withoutComments(file.text.slice(0, MAX_TEXT));
  const lineAt = lineCounter(code);
  const triggers: Trigger[] = [];
  for (const [pattern, on] of TRIGGERS) {
    const found = pattern.exec(code);
    if (found !== null) triggers.push({ on, branches: [], line: lineAt(found.index) });
  }
  // A Jenkinsfile is found by a job that scans branches: pushes start it unless it says otherwise.
  if (!triggers.some((one) => one.on === 'push')) triggers.push({ on: 'push', branches: [], line: 1 });
  const jobs: { name: string; line: number; offset: number; steps: Step[] }[] = [];
  for (const stage of code.matchAll(/\bstage\s*\(\s*(['"])([^'"\n]{0,100})\1/g)) {
    if (jobs.length < 100)
      jobs.push({ name: stage[2] ?? '', line: lineAt(stage.index), offset: stage.index, steps: [] });
  }
  let count = 0;
  for (const shell of code.matchAll(
    /\b(?:sh|bat|powershell|pwsh)\s*\(?\s*(?:script\s*:\s*)?('''|"""|'|")/g,
  )) {
    count += 1;
    if (count > MAX_STEPS) break;
    const quote = shell[1] ?? "'";
    const start = shell.index + shell[0].length;
    const end = code.indexOf(quote, start);
    const run = code.slice(start, end < 0 ? start + 2_000 : end);
    const owner = jobs.findLast((one) => one.offset < shell.index);
    const line = lineAt(shell.index);
    // Jenkins runs on a machine of one's own: starting a container in a stage called Deploy is deploying.
    owner?.steps.push(
      commandStep({ line, run, runLine: lineAt(start), ownMachine: /deploy/i.test(owner.name) }),
    );
  }
  const built: Job[] = jobs.map(({ name, line, steps }) => job({ name, line, steps }));
  return pipeline(file.path, 'jenkins', { triggers, jobs: built, empty: code.trim() === '' });
}

const TRIGGERS: readonly (readonly [RegExp, Trigger['on']])[] = [
  [/\b(?:githubPush|gitlab|bitbucketPush)\s*\(|\bpollSCM\b/, 'push'],
  [/\bcron\s*\(/, 'schedule'],
];

/** Blanks comments, keeps strings and line breaks. */
function withoutComments(text: string): string {
  return text.replace(
    /'''[\s\S]*?'''|"""[\s\S]*?"""|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g,
    (part) => (part.startsWith('/') ? part.replace(/[^\n]/g, ' ') : part),
  );
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1;
}
