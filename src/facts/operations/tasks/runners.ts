/** How the runners of tasks are called: which names a command asks for, of which runner, where. */

/** Who keeps the name. `script` are those of package.json and deno.json, whoever runs them. */
export type Runner = 'script' | 'make' | 'just' | 'task' | 'pyproject';

export interface Asked {
  readonly runners: readonly Runner[];
  /** '' for the default one. */
  readonly names: readonly string[];
  /** Where the command says that it runs, seen from where it is given; null where it does not. */
  readonly folder: string | null;
  /** In every package of the repository. */
  readonly everywhere: boolean;
  /** The command can mean nothing but a name: one that is not there does nothing. */
  readonly must: boolean;
}

/** Programs that only start what follows them. */
const STARTERS =
  /^(?:(?:[A-Za-z_]\w*=\S*|sudo(?: -\w+)*|env|time|npx(?: -y| --yes| --no-install)?|bunx|pnpm (?:exec|dlx)|yarn (?:exec|dlx)|poetry run|uv run(?: --\S+)*|pipenv run|rye run|python3? -m(?= (?:poethepoet|taskipy|invoke)\b)|cross-env(?: \w+=\S*)+|dotenv(?: -\S+)*(?: --)?|xvfb-run(?: -\S+)*)\s+)+/;

/** Options that say where, and those that name packages. */
const FOLDER = /^(?:--prefix|-C|--cwd|--dir|--directory|--project-directory)$/;
const PACKAGES = /^(?:-w|--workspace|--filter|-F|--scope|--projects|-p)$/;
const EVERYWHERE = /^(?:-r|--recursive|-ws|--workspaces|--all|run-many|foreach|workspaces)$/;
const OTHER_VALUE =
  /^(?:-f|--file|--makefile|-j|--jobs|-t|--target|--targets|--concurrency|--justfile|-e|--env)$/;

const MOST_WORDS = 40;

/** npm's own short ways to say `run`. */
const NPM_SHORT: Readonly<Record<string, string>> = {
  t: 'test',
  tst: 'test',
  test: 'test',
  start: 'start',
  stop: 'stop',
};

/** Names that nobody gives to a program. */
export const SCRIPTS: ReadonlySet<string> = new Set(['test', 'start', 'dev', 'build']);

/** null for a program. */
export function askedOf(command: string): Asked | null {
  const words = command.replace(STARTERS, '').split(/\s+/).slice(0, MOST_WORDS);
  const [program = ''] = words;
  const rest = optionsOf(words.slice(1));
  const [first = '', ...more] = rest.words;
  const ask = (
    runners: readonly Runner[],
    names: readonly string[],
    must = true,
    everywhere = rest.everywhere,
  ): Asked => ({
    runners,
    names,
    folder: rest.folder,
    everywhere,
    must,
  });
  switch (program.replace(/^.*\//, '')) {
    case 'npm':
      if (/^(?:run|run-script|rum|urn)$/.test(first)) return ask(['script'], more.slice(0, 1));
      return first in NPM_SHORT ? ask(['script'], [NPM_SHORT[first] ?? first]) : null;
    case 'pnpm':
    case 'yarn': {
      // `yarn workspace api test`: the package stands before the name.
      const names =
        first === 'workspace'
          ? more.slice(1)
          : /^(?:run|workspaces|foreach)$/.test(first)
            ? more
            : rest.words;
      const name = names.find((word) => word !== 'run' && word !== 'foreach') ?? '';
      const spread = rest.everywhere || first === 'workspace';
      return ask(['script'], [name], first === 'run' || SCRIPTS.has(name), spread);
    }
    case 'bun':
      return first === 'run' ? ask(['script'], more.slice(0, 1), false) : null;
    case 'deno':
      return first === 'task' ? ask(['script'], more.slice(0, 1)) : null;
    case 'npm-run-all':
    case 'npm-run-all2':
    case 'run-s':
    case 'run-p':
      return ask(['script'], rest.words);
    case 'turbo':
    case 'lerna':
      return ask(['script'], first === 'run' ? more : rest.words, true, true);
    case 'nx':
      return nxOf(first, more, rest.targets, ask);
    case 'make':
    case 'gmake':
    case '$(MAKE)':
      return ask(['make'], targetsOf(rest.words));
    case 'just':
      return ask(['just'], targetsOf(rest.words));
    case 'task':
    case 'go-task':
      return ask(['task', 'pyproject'], rest.words.length > 0 ? rest.words : ['default']);
    case 'poe':
    case 'poethepoet':
    case 'taskipy':
      return ask(['pyproject'], [first]);
    case 'pdm':
    case 'pixi':
      return ask(['pyproject'], [first === 'run' ? (more[0] ?? '') : first], false);
    case 'hatch':
      return first === 'run' ? ask(['pyproject'], [(more[0] ?? '').replace(/^.*:/, '')], false) : null;
    default:
      return null;
  }
}

type Ask = (
  runners: readonly Runner[],
  names: readonly string[],
  must?: boolean,
  everywhere?: boolean,
) => Asked;

/** `nx test api`, `nx run api:test`, `nx run-many -t lint test`. */
function nxOf(first: string, more: readonly string[], targets: readonly string[], ask: Ask): Asked {
  if (first === 'run') return ask(['script'], [(more[0] ?? '').split(':')[1] ?? ''], false, true);
  if (first === 'run-many' || first === 'affected')
    return ask(['script'], [...targets, ...more], false, true);
  return ask(['script'], [first], false, true);
}

/** Targets without settings such as `PYTHON=python3`. */
function targetsOf(words: readonly string[]): readonly string[] {
  const names = words.filter((word) => !word.includes('='));
  return names.length > 0 ? names : [''];
}

interface Options {
  readonly words: readonly string[];
  readonly folder: string | null;
  readonly everywhere: boolean;
  readonly targets: readonly string[];
}

function optionsOf(all: readonly string[]): Options {
  const words: string[] = [];
  const targets: string[] = [];
  let folder: string | null = null;
  let everywhere = false;
  for (let at = 0; at < all.length; at += 1) {
    const word = all[at] ?? '';
    // What follows is for the program behind the name.
    if (word === '--') break;
    const [option = '', value] = word.startsWith('-') ? split(word) : [''];
    const next = (): string => value ?? all[++at] ?? '';
    if (FOLDER.test(option)) folder = next();
    else if (PACKAGES.test(option)) {
      next();
      everywhere = true;
    } else if (OTHER_VALUE.test(option)) targets.push(...next().split(','));
    else if (EVERYWHERE.test(word)) {
      everywhere = true;
      if (!word.startsWith('-')) words.push(word);
    } else if (!word.startsWith('-') && word !== '') words.push(word.replace(/^["']|["']$/g, ''));
  }
  return { words, folder, everywhere, targets };
}

/** `--prefix=api` → `--prefix`, `api`. */
function split(word: string): readonly [string, string?] {
  const equals = word.indexOf('=');
  return equals < 0 ? [word] : [word.slice(0, equals), word.slice(equals + 1)];
}
