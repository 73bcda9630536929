import { changesOf } from '../../facts/cli/changes.ts';
import { absentFolders } from '../../facts/data/absent-folder.ts';
import { storeChosenAtPrompt } from '../../facts/data/chosen-store.ts';
import type { StoreAccess } from '../../facts/data/storage/storage.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Evidence } from '../../model.ts';
import { defineCheck, no, yes } from '../define.ts';

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
  reads: ['code'],
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
    const chosen = storeChosenAtPrompt(facts.program, writes);
    if (chosen)
      return no('state that is kept by itself: a question at start decides whether anything is kept', [
        facts.evidence(chosen.file.path, chosen.line),
      ]);
    const absent = absentFolders(
      facts.program,
      facts.storage,
      facts.files.map(({ path }) => path),
    );
    const [first] = absent;
    if (first)
      return no(
        `a store that can be opened on a fresh checkout: ${first.folder}/ is not committed, and nothing makes it`,
        absent.map(({ call }) => facts.evidence(call.file.path, call.call.line)),
      );
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
    const { forgotten } = changesOf(facts.program, facts.commands, facts.storage);
    if (forgotten.length > 0)
      return no(
        `a save in every command that changes something: not reached from ${forgotten.map((one) => one.command.name).join(', ')}`,
        forgotten.map(({ command }) => facts.evidence(command.file.path, command.line)),
      );
    return yes(evidence);
  },
});
