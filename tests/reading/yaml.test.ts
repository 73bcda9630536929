import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/reading/json.ts';
import { readToml } from '../../src/reading/toml.ts';
import { at, entriesOf, itemsOf, readYaml, scalar, toText, type YamlNode } from '../../src/reading/yaml.ts';

async function contentsOf(text: string): Promise<YamlNode | undefined> {
  return (await readYaml(text)).documents[0]?.contents;
}

describe('readYaml', () => {
  test('gives every node its line, and scalars their text as written', async () => {
    const root = await contentsOf('on: push\nversion: 3.10\nsteps:\n  - run: |\n      a\n      b\n');
    expect(scalar(at(root, 'on'))).toBe('push');
    expect(at(root, 'version')).toEqual({ line: 2, value: 3.1, text: '3.10', block: false });
    expect(at(root, 'steps', 0, 'run')).toMatchObject({ line: 4, text: 'a\nb\n', block: true });
  });

  test('resolves aliases and merge keys; own keys win', async () => {
    const root = await contentsOf('base: &b\n  a: 1\n  c: 2\nx:\n  <<: *b\n  a: 9\ny: *b\n');
    expect(scalar(at(root, 'x', 'a'))).toBe(9);
    expect(scalar(at(root, 'x', 'c'))).toBe(2);
    expect(scalar(at(root, 'y', 'a'))).toBe(1);
  });

  test('reads several documents, and leaves empty ones out', async () => {
    const { documents } = await readYaml('---\na: 1\n---\n---\nb: 2\n');
    expect(documents.map(({ contents }) => entriesOf(contents)[0]?.key)).toEqual(['a', 'b']);
  });

  test('a broken document keeps what parsed and says where it broke', async () => {
    const { documents, errors } = await readYaml('a: 1\nb: [1, 2\nc: 3\n');
    expect(scalar(at(documents[0]?.contents, 'a'))).toBe(1);
    expect(errors[0]?.line).toBeGreaterThan(1);
  });

  test.each([
    ['brackets', '['.repeat(20_000)],
    ['markers', '- '.repeat(2000)],
    ['indentation', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['size', 'a: 1\n'.repeat(300_000)],
  ])('refuses hostile %s before the parser sees it', async (_name, text) => {
    const { documents, errors } = await readYaml(text);
    expect(documents).toEqual([]);
    expect(errors).toHaveLength(1);
  });

  test('aliases that expand without end are cut', async () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const items =
        level === 0
          ? 'x'
          : Array(10)
              .fill(`*a${level - 1}`)
              .join(', ');
      return `a${level}: &a${level} [${items}]`;
    });
    expect((await readYaml(levels.join('\n'))).errors[0]?.reason).toContain('aliases');
    expect((await readYaml('a: &a\n  b: *a\n')).errors[0]?.line).toBe(2);
  });

  test('helpers answer for nodes that are not there', () => {
    expect(at(undefined, 'a', 0)).toBeUndefined();
    expect(toText(undefined)).toBeUndefined();
    expect(itemsOf(undefined)).toEqual([]);
    expect(entriesOf({ line: 1, items: [] })).toEqual([]);
  });
});

describe('the same tree from JSON and TOML', () => {
  test('readJson keeps lines, takes comments and trailing commas', () => {
    const { contents } = readJson('{\n  // why\n  "a": [1, "x\\u0041\\n",],\n  "b": {"c": null}\n}');
    expect(scalar(at(contents ?? undefined, 'a', 1))).toBe('xA\n');
    expect(at(contents ?? undefined, 'b', 'c')).toMatchObject({ line: 4, value: null });
  });

  test.each(['', '{"a" 1}', '{"a": }', '[1 2]', '"open', '['.repeat(100_000), '{} {}', '{"a": nul}'])(
    'readJson refuses case %#, with a line',
    (text) => {
      const { contents, error } = readJson(text);
      expect(contents).toBeNull();
      expect(error?.line).toBe(1);
    },
  );

  test('readToml keeps lines, dotted keys, arrays of tables', async () => {
    const { contents } = await readToml('[a.b]\nc = [\n  "x",\n]\nd.e = 1\n[[p]]\nn = "1"\n[[p]]\nn = "2"\n');
    expect(at(contents ?? undefined, 'a', 'b', 'c', 0)).toMatchObject({ line: 3, value: 'x' });
    expect(scalar(at(contents ?? undefined, 'a', 'b', 'd', 'e'))).toBe(1);
    expect(scalar(at(contents ?? undefined, 'p', 1, 'n'))).toBe('2');
  });

  test.each([
    'a = \n',
    'a = 1\na = 2\n',
    `a${'.a'.repeat(500)} = 1`,
    `a = ${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  ])('readToml refuses case %#', async (text) => {
    const { contents, error } = await readToml(text);
    expect(contents).toBeNull();
    expect(error).not.toBeNull();
  });
});
