/** The schemas of the package that are made of the program's types. */
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

const compiled = new Map<string, ValidateFunction>();

/** What of a report does not fit its schema; empty where all of it does. */
export function misfits(name: 'report' | 'portfolio' | 'cohort' | 'history', data: unknown): readonly string[] {
  const known = compiled.get(name) ?? new Ajv({ strict: false, allErrors: true }).compile(schemaOf(name));
  compiled.set(name, known);
  return known(data)
    ? []
    : (known.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

export function schemaOf(name: string): object {
  return JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'));
}
