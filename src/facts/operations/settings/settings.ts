/** Where the program takes its settings from outside: the environment, a secret manager, a settings class. */

import type { Location } from '../../../model.ts';
import type { Value } from '../../../program/file.ts';
import { descendsAs } from '../../../program/link/subclasses.ts';
import { valuesThroughCalls } from '../../../program/link/values.ts';
import type { Program } from '../../../program/program.ts';
import type { Facts } from '../../facts.ts';

/** Mappings of settings: read by an index, or by a name behind a dot. */
const MAPPINGS =
  /^(?:os\.environ|environ|process\.env|import\.meta\.env|Bun\.env|st\.secrets|streamlit\.secrets)$/;
const NAMED = /^(?:process\.env|import\.meta\.env|Bun\.env|st\.secrets|streamlit\.secrets)\.([A-Za-z_]\w*)/;
/** What the machine or a tool sets by itself is no setting of the program. */
const NO_SETTING =
  /^(?:PYTEST_\w+|PATH|HOME|USER|PWD|SHELL|TERM|LANG|CI|TMPDIR|NODE_ENV|MODE|DEV|PROD|BASE_URL|SSR|_|TOKENIZERS_PARALLELISM|CUDA_VISIBLE_DEVICES)$/;
/** Places in application code, those that name a setting first. */
export function settingsRead(program: Program): readonly Location[] {
  const calls = program
    .callsAs('setting.read')
    .filter(({ file, call }) => {
      const name = program.constant(call.arguments[0]?.value ?? { kind: 'other', line: 0 }, {
        file,
        definition: call.definition,
      });
      return typeof name !== 'string' || !NO_SETTING.test(name);
    })
    .map(({ file, call }) => ({ path: file.path, line: call.line }));
  const fields: Location[] = [];
  for (const ref of program.definitions('application')) {
    const { definition, file } = ref;
    const settings = definition.kind === 'class' && descendsAs(program, ref, 'settings.class');
    const [field] = definition.fields;
    if (settings && field !== undefined) fields.push({ path: file.path, line: field.line });
  }
  const named: Location[] = [];
  for (const file of program.filesOf()) {
    const values = [
      ...file.assignments.flatMap((one) => one.value ?? []),
      ...file.calls.flatMap((call) => [call.callee, ...call.arguments.map((argument) => argument.value)]),
      ...file.statements.flatMap((one) => one.value ?? []),
      ...file.definitions.flatMap((one) => [
        ...one.fields.flatMap((field) => field.value ?? []),
        ...one.parameters.flatMap((parameter) => parameter.default ?? []),
      ]),
      ...file.blocks.flatMap((block) => block.test ?? []),
    ];
    for (const value of values.flatMap((one) => valuesThroughCalls(one, file)))
      if (isSetting(value)) named.push({ path: file.path, line: value.line });
  }
  return [...fields, ...calls, ...named];
}

function isSetting(value: Value): boolean {
  if (value.kind === 'name') return !NO_SETTING.test(NAMED.exec(value.name)?.[1] ?? '_');
  if (value.kind !== 'index' || value.of.kind !== 'name' || !MAPPINGS.test(value.of.name)) return false;
  const [key] = value.index;
  return key?.kind !== 'literal' || !NO_SETTING.test(String(key.value));
}

/** Clients whose key comes from the environment without a word. */
export function implicitKeys(program: Program): readonly Location[] {
  return program
    .callsAs('setting.implicit')
    .filter(({ call }) => !call.arguments.some(({ name }) => /key|token/i.test(name ?? '')))
    .map(({ file, call }) => ({ path: file.path, line: call.line }));
}

/** Names of the environment that code reads: 'OPENAI_API_KEY'. */
export function settingNames(facts: Facts): ReadonlySet<string> {
  const names = new Set<string>();
  const put = (name: string): void => {
    if (/^[A-Z][A-Z0-9_]{2,80}$/.test(name)) names.add(name);
  };
  for (const ref of facts.program.definitions('application')) {
    const settings = ref.definition.kind === 'class' && descendsAs(facts.program, ref, 'settings.class');
    if (settings) for (const field of ref.definition.fields) put(field.name.toUpperCase());
  }
  for (const file of facts.program.filesOf()) {
    const values = [
      ...file.assignments.flatMap((one) => one.value ?? []),
      ...file.calls.flatMap((call) => [call.callee, ...call.arguments.map((argument) => argument.value)]),
      ...file.statements.flatMap((one) => one.value ?? []),
    ];
    for (const value of values.flatMap((one) => valuesThroughCalls(one, file))) {
      if (value.kind === 'literal' && typeof value.value === 'string') put(value.value);
      if (value.kind === 'name') put(/^(?:process|import\.meta)\.env\.(\w+)/.exec(value.name)?.[1] ?? '');
    }
  }
  return names;
}
