/** action.yml, its documentation and the code say the same; every workflow in the documentation can be copied. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { readInputs } from '../../src/action/inputs.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly using: string; readonly main: string };
  readonly branding: unknown;
}

const manifest = parse(read('action.yml')) as Manifest;
const docs = read('docs/action.md');
const workflows = [...docs.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);

/** The inputs that the code asks the runner for. */
function asked(): readonly string[] {
  const names: string[] = [];
  readInputs((name) => {
    names.push(name);
    return '';
  });
  return [...new Set(names)].sort();
}

describe('action.yml', () => {
  it('runs the built file on Node 24', () => {
    expect(manifest.runs).toEqual({ using: 'node24', main: 'dist/action.js' });
    expect(manifest.branding).toBeDefined();
  });

  it('has the inputs that are read, in kebab case, each described', () => {
    expect(Object.keys(manifest.inputs).sort()).toEqual(asked());
    for (const [name, { description }] of Object.entries(manifest.inputs)) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(description.length).toBeGreaterThan(20);
    }
  });

  it('has no default but the token: what is configured elsewhere must not be overruled by one', () => {
    const defaults = Object.entries(manifest.inputs).filter(([, one]) => one.default !== undefined);
    expect(defaults.map(([name]) => name)).toEqual(['token']);
  });
});

describe('docs/action.md', () => {
  it('has a row for every input, and names every output', () => {
    for (const name of Object.keys(manifest.inputs)) expect(docs).toContain(`| \`${name}\``);
    for (const name of Object.keys(manifest.outputs)) expect(docs).toContain(`\`${name}\``);
  });

  it('has workflows that are YAML, use inputs that there are, and pin what they use', () => {
    expect(workflows.length).toBeGreaterThan(8);
    for (const text of workflows) {
      for (const document of parseAllDocuments(text)) expect(document.errors).toEqual([]);
      for (const [, name, ref, version] of text.matchAll(/uses: ([\w./-]+)@(\S+)(?: # (v[\d.]+))?/g)) {
        expect([name, version]).not.toContain(undefined);
        expect(ref).toMatch(/^(?:[0-9a-f]{40}|COMMIT)$/);
      }
    }
    expect(docs).not.toMatch(/uses: [^@\n]+@v\d/);
    const used = workflows
      .flatMap((text) => stepsIn(parse(text)))
      .filter(({ uses }) => uses?.startsWith('OWNER/'));
    expect(used.length).toBeGreaterThan(7);
    for (const step of used) {
      expect(Object.keys(manifest.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    }
  });

  it('never puts an expression into a script', () => {
    for (const text of workflows) expect(text).not.toMatch(/run: .*\$\{\{/);
  });
});

it('the workflow of this repository runs the Action on itself, pinned like the rest', () => {
  const text = read('.github/workflows/milestone.yml');
  const own = stepsIn(parse(text)).find(({ uses }) => uses === './');
  expect(Object.keys(manifest.inputs)).toEqual(expect.arrayContaining(Object.keys(own?.with ?? { none: 1 })));
  for (const [, ref = ''] of text.matchAll(/uses: actions\/[\w-]+@(\S+)/g))
    expect(ref).toMatch(/^[0-9a-f]{40}$/);
});

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

function stepsIn(value: unknown): readonly Step[] {
  if (Array.isArray(value)) return value.flatMap(stepsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'uses' in value ? [value as Step] : [];
  return [...own, ...Object.values(value).flatMap(stepsIn)];
}
