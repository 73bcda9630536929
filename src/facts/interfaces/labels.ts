/** The words on a widget. */
import type { Call, Value } from '../../program/file.ts';
import type { CallRef, Program } from '../../program/program.ts';

const LONGEST = 400;
/** Values of one call that are looked at: an element may hold a whole page. */
const MOST = 400;

/** Arguments that are no words for the user. */
const SILENT =
  /^(?:className|class|style|key|id|ref|src|href|d|viewBox|fill|stroke|elem_id|elem_classes|mime|sx)$/;

/**
 * All constant text in a call's arguments in order, unknown parts as '{}', with that of nested elements: what a user
 * could read there. At most 400 characters.
 */
export function labelOf(call: CallRef, program: Program): string {
  const site = { file: call.file, definition: call.call.definition };
  const words: string[] = [];
  let length = 0;
  let left = MOST;
  const say = (text: string): void => {
    const said = text.trim();
    if (said === '') return;
    words.push(said);
    length += said.length;
  };
  const stack: Value[] = [];
  const push = (values: readonly Value[]): void => {
    for (let index = values.length - 1; index >= 0; index--) stack.push(values[index] as Value);
  };
  const argumentsOf = (ref: Call): readonly Value[] =>
    ref.arguments.filter(({ name }) => name === null || !SILENT.test(name)).map(({ value }) => value);
  push(argumentsOf(call.call));
  while (stack.length > 0 && length < LONGEST && left-- > 0) {
    const next = stack.pop();
    if (!next) break;
    switch (next.kind) {
      case 'literal':
        if (typeof next.value === 'string') say(next.value);
        break;
      case 'template':
        say(next.parts.map((piece) => (typeof piece === 'string' ? piece : '{}')).join(''));
        break;
      case 'list':
        push(next.items);
        break;
      case 'operation':
        push(next.operands);
        break;
      case 'dict':
        push(next.entries.map((entry) => entry.value));
        break;
      case 'call': {
        const inner = call.file.calls[next.call];
        // Of a call only what it is given can be known: `t('choose_model')`.
        if (inner) push(argumentsOf(inner));
        break;
      }
      case 'name': {
        const constant = program.constant(next, site);
        say(typeof constant === 'string' ? constant : '{}');
        break;
      }
      case 'member':
      case 'index':
        say('{}');
        break;
      case 'function':
      case 'other':
        break;
    }
  }
  return words.join(' ').replace(/\s+/g, ' ').slice(0, LONGEST);
}

/** A keyword argument or attribute that is there and not switched off. */
export function isGiven(call: CallRef, names: readonly string[]): boolean {
  return call.call.arguments.some(
    ({ name, value }) =>
      name !== null &&
      names.includes(name) &&
      !(value.kind === 'literal' && (value.value === false || value.value === null || value.value === '')),
  );
}

/** An attribute's constant text; '' where there is none. */
export function attribute(call: CallRef, name: string): string {
  const found = call.call.arguments.find((argument) => argument.name === name)?.value;
  return found?.kind === 'literal' && typeof found.value === 'string' ? found.value : '';
}
