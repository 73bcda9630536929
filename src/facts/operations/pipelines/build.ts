/** Puts steps, jobs and pipelines together, so that each system's reader only finds their parts. */
import { entriesOf, toText, type YamlNode } from '../../../reading/yaml.ts';
import type { Tasks } from '../tasks/tasks.ts';
import type { Done, Job, Pipeline, Step, System, Trigger } from './model.ts';
import { workOfAction, workOfCommands } from './work.ts';

const MAX_RUN = 20_000;

export interface StepParts {
  readonly line: number;
  readonly name?: string;
  readonly run?: YamlNode | undefined;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly ownMachine?: boolean;
  readonly disabled?: boolean;
  /** Where its commands run, from the root of the repository; '' where it does not say. */
  readonly folder?: string;
}

/** What makes steps of their parts. */
export interface Steps {
  /** Its commands stand in YAML. */
  step(parts: StepParts): Step;
  /** Its commands are known as text. */
  commandStep(parts: Omit<StepParts, 'run'> & { readonly run: string; readonly runLine: number }): Step;
}

/** Steps do what stands behind the names of their commands. */
export function stepsBy(tasks: Tasks): Steps {
  const commandStep: Steps['commandStep'] = (parts) => stepOf(parts, tasks);
  return { commandStep, step: (parts) => commandStep(withCommands(parts)) };
}

function withCommands(parts: StepParts): Parameters<Steps['commandStep']>[0] {
  const run = (toText(parts.run) ?? '').slice(0, MAX_RUN);
  const runLine =
    parts.run === undefined ? parts.line : parts.run.line + ('value' in parts.run && parts.run.block ? 1 : 0);
  return { ...parts, run, runLine };
}

/** What it does is read off its commands or its action. */
function stepOf(parts: Parameters<Steps['commandStep']>[0], tasks: Tasks): Step {
  const uses = parts.uses ?? '';
  const inputs = parts.with ?? {};
  const work = parts.disabled
    ? []
    : [...workOfAction(uses, inputs, parts.line), ...workOfCommands(parts, tasks)];
  return {
    line: parts.line,
    name: parts.name ?? '',
    run: parts.run,
    runLine: parts.runLine,
    uses,
    with: inputs,
    does: [...new Set(work.map((done) => done.what))],
    work,
  };
}

export function job(parts: Partial<Job> & { readonly name: string; readonly line: number }): Job {
  const steps = parts.steps ?? [];
  const disabled = parts.disabled ?? false;
  return {
    environment: null,
    needs: [],
    if: null,
    runsOn: [],
    uses: null,
    manual: false,
    ...parts,
    steps: disabled ? steps.map((one) => ({ ...one, does: [], work: [] })) : steps,
    disabled,
    work: disabled ? [] : unique([...(parts.work ?? []), ...steps.flatMap((one) => one.work)]),
  };
}

export function pipeline(
  path: string,
  system: System,
  parts: {
    readonly name?: string | undefined;
    readonly triggers?: readonly Trigger[];
    readonly jobs?: readonly Job[];
    readonly empty?: boolean;
    readonly disabled?: boolean;
    readonly errors?: Pipeline['errors'];
  },
): Pipeline {
  const jobs = parts.jobs ?? [];
  const disabled = (parts.disabled ?? false) || (jobs.length > 0 && jobs.every((one) => one.disabled));
  return {
    path,
    system,
    name: parts.name ?? '',
    triggers: parts.triggers ?? [],
    jobs,
    empty: parts.empty ?? false,
    disabled,
    work: disabled ? [] : unique(jobs.flatMap((one) => one.work)),
    errors: parts.errors ?? [],
  };
}

function unique(all: readonly Done[]): readonly Done[] {
  const seen = new Set<string>();
  return all.filter((done) => {
    const key = `${done.what}:${done.line}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A map of scalars as text. */
export function textMap(node: YamlNode | undefined): Readonly<Record<string, string>> {
  const map: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const entry of entriesOf(node).slice(0, 200))
    map[entry.key] = (toText(entry.node) ?? '').slice(0, MAX_RUN);
  return { ...map };
}
