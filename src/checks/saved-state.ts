import type { Command } from '../facts/code/commands.ts';
import { savingOf } from '../facts/code/saving.ts';
import type { StoreAccess } from '../facts/code/storage.ts';
import type { Facts } from '../facts/facts.ts';
import type { Evidence } from '../model.ts';
import { defineCheck, no, yes } from './define.ts';

/** What commands do to the tasks, by the words that they are called by. One line each: extend here. */
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

function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_\-:./]+/)
    .filter(Boolean);
}

/** Which of the actions a command is, or null for one that changes nothing. */
function actionOf(command: Command): readonly string[] | null {
  const named = words(command.name);
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
  if (named.join() === 'done' && SHOWS.has(words(command.handler?.definition.name ?? '')[0] ?? ''))
    return null;
  return action;
}

/** SQLite from Python keeps what is committed; a `with` commits by itself. */
function isCommitted(facts: Facts, access: StoreAccess): boolean {
  if (!/^a?iosqlite\.|^sqlite3\.connect$/.test(facts.program.nameOf(access.call))) return true;
  if (access.call.file.language !== 'python') return true;
  return facts.program
    .filesOf()
    .some(
      (file) =>
        file.calls.some(
          ({ callee, arguments: given }) =>
            ((callee.kind === 'name' || callee.kind === 'member') && /(^|\.)commit$/.test(callee.name)) ||
            given.some(({ name }) => name === 'isolation_level' || name === 'autocommit'),
        ) || file.blocks.some((block) => block.kind === 'with'),
    );
}

const at = (facts: Facts, access: StoreAccess): Evidence =>
  facts.evidence(access.call.file.path, access.call.call.line);

export const savedState = defineCheck({
  name: 'saved-state',
  summary: 'Commands that change state save it, and it is loaded again.',
  parameters: (z) =>
    z.strictObject({
      changes: z.enum(['every', 'some']).describe('every: each command that changes something saves it'),
    }),
  ask: (facts, { changes }) => {
    const writes = facts.storage.filter((access) => access.direction !== 'read');
    const reads = facts.storage.filter((access) => access.direction !== 'write');
    const evidence = [
      ...writes.slice(0, 1),
      ...reads.filter((access) => access !== writes[0]).slice(0, 1),
    ].map((access) => at(facts, access));
    if (writes.length === 0) return no('state that is written to a file or database: nothing is saved');
    if (changes === 'some') return yes(evidence);
    if (reads.length === 0) return no('state that is loaded again at start: nothing is read back');
    // A database, or a store that is one, is saved with each statement.
    const stores = writes.filter((access) => access.direction === 'both');
    if (stores.length > 0) {
      const open = stores.filter((access) => !isCommitted(facts, access));
      return open.length < stores.length
        ? yes(evidence)
        : no(
            'a commit of what was changed: none was found',
            open.map((access) => at(facts, access)),
          );
    }
    const saving = savingOf(facts.program, facts.storage);
    const changing = facts.commands.flatMap((command) => {
      const action = actionOf(command);
      return action && (command.handler || command.branch)
        ? [{ command, action, saves: saving.saves(command) }]
        : [];
    });
    // Two programs in one repository: a sketch that keeps nothing does not undo the one that does.
    const kept = changing.filter((one) => one.saves);
    const forgetful = changing.filter(
      (one) =>
        !one.saves &&
        !kept.some(
          (other) =>
            other.action === one.action &&
            other.command.file.path !== one.command.file.path &&
            !saving.within(one.command.file),
        ),
    );
    if (forgetful.length > 0)
      return no(
        `a save in every command that changes something: not reached from ${forgetful.map((one) => one.command.name).join(', ')}`,
        forgetful.map(({ command }) => facts.evidence(command.file.path, command.line)),
      );
    return yes(evidence);
  },
});
