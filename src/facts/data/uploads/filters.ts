/** What looks at an upload before its handler does: the filter of a middleware, the validators of a schema. */

import type { Value } from '../../../program/file.ts';
import { joined, type Region, regionFrom } from '../../../program/life/region.ts';
import { definedIn } from '../../../program/link/bodies.ts';
import { siteOf } from '../../../program/link/calls.ts';
import { entryAt, lastSegment, valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { refusalHanded } from '../../web/raised.ts';
import type { Upload } from './uploads.ts';

/** What a handler asks for after a filter: the file, or what went wrong. */
const ASKED = new Set(['file', 'files', 'err', 'error']);
/** How methods of a schema are called that look at what came in: `validate_file`, `clean`. */
const CHECKS = new Set(['validate', 'clean']);

interface Place {
  readonly file: Site['file'];
  readonly line: number;
}

/** Options of a middleware under which a function chooses files. */
const FILTERS: readonly string[] = ['fileFilter', 'filter'];

/** Where files of another kind are refused by the filter of a middleware, or by what a framework has for it. */
export function kindsRefused(program: Program, upload: Upload): readonly Place[] {
  const before = [upload.route?.file, upload.route?.handler?.file, upload.file];
  const own = program
    .callsAs('upload.kind')
    .filter(({ file }) => before.includes(file) || file === schemaOf(upload)?.file);
  return [
    ...own.map(({ file, call }) => ({ file, line: call.line })),
    ...program.callsAs('upload.middleware').flatMap((call) => refusedBy(program, upload, call)),
  ];
}

function refusedBy(program: Program, { region }: Upload, call: CallRef): readonly Place[] {
  return call.call.arguments.flatMap(({ value }): readonly Place[] => {
    const options = program.resolve(value, siteOf(call));
    const said = options.kind === 'value' ? options.value : value;
    const site = options.kind === 'value' ? options.site : siteOf(call);
    const filter = FILTERS.map((name) => entryAt(said, name)).find((one) => one !== undefined);
    const ref = filter ? functionOf(program, filter, site) : null;
    const done = ref?.definition.parameters.at(-1)?.name;
    if (!ref || done === undefined) return [];
    return program.callsIn(ref).flatMap(
      ({
        file,
        call: {
          callee,
          arguments: [error, lets],
          line,
          definition,
        },
      }) => {
        if (callee.kind !== 'name' || callee.name !== done || !error) return [];
        // `done(null, false)`: the handler finds no file, and says so.
        if (error.value.kind === 'literal') return lets ? asksForFile(program, region, { file, line }) : [];
        return refusalHanded(program, error.value, { file, definition }) === null
          ? asksForFile(program, region, { file, line })
          : [{ file, line }];
      },
    );
  });
}

/** A branch of the handler that asks whether there is a file, or whether taking it failed. */
function asksForFile(program: Program, region: Region, place: Place): readonly Place[] {
  const asks = region.places.some(({ file, definition }) =>
    file.blocks.some(
      (block) =>
        block.kind === 'if' &&
        block.definition === definition &&
        block.test !== null &&
        valuesThroughCalls(block.test, file).some(
          (part) => part.kind === 'name' && ASKED.has(lastSegment(part.name)),
        ),
    ),
  );
  return asks && program.role(place.file) === 'application' ? [place] : [];
}

function functionOf(program: Program, value: Value, site: Site): DefinitionRef | null {
  if (value.kind === 'function')
    return program.definitionOf({ file: site.file, definition: value.definition });
  const target = program.resolve(value, site);
  return target.kind === 'definition' ? target.ref : null;
}

function schemaOf({ route }: Upload): DefinitionRef | null {
  return route?.body.find(({ kind, schema }) => kind === 'schema' && schema !== null)?.schema ?? null;
}

/** Fields of an upload's schema that refuse an empty file. */
export function emptyRefused(program: Program, upload: Upload): readonly Place[] {
  const schema = schemaOf(upload);
  return (schema?.definition.fields ?? []).flatMap(({ value, line }) => {
    const call = value?.kind === 'call' && schema ? program.callOf(schema.file, value.call) : null;
    const allows = call?.call.arguments.some(({ name }) => name === 'allow_empty_file');
    return call && schema && !allows && program.means(call, 'upload.filled')
      ? [{ file: schema.file, line }]
      : [];
  });
}

/** The methods of an upload's schema, which run before anything is done with the file; null where it has none. */
export function checksOf(program: Program, upload: Upload): Region | null {
  const schema = schemaOf(upload);
  if (!schema) return null;
  const methods = definedIn(program, schema).filter(({ definition }) =>
    CHECKS.has(definition.name.split('_')[0] ?? ''),
  );
  return methods.length > 0
    ? joined(methods.map(({ file, id }) => regionFrom(program, { file, definition: id })))
    : null;
}
