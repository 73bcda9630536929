/** What every part of the terminal report needs: the page's width, its symbols and its colours. */
import type { Evidence, Verdict } from '../../model.ts';
import type { Palette, ReporterOptions } from '../reporter.ts';
import { visible } from '../visible.ts';
import { cut, wrap } from '../width.ts';
import { ABOUT, nowhere, wholeFile } from '../words.ts';

export interface Symbols {
  readonly verdict: Readonly<Record<Verdict, string>>;
  /** Before the sign of a verdict that is not certain: one cell. */
  readonly about: string;
  /** Cells of the bar: earned, undecided, not earned. */
  readonly bar: readonly [string, string, string];
  readonly dot: string;
  readonly dash: string;
  readonly more: string;
  /** Between a line's number and its text. */
  readonly rule: string;
}

export interface Page {
  readonly columns: number;
  readonly verbose: boolean;
  /** The audited folder as the reader names it; '' for the working folder. */
  readonly base: string;
  readonly palette: Palette;
  readonly symbols: Symbols;
  /** Makes any text fit to be printed here. */
  readonly text: (text: string) => string;
  /** Text that leads to a file where the terminal takes links. It must be as wide as it is to be: it holds no escapes. */
  readonly link: (text: string, path: string) => string;
}

const UNICODE: Symbols = {
  verdict: { met: '✔', partial: '◐', missing: '✘', unverifiable: '?', waived: '⊘' },
  about: ABOUT,
  bar: ['█', '▒', '░'],
  dot: '·',
  dash: '–',
  more: '…',
  rule: '│',
};

const ASCII: Symbols = {
  verdict: { met: '+', partial: '~', missing: 'x', unverifiable: '?', waived: '-' },
  about: '~',
  bar: ['#', '~', '.'],
  dot: '-',
  dash: '-',
  more: '...',
  rule: '|',
};

/** Wider than this, a line is hard to follow from its title to its evidence. */
const WIDEST = 110;
const NARROWEST = 30;

export function pageOf(options: ReporterOptions): Page {
  return {
    columns: Math.min(WIDEST, Math.max(NARROWEST, options.columns)),
    verbose: options.verbose,
    base: options.base ?? '',
    palette: options.palette,
    symbols: options.ascii ? ASCII : UNICODE,
    text: options.ascii ? (text) => plain(visible(text)) : visible,
    link: linker(options.address),
  };
}

/** OSC 8: the terminal shows the text and opens the address. */
function linker(address: ReporterOptions['address']): Page['link'] {
  if (address === undefined) return (text) => text;
  return (text, path) => `\u001b]8;;${visible(address(path))}\u001b\\${text}\u001b]8;;\u001b\\`;
}

/** What rules and checks write with typographic signs, for terminals that have none. Letters stay as they are. */
function plain(text: string): string {
  return text.replace(/[…–—‘’“”·→≥≤×]/g, (sign) => SIGNS[sign] ?? sign);
}

const SIGNS: Readonly<Record<string, string>> = {
  '…': '...',
  '–': '-',
  '—': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '·': '-',
  '→': '->',
  '≥': '>=',
  '≤': '<=',
  '×': 'x',
};

/** `path:line`, as editors and terminals make it clickable; the path alone where a whole file is meant. */
export function place(page: Page, evidence: Evidence): string {
  const path = page.text(page.base === '' ? evidence.path : `${page.base}/${evidence.path}`);
  if (nowhere(evidence)) return page.text(evidence.text);
  if (evidence.path === '.git') return evidence.path;
  return wholeFile(evidence) ? path : `${path}:${evidence.line}`;
}

/** One line of text at an indentation, cut to the page. */
export function oneLine(page: Page, indent: number, text: string): string {
  return ' '.repeat(indent) + cut(page.text(text), page.columns - indent, page.symbols.more);
}

/** Text wrapped at an indentation, at most `most` lines. */
export function paragraph(page: Page, indent: number, text: string, most = 40): readonly string[] {
  const lines = wrap(page.text(text), page.columns - indent);
  const shown = lines.slice(0, most).map((line, index) => {
    const last = index === most - 1 && lines.length > most;
    return last ? cut(`${line} ${page.symbols.more}`, page.columns - indent, page.symbols.more) : line;
  });
  return shown.map((line) => ' '.repeat(indent) + line);
}
