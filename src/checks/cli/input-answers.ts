import { answersInput } from '../../facts/cli/caught-input.ts';
import { choosesOne } from '../../facts/cli/changes.ts';
import type { Command } from '../../facts/cli/commands/commands.ts';
import { passes } from '../../facts/cli/commands/runs.ts';
import { isForBlankText } from '../../facts/cli/empty-text.ts';
import { wordsOfError } from '../../facts/cli/error-words.ts';
import { isForUnknown } from '../../facts/cli/failed-lookup.ts';
import type { Message } from '../../facts/cli/messages.ts';
import { printedReturns } from '../../facts/cli/printed-returns.ts';
import { putAway } from '../../facts/cli/put-away.ts';
import { unguardedInput } from '../../facts/cli/unguarded-input.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Evidence } from '../../model.ts';
import type { CodeFile, DefinitionId, Value } from '../../program/file.ts';
import { catches } from '../../program/life/caught.ts';
import { writtenIn } from '../../program/life/region.ts';
import { siteAround } from '../../program/link/calls.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { DefinitionRef, Site } from '../../program/program.ts';
import { entryOf } from '../../reading/collections.ts';
import { defineCheck, no, yes } from '../define.ts';

/** "There is no such thing", in the languages that learners write. */
const NOT_FOUND =
  /not found|no (such )?(task|todo|item|entry|record|\{\})s?\b.*(with|found|exist|at|\{\}|id)|no (task|todo|item)s? (found )?(with|matching|named)|(does|do|did)(n['’]t| not) exist|n['’]t (find|found)|(invalid|unknown|wrong|bad|out of range|no such) ?(task|todo|item)?[ -]*(id|index|number|position|title|name)|(id|index|number|task) .{0,30}(invalid|unknown|out of range|not exist)|could not find|cannot find|unable to find|(^|[^a-z])([ií]ndice|id|posici[oó]n|posi[cç][aã]o) (inv[aá]lid|fuera de|fora d)|no existe|no se encontr|n[aã]o (encontrad|existe)|inexistente|introuvable|n['’]existe pas|nicht gefunden|existiert nicht|gibt es nicht|non trovat|non esiste|nie znalezion|nie istnieje|не найден|не существует|не знайден|не існує|bulunamad|tidak ditemukan|không tìm thấy|không tồn tại|찾을 수 없|존재하지|見つかりません|存在しません|未找到|找不到|不存在/i;
/** Said of files and of an empty list, these are no answer to an unknown id. */
const OF_SOMETHING_ELSE =
  /\b(file|folder|directory|module|package|config\w*|database|plugin|json|permission|storage|corrupt\w*|environment)\b|\bno \w*\s?(tasks|todos|to-?dos|items|entries|records|results)\b(?!.{0,20}\b(with|matching|match|named|called|id)\b)/i;
/** "What you gave is no good": empty, malformed, of the wrong kind. */
const BAD_VALUE =
  /\b(empty|blank|required|must( not)?\b|invalid|malformed|missing|please (enter|provide|specify|use|give)|at least|too (long|short)|expected|only .{0,20}allowed|valid (number|id|date|status|priority|option|value|choice|integer)|not (a |an )?(valid|number|integer)|should be|cannot be|can['’]t be|usage:|wrong (format|argument)|provide (a|an|the|task)|numeric|(cannot|can['’]t|could not|couldn['’]t|unable to|failed to) (parse|understand|read the date)|unrecogni[sz]ed|unknown (status|priority|date|value|option|category))|(vac[ií][oa]|obligatori|inv[aá]lid|requerid|debe|deve|vide|requis|leer|ung[uü]ltig|vuot[oa]|non valid|puste|nieprawidłow|не может быть пуст|пуст(ой|ая|ое)|некорректн|неверн|недопустим|обязательн|порожн|некоректн|неправильн|boş|geçersiz|kosong|wajib|không được|không hợp lệ|비어|잘못된|유효하지|空|無効|不正|不能为空|无效|格式错误)/i;

/** Blocks that are not always entered. */
const ASKS: ReadonlySet<string> = new Set(['if', 'else', 'except', 'case', 'for', 'while']);
/** Operations whose later operands are not always reckoned. */
const OTHERWISE: ReadonlySet<string> = new Set(['??', 'or', '?:']);
/** Parameters that say which task is meant. */
const IDENTIFIER = /(^|_)(id|ids|index|idx|number|num|no|position|pos)$/i;

/** `TASK_ID = Annotated[int, Argument(min=1)]`: a type by its name. */
function opened({ program }: Facts, annotation: Value, site: Site): Value {
  const [named] = annotation.kind === 'name' ? program.assignmentsTo(annotation.name, site) : [];
  return named?.assignment.value?.kind === 'index' ? named.assignment.value : annotation;
}

/** An id that the framework only takes as a number, and says so otherwise: argparse, click, typer. */
function typedIds(facts: Facts): readonly Evidence[] {
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
  let untyped = 0;
  const typed: Evidence[] = [];
  for (const { framework, handler } of facts.commands) {
    if (framework !== 'typer' || !handler) continue;
    const before = typed.length;
    const takesOne = handler.definition.parameters.some(({ name }) => IDENTIFIER.test(name));
    const site = siteAround(handler);
    for (const { name, annotation } of handler.definition.parameters) {
      const said = annotation && opened(facts, annotation, site);
      const type = said?.kind === 'index' ? said.index[0] : said;
      const inner = type?.kind === 'list' ? type.items[0] : type;
      if (IDENTIFIER.test(name) && inner?.kind === 'name' && inner.name === 'int')
        typed.push(facts.evidence(handler.file.path, inner.line));
    }
    if (takesOne && typed.length === before) untyped += 1;
  }
  // One command out of many is the odd one: what most of them take is what the program refuses.
  return typed.length >= untyped ? [...found, ...typed] : found;
}

/** The program's own class of what is raised. */
function errorClass({ program }: Facts, { name }: Message): DefinitionRef | undefined {
  const raised = lastSegment(name);
  return program
    .definitions()
    .find(({ definition }) => definition.kind === 'class' && definition.name === raised);
}

/** What a message says: its words, and those in the name of an error of the program's own. */
function wordsOf(facts: Facts, message: Message): string {
  if (message.kind !== 'raise' || message.name === '') return message.text;
  const own = errorClass(facts, message);
  return own ? `${message.text} ${wordsOfError(facts.program, own)}`.trim() : message.text;
}

/** Whether a raised error is caught somewhere in the application, or shown by the framework. */
function isAnswered(facts: Facts, message: Message): boolean {
  if (message.kind !== 'raise') return true;
  // Its message is shown by the framework itself, without a traceback.
  if (facts.program.isFrom(message.name, 'cli.tells-errors')) return true;
  const raised = lastSegment(message.name);
  const own = errorClass(facts, message);
  const names = new Set([raised, ...(own ? facts.program.ancestors(own).map(lastSegment) : [])]);
  return facts.program
    .filesOf()
    .some((file) =>
      file.blocks.some((block) => block.kind === 'except' && catches(facts.program, file, block, names)),
    );
}

/** Said under a condition, in a handler or after another way out was not taken: not the plain output. */
function isConditional(facts: Facts, { file, definition, block, line }: Message): boolean {
  if (facts.program.blocksAround(file, block).some(({ kind }) => ASKS.has(kind))) return true;
  if (isOtherwise({ file, definition }, line)) return true;
  return file.statements.some(
    (statement) =>
      statement.kind === 'return' &&
      statement.definition === definition &&
      statement.line < line &&
      facts.program.blocksAround(file, statement.block).some(({ kind }) => ASKS.has(kind)),
  );
}

const otherwise = new WeakMap<CodeFile, Map<DefinitionId, ReadonlySet<number>>>();

/** `find(word) ?? fail("no task with that id")`: said where the first operand gave nothing. */
function isOtherwise(site: Site, line: number): boolean {
  const lines = entryOf(otherwise, site.file, () => new Map<DefinitionId, ReadonlySet<number>>());
  return entryOf(lines, site.definition, () => otherwiseLines(site)).has(line);
}

function otherwiseLines(site: Site): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { value } of writtenIn(site))
    if (value.kind === 'operation' && OTHERWISE.has(value.operator))
      for (const operand of value.operands.slice(1)) if (operand.kind === 'call') lines.add(operand.line);
  return lines;
}

/** The commands that act on one thing and say nothing of an unknown one, where they are more than those that do. */
function silentCommands(facts: Facts, refusals: readonly Message[]): readonly Command[] {
  const choosing = facts.commands.filter(
    (command) => choosesOne(command) && (command.handler !== null || command.branch !== null),
  );
  const silent = choosing.filter((command) => {
    const passed = passes(facts.program, command, facts.commands);
    return !refusals.some(passed);
  });
  const heard = choosing.length - silent.length;
  // None heard: what links the commands to their answers is not seen from here.
  return heard > 0 && silent.length > heard ? silent : [];
}

export const inputAnswers = defineCheck({
  name: 'input-answers',
  summary: 'Invalid input is answered in words: an unknown id, and an empty or malformed value.',
  reads: ['code'],
  parameters: (z) =>
    z.strictObject({
      unknownId: z
        .enum(['most', 'some', 'unasked'])
        .describe('most: not by a minority of the commands that are told which thing to act on'),
      badValue: z.boolean(),
    }),
  ask: (facts, { unknownId, badValue }) => {
    const kept = [...printedReturns(facts.program), ...putAway(facts.program)];
    const said = [...facts.messages, ...kept].flatMap((message) => {
      if (message.file.notebook || message.kind === 'log') return [];
      const text = wordsOf(facts, message);
      if (text === '' || OF_SOMETHING_ELSE.test(text)) return [];
      return isConditional(facts, message) &&
        isAnswered(facts, message) &&
        answersInput(facts.program, facts.commands, facts.messages, message)
        ? [{ message, text }]
        : [];
    });
    const show = ({ message }: { readonly message: Message }) =>
      facts.evidence(message.file.path, message.line);
    const isRefusal = ({ text, message }: (typeof said)[number]) =>
      NOT_FOUND.test(text) || isForUnknown(facts.program, message);
    const refusals = said.filter(isRefusal);
    const unknown = refusals.map(show);
    const bad = [
      ...said
        .filter(
          ({ text, message: { file, block } }) =>
            !NOT_FOUND.test(text) && (BAD_VALUE.test(text) || isForBlankText(facts.program, file, block)),
        )
        .map(show),
      ...typedIds(facts),
    ];
    const asked = unknownId !== 'unasked';
    const absent = [
      ...(asked && unknown.length === 0 ? ['an unknown id'] : []),
      ...(badValue && bad.length === 0 ? ['an empty or malformed value'] : []),
    ];
    if (absent.length > 0) {
      const has = [
        ...(asked && unknown[0] ? [{ what: 'an unknown id', at: unknown[0] }] : []),
        ...(badValue && bad[0] ? [{ what: 'a bad value', at: bad[0] }] : []),
      ].map(({ what, at }) => ({ what: `a message for ${what}`, at }));
      return no(
        `a message in words for ${absent.join(' and for ')}`,
        [],
        [{ kind: 'lacks', has, lacks: absent.map((one) => `a message for ${one}`) }],
      );
    }
    if (unknownId === 'most') {
      const silent = silentCommands(
        facts,
        refusals.map(({ message }) => message),
      );
      if (silent.length > 0)
        return no(
          `a message for an unknown id in every command that takes one: none in ${silent.map(({ name }) => name).join(', ')}`,
          silent.map(({ file, line }) => facts.evidence(file.path, line)),
        );
      const crashes = unguardedInput(facts.program);
      if (crashes.length > 0)
        return no(
          'a message in words for every number that is typed: what is no number ends the program',
          crashes.slice(0, 3).map(({ file, line }) => facts.evidence(file.path, line)),
        );
    }
    const shown = [...(asked ? unknown.slice(0, 2) : []), ...(badValue ? bad.slice(0, 2) : [])];
    return yes(shown);
  },
});
