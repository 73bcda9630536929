/** Where versions of a model are kept side by side. */

import { type CodeFile, MODULE, type Value } from '../../program/file.ts';
import { anyFlowsFrom, flowsFrom, type Origin, originsOf } from '../../program/flow/flow.ts';
import { isAlive } from '../../program/life/alive.ts';
import { writtenIn } from '../../program/life/region.ts';
import { given, lastName, siteOf, textOf } from '../../program/link/calls.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { MODEL_FILES } from '../project/kinds.ts';

export interface VersionPlace {
  readonly file: CodeFile;
  readonly line: number;
}

/** Variables that make a path another one each time. */
const DISTINCT =
  /version|timestamp|time_?stamp|run_?id|(^|_)(ts|now|date|datetime|uuid|sha|hash)$|model_?id/i;
const LISTINGS = new Set('glob rglob listdir iterdir scandir readdir readdirSync'.split(' '));
const MAKES_DISTINCT = /(^|\.)(strftime|now|utcnow|today|time|isoformat|uuid4|uuid1|randomUUID|Date)$/;

/** Where versions are kept side by side: in a registry, in paths that differ, in a table of models. */
export function versionsKept(program: Program): VersionPlace | null {
  const lives = (call: CallRef): boolean => !call.file.notebook && isAlive(program, siteOf(call));
  const registry =
    program.callsAs('model.registry').find(lives) ??
    program
      .callsAs('model.load')
      .find(
        (call) =>
          lives(call) &&
          call.call.arguments.some(({ value }) => /^models:\//.test(textOf(program, value, siteOf(call)))),
      );
  if (registry) return at(registry);
  for (const call of program.callsAs('model.save')) {
    if (!lives(call)) continue;
    const site = siteOf(call);
    const paths = call.call.arguments.slice(1).map(({ value }) => ({ value, site }));
    const first = call.call.arguments[0];
    // `model.save(path)`: the path comes first.
    const own =
      /\.(save|save_model|save_pretrained|save_weights)$/.test(program.nameOf(call)) && first
        ? [{ value: first.value, site }]
        : [];
    const made = originsOf(program, [...paths, ...own], { most: 300 });
    if (made.some((origin) => isDistinct(program, origin)) || countsOn(program, made)) return at(call);
  }
  return storedModels(program, lives) ?? uploadedVersions(program) ?? versionTable(program);
}

/** A model's bytes that go into a new row or document of a store each time, beside the ones before. */
function storedModels(program: Program, lives: (call: CallRef) => boolean): VersionPlace | null {
  const buffers = new Set<CallRef>();
  for (const save of program.callsAs('model.save'))
    for (const { value } of save.call.arguments.slice(1)) {
      const buffer = flowsFrom(program, value, siteOf(save), (call) =>
        /(^|\.)BytesIO$/.test(program.nameOf(call)),
      );
      if (buffer) buffers.add(buffer);
    }
  const isBytes = (call: CallRef): boolean =>
    buffers.has(call) || program.means(program.nameOf(call), 'model.bytes');
  const stored = program.calls().find((call) => {
    if (!program.means(program.nameOf(call), 'record.store') || !lives(call)) return false;
    const starts = given(call);
    const text = textOf(program, starts[0]?.value ?? null, siteOf(call));
    if (/\bupdate\b|\bor\s+replace\b|\bon\s+conflict\b/i.test(text.slice(0, 2000))) return false;
    return anyFlowsFrom(program, starts, isBytes, { most: 400 }) !== null;
  });
  return stored ? at(stored) : null;
}

/** A listing of what lies in a folder. */
export function lists(program: Program, call: CallRef): boolean {
  return LISTINGS.has(lastSegment(program.nameOf(call)));
}

function at({ file, call }: CallRef): VersionPlace {
  return { file, line: call.line };
}

/** One more than the last of those that are there: `max(int(room.name) for room in SHELF.iterdir()) + 1`. */
function countsOn(program: Program, made: readonly Origin[]): boolean {
  return (
    made.some(
      ({ value, site }) => value.kind === 'call' && lists(program, program.callOf(site.file, value.call)),
    ) &&
    made.some(
      ({ value }) =>
        value.kind === 'operation' &&
        value.operator === '+' &&
        value.operands.some((one) => one.kind === 'literal' && one.value === 1),
    )
  );
}

function isDistinct(program: Program, { value, site }: Origin): boolean {
  if (value.kind === 'template')
    return value.parts.some((part) => typeof part !== 'string' && DISTINCT.test(lastName(part)));
  if (value.kind === 'name' || value.kind === 'member')
    return DISTINCT.test(lastSegment(value.name)) && !/^(self|args|config|settings)$/.test(value.name);
  return value.kind === 'call' && MAKES_DISTINCT.test(program.nameOf(program.callOf(site.file, value.call)));
}

/** Files that users hand in and that are stored under their version, where a name may have several. */
function uploadedVersions(program: Program): VersionPlace | null {
  if (namesAreUnique(program)) return null;
  for (const file of program.filesOf()) {
    if (file.notebook) continue;
    for (let definition = MODULE; definition < file.definitions.length; definition++)
      for (const { value } of writtenIn({ file, definition })) {
        if (value.kind !== 'template') continue;
        const versioned = value.parts.some(
          (part) => typeof part !== 'string' && part.kind === 'name' && /version$/i.test(part.name),
        );
        const stored = value.parts.some(
          (part) => typeof part === 'string' && (MODEL_FILES.test(part) || /[_/-]v$/i.test(part)),
        );
        if (versioned && stored) return { file, line: value.line };
      }
  }
  return null;
}

/** A table of models in which a name exists once has no versions of it side by side. */
function namesAreUnique(program: Program): boolean {
  return program.definitions().some(({ file, definition }) => {
    if (definition.kind !== 'class' || !definition.fields.some(({ name }) => name === 'version'))
      return false;
    const name = definition.fields.find((field) => field.name === 'name');
    return (
      name?.value?.kind === 'call' &&
      file.calls[name.value.call]?.arguments.some(
        (argument) =>
          argument.name === 'unique' && argument.value.kind === 'literal' && argument.value.value === true,
      ) === true
    );
  });
}

/** `{"v1": load("a.pkl"), "v2": load("b.pkl")}` */
function versionTable(program: Program): VersionPlace | null {
  for (const file of program.filesOf())
    for (const { value } of file.assignments) {
      if (file.notebook || value?.kind !== 'dict') continue;
      const versions = value.entries.filter(
        ({ key }) => key?.kind === 'literal' && /^(v\d|\d+\.\d)/i.test(String(key.value)),
      );
      const models = versions.some(({ value: entry }) => loads(program, entry, file));
      if (versions.length > 1 && models) return { file, line: value.line };
    }
  return null;
}

function loads(program: Program, value: Value, file: CodeFile): boolean {
  if (value.kind === 'literal') return MODEL_FILES.test(String(value.value));
  return (
    value.kind === 'call' && program.means(program.nameOf(program.callOf(file, value.call)), 'model.load')
  );
}

/** Files of models that differ in their version only: `model_v1.pkl` and `model_v2.pkl`, `v1/model.pkl` and `v2/model.pkl`. */
export function versionedFiles(paths: readonly string[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    if (!MODEL_FILES.test(path)) continue;
    const stem = path.replace(/(?:^|[_./-])v?\d+(?:[._-]\d+){0,4}(?=[./]|$)/gi, '#');
    if (stem === path) continue;
    const group = groups.get(stem) ?? [];
    group.push(path);
    groups.set(stem, group);
  }
  return [...groups.values()].find((group) => group.length > 1) ?? [];
}
