/** HTTP statuses that application code answers with. */
import type { CodeFile, Value } from '../../program/file.ts';
import { returnedValues } from '../../program/flow/returned.ts';
import { argument, siteOf } from '../../program/link/calls.ts';
import { entryAt, lastSegment } from '../../program/link/values.ts';
import type { CallRef, Program, Site } from '../../program/program.ts';
import { entryOf, entryOfWeak } from '../../reading/collections.ts';
import { BY_CODE, BY_CONSTANT, BY_NAME } from './status-names.ts';

export interface StatusAnswer {
  readonly status: number;
  readonly file: CodeFile;
  readonly line: number;
}

/** Calls in which a bare number is a status. */
const TAKES_STATUS =
  /status|abort|exception|error|response|json|send|reply|throw|make|fail|createError|code$|writeHead|^next$/i;
/** Fields and options that hold a status. */
export const STATUS_NAMES: ReadonlySet<string> = new Set([
  'status_code',
  'status',
  'statusCode',
  'code',
  'default_status',
  'http_status',
  'statuscode',
]);

const DEFAULTS = new Set(['??', '||', 'or']);

function statusIn(value: Value, site: Site, program: Program): number | null {
  const direct = value.kind === 'literal' ? value.value : undefined;
  if (typeof direct === 'number') return direct >= 400 && direct < 600 ? direct : null;
  // `error.status ?? 400`
  if (value.kind === 'operation' && DEFAULTS.has(value.operator)) {
    const last = value.operands.at(-1);
    return last ? statusIn(last, site, program) : null;
  }
  if (value.kind !== 'name' && value.kind !== 'member') return null;
  // `status.HTTP_404_NOT_FOUND`, `HttpStatus.NOT_FOUND`, `StatusCodes.NOT_FOUND`, `HTTPStatus.NOT_FOUND`
  const digits = /HTTP_([45]\d\d)/.exec(value.name)?.[1];
  if (digits) return Number(digits);
  const named = BY_CONSTANT[lastSegment(value.name)];
  if (named !== undefined && isStatus(program, value, site)) return named;
  const constant = program.constant(value, site);
  return typeof constant === 'number' && constant >= 400 && constant < 600 ? constant : null;
}

/** `new GraphQLError('…', { extensions: { code: 'NOT_FOUND' } })`, tRPC's `new TRPCError({ code: 'NOT_FOUND' })`. */
function codeIn(call: CallRef, program: Program): number | null {
  const extensions = argument(call, 'extensions');
  const code = extensions
    ? entryAt(extensions, 'code')
    : program.nameOf(call).startsWith('@trpc/server.')
      ? argument(call, 'code')
      : null;
  const text = code ? program.constant(code, siteOf(call)) : undefined;
  return typeof text === 'string' && Object.hasOwn(BY_CODE, text) ? (BY_CODE[text] ?? null) : null;
}

/** A member of a table of statuses, whatever it is called here: `S.NOT_FOUND` of `from http import HTTPStatus as S`. */
function isStatus(program: Program, value: Value & { name: string }, site: Site): boolean {
  if (/status|code|http/i.test(value.name)) return true;
  const target = program.resolve(value, site);
  return target.kind === 'external' && /status|code|http/i.test(target.name);
}

const known = new WeakMap<Program, Map<CodeFile, readonly StatusAnswer[]>>();

/** The statuses that one file answers with, read once. */
export function statusesOf(program: Program, file: CodeFile): readonly StatusAnswer[] {
  const byFile = entryOfWeak(known, program, () => new Map<CodeFile, readonly StatusAnswer[]>());
  return entryOf(byFile, file, () => readFile(program, file));
}

export function readStatuses(program: Program): readonly StatusAnswer[] {
  return program.filesOf().flatMap((file) => statusesOf(program, file));
}

/** The status that an error stands for by its name; aiohttp, Falcon and Pyramid put `HTTP` before it. */
function statusNamed(name: string): number | undefined {
  const bare = name.startsWith('HTTP') ? name.slice('HTTP'.length) : name;
  return Object.hasOwn(BY_NAME, bare) ? BY_NAME[bare] : undefined;
}

/** Whether a bare number in the call is a status. */
function takesStatus(callee: Value): boolean {
  return (callee.kind === 'name' || callee.kind === 'member') && TAKES_STATUS.test(lastSegment(callee.name));
}

