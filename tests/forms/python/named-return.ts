/** What a function returns gets a name first. */
import { eachModule, type Form, fresh } from '../form.ts';
import { isLiteral } from './code.ts';
import { namedIn } from './tree.ts';

export const namedReturn: Form = {
  name: 'return',
  summary: 'What is returned gets a name first.',
  language: 'python',
  rewrite: ({ python }) =>
    eachModule(python, ({ nodes, text }) => {
      const name = fresh(text, 'outcome');
      return nodes.flatMap((node) => {
        const value = node.type === 'return_statement' ? namedIn(node)[0] : undefined;
        if (!value || value.type === 'identifier' || isLiteral(value)) return [];
        const line = text.slice(text.lastIndexOf('\n', node.start - 1) + 1, node.start);
        const glue = /^[ \t]*$/.test(line) ? `\n${line}` : '; ';
        return [
          { start: node.start, end: value.start, text: `${name} = ` },
          { start: node.end, end: node.end, text: `${glue}return ${name}` },
        ];
      });
    }),
};
