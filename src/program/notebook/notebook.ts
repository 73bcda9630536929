/** A Jupyter notebook's Python cells as the facts of one file, with the lines of the .ipynb file. */
import { NOTHING } from '../bounds.ts';
import type { CodeFile } from '../file.ts';
import type { PythonParser } from '../python/python.ts';
import { withoutMagics } from './magics.ts';
import { sourceLines } from './positions.ts';

/** Reads the code cells in order, as one program. What is not a notebook, or not Python, gives an error entry. */
export function readNotebook(path: string, text: string, parser: PythonParser): CodeFile {
  const content = contentOf(text.startsWith('\uFEFF') ? text.slice(1) : text);
  if (typeof content === 'string') return nothing(path, content);
  const kernel = languageOf(content);
  if (kernel !== null && !/^(?:i?python|xpython)/i.test(kernel))
    return nothing(path, `not a Python notebook: its language is ${kernel.slice(0, 40)}`);
  const cells = cellsOf(content);
  if (!cells) return nothing(path, 'not a notebook: it has no cells');
  const origins = sourceLines(
    text,
    cells.map((cell) => cell.pieces),
  );
  const rows: string[] = [];
  const lines: number[] = [];
  cells.forEach((cell, index) => {
    if (!cell.code) return;
    const cellRows = withoutMagics(cell.pieces.join('').split(/\r\n|\n|\r/));
    const cellLines = origins[index] ?? [];
    cellRows.forEach((row, at) => {
      rows.push(row);
      lines.push(cellLines[at] ?? cellLines.at(-1) ?? lines.at(-1) ?? 1);
    });
  });
  return parser.read(path, rows.join('\n'), { lines });
}

function nothing(path: string, reason: string): CodeFile {
  return {
    path,
    language: 'python',
    notebook: true,
    lines: 0,
    errors: [{ line: 1, reason }],
    ...NOTHING,
  };
}

type Json = Readonly<Record<string, unknown>>;

interface Cell {
  readonly code: boolean;
  /** The strings that hold its source, as they stand in the file. */
  readonly pieces: readonly string[];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parsed notebook, or why there is none. */
function contentOf(text: string): Json | string {
  if (text.trim() === '') return 'an empty notebook file';
  try {
    const content: unknown = JSON.parse(text);
    return isObject(content) ? content : 'not a notebook: not a JSON object';
  } catch {
    return 'not a notebook: broken JSON';
  }
}

/** What the notebook says its language is; null where it does not. */
function languageOf(content: Json): string | null {
  const metadata = isObject(content.metadata) ? content.metadata : {};
  const info = isObject(metadata.language_info) ? metadata.language_info.name : null;
  const kernel = isObject(metadata.kernelspec) ? metadata.kernelspec.language : null;
  if (typeof info === 'string') return info;
  return typeof kernel === 'string' ? kernel : null;
}

/** All cells, in the order of the file. Format 3 kept them in worksheets. */
function cellsOf(content: Json): readonly Cell[] | null {
  const sheets = Array.isArray(content.worksheets) ? content.worksheets : [];
  const lists = [content, ...sheets].map((sheet) => (isObject(sheet) ? sheet.cells : null));
  const cells = lists.filter((list) => Array.isArray(list)).flat();
  if (!lists.some((list) => Array.isArray(list))) return null;
  return cells.filter(isObject).map((cell) => {
    const source = cell.source ?? cell.input;
    const pieces = typeof source === 'string' ? [source] : Array.isArray(source) ? source : [];
    return {
      code: cell.cell_type === 'code',
      pieces: pieces.filter((piece): piece is string => typeof piece === 'string'),
    };
  });
}
