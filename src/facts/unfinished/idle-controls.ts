/** Controls of the program's own screens at which nothing happens: buttons, links to nowhere. */

import type { Call, CodeFile } from '../../program/file.ts';
import { MODULE } from '../../program/file.ts';
import { lastSegment } from '../../program/link/values.ts';
import { definitionsAround } from '../../program/nesting.ts';
import type { Program } from '../../program/program.ts';
import type { Unfinished } from './unfinished.ts';

const BUTTON = /^(?:button|Button|IconButton|Fab)$/;
/** Attributes by which a button does something, or is known to do nothing. */
const ACTS =
  /^(?:on[A-Z]\w*|form\w*|asChild|href|to|as|component|render|disabled|name|popoverTarget|ref|slot|command\w*|data-\w.*)$/;
/** Elements that act for what they hold, or hand it a handler. */
const ACTS_FOR =
  /^(?:a|Link|NavLink|NextLink|form|Form|label|summary|Popover|Popconfirm|Dropdown|Upload|Menu|CopyToClipboard)$|(?:Trigger|Close|Link|Form|Action|Cancel|Wrapper|Provider)$/;

/** Links to where the page is already, without a handler. */
export const NOWHERE = /^(?:#!?|javascript:(?:void\(0?\)|;)?;?)$/;

/** Links of React that lead nowhere; one place a file. */
export function idleLinks(program: Program): readonly Unfinished[] {
  return program.filesOf().flatMap((file): readonly Unfinished[] => {
    const found = file.calls.find((call) => call.form === 'jsx' && leadsNowhere(call));
    return found ? [{ path: file.path, line: found.line, what: 'a link that leads nowhere' }] : [];
  });
}

function leadsNowhere({ arguments: given }: Call): boolean {
  const target = given.find(({ name }) => name === 'href' || name === 'to')?.value;
  const acts = given.some(({ name }) => name === null || /^(?:on[A-Z]\w*|role|data-\w.*|id|ref)$/.test(name));
  return target?.kind === 'literal' && NOWHERE.test(String(target.value).trim()) && !acts;
}

/** Buttons of React that nothing happens at. */
export function idleButtons(program: Program): readonly Unfinished[] {
  return program.filesOf().flatMap((file) => {
    if (file.language === 'python') return [];
    const elements = file.calls.filter((call) => call.form === 'jsx');
    const buttons = elements.filter((call) => isIdle(call, file));
    if (buttons.length === 0) return [];
    const acting = elements.filter(actsForOthers);
    const others = elements.filter((call) => isButton(call) && !isIdle(call, file));
    return (
      buttons
        .filter((button) => !acting.some((one) => isAround(one, button, file)))
        // While something loads, a button stands there in another dress.
        .filter(
          (button) => !(inBranch(button, file) && others.some((one) => one.definition === button.definition)),
        )
        .map(({ line }) => ({ path: file.path, line, what: 'a button at which nothing happens' }))
    );
  });
}

function nameOf({ callee }: Call): string {
  return callee.kind === 'name' ? lastSegment(callee.name) : '';
}

const FIELDS: ReadonlySet<string> = new Set('input textarea select Input Textarea'.split(' '));
/** Of a field: what only says how it looks. What is ticked may be for a style sheet. */
const LOOKS: ReadonlySet<string> = new Set(
  'className class style placeholder title rows min max step maxLength autoComplete key children'.split(' '),
);
/** Types of the fields that are there for what is written or chosen in them. */
export const WRITTEN: ReadonlySet<unknown> = new Set(
  'text search number range date email url tel'.split(' '),
);
/** Attributes of what takes the value of a field, itself or within it. */
const TAKES: ReadonlySet<string> = new Set(
  'onChange onInput onBlur onKeyDown onKeyUp onKeyPress name ref'.split(' '),
);
/** Parts of the names of components that take the value of the field which they hold. */
const HOLDERS = ['Field', 'Item', 'Control', 'Mask'];

/** Fields of React whose value nobody takes, outside of a form. */
export function idleFields(program: Program): readonly Unfinished[] {
  return program.filesOf().flatMap((file) => {
    if (file.language === 'python') return [];
    const elements = file.calls.filter((call) => call.form === 'jsx');
    const fields = elements.filter((call) => FIELDS.has(nameOf(call)) && call.arguments.every(isLook));
    if (fields.length === 0) return [];
    const acting = elements.filter(
      (call) =>
        actsForOthers(call) ||
        HOLDERS.some((part) => nameOf(call).includes(part)) ||
        call.arguments.some(({ name }) => name !== null && TAKES.has(name)),
    );
    return fields
      .filter((field) => !acting.some((one) => isAround(one, field, file)))
      .map(({ line }) => ({ path: file.path, line, what: 'a field that nothing reads' }));
  });
}

function isLook({ name, value }: Call['arguments'][number]): boolean {
  if (name === 'type') return value.kind === 'literal' && WRITTEN.has(value.value);
  return name !== null && (LOOKS.has(name) || name.startsWith('aria-'));
}

/** `<div {...getRootProps()}>`: what is spread may hold a listener that hears what is inside. */
function actsForOthers(call: Call): boolean {
  return ACTS_FOR.test(nameOf(call)) || call.arguments.some(({ name }) => name === null);
}

function inBranch({ block }: Call, file: CodeFile): boolean {
  return file.blocks[block]?.kind === 'if';
}

/** `<Menu.Button>` is a part of something that acts. */
function isButton({ callee }: Call): boolean {
  return callee.kind === 'name' && BUTTON.test(callee.name);
}

function isIdle(call: Call, file: CodeFile): boolean {
  if (!isButton(call)) return false;
  const given = call.arguments.filter(({ name }) => name !== 'children');
  const click = given.find(({ name }) => name === 'onClick')?.value;
  if (click?.kind === 'function' && file.definitions[click.definition]?.stub === true) return true;
  // A spread may hold a handler; whatever is no plain button may send a form.
  return !given.some(
    ({ name, value }) =>
      name === null ||
      ACTS.test(name) ||
      (name === 'type' && !(value.kind === 'literal' && value.value === 'button')),
  );
}

/** By their places: an element's lines hold those of what stands in it, functions between them or not. */
function isAround(outer: Call, inner: Call, file: CodeFile): boolean {
  const holds = outer.line <= inner.line && inner.endLine <= outer.endLine && outer !== inner;
  return (
    holds &&
    (outer.definition === MODULE || definitionsAround(file, inner.definition).includes(outer.definition))
  );
}
