/** Functions that a decorator makes run before all routes of an application or a router. */
import { siteAround } from '../../../program/link/calls.ts';
import type { Program } from '../../../program/program.ts';
import type { Middleware } from './entry.ts';
import type { Holders } from './holders.ts';

const HOOKS = new Set('before_request before_app_request middleware onRequest before'.split(' '));

/** `@app.before_request` and `@app.middleware('http')`. */
export function readHooks(program: Program, holders: Holders): readonly Middleware[] {
  const middleware: Middleware[] = [];
  for (const ref of program.definitions()) {
    for (const decorator of ref.definition.decorators) {
      const site = siteAround(ref);
      const callee = decorator.kind === 'call' ? ref.file.calls[decorator.call]?.callee : decorator;
      if (callee?.kind !== 'name' || !callee.name.includes('.')) continue;
      const dot = callee.name.lastIndexOf('.');
      if (!HOOKS.has(callee.name.slice(dot + 1))) continue;
      const found = holders.of({ kind: 'name', name: callee.name.slice(0, dot), line: callee.line }, site);
      for (const holder of found) {
        middleware.push({
          holder,
          path: '',
          guards: [
            {
              name: ref.definition.qualifiedName,
              ref,
              file: ref.file,
              line: ref.definition.line,
              scope: holder.kind === 'application' ? 'application' : 'router',
            },
          ],
          values: [],
          file: ref.file,
          line: ref.definition.line,
          definition: ref.definition.parent,
          ordered: false,
        });
      }
    }
  }
  return middleware;
}
