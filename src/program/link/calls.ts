/** Reading one call: where it stands, what it is made on, what it is given. */
import type { Value } from '../file.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../program.ts';
import { requiredModule } from './origin.ts';
import { entryAt, lastSegment } from './values.ts';

export function siteOf(call: CallRef): Site {
  return { file: call.file, definition: call.call.definition };
}

/** Where the head of a definition is read: its decorators, bases and annotations. */
export function siteAround({ file, definition }: DefinitionRef): Site {
  return { file, definition: definition.parent };
}

/** What a call is given, each with the place where its names are looked up. */
export function given(call: CallRef): readonly { readonly value: Value; readonly site: Site }[] {
  return call.call.arguments.map(({ value }) => ({ value, site: siteOf(call) }));
}

/** The last part of a name: 'save' of `store.save`; '' for what is none. */
export function lastName(value: Value): string {
  return value.kind === 'name' || value.kind === 'member' ? lastSegment(value.name) : '';
}

/** `a.b.c(…)` → the value `a.b` and 'c'. */
export function calleeParts(callee: Value): { readonly of: Value; readonly name: string } | null {
  if (callee.kind === 'member') return { of: callee.of, name: callee.name };
  if (callee.kind !== 'name' || !callee.name.includes('.')) return null;
  const dot = callee.name.lastIndexOf('.');
  return {
    of: { kind: 'name', name: callee.name.slice(0, dot), line: callee.line },
    name: callee.name.slice(dot + 1),
  };
}

export function argument(call: CallRef, name: string): Value | null {
  const direct = call.call.arguments.find((item) => item.name === name);
  if (direct) return direct.value;
  for (const item of call.call.arguments) {
    const entry = entryAt(item.value, name);
    if (entry) return entry;
  }
  return null;
}

/** The constant text of a value; '{}' where it is not known. */
export function textOf(program: Program, value: Value | null, site: Site): string {
  if (!value) return '';
  const constant = program.constant(value, site);
  return typeof constant === 'string' ? constant : '{}';
}

/** The qualified name of what a call calls, `require('express').Router()` included. */
export function makerName(program: Program, call: CallRef): string {
  const { callee } = call.call;
  const whole = requiredModule(callee, call.file);
  if (whole !== null) return whole;
  const parts = callee.kind === 'member' ? calleeParts(callee) : null;
  const module = parts ? requiredModule(parts.of, call.file) : null;
  return parts && module !== null ? `${module}.${parts.name}` : program.nameOf(call);
}
