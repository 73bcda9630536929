/** What has to be there for a command of a README to do anything. */
import { baseName } from '../../../reading/text-file.ts';
import { contextAmong } from '../../operations/images/breakage.ts';
import { SCRIPTS } from '../../operations/tasks/runners.ts';

export interface Need {
  /** `module`: dotted, the program's own; `script`: a name that some runner of tasks keeps. */
  readonly kind: 'file' | 'module' | 'script';
  /** Any of them does. */
  readonly any: readonly string[];
  /** One of that name in another folder does not do. */
  readonly exact: boolean;
}

/** Programs that only start what follows them. */
const STARTERS: readonly RegExp[] = [
  /^[A-Za-z_]\w*=/,
  /^(?:sudo|env|time|nohup|exec|start|call|winpty|npx|bunx|xvfb-run)$/,
];
const WITH_RUN = /^(?:uv|poetry|pipenv|pdm|rye|hatch|conda|pixi)$/;
/** Programs that make the file that they are given, say its name, or look at code instead of running it. */
const NO_RUNNERS =
  /^(?:echo|printf|export|set|cat|ls|test|touch|curl|wget|nano|vim?|code|git|rm|mv|mkdir|chmod|py\.?test|ruff|black|isort|flake8|pylint|mypy|tsc|eslint|prettier|rg|grep)$/;
/** `app.main:app`, `config.wsgi:application`: other things with a colon are tags of images and models. */
const SERVED = /^[A-Za-z_][\w.]*:\w*(?:app|api|server|[aw]sgi)\w*(?:\(\))?$/i;
const PYTHON = /^(?:python3?|py)$/;
const SOURCE = /^\S+\.(?:py|[cm]?[jt]sx?|sh|ps1|bat)$/;
/** What may be called: no branch of a drawn tree, no prose. */
const PROGRAM = /^[A-Za-z_.][\w.+-]*(?:[\\/][\w.+-]+)*$/;
const VARIABLE = /[$<>{}*%[\]]|\byour\b|\/path\/|\.\.\./i;

