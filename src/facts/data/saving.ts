/** Which definitions and calls end in a write of the store, so that a change which stays in memory is told apart. */

import type { BlockId, CodeFile, DefinitionId } from '../../program/file.ts';
import { NONE } from '../../program/file.ts';
import { lastName } from '../../program/link/calls.ts';
import { blocksAround, blocksWithin } from '../../program/nesting.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';
import { addTo } from '../../reading/collections.ts';
import type { Branch } from '../cli/commands/command.ts';
import type { Command } from '../cli/commands/commands.ts';
import { operatorsIn, operatorsOf, type Place } from './operators.ts';
import type { StoreAccess } from './storage/storage.ts';

/** What they write is an empty beginning, or a file that was not there: no change is saved by it. */
const BEGINS =
  /^(__init__|__post_init__|__new__|constructor$|_*(load|read|init|ensure|setup|bootstrap|create_?(data_?)?(file|store|db|database|json))(_|[A-Z]|$))/;
/** They lead everywhere: going back to the menu after an action is not saving. */
const HUBS =
  /^_*(main|menu|(main|show|start|display|print)_?menu|cli|app|prompt|repl|go_?back|back_to_menu)(_|$)/i;
/** Calls of whatever was chosen: `args.func(args)`, `handlers[name]()`. */
const DISPATCH = /(^|\.)(func|fn|handler|run|callback|action|cmd|command|execute|handle)$/i;

export interface Saving {
  /** Whether what a command does is written: by its handler, in its branch, or after the branch was left. */
  saves(command: Command): boolean;
  /** Whether anything in a file leads to a write. */
  within(file: CodeFile): boolean;
}

/** Definitions that lead to a write, those left out that only make a beginning. */
function saversOf(program: Program, writes: ReadonlySet<CallRef>): ReadonlySet<DefinitionRef> {
  if (writes.size === 0) return new Set();
  const users = new Map<DefinitionRef, DefinitionRef[]>();
  const savers = new Set<DefinitionRef>();
  const may = (ref: DefinitionRef) => !BEGINS.test(ref.definition.name) && ref.definition.kind !== 'class';
  for (const ref of program.definitions()) {
    for (const used of program.uses(ref)) addTo(users, used, ref);
    for (const { ref: used } of operatorsIn(program, ref)) addTo(users, used, ref);
    if (may(ref) && program.callsIn(ref).some((call) => writes.has(call))) savers.add(ref);
  }
  for (const saver of savers) {
    if (HUBS.test(saver.definition.name)) continue;
    for (const user of users.get(saver) ?? []) if (may(user)) savers.add(user);
  }
  return savers;
}

export function savingOf(program: Program, storage: readonly StoreAccess[]): Saving {
  const writes = new Set(
    storage.filter((access) => access.direction !== 'read').map((access) => access.call),
  );
  const savers = saversOf(program, writes);
  const saving = new Set(writes);
  for (const ref of savers)
    if (!HUBS.test(ref.definition.name)) for (const call of program.callers(ref)) saving.add(call);

  const savesAt = (file: CodeFile, wanted: (place: Place) => boolean): boolean =>
    file.calls.some((call, id) => wanted(call) && saving.has(program.callOf(file, id))) ||
    operatorsOf(program, file).some(({ ref, ...place }) => wanted(place) && savers.has(ref));

  /** Written in the same turn once a place was left: not after the loop around it, which is on exit only. */
  function after(file: CodeFile, definition: DefinitionId, block: BlockId, line: number): boolean {
    const around = blocksAround(file, block);
    const loop = around.findIndex((id) => /^(for|while)$/.test(file.blocks[id]?.kind ?? ''));
    const reached = new Set(loop < 0 ? [...around, NONE] : around.slice(0, loop + 1));
    // `with open(…)` and `try` are no questions: what stands in them runs too.
    for (const [id, item] of file.blocks.entries())
      if (
        item.definition === definition &&
        /^(with|try|finally)$/.test(item.kind) &&
        reached.has(item.parent)
      )
        reached.add(id);
    // `if COMMANDS[word](tasks): save(tasks)`: what was run says whether there is anything to save.
    for (const [id, item] of file.blocks.entries())
      if (
        item.definition === definition &&
        item.kind === 'if' &&
        item.line === line &&
        reached.has(item.parent)
      )
        reached.add(id);
    return savesAt(
      file,
      (call) => call.definition === definition && call.line > line && reached.has(call.block),
    );
  }

  /** `with tasks() as items:` of a manager that writes when the block is left. */
  function isSavedOnLeaving(file: CodeFile, block: BlockId): boolean {
    const { kind, test } = file.blocks[block] ?? {};
    if (kind !== 'with' || test?.kind !== 'call') return false;
    const call = program.callOf(file, test.call);
    const target = program.callee(call);
    const made = target.kind === 'definition' || target.kind === 'instance' ? target.ref : null;
    const leaving = made?.definition.kind === 'class' ? program.member(made, '__exit__') : made;
    return (
      leaving !== null &&
      savers.has(leaving) &&
      (leaving.definition.generator || leaving.definition.name === '__exit__')
    );
  }

  function savesInBranch({ file, block }: Branch): boolean {
    const branch = file.blocks[block];
    if (!branch) return false;
    const below = blocksWithin(file, block);
    if (savesAt(file, (call) => below.has(call.block))) return true;
    if (blocksAround(file, block).some((id) => isSavedOnLeaving(file, id))) return true;
    return after(file, branch.definition, branch.parent, branch.endLine);
  }

  const saves = (command: Command): boolean => {
    if (command.handler && savers.has(command.handler)) return true;
    if (command.branch && savesInBranch(command.branch)) return true;
    return dispatchedAndSaved();
  };

  let dispatch: boolean | null = null;
  /** `args.func(args)` or `actions[choice]()`, and then a save. */
  function dispatchedAndSaved(): boolean {
    dispatch ??= program.filesOf().some((file) =>
      file.calls.some((call) => {
        const { callee } = call;
        const dispatches = callee.kind === 'index' || DISPATCH.test(lastName(callee));
        return dispatches && after(file, call.definition, call.block, call.endLine);
      }),
    );
    return dispatch;
  }
  return { saves, within: (file) => savesAt(file, () => true) };
}
