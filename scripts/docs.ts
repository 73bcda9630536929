/**
 * Writes docs/milestones/: one page per milestone, made of its rules and of the tests of its rules.
 * `node scripts/docs.ts [--check]`; with --check it fails where a page is not what the rules say.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { CHECKS } from '../src/checks/index.ts';
import { sourceExamples, sourceRules } from '../src/commands/rule-files.ts';
import { conditionLines } from '../src/milestones/words.ts';
import type { Condition, Milestone, Requirement } from '../src/model.ts';
import { blocksOf } from '../src/reporters/advice.ts';
import type { Example, Examples } from '../src/rule-tests/examples.ts';

const FOLDER = new URL('../docs/milestones/', import.meta.url);
const POINTS = { core: 3, high: 2, optional: 1 } as const;
const TIME = { small: 'under an hour', medium: 'an afternoon', large: 'some days' } as const;
const LANGUAGES: Readonly<Record<string, string>> = {
  py: 'python',
  ts: 'ts',
  tsx: 'tsx',
  js: 'js',
  jsx: 'jsx',
  yml: 'yaml',
  yaml: 'yaml',
  json: 'json',
  md: 'markdown',
  toml: 'toml',
  html: 'html',
  tf: 'hcl',
};

function pageOf(milestone: Milestone, examples: Readonly<Record<string, Examples>>): string {
  const { id, title, summary, phase, requirements } = milestone;
  const rows = requirements.map(
    (one) =>
      `| [${one.title}](#${one.id}) | \`${one.id}\` | ${one.weight} (${POINTS[one.weight]}) | ${TIME[one.effort]} |`,
  );
  return `${[
    `<!-- Written by \`npm run docs\` from rules/${id}.yml and tests/rules/${id}.yml: change those. -->`,
    `# ${title}`,
    summary,
    phase > 0
      ? `Phase ${phase} of the roadmap. Judge a project by it with \`--milestone ${id}\`.`
      : 'Judged with every milestone.',
    ['| requirement | id | weight (points) | first step |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    ...requirements.map((one) => sectionOf(one, examples[one.id])),
  ].join('\n\n')}\n`;
}

function sectionOf(one: Requirement, examples: Examples | undefined): string {
  return [
    `<a id="${one.id}"></a>\n\n## ${one.title}`,
    one.why.trim(),
    `**Met** when\n\n${listOf(one.met)}`,
    ...(one.partial ? [`**Partial** when\n\n${listOf(one.partial)}`] : []),
    `**First step**\n\n${adviceOf(one.fix)}`,
    ...(examples?.good ? [exampleOf('A good example', examples.good)] : []),
    ...(examples?.bad ? [exampleOf('What does not count', examples.bad)] : []),
    ...(one.learn.length > 0
      ? [`**Learn**\n\n${one.learn.map(({ title, url }) => `- [${title}](${url})`).join('\n')}`]
      : []),
  ].join('\n\n');
}

function listOf(condition: Condition): string {
  return conditionLines(condition, CHECKS)
    .map(({ depth, text }) => `${'  '.repeat(depth)}- ${text}`)
    .join('\n');
}

function adviceOf(text: string): string {
  return blocksOf(text)
    .map((block) => (block.kind === 'prose' ? block.text : fenced(block.lines.join('\n'), block.language)))
    .join('\n\n');
}

function exampleOf(label: string, { name, files }: Example): string {
  const parts = Object.entries(files).map(([path, text]) => {
    const language = LANGUAGES[path.slice(path.lastIndexOf('.') + 1)] ?? 'text';
    return `\`${path}\`\n\n${fenced(text.trimEnd(), language)}`;
  });
  return `<details><summary>${label}: ${escaped(name)}</summary>\n\n${parts.join('\n\n')}\n\n</details>`;
}

/** A fence longer than any inside. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

async function main(check: boolean): Promise<void> {
  const { milestones } = await sourceRules(new URL('../rules/', import.meta.url));
  const examples = await sourceExamples(new URL('../tests/rules/', import.meta.url));
  const pages = new Map(milestones.map((one) => [`${one.id}.md`, pageOf(one, examples[one.id] ?? {})]));
  const there = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
  const stale = [...new Set([...pages.keys(), ...there])].filter((name) => {
    const url = new URL(name, FOLDER);
    return !pages.has(name) || !existsSync(url) || readFileSync(url, 'utf8') !== pages.get(name);
  });
  if (check) {
    for (const name of stale)
      console.error(`docs/milestones/${name} is not what the rules say: run \`npm run docs\``);
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  mkdirSync(FOLDER, { recursive: true });
  for (const name of there) if (!pages.has(name)) rmSync(new URL(name, FOLDER));
  for (const [name, text] of pages) writeFileSync(new URL(name, FOLDER), text);
  console.log(`${pages.size} pages written to docs/milestones/`);
}

await main(process.argv.includes('--check'));
