/** INI files as setuptools, pytest, tox and coverage read them: sections of keys whose value may go on indented. */
import { linesOf } from './text-file.ts';

export interface IniLine {
  readonly text: string;
  readonly line: number;
}

export interface IniEntry {
  readonly section: string;
  /** Lower case. */
  readonly key: string;
  readonly line: number;
  /** The value, one entry per non-empty line, without comments. */
  readonly values: readonly IniLine[];
}

/** Reads an INI text. Never throws: a line that fits nothing is skipped. */
export function readIni(text: string): readonly IniEntry[] {
  const entries: { section: string; key: string; line: number; values: IniLine[] }[] = [];
  let section = '';
  let open = false;
  linesOf(text).forEach((raw, index) => {
    const line = index + 1;
    const content = withoutComment(raw);
    if (content === '') return;
    const indented = raw.startsWith(' ') || raw.startsWith('\t');
    const last = entries.at(-1);
    if (indented && open && last !== undefined) {
      last.values.push({ text: content, line });
      return;
    }
    if (content.startsWith('[')) {
      const end = content.indexOf(']');
      section = content.slice(1, end < 0 ? undefined : end).trim();
      open = false;
      return;
    }
    const cut = separatorOf(content);
    if (cut < 0) return;
    const value = content.slice(cut + 1).trim();
    entries.push({
      section,
      key: content.slice(0, cut).trim().toLowerCase(),
      line,
      values: value === '' ? [] : [{ text: value, line }],
    });
    open = true;
  });
  return entries;
}

/** `=` or `:`, whichever comes first. */
function separatorOf(content: string): number {
  const equals = content.indexOf('=');
  const colon = content.indexOf(':');
  if (equals < 0 || colon < 0) return Math.max(equals, colon);
  return Math.min(equals, colon);
}

/** Comments start a line with `#` or `;`, or follow a space with `#`: `;` also begins an environment marker. */
function withoutComment(raw: string): string {
  const trimmed = raw.trim();
  if (trimmed.startsWith('#') || trimmed.startsWith(';')) return '';
  const hash = trimmed.indexOf(' #');
  return hash < 0 ? trimmed : trimmed.slice(0, hash).trim();
}
