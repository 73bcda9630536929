import type { Facts } from '../../facts/facts.ts';
import { counted } from '../../model/counted.ts';
import type { Evidence } from '../../model.ts';
import type { CodeFile, Definition } from '../../program/file.ts';
import { defineCheck, no, yes } from '../define.ts';

function isFunction(definition: Definition): boolean {
  return definition.kind === 'function' || definition.kind === 'method';
}

/** Every parameter but self/cls is annotated, and the return; a constructor owes no return. */
function isAnnotated(definition: Definition, file: CodeFile): boolean {
  const owner = file.definitions[definition.parent];
  const own =
    owner?.kind === 'class' && !definition.static ? definition.parameters.slice(1) : definition.parameters;
  const parameters = own.every((parameter) => parameter.annotation !== null);
  const noReturnNeeded = definition.name === '__init__' && own.length > 0;
  return parameters && (definition.returns !== null || noReturnNeeded);
}

/** `compilerOptions.strict` of a tsconfig, comments allowed; by name for the well-known strict bases. */
function strictConfig(facts: Facts): Evidence | null {
  for (const file of facts.files) {
    if (
      !/(^|\/)tsconfig[\w.-]*\.json$/.test(file.path) ||
      file.role === 'vendored' ||
      file.role === 'artifact'
    )
      continue;
    const lines = (facts.text(file.path) ?? '').split('\n');
    const line = lines.findIndex(
      (text) =>
        /^(?:(?!\/\/|\/\*).)*"strict"\s*:\s*true/.test(text) || /"extends"\s*:\s*"@tsconfig\//.test(text),
    );
    if (line >= 0) return facts.evidence(file.path, line + 1);
  }
  return null;
}

export const annotatedFunctions = defineCheck({
  name: 'annotated-functions',
  summary:
    'A share of the application’s functions is fully annotated; in TypeScript the compiler is told to be strict.',
  reads: ['code'],
  written: true,
  whole: true,
  parameters: (z) =>
    z.strictObject({
      atLeast: z
        .number()
        .min(0)
        .max(1)
        .describe('share of Python functions whose parameters and return are annotated'),
      strict: z.boolean().describe('ask TypeScript projects for "strict": true'),
    }),
  ask: (facts, { atLeast, strict }) => {
    const files = facts.program.filesOf().filter((file) => !file.notebook);
    const lines = (language: CodeFile['language']) =>
      files.filter((file) => file.language === language).reduce((sum, file) => sum + file.lines, 0);
    const python = lines('python');
    const typescript = lines('typescript');
    const javascript = lines('javascript');
    if (typescript > python && typescript >= javascript) {
      const config = strictConfig(facts);
      const first = files.find((file) => file.language === 'typescript');
      if (config) return yes([config]);
      if (strict || !first)
        return no(
          '"strict": true in tsconfig.json',
          [],
          [{ kind: 'none', what: 'tsconfig.json does not say "strict": true' }],
        );
      return yes([{ path: first.path, line: 1, text: 'written in TypeScript, without "strict"' }]);
    }
    if (javascript > python)
      return no('type annotations', [], [{ kind: 'none', what: 'the code is plain JavaScript' }]);
    const all = files.flatMap((file) =>
      file.language === 'python'
        ? file.definitions.filter(isFunction).map((definition) => ({ file, definition }))
        : [],
    );
    if (all.length === 0) return no('annotated functions: there are no functions');
    const bare = all.filter(({ file, definition }) => !isAnnotated(definition, file));
    const share = (all.length - bare.length) / all.length;
    const said = `${all.length - bare.length} of ${counted(all.length, 'function')} fully annotated (${Math.floor(share * 100)} %)`;
    const counter = bare
      .slice(0, 20)
      .map(({ file, definition }) => facts.evidence(file.path, definition.line));
    if (share < atLeast)
      return no(`at least ${Math.round(atLeast * 100)} % of functions fully annotated: ${said}`, counter, [
        {
          kind: 'few',
          found: all.length - bare.length,
          wanted: all.length,
          what: `functions say all their types, ${Math.round(atLeast * 100)} % are wanted`,
          ...(counter[0] ? { at: counter[0] } : {}),
        },
      ]);
    const shown = all.find(({ file, definition }) => isAnnotated(definition, file));
    const example = shown ? [facts.evidence(shown.file.path, shown.definition.line)] : [];
    return yes([...example.map((item) => ({ ...item, text: `${said}: ${item.text}` }))], counter);
  },
});
