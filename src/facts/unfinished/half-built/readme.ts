/** What the README says of the program and is not so: gaps, files, commands, features. */

import { counted } from '../../../model/counted.ts';
import { baseName, covers, folderOf } from '../../../reading/text-file.ts';
import type { Document, Line } from '../../documents/document.ts';
import { invocationsIn } from '../../documents/invocations.ts';
import { type Reference, referencesIn } from '../../documents/references.ts';
import type { Facts } from '../../facts.ts';
import { isReadWhole } from '../../read-whole.ts';
import type { Trace } from '../capabilities/capabilities.ts';
import type { Capability } from '../capabilities/capability.ts';
import { CAPABILITIES, DEEDS } from '../capabilities/table.ts';
import type { Unfinished } from '../unfinished.ts';

/** A tree drawn long ago names a file or two that moved; so many are a promise. */
const STALE_TREE = 3;
/** So many documented commands must be known before an unknown one is told. */
const KNOWN_COMMANDS = 3;
const STACK = /\b(?:tech(?:nology|nologies|nical)?|stack|built with|tools|tecnolog\w+)\b/i;

/** "Coming soon", filler text and an empty demo in the README, other than under its plans. */
export function gaps(facts: Facts): readonly Unfinished[] {
  return [...announced(facts), ...emptyDemos(facts)];
}

/** A heading "Live demo" or "Screenshots" with nothing under it. */
function emptyDemos({ documentation: { readme } }: Facts): readonly Unfinished[] {
  if (readme === null) return [];
  const things = [readme.links, readme.images, readme.codeBlocks, readme.listItems, readme.paragraphs].flat();
  return readme.sections.flatMap(({ purposes, heading, level, line, endLine }, index): Unfinished[] => {
    const below = readme.sections[index + 1];
    if (!purposes.includes('demo') || below?.purposes.includes('demo') || (below?.level ?? 0) > level)
      return [];
    const rows = readme.tables.some((one) => one.line >= line && one.line <= endLine);
    if (rows || things.some((one) => one.line >= line && one.line <= endLine)) return [];
    return [{ path: readme.path, line, what: `nothing stands under '${heading.slice(0, 60)}'` }];
  });
}

function announced({ documentation }: Facts): readonly Unfinished[] {
  const plans = documentation.readme?.sections.filter((one) => one.purposes.includes('roadmap')) ?? [];
  return documentation.placeholders
    .filter(({ kind }) => kind === 'coming-soon' || kind === 'lorem')
    .filter(({ line }) => !plans.some((one) => covers(one, line)))
    .map(({ path, line, text }) => ({
      path,
      line,
      what: `the README is unfinished: ${text.replace(/\*{1,3}|`/g, '').slice(0, 80)}`,
    }));
}

/** Files that the README speaks of. */
export function absentReferences({ documentation, files, text }: Facts): readonly Unfinished[] {
  const { readme } = documentation;
  if (readme === null) return [];
  // A letter's case is a slip.
  const names = new Set(files.map((file) => baseName(file.path).toLowerCase()));
  const folders = new Set(files.map((file) => folderOf(file.path)));
  // Settings beside nothing of this repository lie on the user's machine.
  const isOwn = (path: string) => !/\.(?:toml|ya?ml|ini|cfg)$/.test(path) || folders.has(folderOf(path));
  // The only one of its kind in its folder is what a sentence means, whatever it calls it.
  const isMeant = ({ path, tree }: Reference) =>
    !tree &&
    folderOf(path) !== '' &&
    files.filter((one) => folderOf(one.path) === folderOf(path) && kindOf(one.path) === kindOf(path))
      .length === 1;
  const isThere = (one: Reference) => names.has(baseName(one.path).toLowerCase()) || isMeant(one);
  const absent = new Map<string, Reference>();
  const source = text(readme.path) ?? '';
  for (const one of referencesIn(readme, source))
    if (!isThere(one) && !absent.has(one.path) && (one.tree || isOwn(one.path))) absent.set(one.path, one);
  const list = [...absent.values()];
  // What a tree lists and a sentence speaks of too is no leftover.
  const isSaid = ({ path, tree }: Reference) => !tree || source.includes(`\`${baseName(path)}\``);
  const drawn = list.filter((one) => !isSaid(one));
  const [first] = drawn;
  // What one tree lists is out of date as one.
  const [named] = list.filter((one) => one.tree && isSaid(one));
  const said = list
    .filter((one) => isSaid(one) && (!one.tree || one === named))
    .map(({ path, line }) => ({
      path: readme.path,
      line,
      what: `names ${path}, which is not there`,
      lacks: path.toLowerCase(),
    }));
  if (first === undefined || named !== undefined || drawn.length < STALE_TREE) return said;
  const what = `its tree lists ${first.path} and ${counted(drawn.length - 1, 'more file')} that are not there`;
  return [...said, { path: readme.path, line: first.line, what }];
}

