/** What the README says of the program as it is: no plans, no open boxes, no licence texts. */
import { covers } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';

export interface Said {
  readonly text: string;
  readonly line: number;
}

const MAX_TEXT = 2_000;

/** Paragraphs, list items, rows of tables and pictures, by line. */
export function saidIn({ documentation: { readme } }: Facts): readonly Said[] {
  if (readme === null) return [];
  const planned = readme.sections.filter((one) => one.purposes.includes('roadmap'));
  return [
    ...readme.paragraphs,
    ...readme.listItems.filter((one) => one.checked !== false),
    ...readme.tables.flatMap(({ rows }) => rows.map(({ cells, line }) => ({ text: cells.join(': '), line }))),
    ...readme.images.map(({ alt, url, line }) => ({ text: `${alt} ${url}`, line })),
  ]
    .filter(({ line }) => !planned.some((one) => covers(one, line)))
    .map(({ text, line }) => ({ text: text.slice(0, MAX_TEXT).replace(/\s+/g, ' '), line }))
    .sort((a, b) => a.line - b.line);
}

/** Lines of shell commands that the README tells to run, without their prompts. */
export function commandsIn({ documentation: { readme } }: Facts): readonly Said[] {
  if (readme === null) return [];
  const planned = readme.sections.filter((one) => one.purposes.includes('roadmap'));
  return readme.codeBlocks
    .filter(({ language }) => /^(?:|bash|sh|shell|console|zsh|powershell|cmd|text|terminal)$/.test(language))
    .filter(({ line }) => !planned.some((one) => covers(one, line)))
    .flatMap(({ text, line }) =>
      text
        .split('\n')
        .slice(0, 300)
        .map((one, index) => ({
          text: one
            .trim()
            .replace(/^[$>#%]\s+/, '')
            .slice(0, 300),
          line: line + 1 + index,
        })),
    );
}
