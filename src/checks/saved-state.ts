import type { Command } from '../facts/code/commands.ts';
import type { DefinitionRef } from '../facts/code/program.ts';
import type { Facts } from '../facts/facts.ts';
import { defineCheck, no, yes } from './define.ts';

/** Words of commands that change state. */
const CHANGES =
  /(^|[-_ ])(add|create|new|insert|complete|done|finish|mark|check|toggle|delete|remove|rm|del|update|edit|clear|set|rename|undo|archive|move|priorit)/i;

/** Definitions that write, or read, the store. */
function touching(facts: Facts, direction: 'read' | 'write'): ReadonlySet<DefinitionRef> {
  const found = new Set<DefinitionRef>();
  for (const access of facts.storage) {
    if (access.direction !== direction && access.direction !== 'both') continue;
    if (access.within) found.add(access.within);
  }
  return found;
}

function reaches(facts: Facts, command: Command, wanted: ReadonlySet<DefinitionRef>): boolean {
  const { handler } = command;
  if (!handler) return false;
  for (const ref of facts.program.reachable(handler)) if (wanted.has(ref)) return true;
  return false;
}

export const savedState = defineCheck({
  name: 'saved-state',
  summary: 'Commands that change state save it, and it is loaded again.',
  parameters: (z) =>
    z.strictObject({
      changes: z.enum(['every', 'some']).describe('every: each command that changes something saves it'),
    }),
  ask: (facts, { changes }) => {
    const server = facts.storage.filter(
      (access) => access.direction === 'both' && (access.format === 'sqlite' || access.format === 'database'),
    );
    const writes = facts.storage.filter((access) => access.direction !== 'read');
    const reads = facts.storage.filter((access) => access.direction !== 'write');
    const evidence = [
      ...writes.slice(0, 1),
      ...reads.filter((access) => access !== writes[0]).slice(0, 1),
    ].map((access) => facts.evidence(access.call.file.path, access.call.call.line));
    if (writes.length === 0) return no('state that is written to a file or database: nothing is saved');
    if (changes === 'some') return yes(evidence);
    if (reads.length === 0) return no('state that is loaded again at start: nothing is read back');
    // A database that every command asks is saved with each statement.
    if (server.length > 0) return yes(evidence);
    const changing = facts.commands.filter((command) => command.handler && CHANGES.test(command.name));
    const writers = touching(facts, 'write');
    const forgetful = changing.filter((command) => !reaches(facts, command, writers));
    if (forgetful.length > 0)
      return no(
        `a save in every command that changes something: not reached from ${forgetful.map((command) => command.name).join(', ')}`,
        forgetful.map((command) => facts.evidence(command.file.path, command.line)),
      );
    return yes(evidence);
  },
});