/** null where it needs nothing of the repository, or nobody can tell. */
export function needOf(words: readonly string[]): Need | null {
  const bare = withoutStarters(words);
  const program = baseName((bare[0] ?? '').replaceAll('\\', '/')).replace(/\.exe$/i, '');
  const rest = bare.slice(1);
  const drawn = words.some((word) => /[\u2190-\u21ff\u2500-\u25ff]|^[-=]+>$/.test(word));
  const need = !drawn && PROGRAM.test(bare[0] ?? '') ? needBy(program, bare[0] ?? '', rest) : null;
  return need?.any.some((one) => VARIABLE.test(one) || /^[/~]|:\//.test(one)) ? null : need;
}

function needBy(program: string, written: string, rest: readonly string[]): Need | null {
  const value = (...options: string[]) => optionOf(rest, options);
  if (/^\.{1,2}[\\/].*\.(?:sh|py|ps1|bat)$/.test(written)) return file(written);
  if (PYTHON.test(program)) {
    const option = rest.find((word) => /^(?:-[mc]|[^-].*)$/.test(word));
    if (option === '-c') return null;
    if (option === '-m') return needOf(rest.slice(rest.indexOf('-m') + 1));
  }
  const served = /^(?:docker|podman|curl|git|npm|pnpm|yarn)$/.test(program)
    ? undefined
    : rest.find((word) => SERVED.test(word));
  if (served !== undefined) {
    const folder = value('--app-dir', '--chdir');
    const name = served.slice(0, served.indexOf(':'));
    return module(folder === null ? name : `${folder.replaceAll('/', '.')}.${name}`);
  }
  const source = NO_RUNNERS.test(program)
    ? undefined
    : rest.find((word) => SOURCE.test(word) && !word.startsWith('-'));
  if (source !== undefined && !/^(?:cp|copy|docker(?:-compose)?|pip3?)$/.test(program)) return file(source);
  switch (program) {
    case 'pip':
    case 'pip3': {
      const list = value('-r', '--requirement');
      return list === null ? null : file(list);
    }
    case 'uv':
      return rest[0] === 'pip' ? needBy('pip', 'pip', rest.slice(1)) : null;
    case 'cp':
    case 'copy': {
      const [from = '', to, more] = rest.filter((word) => !word.startsWith('-'));
      const one = to !== undefined && more === undefined && /[^./\\]\.|^\.\w/.test(from);
      return one ? { kind: 'file', any: [slashed(from), dotted(slashed(from))], exact: true } : null;
    }
    case 'docker-compose':
      return compose(rest);
    case 'docker':
      if (rest[0] === 'compose') return compose(rest.slice(1));
      return rest[0] === 'build' ? image(rest.slice(1)) : null;
    case 'alembic':
      return rest[0] === 'init' ? null : { kind: 'file', any: ['alembic.ini'], exact: false };
    case 'kubectl': {
      const manifest = rest[0] === 'apply' ? value('-f', '--filename') : null;
      return manifest !== null && /\.ya?ml$/.test(manifest) ? file(manifest) : null;
    }
    case 'make':
    case 'just':
    case 'npm':
    case 'pnpm':
    case 'yarn':
      return script([program, ...rest]);
    default:
      return null;
  }
}

function compose(rest: readonly string[]): Need | null {
  const does = rest.findIndex((word) => /^(?:up|build|run|start|down|logs|ps|exec|stop|pull)$/.test(word));
  const named = optionOf(rest.slice(0, Math.max(0, does)), ['-f', '--file']);
  if (named !== null) return file(named);
  const names = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
  return does >= 0 ? { kind: 'file', any: names, exact: false } : null;
}

function image(rest: readonly string[]): Need | null {
  const named = optionOf(rest, ['-f', '--file']);
  if (named !== null) return file(named);
  const context = contextAmong(rest);
  if (context === null) return null;
  return { ...file(context === '.' ? 'Dockerfile' : `${context}/Dockerfile`), exact: true };
}

/** Runners of a package's scripts, with the names that they take without `run`. */
const PACKAGED: Readonly<Record<string, ReadonlySet<string>>> = {
  npm: new Set(['start']),
  pnpm: SCRIPTS,
  yarn: SCRIPTS,
};

/** Tests are judged by themselves. */
function script(words: readonly string[]): Need | null {
  const [program = '', name = ''] = words;
  const short = PACKAGED[program];
  const named = short === undefined ? words.length > 1 : name === 'run' || short.has(name);
  return named && !words.some((word) => /^test/.test(word))
    ? { kind: 'script', any: [words.join(' ')], exact: false }
    : null;
}

function file(path: string): Need {
  return { kind: 'file', any: [slashed(path)], exact: false };
}

function module(name: string): Need {
  return { kind: 'module', any: [name], exact: false };
}

/** `env.example` for `.env.example`: a slip that anybody sees through. */
function dotted(path: string): string {
  return path.replace(/([^/]+)$/, '.$1');
}

function slashed(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replaceAll('//', '/');
}

function withoutStarters(words: readonly string[]): readonly string[] {
  let at = 0;
  for (; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (WITH_RUN.test(word) && words[at + 1] === 'run') {
      at += 1;
      // `uv run --env-file .env app.py`: what an option takes is no program.
      while ((words[at + 1] ?? '').startsWith('-')) at += 1;
    } else if (!STARTERS.some((pattern) => pattern.test(word))) break;
  }
  return words.slice(at);
}

/** `-f x`, `-fx`, `--file=x`. */
function optionOf(words: readonly string[], options: readonly string[]): string | null {
  for (const [at, word] of words.entries())
    for (const option of options) {
      if (word === option) return words[at + 1] ?? null;
      if (word.startsWith(`${option}=`)) return word.slice(option.length + 1);
    }
  return null;
}
