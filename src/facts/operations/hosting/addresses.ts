/** What settings are called and, where it shows, what they hold: read by code, listed in env files, set by a deployment. */
import { valuesThroughCalls } from '../../../program/link/values.ts';
import { linesOf } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';

export interface Setting {
  /** As the environment names it; upper case where a settings class does. '' for an address without a name. */
  readonly name: string;
  /** '' where it is not known. */
  readonly value: string;
  readonly path: string;
  readonly line: number;
  readonly from: 'code' | 'example' | 'deployment';
}

const NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
const ADDRESS = /:\/\/|\.(?:com|net|tech|cloud|io|co|app|dev|internal|sh)\b|\/cloudsql\//;
const DEPLOYED = /\.(?:ya?ml|tf|tfvars|toml|bicep|sh|json)$|(?:^|\/)dockerfile/i;
const remembered = new WeakMap<Facts, readonly Setting[]>();
const MAX = 5_000;

/** All of them, code first. Read once per audit. */
export function addressesOf(facts: Facts): readonly Setting[] {
  const known =
    remembered.get(facts) ?? [...inCode(facts), ...inExamples(facts), ...inDeployment(facts)].slice(0, MAX);
  remembered.set(facts, known);
  return known;
}

function inCode(facts: Facts): readonly Setting[] {
  const { program } = facts;
  const found: Setting[] = [];
  for (const file of program.filesOf()) {
    const put = (name: string, value: string, line: number): void => {
      found.push({ name, value: value.slice(0, 300), path: file.path, line, from: 'code' });
    };
    for (const definition of file.definitions) {
      // A field of a settings class is read from the environment by its name.
      if (
        !definition.bases.some((base) => base.kind === 'name' && /(?:^|\.)(?:Base)?Settings$/.test(base.name))
      )
        continue;
      for (const field of definition.fields)
        put(
          field.name.toUpperCase(),
          field.value?.kind === 'literal' ? String(field.value.value) : '',
          field.line,
        );
    }
    const values = [
      ...file.assignments.flatMap((one) => one.value ?? []),
      ...file.calls.flatMap((call) => call.arguments.map((argument) => argument.value)),
      ...file.statements.flatMap((one) => (one.kind === 'return' ? (one.value ?? []) : [])),
      ...file.definitions.flatMap((one) => one.fields.flatMap((field) => field.value ?? [])),
    ];
    const seen = new Set<string>();
    for (const value of values.flatMap((one) => valuesThroughCalls(one, file))) {
      const read =
        value.kind === 'name'
          ? /^(?:process|import\.meta)\.env\.([A-Z]\w*)$/.exec(value.name)?.[1]
          : undefined;
      const text = value.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
      const key = `${value.line}:${read ?? text ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (read !== undefined) put(read, '', value.line);
      else if (text !== undefined && NAME.test(text)) put(text, '', value.line);
      else if (text !== undefined && text.length < 300 && ADDRESS.test(text)) put('', text, value.line);
      else if (value.kind === 'template') {
        const joined = value.parts.map((part) => (typeof part === 'string' ? part : '{}')).join('');
        if (ADDRESS.test(joined)) put('', joined, value.line);
      }
    }
  }
  return found;
}

function inExamples(facts: Facts): readonly Setting[] {
  return facts.environment.files.flatMap((file) =>
    file.entries.map(
      ({ key, value, line }): Setting => ({
        name: key,
        value: value ?? '',
        path: file.path,
        line,
        from: 'example',
      }),
    ),
  );
}

/** `NAME=value`, `NAME: value`, `name: NAME` and `value: …` of manifests and scripts. */
function inDeployment(facts: Facts): readonly Setting[] {
  const found: Setting[] = [];
  for (const { path, role } of facts.files) {
    if (role !== 'application' || !DEPLOYED.test(path)) continue;
    for (const [index, raw] of linesOf(facts.text(path) ?? '')
      .slice(0, 5_000)
      .entries()) {
      const line = raw.slice(0, 1_000);
      if (/^\s*(?:#|\/\/)/.test(line)) continue;
      for (const [, name = '', value = ''] of line.matchAll(
        /\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b["']?\s*[:=]?\s*["']?([^\s"',]{0,300})/g,
      ))
        found.push({ name, value, path, line: index + 1, from: 'deployment' });
      if (found.length > MAX) return found;
      const address =
        /^\s*(?:-\s*)?["']?(?:value|host|url|endpoint|addr|address)["']?\s*[:=]\s*["']?([^\s"',]{4,300})/i.exec(
          line,
        )?.[1];
      if (address !== undefined)
        found.push({ name: '', value: address, path, line: index + 1, from: 'deployment' });
    }
  }
  return found;
}
