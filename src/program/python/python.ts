/**
 * One Python file as facts. tree-sitter parses it: it recovers from errors, so a file that Python would refuse (or
 * Python 2) still says what it says. The parser's bytes are handed in, so that this runs wherever WebAssembly does.
 */
import type { ParseState } from 'web-tree-sitter';
import type { CodeFile } from '../file.ts';
import { type Lines, linesOf, singleLine } from '../lines.ts';
import { readBody } from './bodies.ts';
import { expressions } from './expressions.ts';
import { createReading, type Readers, type Reading } from './reading.ts';
import { type PythonWasm, startRuntime } from './runtime.ts';
import { statements } from './statements.ts';
import { grammarOf, type Syntax, type SyntaxTree, syntaxOf } from './syntax.ts';
import { type CommentLine, withoutTrivia } from './trivia.ts';

/** Where a notebook's code comes from: `lines[row]` is the line in the .ipynb file of each row (from 0) of the code. */
export interface NotebookOrigin {
  readonly lines: readonly number[];
}

export interface PythonParser {
  /** The facts of one file. Never throws for what the text holds. */
  read(path: string, text: string, notebook?: NotebookOrigin): CodeFile;
}

/** Longer texts are generated or data. */
const MAX_LENGTH = 1_500_000;
/** Characters of code: the parser needs memory some hundred times their size where they are broken. */
const MAX_CODE = 500_000;
/**
 * The parser reports progress after every hundred of its steps: up to 0.06 times for each character of the densest
 * code. A broken text costs far more for each report, and one this long is no program. Counted, not timed: the same
 * file gives the same facts on every machine.
 */
const REPORTS_PER_CHARACTER = 0.15;
const MAX_REPORTS_WHEN_BROKEN = 10_000;

export async function loadPython(wasm: PythonWasm): Promise<PythonParser> {
  const runtime = await startRuntime(wasm);
  const grammar = grammarOf(runtime.language);

  function parse(text: string, lines: Lines): SyntaxTree | null {
    let reports = 1000 + text.length * REPORTS_PER_CHARACTER;
    let broken = MAX_REPORTS_WHEN_BROKEN;
    const isLost = ({ hasError }: ParseState): boolean => --reports < 0 || (hasError && --broken < 0);
    const tree = runtime.parse(text, { progressCallback: isLost });
    if (!tree) return null;
    const syntax = syntaxOf(tree, text, grammar, lines);
    tree.delete();
    return syntax;
  }

  const readers: Readers = {
    expressions,
    statements,
    fragment(text, line) {
      const tree = parse(text, singleLine(line));
      return tree && tree.errors.length === 0 ? onlyExpression(tree.root) : null;
    },
  };

  return {
    read(path, source, notebook) {
      const text = normalised(source);
      const lines = linesOf(text, notebook?.lines ?? null);
      const reading = createReading(text, lines, readers, path.endsWith('.pyi'));
      const { code, comments } = withoutTrivia(text);
      const tooLarge = text.length > MAX_LENGTH || code.replace(/\s+/g, '').length > MAX_CODE;
      const tree = tooLarge ? null : parse(code, lines);
      if (!tree) {
        const reason = tooLarge ? 'too large to parse' : 'too broken to parse';
        return fileOf(path, reading, [{ line: lines.at(0), reason }], notebook !== undefined);
      }
      readBody(reading, tree.root);
      noteComments(reading, [...comments, ...tree.comments]);
      for (const { line, reason } of tree.cuts) reading.cut(line, reason);
      return fileOf(path, reading, tree.errors, notebook !== undefined);
    },
  };
}

/** One kind of line end, no byte order mark: a lone `\r` ends a line in Python, and the grammar does not know it. */
function normalised(source: string): string {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The expression of a text that holds nothing else. */
function onlyExpression(root: Syntax): Syntax | null {
  const [statement, ...others] = root.children;
  const [expression, ...more] = statement?.children ?? [];
  if (statement?.type !== 'expression_statement' || !expression) return null;
  return others.length + more.length === 0 ? expression : null;
}

function noteComments(reading: Reading, comments: readonly CommentLine[]): void {
  const { found, lines } = reading;
  for (const { start, end } of comments) {
    const text = reading.text.slice(start, end).replace(/^#+/, '').trim();
    const line = lines.at(start);
    found.comments.push({ text, docstring: false, line, endLine: line });
  }
  found.comments.sort((a, b) => a.line - b.line);
}

function fileOf(path: string, reading: Reading, errors: CodeFile['errors'], notebook: boolean): CodeFile {
  const { count: lines } = reading.lines;
  const { cuts } = reading;
  return {
    path,
    language: 'python',
    notebook,
    lines,
    errors,
    ...(cuts.length > 0 ? { cuts } : {}),
    exports: [],
    ...reading.found,
  };
}
