/** Methods that run without a call: `shelf[key] = value` is `__setitem__`, `del shelf[key]` is `__delitem__`. */
import type { CodeFile, Value } from '../../program/file.ts';
import type { DefinitionRef, Program } from '../../program/program.ts';
import { entryOfWeak } from '../../reading/collections.ts';

export interface Place {
  readonly definition: number;
  readonly block: number;
  readonly line: number;
}

interface Operator extends Place {
  /** The program's own method that runs. */
  readonly ref: DefinitionRef;
}

const known = new WeakMap<CodeFile, readonly Operator[]>();

/** Those of a file, in no order. */
export function operatorsOf(program: Program, file: CodeFile): readonly Operator[] {
  return entryOfWeak(known, file, () => {
    if (file.language !== 'python') return [];
    const runs = (method: string, of: Value, { definition, block, line }: Place): readonly Operator[] => {
      const target = program.resolve(of, { file, definition });
      const ref = target.kind === 'instance' ? program.member(target.ref, method) : null;
      return ref ? [{ ref, definition, block, line }] : [];
    };
    return [
      ...file.assignments.flatMap((item) =>
        item.target.kind === 'index' ? runs('__setitem__', item.target.of, item) : [],
      ),
      ...file.statements.flatMap((item) =>
        item.kind === 'delete' && item.value?.kind === 'index'
          ? runs('__delitem__', item.value.of, item)
          : [],
      ),
    ];
  });
}

/** Those of a definition itself. */
export function operatorsIn(program: Program, { file, id }: DefinitionRef): readonly Operator[] {
  return operatorsOf(program, file).filter(({ definition }) => definition === id);
}
