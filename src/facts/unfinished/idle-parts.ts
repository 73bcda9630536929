/** Parts of a program that were begun and are tied to nothing: tables, methods, buttons, answers that stand in. */
import type { Call, CodeFile, DefinitionId } from '../../program/file.ts';
import { namesRead } from '../../program/link/names-read.ts';
import { lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../program/program.ts';
import type { Unfinished } from './unfinished.ts';

/** Tables, methods and buttons of application code, each with its line. */
export function idleParts(program: Program): readonly Unfinished[] {
  return [...idleTables(program), ...unwrittenMethods(program), ...idleButtons(program)];
}

/** Classes with a table that nothing reads, writes or extends. */
function idleTables(program: Program): readonly Unfinished[] {
  const definitions = program.definitions();
  const used = new Set(program.filesOf().flatMap((file) => [...namesRead(file).names]));
  return definitions
    .filter((ref) => isTable(ref, program) && !joinsOthers(ref) && !used.has(ref.definition.name))
    .map(toPlace);
}

function toPlace({ file, definition }: DefinitionRef): Unfinished {
  return { path: file.path, line: definition.line, what: `${definition.name}: a table that no code uses` };
}

/** A class whose objects an ORM keeps in a table. */
export function isTable(ref: DefinitionRef, program: Program): boolean {
  const { file, definition } = ref;
  if (definition.kind !== 'class' || definition.fields.length < 2 || file.language !== 'python') return false;
  const named = definition.fields.some(({ name }) => name === '__tablename__');
  return (
    named ||
    program
      .ancestors(ref)
      .some((base) => program.meaningsOfName(base, 'class').some(({ role }) => role === 'record.table'))
  );
}

/** A table of pairs is used through the two that it joins. */
function joinsOthers({ file, definition }: DefinitionRef): boolean {
  const keys = definition.fields.filter(({ value }) => {
    if (value === null) return false;
    return valuesThroughCalls(value, file).some(
      (part) =>
        part.kind === 'name' && /^(?:ForeignKey|ForeignKeyField|ManyToOne)$/.test(lastSegment(part.name)),
    );
  });
  return keys.length >= 2;
}

/** Classes that are written to do a job of the program, by their names. */
export const WORKER =
  /(?:Service|Tracker|Manager|Client|Provider|Middleware|Repository|Monitor|Limiter|Cache|Evaluator|Retriever|Agent|Notifier|Scheduler|Exporter|Importer|Generator|Processor|Pipeline)$/;

/** Workers that nobody employs, and generators that would stream to nobody. Tests may be the ones that do. */
export function idleWorkers(program: Program): readonly Unfinished[] {
  const files = [...program.filesOf(), ...program.filesOf('test'), ...program.filesOf('example')];
  // A setting may name a class by its path: 'shop.middleware.BanMiddleware'.
  const read = new Set(files.flatMap((file) => [...namesRead(file).names]));
  const texts = files.flatMap((file) => [...namesRead(file).texts].filter((text) => text.length < 200));
  return program.definitions().flatMap((ref): Unfinished[] => {
    const { file, definition } = ref;
    const { name, kind, line } = definition;
    const works = kind === 'class' && WORKER.test(name) && !isContract(ref, program);
    const streams = definition.generator && /stream/i.test(name) && definition.decorators.length === 0;
    if (!(works || streams) || file.notebook || read.has(name)) return [];
    if (definition.decorators.length > 0 || texts.some((text) => text.includes(name))) return [];
    return [{ path: file.path, line, what: `${name} is written and never used` }];
  });
}

/** What others are to fill in: a protocol, an abstract class. */
function isContract(ref: DefinitionRef, program: Program): boolean {
  return (
    program.ancestors(ref).some((base) => /Protocol|\bABC\b/.test(base)) ||
    ref.file.definitions.some((one) => one.parent === ref.id && one.abstract)
  );
}

/** Methods that an interface of TypeScript promises, that nobody calls and nobody writes. */
function unwrittenMethods(program: Program): readonly Unfinished[] {
  const definitions = program.definitions();
  const written = new Set<string>();
  for (const { file, definition } of definitions)
    if (file.definitions[definition.parent]?.kind !== 'interface') written.add(definition.name);
  const files = program.filesOf();
  return definitions.flatMap(({ file, definition }): Unfinished[] => {
    const owner = file.definitions[definition.parent];
    if (definition.kind !== 'method' || owner?.kind !== 'interface' || file.path.endsWith('.d.ts')) return [];
    const { name, line } = definition;
    if (name === '' || written.has(name)) return [];
    const known = files.some((one) => namesRead(one).names.has(name) || namesRead(one).texts.has(name));
    return known
      ? []
      : [{ path: file.path, line, what: `${owner.name}.${name} is declared and never written` }];
  });
}

const BUTTON = /^(?:button|Button|IconButton|Fab)$/;
/** Attributes by which a button does something, or is known to do nothing. */
const ACTS =
  /^(?:on[A-Z]\w*|type|form\w*|asChild|href|to|as|component|disabled|name|popoverTarget|ref|slot|command\w*|data-\w.*)$/;
/** Elements that act for what they hold, or hand it a handler. */
const ACTS_FOR =
  /^(?:a|Link|NavLink|NextLink|form|Form|label|summary|Popover|Popconfirm|Dropdown|Upload|Menu|CopyToClipboard)$|(?:Trigger|Close|Link|Form|Action|Cancel|Wrapper|Provider)$/;

/** Buttons of React that nothing happens at. */
function idleButtons(program: Program): readonly Unfinished[] {
  return program.filesOf().flatMap((file) => {
    if (file.language === 'python') return [];
    const elements = file.calls.filter((call) => call.form === 'jsx');
    const buttons = elements.filter((call) => isIdle(call, file));
    if (buttons.length === 0) return [];
    const acting = elements.filter((call) => ACTS_FOR.test(nameOf(call)));
    return buttons
      .filter((button) => !acting.some((one) => isAround(one, button, file)))
      .map(({ line }) => ({ path: file.path, line, what: 'a button at which nothing happens' }));
  });
}

function nameOf({ callee }: Call): string {
  return callee.kind === 'name' ? lastSegment(callee.name) : '';
}

function isIdle(call: Call, file: CodeFile): boolean {
  // `<Menu.Button>` is a part of something that acts.
  if (call.callee.kind !== 'name' || !BUTTON.test(call.callee.name)) return false;
  const given = call.arguments.filter(({ name }) => name !== 'children');
  const click = given.find(({ name }) => name === 'onClick')?.value;
  if (click?.kind === 'function' && file.definitions[click.definition]?.stub === true) return true;
  // A spread may hold a handler.
  return !given.some(({ name }) => name === null || ACTS.test(name));
}

/** By their places: an element's lines hold those of what stands in it, functions between them or not. */
function isAround(outer: Call, inner: Call, file: CodeFile): boolean {
  const holds = outer.line <= inner.line && inner.endLine <= outer.endLine && outer !== inner;
  return holds && isWithin(inner.definition, outer.definition, file);
}

function isWithin(inner: DefinitionId, outer: DefinitionId, file: CodeFile): boolean {
  for (let id = inner; ; id = file.definitions[id]?.parent ?? -1) {
    if (id === outer) return true;
    if (id < 0) return false;
  }
}

/** Variables and functions whose own name says that they only play a part: `simulated_answer`, `mockResponse`. */
const PLAYED =
  /^_?(?:(?:simulated|mock|mocked|fake)_(?!mode|enabled|server|provider|client|llm|model|delay|now)\w*|(?:get|generate|create)_(?:mock|fake|simulated|dummy)_(?:response|answer|result|prediction|embedding|reply|score)\w*)$|^(?:simulated|mock|mocked|fake)(?!Mode|Enabled|Server|Provider|Client|Delay)[A-Z]\w*$/;

/** One place a file: what plays a part does so in several lines. */
export function standIns(program: Program): readonly Unfinished[] {
  return program.filesOf().flatMap((file): Unfinished[] => {
    if (file.notebook) return [];
    const named = [
      ...file.assignments.flatMap(({ target, line }) =>
        target.kind === 'name' ? [{ name: target.name.replace(/^(?:self|this)\./, ''), line }] : [],
      ),
      ...file.definitions.map(({ name, line }) => ({ name, line })),
    ].filter(({ name }) => PLAYED.test(name));
    const [first] = named.sort((a, b) => a.line - b.line);
    return first === undefined
      ? []
      : [{ path: file.path, line: first.line, what: `${first.name} stands in for the real thing` }];
  });
}
