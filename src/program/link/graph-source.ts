/** What the call graph is made of. */
import type { CodeFile, DefinitionId, Value } from '../file.ts';
import type { CallRef, DefinitionRef, Site, Target } from '../program.ts';
import type { Scopes } from './scopes.ts';

export interface GraphSource {
  readonly files: readonly CodeFile[];
  readonly definitions: readonly DefinitionRef[];
  ref(file: CodeFile, id: DefinitionId): DefinitionRef;
  scopes(file: CodeFile): Scopes;
  callOf(file: CodeFile, id: number): CallRef;
  resolve(value: Value, site: Site): Target;
  callee(ref: CallRef): Target;
  bases(ref: DefinitionRef): readonly Target[];
  /** Counts steps along calls; false where no more may be taken. */
  spend(steps: number): boolean;
}
