/** Steps towards large files: an upload that is copied by pieces, or limited in size. */
import type { CodeFile, Value } from '../../../program/file.ts';
import { siteOf } from '../../../program/link/calls.ts';
import { lastSegment, valuesThroughCalls, valuesWithin } from '../../../program/link/values.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import type { Route } from '../../web/routes/routes.ts';
import type { Upload } from '../uploads/uploads.ts';
import { piecewise } from './streaming.ts';
import { dataRegion, readsTable } from './ways.ts';

interface Place {
  readonly file: CodeFile;
  readonly line: number;
}

const LIMITS =
  /^(MAX_CONTENT_LENGTH|DATA_UPLOAD_MAX_MEMORY_SIZE|FILE_UPLOAD_MAX_MEMORY_SIZE|fileSize|maxFileSize|sizeLimit|MAX_FILE_SIZE|max_upload_size)$/i;
const SIZES = /size|length|bytes|_mb$|_kb$|rows|lines|len$|count/i;

/** Something towards it: pieces of what was read whole, an upload copied by pieces, a limit of size. */
export function limited(
  program: Program,
  routes: readonly Route[],
  uploads: readonly Upload[],
): Place | null {
  const [first] = piecewise(program, routes);
  if (first) return first.place;
  // Rows that come in a stream, though they are gathered.
  const stream = dataRegion(program, routes).calls.find(
    (call) => /(^|\.)createReadStream$/.test(program.nameOf(call)) || isPiped(program, call),
  );
  if (stream) return { file: stream.file, line: stream.call.line };
  for (const upload of uploads) {
    for (const call of upload.region.calls) {
      const name = program.nameOf(call);
      if (
        program.means(name, 'upload.copy') ||
        (/(^|\.)read$/.test(name) &&
          call.call.arguments.length === 1 &&
          isAmount(program, call, call.call.arguments[0]?.value))
      )
        return { file: call.file, line: call.call.line };
      if (readsTable(program, call) && call.call.arguments.some(({ name: word }) => word === 'nrows'))
        return { file: call.file, line: call.call.line };
    }
    for (const { file, definition } of upload.region.places)
      for (const block of file.blocks)
        if (
          block.definition === definition &&
          block.kind === 'if' &&
          block.test &&
          limitsSize(program, block.test, file, definition)
        )
          return { file, line: block.line };
  }
  return declaredLimit(program);
}

/** `source.pipe(parse())`: a reader of rows that a stream runs into. */
function isPiped(program: Program, ref: CallRef): boolean {
  const { file, id } = ref;
  return (
    program.means(program.nameOf(ref), 'table.stream') &&
    file.calls.some(
      ({ callee, arguments: given }) =>
        (callee.kind === 'member' || callee.kind === 'name') &&
        /^(pipe|pipeline|pipeThrough)$/.test(lastSegment(callee.name)) &&
        given.some(({ value }) => value.kind === 'call' && value.call === id),
    )
  );
}

function isAmount(program: Program, call: CallRef, value: Value | undefined): boolean {
  if (!value) return false;
  const constant = program.constant(value, siteOf(call));
  return (
    typeof constant === 'number' ||
    (value.kind === 'operation' && value.operator === '*') ||
    (value.kind === 'name' && /chunk|size|buffer/i.test(value.name))
  );
}

/** `if len(content) > MAX_SIZE`: sizes against a large number. */
function limitsSize(program: Program, test: Value, file: CodeFile, definition: number): boolean {
  return valuesWithin(test).some((part) => {
    if (part.kind !== 'operation' || !/^[<>]=?$/.test(part.operator)) return false;
    const [left, right] = part.operands;
    if (!left || !right) return false;
    const sized = (value: Value): boolean => {
      if (value.kind === 'name' || value.kind === 'member') return SIZES.test(lastSegment(value.name));
      return (
        value.kind === 'call' &&
        /(^|\.)(len|getsize|tell|st_size)$/.test(program.nameOf(program.callOf(file, value.call)))
      );
    };
    const large = (value: Value): boolean => {
      const constant = program.constant(value, { file, definition });
      if (typeof constant === 'number')
        return (
          constant >= 500 ||
          (constant >= 5 && [left, right].some((one) => one.kind === 'name' && /size|mb/i.test(one.name)))
        );
      if (value.kind === 'operation') return value.operator === '*' || value.operator === '<<';
      return (value.kind === 'name' || value.kind === 'member') && /max|limit/i.test(value.name);
    };
    return (sized(left) && large(right)) || (sized(right) && large(left));
  });
}

function declaredLimit(program: Program): Place | null {
  for (const file of program.filesOf()) {
    for (const { target, value } of file.assignments) {
      const key = target.kind === 'index' ? target.index[0] : null;
      const name =
        key?.kind === 'literal' ? String(key.value) : target.kind === 'name' ? lastSegment(target.name) : '';
      if (value && LIMITS.test(name)) return { file, line: target.line };
    }
    for (const call of file.calls)
      for (const { value } of call.arguments)
        for (const part of valuesThroughCalls(value, file).slice(0, 40))
          if (part.kind === 'dict')
            for (const entry of part.entries)
              if (entry.key?.kind === 'literal' && LIMITS.test(String(entry.key.value)))
                return { file, line: entry.value.line };
  }
  return null;
}
