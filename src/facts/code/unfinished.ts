/** Places where code says that it is not finished: functions that do nothing, announcements, notes of what to write. */
import type { CodeFile, Comment, Value } from './file.ts';
import type { DefinitionRef, Program } from './program.ts';
import { valuesThroughCalls } from './values.ts';

/** A half-built place. */
export interface Unfinished {
  readonly path: string;
  readonly line: number;
  /** In a few words, for the reader of the report. */
  readonly what: string;
}

/** Names under which nothing is often the right thing to do: hooks, constructors, groups of commands. */
const EMPTY_BY_DESIGN =
  /^(?:__\w+__|constructor|no_?op|tear_?down\w*|set_?up\w*|on_?[A-Z_]\w*|cli|main|callback|app|_+|close|dispose|flush|emit|visit_\w+|handle_\w+)$/i;
const CONTRACT = /^(?:Base|Abstract|I[A-Z])|(?:Base|Interface|Protocol|Port|ABC|Mixin)$/;
const MARKED = /abstract|overload|group|callback|command|property|fixture|route|validator|\.(?:on|event)\b/i;
/** Nested deeper than this nothing is a base class. */
const MAX_ANCESTORS = 40;

/** Functions of the application that do nothing, other than by design. */
export function stubFunctions(program: Program): readonly Unfinished[] {
  const definitions = program.definitions();
  const extended = new Set<string>();
  for (const { definition } of definitions)
    for (const base of definition.bases)
      if (base.kind === 'name') extended.add(base.name.slice(base.name.lastIndexOf('.') + 1));
  return definitions
    .filter((ref) => isStub(ref) && !isContract(ref, extended) && !refuses(ref, program))
    .map(({ file, definition }) => ({
      path: file.path,
      line: definition.line,
      what: `${definition.name} does nothing yet`,
    }));
}

function isStub({ file, definition }: DefinitionRef): boolean {
  if (!definition.stub || definition.abstract || file.notebook || definition.name === '') return false;
  if (definition.kind !== 'function' && definition.kind !== 'method') return false;
  // An empty function handed over as a part of an object is a deliberate nothing.
  const inFunction = file.definitions[definition.parent]?.kind;
  if (file.language !== 'python' && inFunction !== undefined && inFunction !== 'class') return false;
  if (EMPTY_BY_DESIGN.test(definition.name)) return false;
  return !definition.decorators.some((item) => MARKED.test(nameIn(item, file)));
}

/** A method of a base class that others fill in. */
function isContract({ file, definition }: DefinitionRef, extended: ReadonlySet<string>): boolean {
  const owner = file.definitions[definition.parent];
  if (owner?.kind !== 'class') return owner?.kind === 'interface';
  const bases = owner.bases.map((base) => nameIn(base, file));
  return (
    CONTRACT.test(owner.name) || extended.has(owner.name) || bases.some((base) => /ABC|Protocol/.test(base))
  );
}

/** A method that takes back what its base class can do, or that exists only in its asynchronous form. */
function refuses({ file, id, definition }: DefinitionRef, program: Program): boolean {
  const owner = file.definitions[definition.parent];
  if (owner?.kind !== 'class') return false;
  const { name } = definition;
  const twin = name.startsWith('_') ? `_a${name.slice(1)}` : `a${name}`;
  const siblings = file.definitions.filter((one, at) => one.parent === definition.parent && at !== id);
  if (siblings.some((one) => one.name === twin || one.name === `${name}_async` || one.name === `${name}Async`))
    return true;
  const ownerRef = program.definitions().find((one) => one.definition === owner);
  if (ownerRef === undefined) return false;
  const above = new Set(program.ancestors(ownerRef).slice(0, MAX_ANCESTORS));
  return program
    .definitions()
    .some(
      (one) =>
        one.definition.name === name &&
        !one.definition.stub &&
        !one.definition.abstract &&
        above.has(one.file.definitions[one.definition.parent]?.qualifiedName ?? ''),
    );
}

