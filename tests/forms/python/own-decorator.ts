/** An own decorator that passes everything through. */
import { eachModule, type Form, fresh } from '../form.ts';
import { atStart, functionsOf, isAsync, isGenerator, isTestFile } from './code.ts';
import { indentOf } from './tree.ts';

export const ownDecorator: Form = {
  name: 'decorator',
  touches: ['type-hints'],
  summary: 'Functions get a decorator of the project that passes everything through, with functools.wraps.',
  language: 'python',
  rewrite: ({ python }) =>
    eachModule(python, (module) => {
      const functions = functionsOf(module).filter((one) => !isGenerator(one));
      if (functions.length === 0 || module.dynamic || isTestFile(module.path)) return [];
      const names = { sync: fresh(module.text, 'traced'), async: fresh(module.text, 'traced_async') };
      const kinds = [false, true].filter((kind) => functions.some((one) => isAsync(one) === kind));
      const lines = kinds.flatMap((kind) => passThrough(kind ? names.async : names.sync, kind));
      return [
        atStart(module, ['import functools as functools_own', ...lines]),
        ...functions.map((one) => {
          const line = `@${isAsync(one) ? names.async : names.sync}\n${indentOf(module.text, one.start)}`;
          return { start: one.start, end: one.start, text: line };
        }),
      ];
    }),
};

function passThrough(name: string, isAsync: boolean): readonly string[] {
  const [keyword, wait] = isAsync ? ['async def', 'await '] : ['def', ''];
  return [
    `def ${name}(function):`,
    '    @functools_own.wraps(function)',
    `    ${keyword} inner(*args, **kwargs):`,
    `        return ${wait}function(*args, **kwargs)`,
    '    return inner',
  ];
}
