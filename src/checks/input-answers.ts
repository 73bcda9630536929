import type { Message } from '../facts/code/messages.ts';
import type { DefinitionRef } from '../facts/code/program.ts';
import { lastSegment } from '../facts/code/values.ts';
import type { Facts } from '../facts/facts.ts';
import type { Evidence } from '../model.ts';
import { defineCheck, no, yes } from './define.ts';

/** "There is no such thing", in the languages that learners write. */
const NOT_FOUND =
  /not found|no (such )?(task|todo|item|entry|record|\{\})s?\b.*(with|found|exist|at|\{\}|id)|no (task|todo|item)s? (found )?(with|matching|named)|(does|do|did)(n['’]t| not) exist|n['’]t (find|found)|(invalid|unknown|wrong|bad|out of range|no such) ?(task|todo|item)?[ -]*(id|index|number|position|title|name)|(id|index|number|task) .{0,30}(invalid|unknown|out of range|not exist)|could not find|cannot find|unable to find|no existe|no se encontr|n[aã]o (encontrad|existe)|inexistente|introuvable|nicht gefunden|не найден|tidak ditemukan|未找到|不存在/i;
/** Said of files and of an empty list, these are no answer to an unknown id. */
const OF_SOMETHING_ELSE =
  /\b(file|folder|directory|module|package|config\w*|database|plugin|json|permission|storage|corrupt\w*|environment)\b|\bno \w*\s?(tasks|todos|to-?dos|items|entries|records|results)\b(?!.{0,20}\b(with|matching|match|named|called|id)\b)/i;
/** "What you gave is no good": empty, malformed, of the wrong kind. */
const BAD_VALUE =
  /\b(empty|blank|required|must( not)?\b|invalid|malformed|missing|please (enter|provide|specify|use|give)|at least|too (long|short)|expected|only .{0,20}allowed|valid (number|id|date|status|priority|option|value|choice|integer)|not (a |an )?(valid|number|integer)|should be|cannot be|can['’]t be|usage:|wrong (format|argument)|provide (a|an|the|task)|numeric|(cannot|can['’]t|could not|couldn['’]t|unable to|failed to) (parse|understand|read the date)|unrecogni[sz]ed|unknown (status|priority|date|value|option|category))|(vac[ií][oa]|obligatori|inv[aá]lid|requerid|debe|deve|vide|requis|leer|ung[uü]ltig|kosong|wajib|不能为空|无效)/i;
/** Exceptions whose message the framework itself shows without a traceback. */
const SHOWN_BY_FRAMEWORK = /^(click\.|typer\.|argparse\.|SystemExit$|commander\.)/;

/** Blocks that are not always entered. */
const ASKS: ReadonlySet<string> = new Set(['if', 'else', 'except', 'case', 'for', 'while']);
/** Parameters that say which task is meant. */
const IDENTIFIER = /(^|_)(id|ids|index|idx|number|num|no|position|pos)$/i;

/** An id that the framework only takes as a number, and says so otherwise: argparse, click, typer. */
function typedIds(facts: Facts, answering: ReadonlySet<DefinitionRef>): readonly Evidence[] {
  const found: Evidence[] = [];
  for (const ref of facts.program.calls()) {
    const { callee, arguments: given, line } = ref.call;
    if (ref.file.language !== 'python' || (callee.kind !== 'name' && callee.kind !== 'member')) continue;
    if (!/^(add_argument|argument|option)$/.test(lastSegment(callee.name))) continue;
    const first = given[0]?.value;
    const type = given.find((argument) => argument.name === 'type')?.value;
    const named = first?.kind === 'literal' && typeof first.value === 'string' ? first.value : '';
    const number =
      type !== undefined &&
      /"(int|click\.INT|INT|(click\.)?IntRange)"/.test(
        JSON.stringify(type.kind === 'call' ? ref.file.calls[type.call]?.callee : type),
      );
    if (number && IDENTIFIER.test(named.replace(/^-+/, '').replaceAll('-', '_')))
      found.push(facts.evidence(ref.file.path, line));
  }
  for (const { framework, handler } of facts.commands) {
    if (framework !== 'typer' || !handler) continue;
    // Taking a number and then failing on an unknown one is half an answer.
    if (![...facts.program.reachable(handler)].some((ref) => answering.has(ref))) continue;
    for (const { name, annotation } of handler.definition.parameters) {
      const type = annotation?.kind === 'index' ? annotation.index[0] : annotation;
      const inner = type?.kind === 'list' ? type.items[0] : type;
      if (IDENTIFIER.test(name) && inner?.kind === 'name' && inner.name === 'int')
        found.push(facts.evidence(handler.file.path, inner.line));
    }
  }
  return found;
}

/** What a message says: its words, and those in the name of an error of the program's own. */
function wordsOf(facts: Facts, message: Message): string {
  if (message.kind !== 'raise' || message.name === '') return message.text;
  const name = lastSegment(message.name);
  const own = facts.program
    .definitions()
    .some(({ definition }) => definition.kind === 'class' && definition.name === name);
  return own ? `${message.text} ${name.replace(/([a-z0-9])([A-Z])/g, '$1 $2')}`.trim() : message.text;
}

/** Whether a raised error is caught somewhere in the application, or shown by the framework. */
function isAnswered(facts: Facts, message: Message): boolean {
  if (message.kind !== 'raise') return true;
  if (SHOWN_BY_FRAMEWORK.test(message.name)) return true;
  const raised = lastSegment(message.name);
  const own = facts.program
    .definitions()
    .find((ref) => ref.definition.kind === 'class' && ref.definition.name === raised);
  const names = new Set([
    raised,
    ...(own ? facts.program.ancestors(own).map(lastSegment) : []),
    'Exception',
    'BaseException',
  ]);
  return facts.program
    .filesOf()
    .some((file) =>
      file.blocks.some(
        (block) =>
          block.kind === 'except' &&
          (block.catches.length === 0 || block.catches.some((name) => names.has(lastSegment(name)))),
      ),
    );
}

/** Said under a condition, in a handler or after another way out was not taken: not the plain output. */
function isConditional(facts: Facts, { file, definition, block, line }: Message): boolean {
  if (facts.program.blocksAround(file, block).some(({ kind }) => ASKS.has(kind))) return true;
  return file.statements.some(
    (statement) =>
      statement.kind === 'return' &&
      statement.definition === definition &&
      statement.line < line &&
      facts.program.blocksAround(file, statement.block).some(({ kind }) => ASKS.has(kind)),
  );
}

export const inputAnswers = defineCheck({
  name: 'input-answers',
  summary: 'Invalid input is answered in words: an unknown id, and an empty or malformed value.',
  parameters: (z) => z.strictObject({ unknownId: z.boolean(), badValue: z.boolean() }),
  ask: (facts, { unknownId, badValue }) => {
    const said = facts.messages.flatMap((message) => {
      if (message.file.notebook || message.kind === 'log') return [];
      const text = wordsOf(facts, message);
      if (text === '' || OF_SOMETHING_ELSE.test(text)) return [];
      return isConditional(facts, message) && isAnswered(facts, message) ? [{ message, text }] : [];
    });
    const show = ({ message }: { readonly message: Message }) =>
      facts.evidence(message.file.path, message.line);
    const refusals = said.filter(({ text }) => NOT_FOUND.test(text));
    const answering = new Set(refusals.flatMap(({ message }) => facts.program.definitionOf(message) ?? []));
    const unknown = refusals.map(show);
    const bad = [
      ...said.filter(({ text }) => BAD_VALUE.test(text) && !NOT_FOUND.test(text)).map(show),
      ...typedIds(facts, answering),
    ];
    const absent = [
      ...(unknownId && unknown.length === 0 ? ['an unknown id'] : []),
      ...(badValue && bad.length === 0 ? ['an empty or malformed value'] : []),
    ];
    if (absent.length > 0) return no(`a message in words for ${absent.join(' and for ')}`);
    const shown = [...(unknownId ? unknown.slice(0, 2) : []), ...(badValue ? bad.slice(0, 2) : [])];
    return yes(shown);
  },
});