function kindOf(path: string): string {
  return /\.\w+$/.exec(path)?.[0] ?? '';
}

/** Commands of the program that the README shows and the program does not know. */
export function absentCommands({ documentation, commands }: Facts): readonly Unfinished[] {
  const { readme } = documentation;
  const known = new Set(
    commands
      .filter((one) => one.kind === 'subcommand')
      .flatMap(({ name, aliases = [] }) => [name, ...aliases].map((one) => one.toLowerCase())),
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

/** Headings before which a README introduces the program. */
const BEGINS: ReadonlySet<string> = new Set(['features', 'setup', 'prerequisites', 'usage', 'structure']);
const MAX_INTRODUCTION = 4;
const NOT_HERE =
  /\b(?:not|no|without|instead of|future|planned|optional|soon|can be|could|e\.g\.|such as|like)\b/i;

/** Names beside each other, of which one is meant. */
const EITHER = /[\w)]\s\(?(?:\/|or)\s[\w(]/i;

/** The sentences that say at the top what the program is; ideas and alternatives are no promise. */
function introduction(readme: Document): readonly { readonly text: string; readonly line: number }[] {
  const end =
    readme.sections.find((one) => one.purposes.some((purpose) => BEGINS.has(purpose)))?.line ?? Infinity;
  return readme.paragraphs
    .filter(({ line }) => line < end)
    .slice(0, MAX_INTRODUCTION)
    .flatMap(({ text, line }) =>
      text
        .slice(0, 2_000)
        .split(/(?<=[.!?])\s+/)
        .filter((sentence) => !NOT_HERE.test(sentence))
        .map((sentence) => ({ text: sentence.replace(/\s+/g, ' '), line })),
    );
}

/** What the README says that the program does or is made with. */
export interface Promised {
  readonly text: string;
  readonly line: number;
  /** The words of it that a table knows: 'rate limit'. */
  readonly words: string;
  readonly capability: Capability;
}

/** Features and tools that the README lists and of which nothing is there. */
export function absentFeatures(facts: Facts, trace: Trace): readonly Unfinished[] {
  const path = facts.documentation.readme?.path ?? '';
  return absentPromises(facts, trace, [], CAPABILITIES).map(({ text, line }) => ({
    path,
    line,
    what: `promises without a trace: ${text.slice(0, 80)}`,
  }));
}

/** What of the introduction, and of the lists of features and tools, has no trace. Each capability once. */
export function absentPromises(
  facts: Facts,
  trace: Trace,
  introduced: readonly Capability[],
  listed: readonly Capability[],
): readonly Promised[] {
  const { readme } = facts.documentation;
  if (readme === null) return [];
  const told = new Set<RegExp>();
  const code = facts.program.filesOf();
  // What does not parse, or is in a language that is not read, may hold the trace.
  if (code.some((file) => file.errors.length > 0) || (code.length === 0 && !isReadWhole(facts))) return [];
  const tell = (
    promises: readonly { readonly text: string; readonly line: number }[],
    capabilities: readonly Capability[],
  ): readonly Promised[] =>
    promises.flatMap(({ text, line }): readonly Promised[] => {
      const absent = capabilities.find(({ promise, shown }) => promise.test(text) && !shown(trace));
      if (absent === undefined || told.has(absent.promise)) return [];
      const said = absent.promise.exec(text);
      // "…, optional Grafana dashboard": what stands before it in its clause may take it back.
      const before =
        text
          .slice(0, said?.index ?? 0)
          .split(/[,;.(]/)
          .at(-1) ?? '';
      if (NOT_HERE.test(before)) return [];
      // "Qdrant / Chroma": one of them does.
      if (EITHER.test(text) && capabilities.some(({ promise, shown }) => promise.test(text) && shown(trace)))
        return [];
      told.add(absent.promise);
      return [{ text, line, words: said?.[0] ?? text, capability: absent }];
    });
  // A technology named in passing may be one that another is built on.
  return [
    ...tell(introduction(readme), introduced),
    ...tell(facts.documentation.features, listed),
    ...tell(
      toolsIn(readme),
      listed.filter((one) => !DEEDS.has(one)),
    ),
  ];
}

/** What the README says that the program does or is made with: its introduction and its lists. */
export function promisedIn(facts: Facts): readonly Line[] {
  const { readme } = facts.documentation;
  return readme === null
    ? []
    : [...introduction(readme), ...facts.documentation.features, ...toolsIn(readme)];
}

/** Items of the lists of tools. */
function toolsIn(readme: Document): readonly Line[] {
  const stacks = readme.sections.filter((one) => STACK.test(one.heading));
  return [
    ...readme.listItems.filter((one) => one.checked !== false),
    // Further cells speak of the tool that the second names.
    ...readme.tables.flatMap(({ rows }) =>
      rows.map(({ cells, line }) => ({ text: cells.slice(0, 2).join(': '), line })),
    ),
  ].filter(({ line }) => stacks.some((one) => covers(one, line)));
}
