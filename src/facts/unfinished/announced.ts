/** Places where the program itself says that something is not there: on its screens, in its messages, in comments. */
import type { CodeFile, Comment, Value } from '../../program/file.ts';
import { valuesThroughCalls } from '../../program/link/values.ts';
import type { Program } from '../../program/program.ts';
import type { Unfinished } from './unfinished.ts';

/** What a screen or a message says of a thing that is not there. */
const ANNOUNCES =
  /\bcoming soon\b|\bnot (?:yet )?(?:been )?implemented\b|\bunimplemented\b|\bunder construction\b|\b(?:future|later|next|upcoming) (?:versions?|releases?|updates?) will\b|\bwill be (?:available|added|implemented|supported) (?:soon|later|in (?:a|the) (?:future|next|later))\b|\bem breve\b|\bpróximamente\b|\bnoch nicht (?:implementiert|verfügbar)\b|\bà venir\b|\bsegera hadir\b|即将推出|敬请期待|준비 ?중|準備中/i;
const MAX_TEXT = 300;

/** Texts of the program that announce what is not there. */
export function announcements(program: Program): readonly Unfinished[] {
  const found = new Map<string, Unfinished>();
  for (const file of program.filesOf()) {
    if (file.notebook) continue;
    const said = [
      ...file.calls.flatMap((call) => call.arguments.map((argument) => argument.value)),
      ...file.statements.flatMap((one) => (one.kind === 'return' && one.value !== null ? [one.value] : [])),
      ...file.assignments.flatMap(({ value }) => value ?? []),
    ];
    for (const one of said.flatMap((value) => announcedIn(value, file)))
      found.set(`${one.path}:${one.line}`, one);
  }
  return [...found.values()];
}

function announcedIn(value: Value, file: CodeFile): readonly Unfinished[] {
  return valuesThroughCalls(value, file).flatMap((part): Unfinished[] => {
    const text = textsOf(part).find((one) => one.length < MAX_TEXT && ANNOUNCES.test(one));
    return text === undefined
      ? []
      : [{ path: file.path, line: part.line, what: `announces: ${text.trim().slice(0, 80)}` }];
  });
}

function textsOf(value: Value): readonly string[] {
  // `${name} is not implemented` refuses a name that nobody promised.
  if (value.kind === 'template')
    return value.parts.filter(
      (piece): piece is string => typeof piece === 'string' && !/implemented/i.test(piece),
    );
  return value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [];
}

/** "TODO: implement …". Small letters are a word like any other in a program about to-dos. */
const TO_WRITE =
  /^(?:TODO|FIXME|XXX|[Tt]odo:)[\s:(\-\w)]{0,20}?\b(?:[Ii]mplement\w*|finish|complete|write|fill in|replace|create|build|integrate|connect|wire up|placeholder|stub|get|fetch|load|save|store|send|handle|validate|check|call|return)\b/;
/** The same in other languages: whatever follows the mark is still to do. */
const TO_WRITE_ABROAD =
  /^(?:TODO|FIXME)\b[\s:：(-]{0,5}(?:[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|implementar|a[ñn]adir|agregar|adicionar|completar|terminar|hacer|fazer|criar|crear|impl[ée]menter|ajouter|hinzuf|implementier)/i;
/** "TODO: the code must later be sent by SMS". */
const STILL_TO_BE =
  /^(?:TODO|FIXME)\b.{0,80}\b(?:must|ha(?:s|ve) to|needs? to|should) (?:\w+ )?be (?:sent|stored|saved|loaded|fetched|checked|validated|called|implemented|integrated|written)\b/;
/** An improvement that may never be needed. */
const MAYBE = /\bif (?:it is |ever )?(?:needed|necessary|required|wanted)\b/i;
const STANDS_IN =
  /^(?:this is (?:just |only )?a )?(?:(?:placeholder|stub|dummy|mock) (?:implementation|embeddings?|response|answers?|logic|function|method)\b|placeholder (?:values?|data)\b)|\bplaceholder for (?:the )?(?:actual|real|production|future|parsing)\b|\bwould be implemented here\b/i;
const MAX_LINES = 200;

/** Comments that say what is still to be written, or that this only stands in for it. */
export function openNotes(program: Program): readonly Unfinished[] {
  return program.filesOf().flatMap((file) =>
    file.notebook
      ? []
      : file.comments.flatMap((comment): Unfinished[] => {
          const note = noteIn(comment);
          return note === null ? [] : [{ path: file.path, line: note.line, what: note.text }];
        }),
  );
}

function noteIn(comment: Comment): { readonly line: number; readonly text: string } | null {
  const lines = comment.text.slice(0, 10_000).split('\n', MAX_LINES);
  for (const [index, line] of lines.entries()) {
    const text = line
      .slice(0, 300)
      .replace(/^[\s#/*"'`-]+/, '')
      .trim();
    const open = [TO_WRITE, TO_WRITE_ABROAD, STILL_TO_BE].some((one) => one.test(text)) && !MAYBE.test(text);
    if (open || STANDS_IN.test(text)) return { line: comment.line + index, text: text.slice(0, 100) };
  }
  return null;
}
