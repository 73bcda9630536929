/** Who says where a request goes, and how. */

import type { Value } from '../../program/file.ts';
import { originsOf } from '../../program/flow/flow.ts';
import { argument, siteOf } from '../../program/link/calls.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { addressOf } from '../language-models/models/addresses.ts';
import { isOfInterface } from './territory.ts';

export interface Sender {
  readonly sender: CallRef;
  readonly address: string;
  readonly method: string;
}

/** `query('GET /chats/:id')`: an address may say the method, and leave its parts open as routes do. */
const WORDED = /^(GET|POST|PUT|PATCH|DELETE) (\/\S*)$/;

/** Who says where a request goes: the call itself, or, of a function that all requests go through, each of its callers. */
export function sendersOf(facts: Facts, call: CallRef, method: string | null): readonly Sender[] {
  return sendersSeen(facts, call, method).map((one) => {
    const [, said, path = ''] = WORDED.exec(one.address) ?? [];
    return said ? { ...one, method: said, address: path.replace(/:\w+/g, '{}') } : one;
  });
}

function sendersSeen(facts: Facts, call: CallRef, method: string | null): readonly Sender[] {
  const { program } = facts;
  const address = addressIn(facts, call);
  const own: Sender = { sender: call, address, method: method ?? methodOf(facts, call) };
  const definition = program.definitionOf(siteOf(call));
  if (!definition || !(/^$|\{\}\/?$/.test(address) || isHandedOn(program, call, definition))) return [own];
  const callers = program
    .callers(definition)
    .filter((one) => isOfInterface(facts, one.file))
    .map((sender) => ({
      sender,
      address: addressIn(facts, sender),
      said: saidMethod(program, sender, definition),
    }))
    .filter((one) => one.address !== '');
  if (callers.length === 0) return [own];
  // `call_api("/ask", method="POST")` goes through the branch that posts, and no other.
  return callers
    .filter(({ said }) => said === null || method === null || said === method)
    .map(({ sender, address, said }) => ({
      sender,
      address,
      method: method ?? said ?? methodOf(facts, sender),
    }));
}

/** The address is made of what the function is given. */
function isHandedOn(program: Program, call: CallRef, { definition, id }: DefinitionRef): boolean {
  const [first] = call.call.arguments.filter(({ name }) => name === null);
  const value = argument(call, 'url') ?? first?.value;
  if (!value) return false;
  return originsOf(program, [{ value, site: siteOf(call) }], { most: 30 }).some(
    ({ value: part, site: at }) =>
      part.kind === 'name' &&
      at.definition === id &&
      definition.parameters.some(({ name }) => name === part.name),
  );
}

/** The method that a caller names, or that the function takes where it names none; null where nobody does. */
function saidMethod(
  program: Program,
  sender: CallRef,
  { file, definition, id }: DefinitionRef,
): string | null {
  const parameter = definition.parameters.find(({ name }) => name === 'method');
  if (!parameter) return null;
  const at = definition.parameters.indexOf(parameter);
  const given =
    argument(sender, 'method') ?? sender.call.arguments.filter(({ name }) => name === null)[at]?.value;
  const text = given
    ? program.constant(given, siteOf(sender))
    : parameter.default && program.constant(parameter.default, { file, definition: id });
  return typeof text === 'string' ? text.toUpperCase() : null;
}

function addressIn(facts: Facts, call: CallRef): string {
  const site = siteOf(call);
  const [first] = call.call.arguments.filter(({ name }) => name === null);
  const values = [argument(call, 'url'), first?.value, call.call.arguments[1]?.value];
  for (const value of values) {
    if (!value || value.kind === 'dict') continue;
    for (const one of [value, ...branchesOf(call, value)]) {
      const text = addressOf(facts.program, one, site);
      if (text.includes('/')) return text.slice(0, 300);
    }
  }
  return '';
}

/** What the branches of the function give a variable: `let url; if (asAgent) url = '/agents'; else url = '/teams';`. */
function branchesOf({ file, call }: CallRef, value: Value): readonly Value[] {
  if (value.kind !== 'name') return [];
  return file.assignments.flatMap(({ target, value: given, definition }) =>
    definition === call.definition && given && target.kind === 'name' && target.name === value.name
      ? [given]
      : [],
  );
}

function methodOf(facts: Facts, call: CallRef): string {
  const value = argument(call, 'method') ?? argument(call, 'type');
  const constant = value ? facts.program.constant(value, siteOf(call)) : undefined;
  if (typeof constant === 'string') return constant.toUpperCase();
  // `init` or `options` handed on: whatever they say.
  return call.call.arguments.length > 1 && call.call.arguments[1]?.value.kind !== 'dict'
    ? 'ANY'
    : value
      ? 'ANY'
      : 'GET';
}
