import type { Message } from '../facts/code/messages.ts';
import { lastSegment } from '../facts/code/values.ts';
import type { Facts } from '../facts/facts.ts';
import { defineCheck, no, yes } from './define.ts';

/** "There is no such thing", in the languages that learners write. */
const NOT_FOUND =
  /not found|no (such )?(task|todo|item|entry|record|\{\})s?\b.*(with|found|exist|at|\{\}|id)|no (task|todo|item)s? (found )?(with|matching|named)|(does|do|did)(n['’]t| not) exist|n['’]t (find|found)|(invalid|unknown|wrong|bad|out of range|no such) ?(task|todo|item)?[ -]*(id|index|number|position|title|name)|(id|index|number|task) .{0,30}(invalid|unknown|out of range|not exist)|could not find|cannot find|unable to find|no existe|no se encontr|n[aã]o (encontrad|existe)|inexistente|introuvable|nicht gefunden|не найден|tidak ditemukan|未找到|不存在/i;
/** "What you gave is no good": empty, malformed, of the wrong kind. */
const BAD_VALUE =
  /\b(empty|blank|required|must( not)?\b|invalid|malformed|missing|please (enter|provide|specify|use|give)|at least|too (long|short)|expected|only .{0,20}allowed|valid (number|id|date|status|priority|option|value|choice|integer)|not (a |an )?(valid|number|integer)|should be|cannot be|can['’]t be|usage:|wrong (format|argument)|provide (a|an|the|task)|numeric)|(vac[ií][oa]|obligatori|inv[aá]lid|requerid|debe|deve|vide|requis|leer|ung[uü]ltig|kosong|wajib|不能为空|无效)/i;
/** Exceptions whose message the framework itself shows without a traceback. */
const SHOWN_BY_FRAMEWORK = /^(click\.|typer\.|argparse\.|SystemExit$|commander\.)/;

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

/** Said under a condition or in a handler, not as the program's plain output. */
function isConditional(facts: Facts, message: Message): boolean {
  return facts.program
    .blocksAround(message.file, message.block)
    .some((block) => ['if', 'else', 'except', 'case', 'for', 'while'].includes(block.kind));
}

export const inputAnswers = defineCheck({
  name: 'input-answers',
  summary: 'Invalid input is answered in words: an unknown id, and an empty or malformed value.',
  parameters: (z) => z.strictObject({ unknownId: z.boolean(), badValue: z.boolean() }),
  ask: (facts, { unknownId, badValue }) => {
    const said = facts.messages.filter(
      (message) =>
        !message.file.notebook &&
        message.kind !== 'log' &&
        message.text !== '' &&
        isConditional(facts, message) &&
        isAnswered(facts, message),
    );
    const unknown = said.filter((message) => NOT_FOUND.test(message.text));
    const bad = said.filter((message) => BAD_VALUE.test(message.text) && !NOT_FOUND.test(message.text));
    const absent = [
      ...(unknownId && unknown.length === 0 ? ['an unknown id'] : []),
      ...(badValue && bad.length === 0 ? ['an empty or malformed value'] : []),
    ];
    if (absent.length > 0) return no(`a message in words for ${absent.join(' and for ')}`);
    const shown = [...(unknownId ? unknown.slice(0, 2) : []), ...(badValue ? bad.slice(0, 2) : [])];
    return yes(shown.map((message) => facts.evidence(message.file.path, message.line)));
  },
});
