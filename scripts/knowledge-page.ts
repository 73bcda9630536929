/** docs/knowledge.md: how to say what a library means, and what is known already. */
import type { Knowledge, Meaning } from '../src/program/knowledge.ts';

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
| \`call\`, \`class\`, \`decorator\`, \`package\` | what the row is about: exactly one of them; a package goes by the name that manifests ask for              |
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

export function knowledgeDocument({ roles, meanings }: Knowledge): string {
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
    '## Coverage\n',
    `| field | names | libraries |\n| --- | ---: | --- |\n${fields.join('\n')}\n`,
  ].join('\n');
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
