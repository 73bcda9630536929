import { shownRoutes } from '../../facts/interfaces/shown-routes.ts';
import { answersOfThisProgram, measuredEvidence } from '../../facts/measured.ts';
import { argument } from '../../program/link/calls.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { defineCheck, found, no, yes } from '../define.ts';

/** Options that take it away. */
const SWITCHES = [
  'graphiql',
  'graphql_ide',
  'playground',
  'explorer',
  'introspection',
  'landingPage',
  'on_get',
];

/** GraphiQL, Apollo's sandbox, a playground that is served. */
function servesExplorer(program: Program, call: CallRef): boolean {
  const explorer = program.meaning(program.nameOf(call), 'docs.explorer');
  if (!explorer) return false;
  const given = SWITCHES.flatMap((option) => argument(call, option) ?? []);
  const isOff = given.some(
    (value) => value.kind === 'literal' && (value.value === false || value.value === null),
  );
  return !isOff && (given.length > 0 || explorer.about.shown !== 'asked');
}

const WRITTEN =
  /(^|\/)(openapi|swagger)[\w.-]*\.(ya?ml|json)$|postman[\w .-]*\.json$|\.postman_collection\.json$|(^|\/)insomnia[\w.-]*\.(json|ya?ml)$|\.(?:bru|http|rest)$/i;
/** One request shows how to begin; two describe an API. */
const MIN_SHOWN = 2;

export const apiDocumentation = defineCheck({
  name: 'api-documentation',
  summary: 'The API is documented; served: interactive documentation is part of the running program.',
  reads: ['code', 'configuration'],
  parameters: (z) => z.strictObject({ served: z.boolean() }),
  ask: (facts, { served }) => {
    const { program } = facts;
    const [answered] = answersOfThisProgram(facts).filter(({ value }) => value.docs !== null);
    const measured = answered === undefined ? [] : [measuredEvidence(answered)];
    const off: ReturnType<typeof facts.evidence>[] = [];
    for (const ref of program.callsAs('docs.builtin')) {
      const site = { file: ref.file, definition: ref.call.definition };
      const isOff = (name: string) => {
        const given = ref.call.arguments.find((argument) => argument.name === name);
        return (
          given !== undefined &&
          program.constant(given.value, site) === null &&
          given.value.kind === 'literal'
        );
      };
      const here = facts.evidence(ref.file.path, ref.call.line);
      if (!isOff('openapi_url') && !(isOff('docs_url') && isOff('redoc_url')))
        return yes([here, ...measured]);
      off.push(here);
    }
    const others = program
      .calls()
      .filter((ref) => program.means(program.nameOf(ref), 'docs.served') || servesExplorer(program, ref));
    const registered = facts.routes
      .flatMap(({ guards }) => guards.filter(({ name }) => program.means(name, 'docs.served')))
      .map(({ file, line }) => facts.evidence(file.path, line));
    if (others.length + registered.length > 0)
      return yes([
        ...others
          .map((ref) => facts.evidence(ref.file.path, ref.call.line))
          .concat(registered)
          .slice(0, 2),
        ...measured,
      ]);
    if (measured.length > 0) return yes(measured);
    if (served)
      return no(
        'interactive documentation that the program serves (FastAPI’s own, swagger-ui, redoc, flasgger, drf-spectacular …)',
        off,
      );
    const files = facts.files.filter(
      (file) => WRITTEN.test(file.path) && file.role !== 'vendored' && file.role !== 'artifact',
    );
    if (files.length > 0)
      return yes(
        files.slice(0, 2).map((file) => ({ path: file.path, line: 1, text: 'written API description' })),
      );
    const shown = shownRoutes(facts);
    const sections = facts.documentation.documents.flatMap((document) =>
      document.sections
        .filter((section) => /end-?points?|api (reference|docs|documentation|routes)/i.test(section.heading))
        .map((section) => facts.evidence(document.path, section.line)),
    );
    const written =
      shown.length >= MIN_SHOWN ? shown.map(({ path, line }) => facts.evidence(path, line)) : sections;
    return found(
      written.slice(0, 2),
      'written API documentation: an OpenAPI or Postman file, or a list of endpoints in the README',
    );
  },
});
