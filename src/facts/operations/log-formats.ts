/** Where logs are made into records (JSON, key and value) instead of sentences. Tables first. */

import type { Location } from '../../model.ts';
import type { Call, CodeFile, Value } from '../../program/file.ts';
import { origins } from '../../program/flow/flow.ts';
import { isAlive } from '../../program/life/alive.ts';
import { takenAt } from '../../program/life/taken.ts';
import { siteOf } from '../../program/link/calls.ts';
import { descendsAs } from '../../program/link/subclasses.ts';
import { valuesThroughCalls, valuesWithin } from '../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';

/** The same as strings, in a settings dict or a logging configuration file. */
export const FORMATTER_NAMES =
  /\b(?:pythonjsonlogger\.|json_log_formatter\.|ecs_logging\.|logstash_formatter\.|structlog\.stdlib\.ProcessorFormatter|uvicorn_json|django_structlog|\w*(?:Json|JSON|Structured)(?:Log)?Formatter)\b/;
/** A format that writes a record: `{"level": "%(levelname)s"}`, `level=%(levelname)s msg=%(message)s`. */
const RECORD =
  /^\s*\{.{0,20}["']\w+["']\s*:.{0,300}(?:%\(|\{)message|\b\w+=["']?(?:%\(\w+\)|\{\w+\}).{0,200}\b\w+=["']?(?:%\(\w+\)|\{\w+\})/s;

const DUMPS = /(?:^|\.)(?:dumps|stringify|JSONRenderer)$/;

/** Places where structured logs are set up, in code that is run. */
export function structuredLogs(program: Program): readonly Location[] {
  const places = [
    ...program.callsAs('log.records').filter((ref) => ref.call.form !== 'jsx'),
    ...program.callsAs('log.formatter'),
    ...program.callsAs('log.choosing').filter(serializes),
    ...program.callsAs('log.json-by-default').filter(({ call }) => isJsonByDefault(call)),
    ...program.callsAs('log.builtin').filter(({ call }) => logsByItself(call)),
    ...program.callsAs('log.format').filter((ref) => writesRecords(program, ref)),
    ...dumped(program),
    ...journals(program),
  ].filter((ref) => !ref.file.notebook && isAlive(program, siteOf(ref)));
  return [
    ...places.map(({ file, call }) => ({ path: file.path, line: call.line })),
    ...ownFormatters(program),
    ...handedOn(program),
  ];
}

function truthy(value: Value | undefined): boolean {
  return value !== undefined && !(value.kind === 'literal' && !value.value);
}

function serializes({ call }: CallRef): boolean {
  return call.arguments.some(({ name, value }) =>
    name === 'serialize'
      ? truthy(value)
      : valuesWithin(value).some(
          (part) =>
            part.kind === 'dict' &&
            part.entries.some(
              (entry) =>
                entry.key?.kind === 'literal' && entry.key.value === 'serialize' && truthy(entry.value),
            ),
        ),
  );
}

function optionOf(call: Call, name: string): Value | undefined {
  const options = call.arguments[0]?.value;
  if (options?.kind !== 'dict') return undefined;
  return options.entries.find((entry) => entry.key?.kind === 'literal' && entry.key.value === name)?.value;
}

/** Winston writes JSON where no format is chosen. */
function isJsonByDefault(call: Call): boolean {
  const options = call.arguments[0]?.value;
  return (
    options?.kind === 'dict' &&
    optionOf(call, 'format') === undefined &&
    optionOf(call, 'transports') !== undefined
  );
}

/** Fastify's own logger is pino. */
function logsByItself(call: Call): boolean {
  return truthy(optionOf(call, 'logger') ?? { kind: 'literal', value: false, line: call.line });
}

function writesRecords(program: Program, { file, call }: CallRef): boolean {
  const site = { file, definition: call.definition };
  return call.arguments
    .flatMap(({ value }) => valuesWithin(value))
    .some((value) => {
      const text = program.constant(value, site);
      return (
        typeof text === 'string' &&
        (RECORD.test(text.slice(0, 600)) || (text.length < 200 && FORMATTER_NAMES.test(text)))
      );
    });
}

function isDump(program: Program, file: CodeFile, value: Value): boolean {
  return value.kind === 'call' && DUMPS.test(program.nameOf(program.callOf(file, value.call)));
}

/** `logger.info(json.dumps({…}))` */
function dumped(program: Program): readonly CallRef[] {
  const logs = program.callsAs('log.line');
  return logs.filter(({ file, call }) => call.arguments.some(({ value }) => isDump(program, file, value)));
}

const LEVEL: ReadonlySet<string> = new Set('level severity lvl levelname log_level'.split(' '));

/** A logger of the program's own: a function that prints each line as JSON, its level among the keys. */
function journals(program: Program): readonly CallRef[] {
  return program.callsAs('cli.print').filter((ref) => {
    const { file, call } = ref;
    const own = program.definitionOf(siteOf(ref));
    if (own === null || program.callers(own).length === 0) return false;
    const dumps = call.arguments
      .flatMap(({ value }) => valuesThroughCalls(value, file))
      .filter((value) => isDump(program, file, value));
    return dumps.some(
      (value) =>
        value.kind === 'call' &&
        (file.calls[value.call]?.arguments ?? [])
          .flatMap((argument) => origins(program, argument.value, siteOf(ref), { most: 20 }))
          .some((origin) => hasLevel(origin.value)),
    );
  });
}

function hasLevel(value: Value): boolean {
  return (
    value.kind === 'dict' &&
    value.entries.some(({ key }) => key?.kind === 'literal' && LEVEL.has(String(key.value).toLowerCase()))
  );
}

/** Formatters of the program's own whose `format` dumps JSON. */
export function recordWriters(program: Program): readonly DefinitionRef[] {
  return program.definitions('application').filter((ref) => {
    if (ref.definition.kind !== 'class' || ref.file.notebook) return false;
    if (!descendsAs(program, ref, 'log.writer')) return false;
    const format = program.member(ref, 'format') ?? program.member(ref, 'emit');
    return format !== null && program.reach(format, (call) => DUMPS.test(program.nameOf(call))) !== null;
  });
}

/** Those of them that somebody builds. */
function ownFormatters(program: Program): readonly Location[] {
  return recordWriters(program).flatMap((ref) => {
    const named = takenAt(program, ref) ?? mentionOf(program, ref);
    return named === null ? [] : [{ path: ref.file.path, line: ref.definition.line }, named];
  });
}

/** A class named by a string: `"()": "app.logs.JSONFormatter"`. */
function mentionOf(program: Program, { definition }: DefinitionRef): Location | null {
  for (const file of program.filesOf())
    for (const value of dictValues(file))
      if (
        value.kind === 'literal' &&
        typeof value.value === 'string' &&
        value.value.endsWith(`.${definition.name}`)
      )
        return { path: file.path, line: value.line };
  return null;
}

/** Known formatters that a settings dict names. */
function handedOn(program: Program): readonly Location[] {
  const found: Location[] = [];
  for (const file of program.filesOf()) {
    if (file.notebook) continue;
    for (const value of dictValues(file)) {
      const text = value.kind === 'literal' && typeof value.value === 'string' ? value.value : null;
      const target = value.kind === 'name' ? program.resolve(value, { file, definition: -1 }) : null;
      const known =
        (text !== null && text.length < 200 && /\./.test(text) && FORMATTER_NAMES.test(text)) ||
        (target?.kind === 'external' && program.means(target.name, 'log.formatter'));
      if (known) found.push({ path: file.path, line: value.line });
    }
  }
  return found;
}

/** The values of all dicts of a file that are assigned, returned or handed to a call that is run. */
function dictValues(file: CodeFile): readonly Value[] {
  const all = [
    ...file.assignments.flatMap((one) => one.value ?? []),
    ...file.calls.flatMap((call) => call.arguments.map((argument) => argument.value)),
    ...file.statements.flatMap((one) => one.value ?? []),
  ];
  return all
    .flatMap((value) => valuesWithin(value))
    .flatMap((value) => (value.kind === 'dict' ? value.entries.map((entry) => entry.value) : []));
}
