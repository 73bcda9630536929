/** What a repository looks like, by what its name, README, dependencies, routes, commands and files say. */
import type { Facts } from '../facts/facts.ts';
import { LANGUAGE_MODELS, NEED_A_MODEL, SIGNALS, type Signal, VECTOR_STORES } from './signals.ts';

/** Of other people's files, and of what a tool wrote, nothing tells what the project is. */
const OWN: ReadonlySet<string> = new Set(['application', 'test', 'migration']);
/** What the signals of an assistant are worth where no language model is in sight. */
const WITHOUT_MODEL = 0.5;

/** What the signals look at, read off the facts once. */
interface Look {
  readonly title: string;
  readonly intro: string;
  readonly headings: readonly string[];
  /** It runs a language model, or brings the library for it. */
  readonly model: boolean;
  readonly vectors: boolean;
  readonly pipeline: ReadonlySet<string>;
  readonly widgets: ReadonlySet<string>;
  readonly uses: ReadonlySet<string>;
  readonly routes: readonly string[];
  readonly commands: readonly string[];
  readonly files: readonly string[];
}

/** A milestone that a repository looks like, before anything of it is judged. */
export interface Likeness {
  readonly id: string;
  /** Sum of the weights of its signals. */
  readonly points: number;
  readonly signals: readonly string[];
}

/** What it looks like, most of all first. */
export function likenesses(facts: Facts, repositoryName: string): readonly Likeness[] {
  const look = lookAt(facts, repositoryName);
  const found = new Map<string, { points: number; signals: string[] }>();
  for (const signal of SIGNALS) {
    const seen = sees(signal, look);
    if (seen === null) continue;
    const known = found.get(signal.milestone) ?? { points: 0, signals: [] };
    known.points += signal.weight * (look.model || !NEED_A_MODEL.has(signal.milestone) ? 1 : WITHOUT_MODEL);
    known.signals.push(seen);
    found.set(signal.milestone, known);
  }
  return [...found]
    .map(([id, one]) => ({ id, ...one }))
    .sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
}

function lookAt(facts: Facts, name: string): Look {
  const own = facts.program.filesOf('application');
  const modules = own.flatMap((file) => file.imports.map((one) => moduleName(one.module)));
  const declared = facts.dependencies.list.filter((one) => one.direct).map((one) => one.name);
  const readme = facts.documentation.readme;
  const uses = new Set([...modules, ...declared]);
  return {
    // Whose it is says nothing about what it is; copies lie in folders called `owner+name`.
    title: `${words(name.replace(/^[\w.-]+[/+]/, ''))} ${words(readme?.title ?? '')}`,
    headings: (readme?.headings ?? []).map((one) => words(one.text)),
    pipeline: new Set(facts.pipelines.list.flatMap((one) => one.work.map(({ what }) => what))),
    widgets: new Set(facts.interfaces.widgets.map((one) => one.kind)),
    intro: words(
      [...(readme?.paragraphs ?? []).slice(0, 4), ...(readme?.listItems ?? []).slice(0, 6)]
        .map((one) => one.text.slice(0, 1_000))
        .join(' '),
    ),
    uses,
    model: facts.models.length > 0 || [...uses].some((name) => fitsAny(name, LANGUAGE_MODELS)),
    vectors: facts.vectors.stores.length > 0 || [...uses].some((name) => fitsAny(name, VECTOR_STORES)),
    routes: facts.routes.map((route) => `${route.method} ${route.path}`),
    commands: facts.commands.map((command) => command.name.toLowerCase()),
    files: facts.files.flatMap(({ role, path }) => (OWN.has(role) ? [path.toLowerCase()] : [])),
  };
}

/** Lower case words apart by single spaces: `fastapi-blog_API` is `fastapi blog api`. */
function words(text: string): string {
  return text
    .replace(/([a-z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What an import brings in, spelt as a dependency: `qdrant_client.models` is `qdrant-client`. */
function moduleName(module: string): string {
  if (module.startsWith('.')) return '';
  const parts = module.replace(/^node:/, '').split('/');
  const name = module.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
  return (name.startsWith('@') ? name : (name.split('.')[0] ?? '')).toLowerCase().replaceAll('_', '-');
}

/** What a signal found, in words for the reader; null where it found nothing. */
function sees(signal: Signal, look: Look): string | null {
  const { title, intro, heading, pipeline, widgets, uses, holds, route, command, file } = signal;
  if (title) return quote(title.exec(look.title)?.[0], 'in the title');
  if (intro) return quote(intro.exec(look.intro)?.[0], 'in the README');
  if (heading) return quote(firstMatch(look.headings, heading), 'as a heading');
  if (pipeline) return look.pipeline.has(pipeline) ? `a pipeline does: ${pipeline}` : null;
  if (widgets) return widgets.every((one) => look.widgets.has(one)) ? `widgets: ${widgets.join(', ')}` : null;
  if (holds === 'model') return look.model ? 'a language model' : null;
  if (holds) return look.vectors ? 'a vector store' : null;
  if (uses) return [...look.uses].find((name) => fitsAny(name, uses)) ?? null;
  if (route) return look.routes.find((one) => route.test(one)) ?? null;
  if (command)
    return quote(
      look.commands.find((one) => command.test(one)),
      'command',
    );
  return (file && look.files.find((one) => file.test(one))) ?? null;
}

function firstMatch(texts: readonly string[], pattern: RegExp): string | undefined {
  return texts.flatMap((text) => pattern.exec(text)?.[0] ?? [])[0];
}

function quote(found: string | undefined, where: string): string | null {
  return found === undefined ? null : `'${found}' ${where}`;
}

function fitsAny(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
}
