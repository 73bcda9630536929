/** What a definition tells a model: the texts in it, and those of the constants that it names. */

import type { Value } from '../../../program/file.ts';
import { lastName } from '../../../program/link/calls.ts';
import { valuesThroughCalls } from '../../../program/link/values.ts';
import { definitionsWithin } from '../../../program/nesting.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';

const SHORTEST = 16;
const MOST_TEXTS = 60;
const remembered = new WeakMap<DefinitionRef, readonly string[]>();

/** What is logged, printed or raised is told to people. */
function isSaid(callee: Value): boolean {
  const name = lastName(callee);
  return /^(?:debug|info|warn(?:ing)?|error|exception|critical|log|print|echo|write|markdown|\w*(?:Error|Exception))$/.test(
    name,
  );
}

/** Texts of a sentence's length, each at most 3 000 characters. */
export function textsIn(program: Program, ref: DefinitionRef): readonly string[] {
  const known = remembered.get(ref);
  if (known !== undefined) return known;
  const { file, id } = ref;
  const own = definitionsWithin(file, id);
  const isOwn = (definition: number): boolean => own.has(definition);
  const values: { readonly value: Value; readonly definition: number }[] = [];
  for (const one of file.assignments)
    if (isOwn(one.definition) && one.value !== null)
      values.push({ value: one.value, definition: one.definition });
  for (const one of file.calls)
    if (isOwn(one.definition) && !isSaid(one.callee))
      for (const { value } of one.arguments) values.push({ value, definition: one.definition });
  for (const one of file.statements)
    if (isOwn(one.definition) && one.value !== null)
      values.push({ value: one.value, definition: one.definition });
  for (const [index, one] of file.definitions.entries())
    if (isOwn(index))
      for (const field of one.fields)
        if (field.value !== null) values.push({ value: field.value, definition: index });
  const texts = new Set<string>();
  for (const { value, definition } of values) {
    if (texts.size >= MOST_TEXTS) break;
    for (const part of valuesThroughCalls(value, file)) {
      const text = textOf(program, part, { file, definition });
      if (text !== null && text.length >= SHORTEST) texts.add(text.slice(0, 3_000));
    }
  }
  const found = [...texts];
  remembered.set(ref, found);
  return found;
}

function textOf(program: Program, value: Value, site: Parameters<Program['constant']>[1]): string | null {
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : null;
  if (value.kind === 'template')
    return value.parts.map((part) => (typeof part === 'string' ? part : '{}')).join('');
  if (value.kind !== 'name' && value.kind !== 'member') return null;
  const constant = program.constant(value, site);
  return typeof constant === 'string' ? constant : null;
}

/** Words that give a model a role, in the languages that learners write prompts in. */
export const ROLE =
  /\byou(?:'re| are) (?:a|an|the|my|our)\b|\bact as (?:a|an|the)\b|\byour (?:role|job|mission) is\b|\beres un|\bvocê é u|\btu es un|\bvous êtes un|\bdu bist (?:ein|der)|\bsei un|你是|あなたは|당신은|вы — |ты — /i;
/** Words that ask for parts of a question, or for steps. */
export const DECOMPOSES =
  /\bsub-?_?(?:question|quer(?:y|ies)|task|topic|goal|problem|step)s?\b|\bbreak(?:s|ing)?\b.{0,60}\b(?:down|into)\b|\bdecompos|\b(?:create|generate|make|write|produce|develop|design|propose|outline)\b.{0,40}\b(?:plan|outline|steps|tasks|questions|roadmap)\b|\b(?:list|set|array|number) of\b.{0,40}\b(?:questions|steps|tasks|topics|sections|searches)\b|\b\d+(?:\s?(?:-|–|to)\s?\d+)?\s(?:\w+\s){0,3}(?:questions|steps|tasks|subtasks|topics)\b|\byou are (?:a|an|the) (?:\w+ ){0,3}planner\b|\bresearch plan\b|\bstep[- ]by[- ]step plan\b|子问题|子任务|subpreguntas|subtareas|sub-?perguntas|teilfragen/i;
/** Words that ask for several searches: a plan only where the asker is called one. */
export const SEARCH_PLAN =
  /\b(?:\d+|several|multiple|different|list of|set of|targeted|search)\b.{0,40}\b(?:queries|searches|search terms)\b/i;
export const PLANNER_NAME =
  /plan|decompos|orchestrat|supervis|break_?down|split|sub_?(?:question|quer|task)|coordinat|strateg/i;
