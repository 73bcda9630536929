/**
 * Where a repository is unfinished: half-built code, files that others of its files name and that are not there,
 * promises of its README without a trace.
 */
import { CAPABILITIES, SERVICES, type Trace, traceOf } from './capabilities.ts';
import { absentModules } from './code/absent-modules.ts';
import { announcements, openNotes } from './code/announced.ts';
import { requestsWithoutRoute } from './code/client-calls.ts';
import type { CodeFile } from './code/file.ts';
import { emptyMigrations, stubFunctions, type Unfinished } from './code/unfinished.ts';
import { absentBuilds } from './containers/absent-builds.ts';
import { invocationsIn } from './documentation/invocations.ts';
import { referencesIn } from './documentation/references.ts';
import type { Facts } from './facts.ts';
import { baseName, folderOf } from './text-file.ts';

/** Sorts of places, by how they are found. */
export type Sort = 'code' | 'announced' | 'absent' | 'promised';

export interface HalfBuilt extends Unfinished {
  readonly sort: Sort;
}

/** A tree drawn long ago names a file or two that moved; so many are a promise. */
const STALE_TREE = 3;
/** So many documented commands must be known before an unknown one is told. */
const KNOWN_COMMANDS = 3;
const STACK = /\b(?:tech(?:nology|nologies|nical)?|stack|built with|tools|tecnolog\w+)\b/i;

const remembered = new WeakMap<Facts, readonly HalfBuilt[]>();

/** All places, each line once: code first, promises last. Looked for once per audit. */
export function halfBuilt(facts: Facts): readonly HalfBuilt[] {
  const known = remembered.get(facts) ?? placesIn(facts);
  remembered.set(facts, known);
  return known;
}

function placesIn(facts: Facts): readonly HalfBuilt[] {
  const { program } = facts;
  const trace = traceOf(facts);
  const as = (sort: Sort, list: readonly Unfinished[]): readonly HalfBuilt[] =>
    list.map((one) => ({ ...one, sort }));
  const all = [
    ...as('code', [
      ...stubFunctions(program),
      ...emptyMigrations(program),
      ...unreadable(facts),
      ...emptyFiles(facts),
    ]),
    ...as('announced', [...announcements(program), ...openNotes(program), ...gaps(facts)]),
    ...as('absent', [
      ...absentModules(
        program,
        facts.files.map((file) => file.path),
        facts.dependencies.list.map((one) => one.name),
      ),
      ...requestsWithoutRoute(program, facts.routes),
      ...absentBuilds(
        facts.containers,
        facts.files.map((file) => file.path),
      ),
      ...absentReferences(facts),
      ...absentCommands(facts),
    ]),
    ...as('promised', [...absentFeatures(facts, trace), ...idleServices(facts, trace)]),
  ];
  const places = new Map<string, HalfBuilt>();
  for (const one of all) {
    const place = `${one.path}:${one.line}`;
    if (!places.has(place)) places.set(place, one);
  }
  return [...places.values()];
}

/** Code that no interpreter would accept: an own module that does not parse. */
function unreadable({ program }: Facts): readonly Unfinished[] {
  return program.filesOf().flatMap((file): Unfinished[] => {
    const [error] = file.errors;
    const broken = error !== undefined && !file.notebook && file.language === 'python';
    return broken ? [{ path: file.path, line: error.line, what: `does not parse: ${error.reason}` }] : [];
  });
}

/** Modules, tests and pipelines without a word in them: one place each sort, however many. */
function emptyFiles({ program, pipelines }: Facts): readonly Unfinished[] {
  const first = (what: string, list: readonly { readonly path: string }[]): readonly Unfinished[] => {
    const [one] = list;
    const more = list.length > 1 ? `, and ${list.length - 1} more` : '';
    return one === undefined ? [] : [{ path: one.path, line: 1, what: `${what}${more}` }];
  };
  return [
    ...first('an empty module', program.filesOf().filter(isEmpty)),
    ...first('an empty test', program.filesOf('test').filter(isEmpty)),
    ...first(
      'an empty pipeline',
      pipelines.list.filter((one) => one.empty),
    ),
  ];
}

function isEmpty(file: CodeFile): boolean {
  if (/^(?:__init__|conftest|index)\.|\.d\.ts$/.test(baseName(file.path))) return false;
  const parts = [file.definitions, file.calls, file.assignments, file.imports, file.exports, file.statements];
  const nothing = parts.every((list) => list.length === 0);
  return nothing && (file.notebook || file.errors.length === 0);
}

