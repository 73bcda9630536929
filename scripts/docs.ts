/**
 * Writes docs/milestones/, a page per milestone, docs/requirements/, a page per requirement, to which every report leads,
 * both made of the rules and of the tests of the rules; and docs/knowledge.md. `node scripts/docs.ts [--check]`; with
 * --check it fails where a page is not what it is made of.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { CHECKS } from '../src/checks/index.ts';
import { sourceKnowledge } from '../src/commands/knowledge-files.ts';
import { sourceExamples, sourceRules } from '../src/commands/rule-files.ts';
import type { Stack } from '../src/milestones/stacks.ts';
import { conditionLines } from '../src/milestones/words.ts';
import type { Condition, Milestone, Requirement } from '../src/model.ts';
import { blocksOf } from '../src/reporters/advice.ts';
import type { Example, Examples } from '../src/rule-tests/examples.ts';
import { knowledgeDocument } from './knowledge-page.ts';

const DOCS = new URL('../docs/', import.meta.url);
const FOLDERS = ['milestones', 'requirements'] as const;
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
    ...levels(one),
    `**First step**\n\n${adviceOf(one.fix)}`,
    ...(examples?.good ? [exampleOf('A good example', examples.good)] : []),
    ...(examples?.more ?? []).map((one) => exampleOf('Another', one)),
    ...(examples?.bad ? [exampleOf('What does not count', examples.bad)] : []),
    ...(one.learn.length > 0
      ? [`**Learn**\n\n${one.learn.map(({ title, url }) => `- [${title}](${url})`).join('\n')}`]
      : []),
  ].join('\n\n');
}

/** Each level in the words of whoever wrote it, with what is asked for it folded away. */
function levels({ says, met, partial }: Requirement): readonly string[] {
  const asked = (condition: Condition): string =>
    `<details><summary>What is asked of the files</summary>\n\n${listOf(condition)}\n\n</details>`;
  return [
    `**Met**: ${escaped(says?.met ?? 'when what follows holds.')}\n\n${asked(met)}`,
    ...(partial
      ? [
          `**Partial**: ${escaped((says?.partial ?? 'when what follows holds').replace(/\.$/, ''))}.\n\n${asked(partial)}`,
        ]
      : []),
  ];
}

/** One requirement on a page of its own, with code for every stack that there is some for. */
function requirementPage(
  { id: milestone, title, requirements }: Milestone,
  one: Requirement,
  examples: Examples | undefined,
  stacks: readonly Stack[],
): string {
  const snippets = stacks.flatMap(({ title: name, language, snippets: all }) => {
    const code = all[`${milestone}/${one.id}`];
    return code === undefined
      ? []
      : [`With ${name}:\n\n${fenced(code.trimEnd(), languageOf(code, language))}`];
  });
  const before = one.after.flatMap((id) => requirements.find((other) => other.id === id) ?? []);
  return `${[
    `<!-- Written by \`npm run docs\` from rules/${milestone}.yml: change that. -->`,
    `# ${one.title}`,
    `\`${one.id}\` of [${title}](../../milestones/${milestone}.md) · ${one.weight}, ${POINTS[one.weight]} ${POINTS[one.weight] === 1 ? 'point' : 'points'} · the first step takes ${TIME[one.effort]}`,
    one.why.trim(),
    ...levels(one),
    ...(before.length > 0
      ? [`**Comes after** ${before.map((other) => `[${other.title}](${other.id}.md)`).join(', ')}`]
      : []),
    `**First step**\n\n${adviceOf(one.fix)}`,
    ...snippets,
    ...(examples?.good ? [exampleOf('A good example', examples.good)] : []),
    ...(examples?.bad ? [exampleOf('What does not count', examples.bad)] : []),
    ...(one.learn.length > 0
      ? [`**Learn**\n\n${one.learn.map((link) => `- [${link.title}](${link.url})`).join('\n')}`]
      : []),
    `What a project of yours shows of it: \`milestone-auditor explain ${milestone}/${one.id} PATH\`.`,
  ].join('\n\n')}\n`;
}

function languageOf(code: string, language: Stack['language']): string {
  if (/^FROM /m.test(code)) return 'dockerfile';
  if (/^jobs:/m.test(code)) return 'yaml';
  return language === 'python' ? 'python' : 'tsx';
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

async function pages(): Promise<ReadonlyMap<string, string>> {
  const { milestones, stacks } = await sourceRules(new URL('../rules/', import.meta.url));
  const examples = await sourceExamples(new URL('../tests/rules/', import.meta.url));
  const own = milestones.map(
    (one) => [`milestones/${one.id}.md`, pageOf(one, examples[one.id] ?? {})] as const,
  );
  const each = milestones.flatMap((milestone) =>
    milestone.requirements.map((one) => {
      const text = requirementPage(milestone, one, examples[milestone.id]?.[one.id], stacks);
      return [`requirements/${milestone.id}/${one.id}.md`, text] as const;
    }),
  );
  const named = JSON.parse(
    readFileSync(new URL('../tests/knowledge/catalogue.json', import.meta.url), 'utf8'),
  );
  const knowledge = knowledgeDocument(
    await sourceKnowledge(new URL('../knowledge/', import.meta.url)),
    named,
  );
  return new Map([...own, ...each, ['knowledge.md', knowledge] as const]);
}

function written(): readonly string[] {
  return FOLDERS.flatMap((folder) => {
    const url = new URL(`${folder}/`, DOCS);
    if (!existsSync(url)) return [];
    const names = readdirSync(url, { recursive: true, encoding: 'utf8' });
    return names
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
  });
}

async function main(check: boolean): Promise<void> {
  const wanted = await pages();
  const there = written();
  const stale = [...new Set([...wanted.keys(), ...there])].filter((name) => {
    const url = new URL(name, DOCS);
    return !wanted.has(name) || !existsSync(url) || readFileSync(url, 'utf8') !== wanted.get(name);
  });
  if (check) {
    for (const name of stale) console.error(`docs/${name} is not what it is made of: run \`npm run docs\``);
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  for (const name of there) if (!wanted.has(name)) rmSync(new URL(name, DOCS));
  for (const name of stale) {
    const text = wanted.get(name);
    if (text === undefined) continue;
    mkdirSync(new URL('.', new URL(name, DOCS)), { recursive: true });
    writeFileSync(new URL(name, DOCS), text);
  }
  console.log(`${wanted.size} pages in docs/, ${stale.length} written`);
}

await main(process.argv.includes('--check'));
