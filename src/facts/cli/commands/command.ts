/** What a command-line command is, and what its readers share. */
import type { BlockId, CodeFile, Value } from '../../../program/file.ts';
import type { DefinitionRef, Program, Site } from '../../../program/program.ts';

/** A branch of the program: an `if` or a `case`. */
export interface Branch {
  readonly file: CodeFile;
  readonly block: BlockId;
}

export interface Command {
  /** As it is typed: 'add', 'mark-done'. For a menu's digit the name of what it runs. */
  readonly name: string;
  /** Other words for the same: `rm` of `remove`. */
  readonly aliases?: readonly string[];
  readonly framework: string;
  /** 'menu': chosen at a prompt while the program runs. */
  readonly kind: 'subcommand' | 'flag' | 'menu';
  /** What runs; null where it stands inline. */
  readonly handler: DefinitionRef | null;
  /** The branch that runs it, where a comparison decides: it may stand in another file than the declaration. */
  readonly branch: Branch | null;
  readonly file: CodeFile;
  readonly line: number;
  /** Names of its arguments and options. */
  readonly parameters: readonly string[];
  /** Its word is not known: the name is that of the function which declares it. */
  readonly guessed?: true;
  /** It is registered, and nothing looks at what is. */
  readonly unrun?: true;
}

/** A string literal, or the string that a name stands for. */
export function stringOf(value: Value | undefined, site: Site, program: Program): string | null {
  if (!value) return null;
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : null;
  if (value.kind !== 'name' && value.kind !== 'member') return null;
  const constant = program.constant(value, site);
  return typeof constant === 'string' ? constant : null;
}

/** 'add <title>' → 'add'; '--add' → 'add'. */
export function commandWord(text: string): string {
  return (
    text
      .trim()
      .replace(/^-+/, '')
      .split(/[\s<[(,|]/)[0] ?? ''
  );
}

/** The function that a value names, or null. */
export function functionOf(value: Value | undefined, site: Site, program: Program): DefinitionRef | null {
  if (!value) return null;
  const target = program.resolve(value, site);
  if (target.kind !== 'definition') return null;
  const { kind } = target.ref.definition;
  return kind === 'function' || kind === 'method' || kind === 'lambda' ? target.ref : null;
}

/** Words of commands that show things: their options choose what is shown. */
const SHOWS = /^(list|ls|show|view|display|search|find|filter|report|stats|export|print|get|all)([-_ ]|$)/i;
/** Words of commands that make a thing: their options say how it begins. */
const MAKES = /^(add|create|new|insert)([-_ ]|$)/i;

/** Whether an option of a command only details it: `list --done` completes nothing. */
export function onlyDetails(command: string): boolean {
  return SHOWS.test(command) || MAKES.test(command);
}

/** Names of functions that ask or tidy: what a branch is about comes after them. */
const PREPARES =
  /^(get|ask|prompt|input|read|parse|print|show_?(error|help|usage)|load|clear|validate)|(_|[a-z])(Input|Prompt|input|prompt)$/i;
/** Names of functions that change a task: `show_tasks(); remove_task(choice)` is about removing. */
const CHANGES =
  /^(add|create|new|insert|remove|delete|del|complete|finish|mark|toggle|check|done|close|update|edit|agregar|a[nñ]adir|crear|adicionar|criar|eliminar|borrar|remover|excluir|concluir|completar|marcar|editar|ajouter|supprimer|terminer|modifier|tambah|hapus)/i;

/** The function of the program's own that a block is about: the first that changes something, else the first called. */
export function calledIn(program: Program, file: CodeFile, block: BlockId): DefinitionRef | null {
  const inside = new Set([block]);
  for (const [id, item] of file.blocks.entries()) if (inside.has(item.parent)) inside.add(id);
  const candidates: DefinitionRef[] = [];
  for (const [id, call] of file.calls.entries()) {
    if (!inside.has(call.block)) continue;
    const target = program.callee(program.callOf(file, id));
    if (target.kind !== 'definition') continue;
    const { kind } = target.ref.definition;
    if (kind === 'function' || kind === 'method') candidates.push(target.ref);
  }
  // `add_task(get_title())`: the getter is not what the command is about.
  const acting = candidates.filter((ref) => !PREPARES.test(ref.definition.name));
  return acting.find((ref) => CHANGES.test(ref.definition.name)) ?? acting[0] ?? candidates[0] ?? null;
}

export function parametersOf(ref: DefinitionRef | null): readonly string[] {
  return (ref?.definition.parameters ?? [])
    .map((parameter) => parameter.name)
    .filter((name) => name !== 'self' && name !== 'ctx' && name !== 'cls');
}

/** A word for a branch: the longest one that is not a digit, else the name of what it runs. */
export function nameOfWords(words: readonly string[], handlerName: string | null): string | null {
  const typed = words
    .map(commandWord)
    .filter((word) => /^[a-z]/i.test(word))
    .sort((a, b) => b.length - a.length)[0];
  if (typed && typed.length > 1) return typed;
  return handlerName ?? typed ?? null;
}
