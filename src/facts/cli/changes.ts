/** Which commands change the state, by the words that they are called by, and whether each of them keeps the change. */

import type { Value } from '../../program/file.ts';
import { bodyOf } from '../../program/link/bodies.ts';
import { calleeParts } from '../../program/link/calls.ts';
import { firstSegment } from '../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../program/program.ts';
import { wordsOfName } from '../../reading/words.ts';
import { savingOf } from '../data/saving.ts';
import type { StoreAccess } from '../data/storage/storage.ts';
import type { Command } from './commands/commands.ts';
import { reachedFrom } from './commands/runs.ts';

/** One line each: extend here. */
const ACTIONS: readonly (readonly string[])[] = [
  ['add', 'create', 'new', 'insert', 'agregar', 'adicionar', 'ajouter', 'tambah'],
  [
    'complete',
    'done',
    'finish',
    'mark',
    'tick',
    'toggle',
    'uncomplete',
    'undone',
    'reopen',
    'completar',
    'concluir',
  ],
  ['delete', 'remove', 'rm', 'del', 'erase', 'eliminar', 'borrar', 'excluir', 'supprimer', 'hapus'],
  ['update', 'edit', 'rename', 'modify', 'prioritize', 'archive', 'editar', 'modifier'],
  ['clear', 'purge', 'reset'],
];
/** A command that starts with one of these shows something, whatever else it names: `list-done`. */
const SHOWS = new Set(
  `list ls show view get display search find filter print count stats report export help version all completed
   pending screen todo listar ver mostrar lister`
    .trim()
    .split(/\s+/),
);

export interface Change {
  readonly command: Command;
  /** The words for what it does. */
  readonly action: readonly string[];
  /** What it changed is written. */
  readonly saves: boolean;
}

/** Which of the actions a command is, or null for one that changes nothing. */
export function actionOf(command: Command): readonly string[] | null {
  const named = wordsOfName(command.name);
  if (SHOWS.has(named[0] ?? '') || named.includes('screen')) return null;
  const action = ACTIONS.find((group) => named.some((word) => group.includes(word))) ?? null;
  // `clear` alone wipes the screen as often as the list.
  if (
    action?.includes('clear') &&
    named.length === 1 &&
    !/task|todo|item|all/i.test(command.handler?.definition.name ?? '')
  )
    return null;
  // `done` alone may be a question: what is done?
  if (named.join() === 'done' && SHOWS.has(wordsOfName(command.handler?.definition.name ?? '')[0] ?? ''))
    return null;
  return action;
}

/** Whether a command acts on one thing that is there already, and so is told which. */
export function choosesOne(command: Command): boolean {
  const action = actionOf(command);
  return action !== null && !action.includes('add') && !action.includes('clear');
}

const NOTHING: Value = { kind: 'other', line: 0 };
const MUTATES: ReadonlySet<string> = new Set(
  `append remove pop insert extend clear update push splice unshift shift sort reverse delete set add`.split(
    ' ',
  ),
);

/** Whether a command looks at the store, or changes anything but what it made itself: `update` may renew the program. */
function touching(
  program: Program,
  storage: readonly StoreAccess[],
  saving: readonly Command[],
): (command: Command) => boolean {
  // What no command reads that saves is another store.
  const shared = new Set(saving.flatMap((command) => [...reachedFrom(program, command)]));
  const stores = new Set(
    storage.flatMap(({ within }) => (within && (shared.size === 0 || shared.has(within)) ? within : [])),
  );
  const changesIn = ({ file, id }: DefinitionRef): boolean => {
    const { assignments, calls, statements } = bodyOf(file, id);
    const own = new Set(
      assignments.flatMap(({ target, value }) =>
        target.kind === 'name' && (value?.kind === 'list' || value?.kind === 'dict') ? target.name : [],
      ),
    );
    const outside = (value: Value): boolean => value.kind !== 'name' || !own.has(firstSegment(value.name));
    return (
      statements.some(({ kind }) => kind === 'delete') ||
      assignments.some(
        ({ target, outer }) =>
          outer === true ||
          (target.kind === 'index' && outside(target.of)) ||
          (target.kind === 'name' && target.name.includes('.')),
      ) ||
      calls.some((call) => {
        const parts = calleeParts(file.calls[call]?.callee ?? NOTHING);
        return parts !== null && MUTATES.has(parts.name) && outside(parts.of);
      })
    );
  };
  return (command) =>
    command.branch !== null ||
    [...reachedFrom(program, command)].some((ref) => stores.has(ref) || changesIn(ref));
}

/** The commands that change something. A store that is a database is saved with each statement: ask before. */
export function changesOf(
  program: Program,
  commands: readonly Command[],
  storage: readonly StoreAccess[],
): { readonly changes: readonly Change[]; readonly forgotten: readonly Change[] } {
  const saving = savingOf(program, storage);
  const changes = commands.flatMap((command): Change[] => {
    const action = actionOf(command);
    return action && (command.handler || command.branch)
      ? [{ command, action, saves: saving.saves(command) }]
      : [];
  });
  const touches = touching(
    program,
    storage,
    changes.flatMap(({ command, saves }) => (saves ? command : [])),
  );
  // Two programs in one repository: a sketch that keeps nothing does not undo the one that does.
  const kept = changes.filter((one) => one.saves);
  const forgotten = changes.filter(
    (one) =>
      !one.saves &&
      touches(one.command) &&
      !kept.some(
        (other) =>
          other.action === one.action &&
          other.command.file.path !== one.command.file.path &&
          !saving.within(one.command.file),
      ),
  );
  return { changes, forgotten };
}
