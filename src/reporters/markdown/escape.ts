/**
 * Text that others wrote, made inert in Markdown as GitHub renders it: no markup, no HTML, no mention, no reference, no
 * link. Names and lines go into code spans, where none of these exist; sentences are escaped sign by sign.
 */
import { visible } from '../visible.ts';

/** A word joiner: seen by nobody, and no mention, reference or address goes across it. */
const JOINER = '\u2060';
const LONGEST = 200;

/** A code span. Its fence is longer than any run of backticks inside; '' stays ''. */
export function code(text: string, most = LONGEST): string {
  const clean = shortened(visible(text), most);
  if (clean.trim() === '') return '';
  const runs = clean.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const space = /^[` ]|[` ]$/.test(clean) ? ' ' : '';
  return `${fence}${space}${clean}${space}${fence}`;
}

/** A sentence that may quote the repository. It may stand at the start of a line. */
export function prose(text: string, most = 4000): string {
  const escaped = shortened(visible(text.replace(/\s+/g, ' ').trim()), most)
    .replace(/[\\`*_[\]#|~$@]|^[-+=]|^\d+(?=[.)])|:(?=[\w/+-])/g, (sign) =>
      /\d/.test(sign) ? `${sign}\\` : `\\${sign}`,
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
  return apart(escaped);
}

/** What GitHub would make of words after Markdown has been read: mentions, references, commits, addresses, emoji. */
function apart(escaped: string): string {
  return escaped
    .replace(/(\\[@:#])(?=\\?[\w/+-])/g, `$1${JOINER}`)
    .replace(/(GH-)(?=\d)/gi, `$1${JOINER}`)
    .replace(/(www)(?=\.)/gi, `$1${JOINER}`)
    .replace(/[0-9a-f]{7,}/gi, (hex) => hex.replace(/.{4}/g, `$&${JOINER}`));
}

/** Our own sentence, in which only `code` in backticks is markup. */
export function advice(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : spaced(part)))
    .join('');
}

function spaced(part: string): string {
  const [before = '', after = ''] = [/^\s/.test(part) ? ' ' : '', /\S\s+$/.test(part) ? ' ' : ''];
  return before + prose(part) + after;
}

/** A row of a table: a bar inside of a cell would end it, in a code span too. */
export function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}

/** A fenced block. Its fence is longer than any run of backticks inside. */
export function fenced(lines: readonly string[], language = ''): string {
  const clean = lines.map((line) => visible(line.trimEnd()));
  const runs = clean.join('\n').match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return [`${fence}${language}`, ...clean, fence].join('\n');
}

/** `[label](address)`, or the label alone where there is no address. The label is Markdown already. */
export function linked(label: string, address: string | null): string {
  return address === null ? label : `[${label}](${address})`;
}

/** Cut between characters, never inside of one. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
