/** Values that stand in the program itself where a setting should be read: `SECRET_KEY = "…"`, `jwt.sign(user, '…')`. */
import type { Argument, CodeFile, Definition, Value } from '../../../program/file.ts';
import { lastSegment, valuesWithin } from '../../../program/link/values.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import { type SecretName, secretName } from './names.ts';

export interface Literal {
  /** As it is written: 'SECRET_KEY'. */
  readonly name: string;
  readonly says: SecretName;
  readonly value: string;
  readonly path: string;
  readonly line: number;
  /** The environment may say otherwise: `os.getenv('KEY', '…')`, a field of settings. */
  readonly overridable: boolean;
  /** It is a part of something bigger, a record of a user say, or on its way: only what is random counts. */
  readonly nested: boolean;
}

/** Data to try the program with, and what documents its requests. */
const TRIAL =
  /(?:^|\/)(?:\w*seed\w*|fixtures?|mocks?|demo\w*|stories|i18n|locales?|\w*sample\w*)(?:\/|\.|$)/i;
const DOCUMENTING = /example|schema_extra|openapi|translation|message|label|error/i;
/** Bases of classes whose fields are read from the environment. */
const SETTINGS = /Settings|BaseConfig(?:Model)?$|EnvSettings|Dynaconf/;
const ENVIRONMENT =
  /(?:^|\.)(?:getenv|environ\.get|environ\.setdefault|config|env(?:\.(?:str|get))?|Field|get)$/;
/** Its second argument is the key. */
const KEYED = /(?:jwt|jose|jsonwebtoken).*(?:encode|decode|sign|verify)$/i;
const MAX_LITERALS = 2_000;

export function literalsIn(program: Program): readonly Literal[] {
  const found: Literal[] = [];
  for (const file of program.filesOf('application')) {
    if (TRIAL.test(file.path) || found.length > MAX_LITERALS) continue;
    found.push(...assigned(file), ...fields(file), ...passed(file));
  }
  for (const call of program.callsAs(['token.sign', 'token.verify'])) {
    found.push(...signedWith(program, call));
  }
  return found;
}

function assigned(file: CodeFile): readonly Literal[] {
  return file.assignments.flatMap(({ target, value, via, definition }) => {
    if (value === null || via !== '=') return [];
    const owner = file.definitions[definition];
    const overridable = owner?.kind === 'class' && isSettings(owner);
    // A variable of a function is on its way somewhere: what takes it is asked instead.
    const passing = owner !== undefined && owner.kind !== 'class' && isPlainName(target);
    const found = named(file, nameOf(target), value, overridable);
    return [
      ...(passing ? found.map((one) => ({ ...one, nested: true })) : found),
      ...inDicts(file, value, nameOf(target)),
    ];
  });
}

function fields(file: CodeFile): readonly Literal[] {
  return file.definitions.flatMap((one) =>
    one.fields.flatMap(({ name, value }) => (value ? named(file, name, value, isSettings(one)) : [])),
  );
}

function isSettings({ bases }: Definition): boolean {
  return bases.some((base) => base.kind === 'name' && SETTINGS.test(lastSegment(base.name)));
}

/** Keyword arguments, and objects of options: `OpenAI(api_key="…")`, `session({ secret: '…' })`. */
function passed(file: CodeFile): readonly Literal[] {
  return file.calls.flatMap((call) => {
    if (call.form === 'jsx') return [];
    const name = nameOf(call.callee);
    if (DOCUMENTING.test(name)) return [];
    return call.arguments.flatMap((argument: Argument) =>
      argument.name === null
        ? inDicts(file, argument.value, '')
        : [
            ...named(file, argument.name, argument.value, false),
            ...inDicts(file, argument.value, argument.name),
          ],
    );
  });
}

/** The literal that a setting has, or falls back to where the environment is silent. */
function named(file: CodeFile, name: string, value: Value, overridable: boolean): readonly Literal[] {
  const says = secretName(name);
  if (says === null) return [];
  const of = (one: Value | undefined, open: boolean): readonly Literal[] =>
    one?.kind === 'literal' && typeof one.value === 'string' && one.value !== ''
      ? [
          {
            name,
            says,
            value: one.value,
            path: file.path,
            line: one.line,
            overridable: open,
            nested: false,
          },
        ]
      : [];
  if (value.kind === 'literal') return of(value, overridable);
  if (value.kind === 'operation' && /^(?:or|\?\?|\?:)$/.test(value.operator)) {
    return value.operands.flatMap((one) => of(one, true));
  }
  const call = value.kind === 'call' ? file.calls[value.call] : undefined;
  const reader = call ? nameOf(call.callee) : '';
  if (!call || !ENVIRONMENT.test(reader)) return [];
  // `Field('…', env='KEY')` begins with the default, `getenv('KEY', '…')` with the name.
  const position = lastSegment(reader) === 'Field' ? 0 : 1;
  return call.arguments
    .filter((one, index) => one.name === 'default' || (one.name === null && index === position))
    .flatMap((one) => of(one.value, true));
}

/** `{ secret: '…' }` at any depth, but for what only shows what a request looks like. */
function inDicts(file: CodeFile, value: Value, around: string): readonly Literal[] {
  if (DOCUMENTING.test(around)) return [];
  return valuesWithin(value).flatMap((one) =>
    one.kind !== 'dict'
      ? []
      : one.entries.flatMap((entry) => {
          const key = entry.key?.kind === 'literal' ? String(entry.key.value) : '';
          return named(file, key, entry.value, false).map((each) => ({
            ...each,
            nested: each.says === 'password',
          }));
        }),
  );
}

/** The key of a token: a literal, or a constant under whatever name. */
function signedWith(program: Program, ref: CallRef): readonly Literal[] {
  const { file, call } = ref;
  const key = call.arguments.filter((one) => one.name === null)[1]?.value;
  if (!key || !KEYED.test(program.nameOf(ref))) return [];
  const target = program.resolve(key, { file, definition: call.definition });
  const constant = key.kind === 'name' && !key.name.includes('.') && target.kind === 'value';
  const value = constant ? target.value : key;
  if (value.kind !== 'literal' || typeof value.value !== 'string' || value.value === '') return [];
  const { path } = constant ? target.site.file : file;
  const given = { value: value.value, path, line: value.line };
  return [{ name: 'signing key', says: 'signing', ...given, overridable: false, nested: false }];
}

function isPlainName(target: Value): boolean {
  return target.kind === 'name' && !target.name.includes('.');
}

/** The name that a value is reached by: the last part of a chain, the key of `config['SECRET_KEY']`. */
function nameOf(value: Value): string {
  if (value.kind === 'name' || value.kind === 'member') return value.name;
  const [key] = value.kind === 'index' ? value.index : [];
  return key?.kind === 'literal' ? String(key.value) : '';
}