function readFile(program: Program, file: CodeFile): readonly StatusAnswer[] {
  const found: StatusAnswer[] = [];
  for (const [id, call] of file.calls.entries()) {
    const site = { file, definition: call.definition };
    const ref = program.callOf(file, id);
    const code = codeIn(ref, program);
    if (code !== null) found.push({ status: code, file, line: call.line });
    const name =
      call.callee.kind === 'name' || call.callee.kind === 'member' ? lastSegment(call.callee.name) : '';
    const byName = statusNamed(name);
    const explicit = call.arguments.find(
      (argument) => argument.name !== null && STATUS_NAMES.has(argument.name),
    );
    const given = explicit ? statusIn(explicit.value, site, program) : null;
    if (given !== null && !declaresRoute(name)) found.push({ status: given, file, line: call.line });
    else if (byName !== undefined) found.push({ status: byName, file, line: call.line });
    if (explicit || call.arguments.length === 0) continue;
    const takes = takesStatus(call.callee) || hasStatusParameter(program, ref);
    for (const [index, argument] of call.arguments.entries()) {
      const status = argument.name === null ? statusIn(argument.value, site, program) : null;
      if (!takes && (status === null || !handsOn(program, ref, index))) continue;
      if (status !== null) found.push({ status, file, line: argument.value.line });
      const given = program.resolve(argument.value, site);
      const said = given.kind === 'value' ? given.value : argument.value;
      const options = said.kind === 'dict' ? said.entries : [];
      for (const entry of options) {
        if (entry.key?.kind !== 'literal' || !STATUS_NAMES.has(String(entry.key.value))) continue;
        const inner = statusIn(entry.value, site, program);
        if (inner !== null) found.push({ status: inner, file, line: entry.value.line });
      }
    }
  }
  for (const statement of file.statements) {
    const site = { file, definition: statement.definition };
    // Flask: `return jsonify(error='…'), 404`; a bare `raise Http404`.
    const parts =
      statement.value?.kind === 'list' && statement.kind === 'return' ? statement.value.items.slice(1) : [];
    for (const part of parts) {
      const status = statusIn(part, site, program);
      if (status !== null) found.push({ status, file, line: statement.line });
    }
    if (statement.kind !== 'raise' || statement.value?.kind !== 'name') continue;
    const status = statusNamed(lastSegment(statement.value.name));
    if (status !== undefined) found.push({ status, file, line: statement.line });
  }
  for (const definition of file.definitions) {
    // `class PostNotFound(APIException): status_code = 404`
    for (const field of definition.fields) {
      if (!STATUS_NAMES.has(field.name) || !field.value) continue;
      const status = statusIn(field.value, { file, definition: definition.parent }, program);
      if (status !== null) found.push({ status, file, line: field.line });
    }
  }
  for (const assignment of file.assignments) {
    // `this.statusCode = 404`, `response.status_code = 404`, `ctx.status = 404`
    if (assignment.target.kind !== 'name' && assignment.target.kind !== 'member') continue;
    if (!STATUS_NAMES.has(lastSegment(assignment.target.name)) || !assignment.value) continue;
    const status = statusIn(assignment.value, { file, definition: assignment.definition }, program);
    if (status !== null) found.push({ status, file, line: assignment.line });
  }
  return found;
}

/** An own function that answers with the status it is handed there: `const no = (status, text) => …json({ text }, { status })`. */
function handsOn(program: Program, call: CallRef, index: number): boolean {
  const target = program.callee(call);
  const given = target.kind === 'definition' ? target.ref.definition.parameters[index]?.name : undefined;
  if (target.kind !== 'definition' || given === undefined) return false;
  const isGiven = (value: Value): boolean => value.kind === 'name' && value.name === given;
  const returned = returnedValues(target.ref).some(
    ({ value }) => value.kind === 'list' && value.items.slice(1).some(isGiven),
  );
  return (
    returned ||
    program.callsIn(target.ref).some(({ call: { callee, arguments: handed } }) =>
      handed.some(({ name, value }) => {
        if (value.kind === 'dict')
          return value.entries.some(
            ({ key, value: entry }) =>
              key?.kind === 'literal' && STATUS_NAMES.has(String(key.value)) && isGiven(entry),
          );
        const answers = name === null ? takesStatus(callee) : STATUS_NAMES.has(name);
        return answers && isGiven(value);
      }),
    )
  );
}

/** Whether what is called has a parameter for a status: `raise Refused(404, "no such post")` of one's own. */
function hasStatusParameter(program: Program, call: CallRef): boolean {
  const target = program.callee(call);
  if (target.kind !== 'definition') return false;
  const { ref } = target;
  const maker =
    ref.definition.kind === 'class'
      ? (program.member(ref, '__init__') ?? program.member(ref, 'constructor'))
      : ref;
  return maker?.definition.parameters.some(({ name }) => STATUS_NAMES.has(name)) ?? false;
}

/** `@router.post('/', status_code=201)` declares; it does not answer. */
function declaresRoute(name: string): boolean {
  return /^(get|post|put|patch|delete|api_route|route|add_api_route)$/.test(name);
}
