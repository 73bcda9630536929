/** Plain loggers that a program uses beside the library whose records it has set up. */
import type { Value } from '../../program/file.ts';
import { origins } from '../../program/flow/flow.ts';
import { siteOf } from '../../program/link/calls.ts';
import { descendsAs } from '../../program/link/subclasses.ts';
import type { CallRef, Program } from '../../program/program.ts';
import type { Message } from '../cli/messages.ts';

/** Messages of the standard library's loggers, where most are and nothing makes records of them. */
export function logsBeside(program: Program, logs: readonly Message[]): readonly Message[] {
  const configured = program.callsAs('log.own-setup');
  if (configured.length === 0) return besideNamed(program, logs);
  const bridged =
    program.callsAs('log.bridge').length > 0 ||
    program.callsAs('log.formatter').some((call) => !program.means(program.nameOf(call), 'log.separate')) ||
    program.definitions().some((ref) => descendsAs(program, ref, 'log.bridge'));
  if (bridged) return [];
  const plain = logs.filter(({ name }) => program.means(name, 'log.standard'));
  const own = logs.filter(({ name }) => program.means(name, 'log.separate'));
  return plain.length > own.length ? plain : [];
}

/**
 * Messages of other loggers, where a formatter of records is put on loggers by name alone:
 * `logging.getLogger("costs").addHandler(handler)`. Nothing where it is not seen which loggers these are.
 */
function besideNamed(program: Program, logs: readonly Message[]): readonly Message[] {
  if (program.callsAs('log.formatter').length === 0 || program.callsAs('log.configuration').length > 0)
    return [];
  const adding = program.callsAs('log.setup').filter((call) => program.nameOf(call).endsWith('.addHandler'));
  const names = adding.map((call) => loggerOf(program, call));
  if (names.length === 0 || names.some((name) => name === null || name === '')) return [];
  const plain = logs.filter((message) => {
    const call = callAt(program, message);
    const name = call === null ? null : loggerOf(program, call);
    return name !== null && !names.some((one) => name === one || name.startsWith(`${one}.`));
  });
  return plain.length > logs.length - plain.length ? plain : [];
}

function callAt(program: Program, { file, line, name }: Message): CallRef | null {
  const id = file.calls.findIndex(
    (call, index) => call.line === line && program.nameOf(program.callOf(file, index)) === name,
  );
  return id < 0 ? null : program.callOf(file, id);
}

/** The name of the logger whose method is called: '' for the root's, null where it is not seen. */
function loggerOf(program: Program, ref: CallRef): string | null {
  const { callee } = ref.call;
  const holder: Value | null =
    callee.kind === 'member'
      ? callee.of
      : callee.kind === 'name' && callee.name.includes('.')
        ? { ...callee, name: callee.name.slice(0, callee.name.lastIndexOf('.')) }
        : null;
  if (holder === null) return null;
  if (program.nameOf(ref).split('.').length === 2 && program.means(ref, 'log.standard')) return '';
  const found = new Set<string | null>();
  for (const { value, site } of origins(program, holder, siteOf(ref), { most: 30 })) {
    if (value.kind !== 'call') continue;
    const made = program.callOf(site.file, value.call);
    if (!program.means(made, 'log.logger')) continue;
    const given = made.call.arguments[0]?.value;
    const own = given?.kind === 'name' && given.name === '__name__';
    const name = given === undefined ? '' : own ? moduleName(site.file.path) : program.constant(given, site);
    found.add(typeof name === 'string' ? name : null);
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function moduleName(path: string): string {
  return path.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
}
