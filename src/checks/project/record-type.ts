import type { Facts } from '../../facts/facts.ts';
import type { CodeFile } from '../../program/file.ts';
import type { Use } from '../../program/knowledge.ts';
import { decoratorNames } from '../../program/link/qualified.ts';
import { firstSegment, valuesWithin } from '../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../program/program.ts';
import type { RoleName } from '../../program/role-names.ts';
import { entryOf, entryOfWeak } from '../../reading/collections.ts';
import { wordsOfName } from '../../reading/words.ts';
import { defineCheck, found } from '../define.ts';

/** Words in a class name that say it handles records and is none. */
const HANDLERS =
  /manager|store|storage|repository|service|controller|handler|list$|cli|app|error|exception|status|priority|command|view|factory|database|base$|filter|parser/i;

/** Whether a type declares its fields (dataclass, pydantic, attrs; a typed class or interface in TypeScript). */
function isDeclared(ref: DefinitionRef, program: Program): boolean {
  if (ref.file.language === 'typescript')
    return ref.definition.fields.length > 0 || ref.definition.kind !== 'class';
  if (ref.file.language === 'javascript') return false;
  const is = (name: string, role: RoleName, use: Use): boolean =>
    program.meaningsOfName(name, use).some((one) => one.role === role);
  const bases = program.ancestors(ref);
  if (bases.some((name) => is(name, 'record.lesser', 'class'))) return false;
  return (
    decoratorNames(program, ref).some((name) => is(name, 'record.class', 'decorator')) ||
    bases.some((name) => is(name, 'record.class', 'class'))
  );
}

/** The first and the last line of a file that names something in a call, an argument or an annotation. */
interface Named {
  first: number;
  last: number;
}

/** By the names that the file uses. */
const namedIn = new WeakMap<CodeFile, ReadonlyMap<string, Named>>();

function namesUsed(file: CodeFile): ReadonlyMap<string, Named> {
  const used = new Map<string, Named>();
  const note = (name: string, line: number): void => {
    const known = entryOf(used, name, () => ({ first: line, last: line }));
    known.first = Math.min(known.first, line);
    known.last = Math.max(known.last, line);
  };
  for (const { callee, line, arguments: given } of file.calls) {
    if (callee.kind === 'name') for (const name of callee.name.split('.')) note(name, line);
    for (const value of given.flatMap((argument) => valuesWithin(argument.value)))
      if (value.kind === 'name') note(firstSegment(value.name), line);
  }
  const annotations = [
    ...file.definitions.flatMap((definition) => [
      definition.returns,
      ...definition.parameters.map((item) => item.annotation),
      ...definition.fields.map((item) => item.annotation),
      ...definition.bases,
    ]),
    ...file.assignments.map((assignment) => assignment.annotation),
  ];
  for (const annotation of annotations)
    for (const value of annotation ? valuesWithin(annotation) : [])
      if (value.kind === 'name') for (const name of value.name.split('.')) note(name, annotation?.line ?? 0);
  return used;
}

/** Whether application code makes or names it outside its own body. */
function isUsed({ name, file: own, line, endLine }: Candidate, program: Program): boolean {
  return program.filesOf().some((file) => {
    const used = entryOfWeak(namedIn, file, () => namesUsed(file)).get(name);
    if (!used) return false;
    if (file === own) return used.first < line || used.last > endLine;
    return file.imports.some((item) => item.name === name || item.name === '*' || item.name === null);
  });
}

/** A type by its name, wherever it is written. */
interface Candidate {
  readonly name: string;
  readonly file: CodeFile;
  readonly line: number;
  readonly endLine: number;
  readonly declared: boolean;
  /** It says of each whether something is so. */
  readonly ticked: boolean;
}

function classesOf(program: Program): readonly Candidate[] {
  return program.definitions().flatMap((ref) => {
    const { file, definition } = ref;
    const { kind, name, line, endLine } = definition;
    if (kind !== 'class' && kind !== 'interface' && kind !== 'type') return [];
    return [
      { name, file, line, endLine, declared: isDeclared(ref, program), ticked: isTicked(program, ref) },
    ];
  });
}

/** `Task = namedtuple("Task", …)`: fields by name, and no dataclass. */
function tuplesOf(program: Program): readonly Candidate[] {
  return program.callsAs('record.tuple').flatMap(({ file, id, call: { line, endLine } }) => {
    const made = file.assignments.find(({ value }) => value?.kind === 'call' && value.call === id);
    return made?.target.kind === 'name'
      ? [{ name: made.target.name, file, line, endLine, declared: false, ticked: false }]
      : [];
  });
}

const TRUTHS: ReadonlySet<string> = new Set(['bool', 'boolean']);

function isTicked(program: Program, ref: DefinitionRef): boolean {
  const maker = program.member(ref, '__init__') ?? program.member(ref, 'constructor');
  const taken = maker?.definition.parameters ?? [];
  return [
    ...ref.definition.fields,
    ...taken.map(({ annotation, default: value }) => ({ annotation, value })),
  ].some(
    ({ annotation, value }) =>
      (annotation?.kind === 'name' && TRUTHS.has(annotation.name)) ||
      (value?.kind === 'literal' && typeof value.value === 'boolean'),
  );
}

/** Whether what stores and reads back names it: the record is whatever is kept. */
function isKept({ storage }: Facts, { name, file }: Candidate): boolean {
  return storage.some(
    ({ call }) => call.file === file || call.file.imports.some((item) => item.name === name),
  );
}

export const recordType = defineCheck({
  name: 'record-type',
  summary: 'The thing that the program is about is a named type with fields, and the program uses it.',
  reads: ['code'],
  written: true,
  parameters: (z) =>
    z.strictObject({
      names: z.array(z.string()).min(1).describe('words in the name of the type'),
      form: z
        .enum(['declared', 'any'])
        .describe(
          'declared: a dataclass, pydantic or attrs class, a typed class or interface in TypeScript; any: a hand-written class too',
        ),
    }),
  ask: (facts, { names, form }) => {
    const records = [...classesOf(facts.program), ...tuplesOf(facts.program)].filter(
      (one) =>
        !one.file.notebook &&
        !HANDLERS.test(one.name) &&
        (form === 'any' || one.declared) &&
        isUsed(one, facts.program),
    );
    const named = records.filter((one) =>
      wordsOfName(one.name).some((word) => names.includes(word.replace(/s$/, '')) || names.includes(word)),
    );
    const wanted = named.length > 0 ? named : records.filter((one) => one.ticked && isKept(facts, one));
    return found(
      wanted.slice(0, 3).map(({ file, line }) => facts.evidence(file.path, line)),
      `a ${form === 'declared' ? 'dataclass, pydantic or attrs class (TypeScript: typed class or interface)' : 'class'} named after ${names.join(', ')} that the program uses`,
    );
  },
});