/** "Coming soon" and filler text in the README, other than under its plans. */
function gaps({ documentation }: Facts): readonly Unfinished[] {
  const plans = documentation.readme?.sections.filter((one) => one.purposes.includes('roadmap')) ?? [];
  return documentation.placeholders
    .filter(({ kind }) => kind === 'coming-soon' || kind === 'lorem')
    .filter(({ line }) => !plans.some((one) => line >= one.line && line <= one.endLine))
    .map(({ path, line, text }) => ({ path, line, what: `the README is unfinished: ${text.slice(0, 80)}` }));
}

/** Files that the README speaks of. */
function absentReferences({ documentation, files, text }: Facts): readonly Unfinished[] {
  const { readme } = documentation;
  if (readme === null) return [];
  const names = new Set(files.map((file) => baseName(file.path)));
  const folders = new Set(files.map((file) => folderOf(file.path)));
  // Settings beside nothing of this repository lie on the user's machine.
  const isOwn = (path: string) => !/\.(?:toml|ya?ml|ini|cfg)$/.test(path) || folders.has(folderOf(path));
  const absent = new Map<string, { path: string; line: number; tree: boolean }>();
  for (const one of referencesIn(readme, text(readme.path) ?? ''))
    if (!names.has(baseName(one.path)) && !absent.has(one.path) && (one.tree || isOwn(one.path)))
      absent.set(one.path, one);
  const list = [...absent.values()];
  const drawn = list.filter((one) => one.tree);
  const [first] = drawn;
  const said = list
    .filter((one) => !one.tree)
    .map(({ path, line }) => ({ path: readme.path, line, what: `names ${path}, which is not there` }));
  if (first === undefined || drawn.length < STALE_TREE) return said;
  const what = `its tree lists ${first.path} and ${drawn.length - 1} more files that are not there`;
  return [...said, { path: readme.path, line: first.line, what }];
}

/** Commands of the program that the README shows and the program does not know. */
function absentCommands({ documentation, commands }: Facts): readonly Unfinished[] {
  const { readme } = documentation;
  const known = new Set(
    commands.filter((one) => one.kind === 'subcommand').map((one) => one.name.toLowerCase()),
  );
  if (readme === null || known.size < KNOWN_COMMANDS) return [];
  // `task config show`: a group of commands.
  const shown = invocationsIn(readme).filter(
    ({ command, next }) => !/^(?:help|version)$/i.test(command) && !(known.has(next) && !known.has(command)),
  );
  return [...new Set(shown.map((one) => one.program))].flatMap((program) => {
    const words = new Map(
      shown.filter((one) => one.program === program).map((one) => [one.command.toLowerCase(), one.line]),
    );
    const right = [...words.keys()].filter((word) => known.has(word)).length;
    if (right < KNOWN_COMMANDS) return [];
    return [...words]
      .filter(([word]) => !known.has(word))
      .map(([word, line]) => ({
        path: readme.path,
        line,
        what: `shows a command '${word}', which the program does not know`,
      }));
  });
}

/** Stores and queues that compose starts and no code talks to. */
function idleServices(facts: Facts, trace: Trace): readonly Unfinished[] {
  // A finished product that is started too may be the one that uses it.
  const served = new Set(
    facts.containers.compose.filter((one) => one.build === null).flatMap((one) => one.dependsOn),
  );
  return facts.containers.compose.flatMap(({ image, path, line, name }): Unfinished[] => {
    const idle =
      !served.has(name) &&
      SERVICES.some(({ image: known, used }) => known.test(image ?? '') && !trace.uses(used));
    return idle ? [{ path, line, what: `starts ${name}, which no code uses` }] : [];
  });
}

/** Features and tools that the README lists and of which nothing is there. */
function absentFeatures(facts: Facts, trace: Trace): readonly Unfinished[] {
  const { readme, features } = facts.documentation;
  if (readme === null) return [];
  const stacks = readme.sections.filter((one) => STACK.test(one.heading));
  const stack = [
    ...readme.listItems.filter((one) => one.checked !== false),
    ...readme.tables.flatMap(({ rows }) => rows.map(({ cells, line }) => ({ text: cells.join(': '), line }))),
  ].filter(({ line }) => stacks.some((one) => line >= one.line && line <= one.endLine));
  const told = new Set<RegExp>();
  return [...features, ...stack].flatMap(({ text, line }): Unfinished[] => {
    const absent = CAPABILITIES.find(({ promise, shown }) => promise.test(text) && !shown(trace));
    if (absent === undefined || told.has(absent.promise)) return [];
    told.add(absent.promise);
    return [{ path: readme.path, line, what: `promises without a trace: ${text.slice(0, 80)}` }];
  });
}
