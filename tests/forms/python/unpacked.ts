/** Constants beside each other are bound at once. */
import { eachModule, type Form } from '../form.ts';
import { isLiteral, statementsOf } from './code.ts';
import { fieldOf, type Node, namedIn } from './tree.ts';

export const unpacked: Form = {
  name: 'unpacked',
  summary: 'Constants that follow each other are unpacked from a tuple: `A, B = 1, 2`.',
  language: 'python',
  rewrite: ({ python }) =>
    eachModule(python, (module) => {
      const runs: Node[][] = [[]];
      for (const statement of statementsOf(module)) {
        if (isConstant(statement)) runs.at(-1)?.push(statement);
        else runs.push([]);
      }
      return runs
        .filter((run) => run.length > 1)
        .map((run) => {
          const parts = (field: string) =>
            run.map((one) => fieldOf(namedIn(one)[0], field)?.text ?? '').join(', ');
          return {
            start: run[0]?.start ?? 0,
            end: run.at(-1)?.end ?? 0,
            text: `${parts('left')} = ${parts('right')}`,
          };
        });
    }),
};

function isConstant(statement: Node): boolean {
  const assignment = statement.type === 'expression_statement' ? namedIn(statement)[0] : undefined;
  const value = fieldOf(assignment, 'right');
  const plain = fieldOf(assignment, 'left')?.type === 'identifier' && fieldOf(assignment, 'type') === null;
  return assignment?.type === 'assignment' && plain && value !== null && isLiteral(value);
}
