/** What the commands and actions of a step do. */
import { pathFrom } from '../../../reading/text-file.ts';
import type { Tasks } from '../tasks/tasks.ts';
import type { Done } from './model.ts';
import { ACTIONS, COMMANDS, IDLE, OWN_MACHINE } from './tools.ts';

const MAX_COMMANDS = 500;
const MAX_COMMAND = 1_000;

/** The commands of one step, and where they run. */
export interface Script {
  readonly run: string;
  readonly runLine: number;
  /** Fills variables in, so that `curl "$HOOK"` is known for what it calls. */
  readonly env?: Readonly<Record<string, string>>;
  readonly ownMachine?: boolean;
  readonly folder?: string;
}

/** Names behind names: `ci` runs `test`, which runs `test:unit`. */
const DEEPEST = 6;

/** What the commands of one step do, each kind of work once. */
export function workOfCommands(script: Script, tasks: Tasks): readonly Done[] {
  const found = new Map<Done['what'], number>();
  const budget = { left: MAX_COMMANDS };
  for (const { what, line } of workOf(script, tasks, DEEPEST, budget))
    if (!found.has(what)) found.set(what, line);
  return [...found].map(([what, line]) => ({ what, line }));
}

function workOf(
  { run, runLine, env = {}, ownMachine = false, folder = '' }: Script,
  tasks: Tasks,
  depth: number,
  budget: { left: number },
): readonly Done[] {
  const found: Done[] = [];
  let here = folder;
  for (const { text, line } of commandsOf(run, runLine)) {
    budget.left -= 1;
    if (budget.left < 0) break;
    const command = filled(text, env);
    const entered = /^(?:cd|pushd)\s+["']?([\w./-]+)["']?\s*$/.exec(command)?.[1];
    if (entered !== undefined) here = pathFrom(here, entered);
    if (IDLE.test(command)) continue;
    const behind = tasks.behind(command, here);
    for (const one of behind ?? []) {
      if (depth === 0) break;
      const inner = { run: one.commands.join('\n'), runLine: line, env, ownMachine, folder: one.folder };
      found.push(...workOf(inner, tasks, depth - 1, budget).map(({ what }) => ({ what, line })));
    }
    if (behind !== null) continue;
    for (const [what, pattern] of COMMANDS) if (pattern.test(command)) found.push({ what, line });
    if ((ownMachine || isElsewhere(command, env)) && OWN_MACHINE.test(command))
      found.push({ what: 'deploy', line });
  }
  return found;
}

/** Whether Docker's commands are carried out on another machine: `DOCKER_HOST: ssh://…`, `docker --context production`. */
function isElsewhere(command: string, env: Readonly<Record<string, string>>): boolean {
  return (
    /^(?:ssh|tcp):\/\//.test(env.DOCKER_HOST ?? '') ||
    (env.DOCKER_CONTEXT ?? '') !== '' ||
    /\bDOCKER_HOST=["']?(?:ssh|tcp):|\bDOCKER_CONTEXT=|\bdocker\s+(?:(?:-c|--context)[ =]|(?:-H|--host)[ =]["']?(?:ssh|tcp):)/.test(
      command,
    )
  );
}

/** What an action does by its name and inputs. */
export function workOfAction(
  uses: string,
  inputs: Readonly<Record<string, string>>,
  line: number,
): readonly Done[] {
  for (const [pattern, work] of ACTIONS)
    if (pattern.test(uses)) return work(inputs).map((what) => ({ what, line }));
  return [];
}

/** Commands of a script: continued lines joined, comments dropped, `a && b; c` separated. */
function commandsOf(run: string, runLine: number): readonly { text: string; line: number }[] {
  const commands: { text: string; line: number }[] = [];
  let pending = '';
  let begin = runLine;
  run.split('\n').forEach((source, index) => {
    const line = source.slice(0, MAX_COMMAND).trim();
    if (pending === '') begin = runLine + index;
    if (line === '' || (line.startsWith('#') && pending === '')) return;
    pending = `${pending} ${line.replace(/[\\`^]$/, '')}`.trim().slice(0, 4 * MAX_COMMAND);
    // An open quote goes on: `ssh host "` and its commands are one.
    const open = (pending.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1 && /\bssh\b/.test(pending);
    if (/[\\^]$/.test(line) || open) return;
    const quoted = /\bssh\b/.test(pending);
    for (const text of quoted ? [pending] : separated(pending)) {
      if (commands.length < MAX_COMMANDS && text.trim() !== '')
        commands.push({ text: text.trim(), line: begin });
    }
    pending = '';
  });
  if (pending !== '' && commands.length < MAX_COMMANDS) commands.push({ text: pending, line: begin });
  return commands;
}

/** Splits at `&&`, `||` and `;` outside quotes. */
function separated(text: string): readonly string[] {
  const parts: string[] = [];
  let quote = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ';' || ((character === '&' || character === '|') && text[at + 1] === character)) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)].map((part) => part.replace(/^[&|;\s]+/, ''));
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text
    .replace(/\$\{?(\w{1,80})\}?/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? whole).slice(0, 300) : whole,
    )
    .slice(0, 4 * MAX_COMMAND);
}
