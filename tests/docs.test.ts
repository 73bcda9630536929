/** The documents hold what they promise: links lead somewhere, and the commands that they show run. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOME, requirementPage } from '../src/addresses.ts';
import { sourceRules } from '../src/commands/rule-files.ts';
import { ROOT } from './cli/run.ts';

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Anchors of a document: headings as GitHub names them, and those that are written. */
function anchorsOf(path: string): Set<string> {
  const headings = [...text(path).matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/ /g, '-'),
  );
  return new Set([...headings, ...[...text(path).matchAll(/<a id="([^"]+)"/g)].map(([, id = '']) => id)]);
}

describe.each(DOCUMENTS)('%s', (path) => {
  it('links to what is there', () => {
    const withoutCode = text(path).replace(/^(`{3,})[\s\S]*?^\1$/gm, '');
    const links = [...withoutCode.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(
      ([, link = '']) => link,
    );
    const broken = links.filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : join(dirname(path), file);
      if (!existsSync(join(ROOT, target))) return true;
      return anchor !== undefined && !anchorsOf(target).has(anchor);
    });
    expect(broken).toEqual([]);
  });
});

it('every built-in requirement has the page to which reports lead', async () => {
  const { milestones } = await sourceRules(new URL('../rules/', import.meta.url));
  const pages = milestones.flatMap((one) => one.requirements.map(({ id }) => requirementPage(one.id, id)));
  const absent = pages.filter(
    (page) => page === null || !existsSync(join(ROOT, page.slice(`${HOME}/blob/main/`.length))),
  );
  expect(absent).toEqual([]);
  expect(requirementPage('of-my-own', 'x')).toBeNull();
});
