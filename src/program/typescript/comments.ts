/** Comments of a file: whatever looks like one and stands outside strings, templates, regexes and JSX text. */
import { ts } from 'ts-morph';
import type { Comment } from '../file.ts';
import type { Lines } from '../lines.ts';

const START = /\/[/*]/g;

/** All comments in order. JSDoc is a docstring. */
export function readComments(source: ts.SourceFile, lines: Lines): readonly Comment[] {
  const { text } = source;
  if (text.search(START) === -1) return [];
  const opaque = opaqueSpans(source);
  const comments: Comment[] = [];
  let next = 0;
  START.lastIndex = 0;
  for (let match = START.exec(text); match !== null; match = START.exec(text)) {
    const start = match.index;
    while (next < opaque.length && opaque[next]!.end <= start) next++;
    const around = opaque[next];
    if (around !== undefined && around.start <= start) {
      START.lastIndex = around.end;
      continue;
    }
    const end = endOf(text, start);
    START.lastIndex = end;
    comments.push({
      text: contentOf(text.slice(start, end)),
      docstring: text.startsWith('/**', start) && end - start > '/**/'.length,
      line: lines.at(start),
      endLine: lines.at(end - 1),
    });
  }
  return comments;
}

function endOf(text: string, start: number): number {
  const line = text[start + 1] === '/';
  const end = text.indexOf(line ? '\n' : '*/', start + 2);
  if (end === -1) return text.length;
  return line ? end : end + 2;
}

/** The words of a comment without its marks. */
function contentOf(comment: string): string {
  if (comment.startsWith('//')) return comment.replace(/^\/+/, '').trim();
  const inner = comment.slice(2, comment.endsWith('*/') ? -2 : undefined);
  return inner
    .split('\n')
    .map((line) => line.trim().replace(/^\*+ ?/, ''))
    .join('\n')
    .trim();
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Text that is no place for a comment, in order. Walked with a stack of its own, so that depth does not matter. */
function opaqueSpans(source: ts.SourceFile): readonly Span[] {
  const spans: Span[] = [];
  const waiting: ts.Node[] = [source];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (OPAQUE.has(node.kind)) spans.push({ start: node.getStart(source), end: node.end });
    else
      ts.forEachChild(node, (child) => {
        waiting.push(child);
      });
  }
  return spans.sort((a, b) => a.start - b.start);
}

const OPAQUE: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateHead,
  ts.SyntaxKind.TemplateMiddle,
  ts.SyntaxKind.TemplateTail,
  ts.SyntaxKind.RegularExpressionLiteral,
  ts.SyntaxKind.JsxText,
]);
