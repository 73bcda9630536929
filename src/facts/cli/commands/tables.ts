/** Commands that stand in a table of functions by word. */
import type { DictEntry, Value } from '../../../program/file.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { Program, Site } from '../../../program/program.ts';
import { once } from '../../../reading/once.ts';
import { type Command, functionOf, nameOfWords, parametersOf } from './command.ts';
import { enteredIn } from './entered.ts';
import { type Kind, kindOf } from './typed.ts';

/** `COMMANDS[name](…)`, `actions.get(choice)()`: a table of functions by word. */
export function dispatched(program: Program, fallback: Kind): Command[] {
  const found: Command[] = [];
  const seen = new Set<Value>();
  const entered = once(() => enteredIn(program));
  for (const file of program.filesOf()) {
    const looked: { table: Value; key: Value; definition: number }[] = [];
    const visit = (value: Value, definition: number) => {
      if (value.kind === 'index' && value.index[0])
        looked.push({ table: value.of, key: value.index[0], definition });
    };
    for (const call of file.calls) {
      visit(call.callee, call.definition);
      const { callee } = call;
      const key = call.arguments[0]?.value;
      if (key && callee.kind === 'name' && lastSegment(callee.name) === 'get')
        looked.push({
          table: { ...callee, name: callee.name.replace(/\.get$/, '') },
          key,
          definition: call.definition,
        });
    }
    for (const assignment of file.assignments)
      if (assignment.value) visit(assignment.value, assignment.definition);
    for (const { table, key, definition } of looked) {
      const site = { file, definition };
      const known = tableOf(program, table, site);
      if (!known || seen.has(known.value)) continue;
      const target = known;
      const kind = kindOf(key, site, program);
      const written = known.entries.flatMap((entry) => {
        const word = entry.key?.kind === 'literal' ? String(entry.key.value) : null;
        const value =
          entry.value.kind === 'list'
            ? entry.value.items.find((item) => functionOf(item, target.site, program))
            : entry.value;
        const handler = functionOf(value, target.site, program);
        return word && handler
          ? [{ words: [word], handler, file: target.site.file, line: entry.value.line }]
          : [];
      });
      const entries = [...written, ...(entered().get(target.value) ?? [])];
      if (entries.length < 2 || kind === 'other') continue;
      seen.add(target.value);
      for (const { words, handler, file: within, line } of entries) {
        const name = nameOfWords(words, handler.definition.name) ?? handler.definition.name;
        found.push({
          name,
          framework: 'table',
          kind: kind ?? fallback,
          handler,
          branch: null,
          file: within,
          line,
          parameters: parametersOf(handler),
        });
      }
    }
  }
  return found;
}

interface Table {
  readonly value: Value;
  readonly entries: readonly DictEntry[];
  readonly site: Site;
}

/** A dict or object of functions, or `new Map([["add", add], …])`. */
function tableOf(program: Program, value: Value, site: Site): Table | null {
  const target = program.resolve(value, site);
  if (target.kind === 'value' && target.value.kind === 'dict')
    return { value: target.value, entries: target.value.entries, site: target.site };
  const [only] = value.kind === 'name' ? program.assignmentsTo(value.name, site) : [];
  const made = only?.assignment.value?.kind === 'call' ? only.file.calls[only.assignment.value.call] : null;
  const pairs = made?.form === 'new' && made.callee.kind === 'name' && made.callee.name === 'Map';
  const list = pairs ? made.arguments[0]?.value : undefined;
  if (!only || !made || list?.kind !== 'list') return null;
  const entries = list.items.flatMap((item): DictEntry[] => {
    const [key, handler] = item.kind === 'list' ? item.items : [];
    return key && handler ? [{ key, value: handler }] : [];
  });
  return { value: list, entries, site: { file: only.file, definition: made.definition } };
}