function nameIn(value: Value, file: CodeFile): string {
  if (value.kind === 'name') return value.name;
  if (value.kind === 'member') return `${nameIn(value.of, file)}.${value.name}`;
  if (value.kind === 'index') return nameIn(value.of, file);
  const call = value.kind === 'call' ? file.calls[value.call] : undefined;
  return call === undefined ? '' : nameIn(call.callee, file);
}

/** What a screen or a message says of a thing that is not there. */
const ANNOUNCES =
  /\bcoming soon\b|\bnot (?:yet )?(?:been )?implemented\b|\bunimplemented\b|\bunder construction\b|\bnot (?:yet )?available yet\b|\bem breve\b|\bpróximamente\b|\bnoch nicht (?:implementiert|verfügbar)\b|\bà venir\b|\bsegera hadir\b|即将推出|敬请期待|준비 ?중|準備中/i;
/** A refusal of what is not meant to be there says the same words. */
const REFUSED = /NotImplementedError|method not implemented by|subclass/i;
const MAX_TEXT = 300;

/** Texts of the program that announce what is not there. */
export function announcements(program: Program): readonly Unfinished[] {
  const found = new Map<string, Unfinished>();
  const look = (value: Value, file: CodeFile): void => {
    for (const part of valuesThroughCalls(value, file)) {
      const texts =
        part.kind === 'template'
          ? part.parts.filter((piece) => typeof piece === 'string')
          : part.kind === 'literal' && typeof part.value === 'string'
            ? [part.value]
            : [];
      const said = texts.find(
        (text) => text.length < MAX_TEXT && ANNOUNCES.test(text) && !REFUSED.test(text),
      );
      if (said !== undefined)
        found.set(`${file.path}:${part.line}`, {
          path: file.path,
          line: part.line,
          what: `announces: ${said.trim().slice(0, 80)}`,
        });
    }
  };
  for (const file of program.filesOf()) {
    if (file.notebook) continue;
    for (const call of file.calls) {
      for (const argument of call.arguments) look(argument.value, file);
    }
    for (const statement of file.statements)
      if (statement.value !== null && statement.kind === 'return') look(statement.value, file);
  }
  return [...found.values()];
}

const TO_WRITE =
  /^(?:todo|fixme|xxx)\b[\s:(\-\w)]{0,20}?\b(?:implement|finish|complete|write|fill in|replace|create|build|integrate|connect|wire|support|placeholder|stub|actual|real)\b/i;
const STANDS_IN =
  /^(?:this is (?:just )?(?:a|only a) )?(?:placeholder|stub|dummy (?:implementation|data|value|response)|mock implementation)\b|\b(?:for now,? (?:we|just|return|it)\b.{0,60}\b(?:placeholder|dummy|mock|stub|hard-?coded)|placeholder (?:implementation|for (?:the )?(?:actual|real|production|future))|simulated? (?:response|result|answer)|would (?:be|go) (?:implemented )?here|in (?:a )?(?:real|production|actual)[\w -]{0,20}(?:implementation|app\w*|system|deployment|environment|scenario)?,? (?:you|this|we|it)(?:['’]d| would| should))/i;

/** Comments that say what is still to be written, or that this only stands in for it. */
export function openNotes(program: Program): readonly Unfinished[] {
  return program
    .filesOf()
    .filter((file) => !file.notebook)
    .flatMap((file) =>
      file.comments.flatMap((comment): Unfinished[] => {
        const said = noteIn(comment);
        return said === null ? [] : [{ path: file.path, line: said.line, what: said.text }];
      }),
    );
}

function noteIn(comment: Comment): { line: number; text: string } | null {
  const lines = comment.text.slice(0, 4_000).split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const text = (lines[index] ?? '').replace(/^[\s#/*"'`-]+/, '').slice(0, 300);
    if (TO_WRITE.test(text) || (!comment.docstring && STANDS_IN.test(text)))
      return { line: comment.line + index, text: text.trim().slice(0, 100) };
  }
  return null;
}
