/** The parts of a project as a diagram to start from: what its user meets, its own packages, and what it speaks to. */
import type { Facts } from './facts/facts.ts';

const MOST_PARTS = 6;
const MOST_EDGES = 12;

/** Mermaid, drawn from the project's own names; null where there is no code to draw. */
export function diagramOf(facts: Facts): string | null {
  const parts = partsOf(facts);
  const entries = entriesOf(facts);
  if (parts.length === 0 && entries.length === 0) return null;
  const inner = parts.map(({ name }) => labelled(name));
  const edges = [
    ...entries.map((entry) => `user([User]) --> ${entry.id}[${quoted(entry.label)}]`),
    ...entries.flatMap(({ id }) => inner.slice(0, 1).map((first) => `${id} --> ${first}`)),
    ...linksOf(facts, parts).map(([from, to]) => `${labelled(from)} --> ${labelled(to)}`),
    ...outsideOf(facts).map(
      ({ id, label }) => `${inner.at(-1) ?? entries[0]?.id ?? 'app'} --> ${id}[(${quoted(label)})]`,
    ),
  ];
  return [
    '```mermaid',
    'flowchart LR',
    ...[...new Set(edges)].slice(0, MOST_EDGES).map((edge) => `  ${edge}`),
    '```',
  ].join('\n');
}

interface Part {
  /** Of a folder or a module, as it is called. */
  readonly name: string;
  readonly paths: ReadonlySet<string>;
}

/** Folders of the application below what holds all of it; modules where there is one folder only. */
function partsOf({ program }: Facts): readonly Part[] {
  const paths = program
    .filesOf('application')
    .filter(({ notebook }) => !notebook)
    .map(({ path }) => path);
  const common = sharedFolder(paths);
  const groups = new Map<string, Set<string>>();
  for (const path of paths) {
    const [name = ''] = path.slice(common.length).split('/');
    const bare = name.replace(/\.\w+$/, '');
    if (bare === '' || /^(?:__init__|index)$/.test(bare)) continue;
    groups.set(bare, (groups.get(bare) ?? new Set()).add(path));
  }
  return [...groups]
    .map(([name, all]) => ({ name, paths: all }))
    .sort((a, b) => b.paths.size - a.paths.size || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_PARTS);
}

function sharedFolder(paths: readonly string[]): string {
  const [first = '', ...rest] = paths;
  const folders = first.split('/').slice(0, -1);
  let shared = '';
  for (const folder of folders) {
    const next = `${shared}${folder}/`;
    if (!rest.every((path) => path.startsWith(next))) break;
    shared = next;
  }
  return shared;
}

/** Which part imports which. */
function linksOf({ program }: Facts, parts: readonly Part[]): readonly (readonly [string, string])[] {
  const partOf = (path: string): string | undefined => parts.find(({ paths }) => paths.has(path))?.name;
  return program.filesOf('application').flatMap((file) => {
    const from = partOf(file.path);
    if (from === undefined) return [];
    return file.imports.flatMap((one) => {
      const whole = one.name === null ? null : program.moduleOf(file, `${one.module}.${one.name}`);
      const target = whole ?? program.moduleOf(file, one.module);
      const to = target ? partOf(target.path) : undefined;
      return to === undefined || to === from ? [] : [[from, to] as const];
    });
  });
}

function entriesOf({ interfaces, routes, commands }: Facts): readonly { id: string; label: string }[] {
  const [widget] = interfaces.widgets;
  return [
    ...(widget ? [{ id: 'ui', label: `Interface (${widget.framework})` }] : []),
    ...(routes.length > 0
      ? [{ id: 'api', label: `API (${routes.length} ${routes.length === 1 ? 'route' : 'routes'})` }]
      : []),
    ...(commands.length > 0 ? [{ id: 'cli', label: 'Command line' }] : []),
  ];
}

/** Stores and models that it speaks to. */
function outsideOf({ vectors, models, storage }: Facts): readonly { id: string; label: string }[] {
  const engine = vectors.stores[0]?.engine;
  const library = models[0]?.library;
  const format =
    storage.find((one) => one.format === 'database' || one.format === 'sqlite')?.format ?? storage[0]?.format;
  return [
    ...(format ? [{ id: 'store', label: format === 'database' ? 'Database' : format }] : []),
    ...(engine ? [{ id: 'vectors', label: engine }] : []),
    ...(library ? [{ id: 'model', label: `Model (${library})` }] : []),
  ];
}

function node(name: string): string {
  return `p_${name.replace(/\W/g, '_')}`;
}

function labelled(name: string): string {
  return `${node(name)}[${quoted(name)}]`;
}

/** Text of a repository: nothing of it ends a label. */
function quoted(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ._()/-]/gu, ' ').slice(0, 40)}"`;
}
