/** docs/knowledge.md: how to say what a library means, and what is known already. */
import type { Knowledge, Meaning } from '../src/program/knowledge.ts';
import { matchesName } from '../src/program/link/values.ts';

const INTRODUCTION = `<!-- Written by \`npm run docs\` from knowledge/: change that, or scripts/knowledge-page.ts. -->
# What libraries mean

A check never asks for a library. It asks for a **role**: \`llm.chat\`, \`password.hash\`, \`vector.store\`. Which calls have a
role stands in \`knowledge/<field>.yml\`, one row per meaning:

\`\`\`yaml
- call: redisvl.index.SearchIndex # fully qualified, as imports and assignments resolve it
  also: [redisvl.index.AsyncSearchIndex] # the same by another name
  role: vector.store
  about: { engine: redis, kind: database, hosting: server }
\`\`\`

| key                                        | what it says                                                                                              |
| ------------------------------------------ | --------------------------------------------------------------------------------------------------------- |
| \`call\`, \`class\`, \`decorator\`, \`module\`, \`package\` | what the row is about: exactly one of them; whatever comes from a module is meant, a package goes by the name that manifests ask for |
| \`also\`                                     | other names with the same meaning: asynchronous, older, re-exported                                        |
| \`role\`                                     | one of the table below                                                                                    |
| \`takes\`                                    | where an argument stands: its position from 0, its keyword (or the key of an options object), or a list    |
| \`about\`                                    | what else is known; which keys and values there may be, the role says                                      |

In a name, \`*\` stands for any characters between two dots and \`**\` for any names, also none. \`?.query_points\` has a receiver
that nobody knows; \`**.query_points\` is a method of anything, never a function of that name. Prefer the whole name.

\`milestone-auditor knowledge LIBRARY\` and \`milestone-auditor knowledge ROLE\` print what is known.

## What your own calls mean

A project may say it of its own functions, in a file that [.milestone.yml](configuration.md) names:

\`\`\`yaml
# .milestone.yml
knowledge: milestone-knowledge.yml
\`\`\`

\`\`\`yaml
# milestone-knowledge.yml
- call: ask_model # a function of the project, by its own name; a method is Client.ask
  role: llm.chat
\`\`\`

\`milestone-auditor knowledge validate milestone-knowledge.yml\` names the line of every mistake. The report says that the
project did so. On a pull request the file of the base counts. Evidence stays a line of code that calls it: a row alone
proves nothing.
`;

/** `named`: libraries that the catalogue of requirements names, each with the names by which code knows it. */
export function knowledgeDocument(
  { roles, meanings }: Knowledge,
  named: Readonly<Record<string, readonly string[]>>,
): string {
  const rows = Object.entries(roles).map(([role, { means, takes, about }]) => {
    const found = meanings.filter((one) => one.role === role);
    const purposes = [...new Set([...Object.keys(takes), ...found.flatMap((one) => Object.keys(one.takes))])];
    const cells = [
      `\`${role}\``,
      means,
      words(purposes),
      words(Object.keys(about)),
      String(namesOf(found).length),
    ];
    return `| ${cells.map(escaped).join(' | ')} |`;
  });
  const fields = [...new Set(meanings.map(({ field }) => field))].map((field) => {
    const found = meanings.filter((one) => one.field === field);
    const cells = [`\`${field}.yml\``, String(namesOf(found).length), librariesOf(found).join(', ')];
    return `| ${cells.map(escaped).join(' | ')} |`;
  });
  return [
    INTRODUCTION,
    `## Roles\n\n${meanings.length} rows with ${namesOf(meanings).length} names give ${Object.keys(roles).length} roles.\n`,
    `| role | what has it | arguments | about | names |\n| --- | --- | --- | --- | ---: |\n${rows.join('\n')}\n`,
    '## Libraries that the requirements name\n',
    'How many names of a library there are as functions, as classes with their methods, and for asynchronous code.\n',
    coverageOf(meanings, named),
    '## Fields\n',
    `| field | names | libraries |\n| --- | ---: | --- |\n${fields.join('\n')}\n`,
  ].join('\n');
}

function coverageOf(
  meanings: readonly Meaning[],
  named: Readonly<Record<string, readonly string[]>>,
): string {
  const rows = Object.entries(named).map(([title, libraries]) => {
    const known = namesIn(meanings, libraries);
    const roles = [...new Set(known.map(({ role }) => role))].sort();
    const forms = [
      known.filter(({ name, use }) => isCode(use) && !isClass(name) && !isAsynchronous(name)),
      known.filter(({ name, use }) => isCode(use) && isClass(name) && !isAsynchronous(name)),
      known.filter(({ name }) => isAsynchronous(name)),
    ];
    const cells = [title, words(roles), ...forms.map((list) => (list.length > 0 ? String(list.length) : ''))];
    return `| ${cells.map(escaped).join(' | ')} |`;
  });
  const head = '| library | roles | functions | classes | asynchronous |\n| --- | --- | ---: | ---: | ---: |';
  return `${head}\n${rows.join('\n')}\n`;
}

/** What is known of a library, by its names. */
export function namesIn(
  meanings: readonly Meaning[],
  libraries: readonly string[],
): readonly { readonly name: string; readonly role: string; readonly use: Meaning['use'] }[] {
  return meanings.flatMap(({ names, role, use }) =>
    names
      .filter((name) => libraries.some((library) => isFrom(name, library)))
      .map((name) => ({ name, role, use })),
  );
}

/** A name that begins with a star belongs to everybody. A library may have a dot in its own name: `socket.io`. */
function isFrom(name: string, library: string): boolean {
  const parts = library.split('.').length;
  const first = name.split('.').slice(0, parts).join('.');
  return /^[^*?]/.test(name) && matchesName(library, first);
}

function isCode(use: Meaning['use']): boolean {
  return use !== 'package' && use !== 'module';
}

function isClass(name: string): boolean {
  return name.split('.').some((part) => /^\*?[A-Z]/.test(part));
}

function isAsynchronous(name: string): boolean {
  return name
    .split('.')
    .some((part) => /async|^aio|^a(?:invoke|stream|embed|completion|add|query|score|evaluate)/i.test(part));
}

function namesOf(meanings: readonly Meaning[]): readonly string[] {
  return meanings.flatMap(({ names }) => names);
}

/** The first names, as far as they are whole; a package of a scope by both. */
function librariesOf(meanings: readonly Meaning[]): readonly string[] {
  const firsts = namesOf(meanings).map((name) => name.split(/[.*?]/)[0]?.replace(/[-/]+$/, '') ?? '');
  return [...new Set(firsts.filter((first) => /^@?[a-z][\w/-]{2,}$/.test(first)))].sort();
}

function words(list: readonly string[]): string {
  return list.map((word) => `\`${word}\``).join(', ');
}

function escaped(text: string): string {
  return text.replace(/\|/g, '\\|');
}
