/** The advice of a rule file as blocks: prose, and the code that it introduces. */

export type Block =
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'code'; readonly language: string; readonly lines: readonly string[] };

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*([\w+-]*)/;
const INDENT = '    ';

/** Paragraphs on one line each; code as it stands, without its fence or indentation. */
export function blocksOf(text: string): readonly Block[] {
  const lines = text.split(/\r?\n/);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const fence = FENCE.exec(line);
    const before = at;
    if (line.trim() === '') at += 1;
    else if (fence !== null) {
      at = endOf(lines, at + 1, (one) => one.trim().startsWith(fence[1] ?? '```'));
      blocks.push({ kind: 'code', language: fence[2] ?? '', lines: lines.slice(before + 1, at) });
      at += 1;
    } else if (line.startsWith(INDENT)) {
      at = endOf(lines, at, (one) => one.trim() !== '' && !one.startsWith(INDENT));
      const code = lines.slice(before, at).map((one) => one.slice(INDENT.length));
      blocks.push({ kind: 'code', language: '', lines: withoutEmptyEnd(code) });
    } else {
      at = endOf(lines, at + 1, (one) => one.trim() === '' || FENCE.test(one));
      const words = lines.slice(before, at).map((one) => one.trim());
      blocks.push({ kind: 'prose', text: words.join(' ') });
    }
  }
  return blocks;
}

function withoutEmptyEnd(lines: readonly string[]): readonly string[] {
  return lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1);
}

function endOf(lines: readonly string[], from: number, ends: (line: string) => boolean): number {
  const found = lines.slice(from).findIndex(ends);
  return found < 0 ? lines.length : from + found;
}
