/** Arguments are handed by name. */
import { eachModule, type Form } from '../form.ts';
import { calledFunctions, parametersOf } from './code.ts';
import { fieldOf, namedIn } from './tree.ts';

export const keywords: Form = {
  name: 'keywords',
  summary: 'Functions of the file that are only called get their arguments by keyword.',
  language: 'python',
  rewrite: (project) =>
    eachModule(project.python, (module) =>
      calledFunctions(project, module).flatMap(({ definition, calls }) => {
        const parameters = parametersOf(definition);
        return calls.flatMap((call) => {
          const list = fieldOf(call, 'arguments');
          const given = namedIn(list);
          const starred = given.some(({ type }) => /splat/.test(type)) || list?.type !== 'argument_list';
          if (!parameters || starred) return [];
          return given.flatMap((one, index) => {
            const name = parameters[index]?.name;
            if (one.type === 'keyword_argument' || name === undefined) return [];
            return [{ start: one.start, end: one.start, text: `${name}=` }];
          });
        });
      }),
    ),
};
