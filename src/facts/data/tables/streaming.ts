/** Whether large tables are taken piece by piece, from the upload on. */

import type { CodeFile, Value } from '../../../program/file.ts';
import { anyFlowsFrom, type Origin } from '../../../program/flow/flow.ts';
import { argument, siteOf } from '../../../program/link/calls.ts';
import { lastSegment, valuesWithin } from '../../../program/link/values.ts';
import { blocksAround, blocksWithin } from '../../../program/nesting.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import type { Route } from '../../web/routes/routes.ts';
import { writtenInto } from './copies.ts';
import { PIECES } from './names.ts';
import { anyStores } from './stores.ts';
import { dataRegion, readsTable } from './ways.ts';

interface Place {
  readonly file: CodeFile;
  readonly line: number;
}

const COLLECTS = /\.(append|push|extend|concat)$/;

/** A read by pieces that nothing made whole before; null where there is none. */
export function streamed(program: Program, routes: readonly Route[]): Place | null {
  const pieces = piecewise(program, routes);
  const clean = pieces.find(
    ({ call }) => !call || !(wholeBefore(program, call) || joinedAgain(program, call)),
  );
  return clean ? clean.place : null;
}

/** Reads that take a table by pieces, and loops that work off row by row. */
export function piecewise(
  program: Program,
  routes: readonly Route[],
): readonly { readonly place: Place; readonly call: CallRef | null }[] {
  const region = dataRegion(program, routes);
  const found: { place: Place; call: CallRef | null }[] = [];
  for (const call of [...region.calls, ...uploadedCopies(program, routes)]) {
    const name = program.nameOf(call);
    const place = { file: call.file, line: call.call.line };
    if (program.means(name, 'table.piecewise')) found.push({ place, call });
    else if (readsTable(program, call)) {
      const takes =
        call.call.arguments.some(({ name: word }) => word !== null && PIECES.has(word)) ||
        [...PIECES].some((word) => argument(call, word) !== null);
      if (
        takes ||
        (/^(csv|unicodecsv|aiocsv)\./.test(name) && worksOff(program, routes, call)) ||
        (program.means(name, 'table.stream') && flushes(program, routes, call))
      )
        found.push({ place, call });
    }
  }
  return found;
}

/** `COPY … FROM STDIN` needs no reader of its own. */
function uploadedCopies(program: Program, routes: readonly Route[]): readonly CallRef[] {
  return anyStores(program, routes).filter((call) => program.means(program.nameOf(call), 'table.piecewise'));
}

/** Whether the rows of a reader are worked off one by one or in batches, not gathered in one list. */
function worksOff(program: Program, routes: readonly Route[], reader: CallRef): boolean {
  const { file } = reader;
  const loops = file.blocks.flatMap((block, id) => {
    if (block.kind !== 'for' || !block.test || block.definition !== reader.call.definition) return [];
    const site = siteOf(reader);
    const skip = (origin: Origin) => isGathered(program, origin);
    return anyFlowsFrom(program, [{ value: block.test, site }], (call) => call === reader, { skip })
      ? [{ block, id }]
      : [];
  });
  return loops.some(({ id }) => {
    const own = blocksWithin(file, id);
    const inner = (blockId: number) => own.has(blockId);
    const yields = file.statements.some((one) => one.kind === 'yield' && inner(one.block));
    const resets = file.assignments.some(
      (one) =>
        one.value?.kind === 'list' &&
        one.value.items.length === 0 &&
        inner(one.block) &&
        asksBatch(program, file, one.block, id),
    );
    const flush = file.calls.some(
      (call) => call.callee.kind === 'name' && /\.clear$/.test(call.callee.name) && inner(call.block),
    );
    const stores = new Set(anyStores(program, routes));
    const gathers = file.calls.some(
      (call) => inner(call.block) && call.callee.kind === 'name' && COLLECTS.test(call.callee.name),
    );
    const direct =
      !gathers &&
      file.calls.some((call, callId) => inner(call.block) && stores.has(program.callOf(file, callId)));
    return yields || resets || flush || direct;
  });
}

/** The block stands in an `if` that asks how much has gathered: `if len(batch) >= 1000`, `if i % 500 == 0`. */
function asksBatch(program: Program, file: CodeFile, block: number, loop: number): boolean {
  const around = blocksAround(file, block);
  const end = around.indexOf(loop);
  return around.slice(0, end < 0 ? around.length : end).some((id) => {
    const { kind, test } = file.blocks[id] ?? {};
    return kind === 'if' && test && asksAmount(program, test, file);
  });
}

function asksAmount(program: Program, test: Value, file: CodeFile): boolean {
  return valuesWithin(test).some((part) => {
    if (part.kind === 'call') return program.nameOf(program.callOf(file, part.call)) === 'len';
    if (part.kind === 'name') return /\.length$|count|size|batch/i.test(part.name);
    return part.kind === 'operation' && part.operator === '%';
  });
}

/** A list that began empty: what it holds was gathered before. */
function isGathered(program: Program, { value, site }: Origin): boolean {
  // `list(reader)`, `range(0, len(rows), 500)`
  if (value.kind === 'call')
    return /^(list|tuple|sorted|len|range)$/.test(program.nameOf(program.callOf(site.file, value.call)));
  return (
    value.kind === 'name' &&
    program
      .assignmentsTo(value.name, site)
      .some(({ assignment: { value: given } }) => given?.kind === 'list' && given.items.length === 0)
  );
}

/** A stream in JavaScript that is emptied on the way: batches, `for await`, a pipe into the database. */
function flushes(program: Program, routes: readonly Route[], reader: CallRef): boolean {
  const { file } = reader;
  const stores = new Set(anyStores(program, routes));
  const awaited = file.blocks.some((block, id) => {
    if (block.kind !== 'for' || !block.test) return false;
    if (
      !anyFlowsFrom(
        program,
        [{ value: block.test, site: { file, definition: block.definition } }],
        (call) => call === reader,
        { skip: (origin) => isGathered(program, origin) },
      )
    )
      return false;
    return file.calls.some(
      (call, callId) =>
        blocksAround(file, call.block).includes(id) &&
        (stores.has(program.callOf(file, callId)) ||
          program.targetsOf(program.callOf(file, callId)).length > 0),
    );
  });
  if (awaited) return true;
  // `.on('data', async (row) => { batch.push(row); if (batch.length >= 500) … })`
  return file.calls.some((call) => {
    const { callee, arguments: given } = call;
    const method = callee.kind === 'member' || callee.kind === 'name' ? lastSegment(callee.name) : '';
    const event = given[0]?.value;
    if (method !== 'on' || event?.kind !== 'literal' || !/^(data|readable|row)$/.test(String(event.value)))
      return false;
    const handler = given[1]?.value;
    if (handler?.kind !== 'function') return false;
    const inside = file.blocks.some(
      (block) =>
        block.definition === handler.definition &&
        block.kind === 'if' &&
        block.test !== null &&
        asksAmount(program, block.test, file),
    );
    return (
      inside ||
      file.calls.some(
        (one, id) => one.definition === handler.definition && stores.has(program.callOf(file, id)),
      )
    );
  });
}

/** `pd.concat(chunks)`: the pieces become one table again. */
function joinedAgain(program: Program, reader: CallRef): boolean {
  return reader.file.calls.some((call, id) => {
    const other = program.callOf(reader.file, id);
    return (
      call.definition === reader.call.definition &&
      /(^|\.)concat$/.test(program.nameOf(other)) &&
      call.arguments.some(({ value }) =>
        anyFlowsFrom(program, [{ value, site: siteOf(other) }], (one) => one === reader),
      )
    );
  });
}

/** Whether what is read was held whole before: `await file.read()`, a buffer, a text. */
function wholeBefore(program: Program, call: CallRef): boolean {
  const starts = call.call.arguments.map(({ value }) => ({ value, site: siteOf(call) }));
  const { callee } = call.call;
  if (callee.kind === 'member') starts.push({ value: callee.of, site: siteOf(call) });
  for (const { call: write } of writtenInto(program, call))
    starts.push(...write.arguments.map(({ value }) => ({ value, site: siteOf(call) })));
  // A buffer that is made anew for each piece holds a piece.
  const once = !isRepeated(program, call);
  const whole = (one: CallRef): boolean =>
    holdsAll(program, one) || (once && program.means(one, 'buffer.whole'));
  return anyFlowsFrom(program, starts, whole) !== null;
}

/** A loop stands around the call, or one over rows around a call of the function that it stands in. */
function isRepeated(program: Program, call: CallRef): boolean {
  const loopsAround = (one: CallRef) =>
    program.blocksAround(one.file, one.call.block).filter(({ kind }) => kind === 'for' || kind === 'while');
  const overRows = (one: CallRef): boolean =>
    loopsAround(one).some(
      ({ test }) =>
        test !== null &&
        anyFlowsFrom(program, [{ value: test, site: siteOf(one) }], (read) => readsTable(program, read)),
    );
  const own = program.definitionOf(siteOf(call));
  return loopsAround(call).length > 0 || (own !== null && program.callers(own).some(overRows));
}

function holdsAll(program: Program, call: CallRef): boolean {
  const name = program.nameOf(call);
  if (
    /(^|\.)(readFileSync|readFile|arrayBuffer|text|memoryStorage)$/.test(name) &&
    /fs|File|formData|multer/.test(name)
  )
    return true;
  return (
    /(UploadFile|File|\.files?|\?|request\.files.*|file|^open|\.open)\.read$/.test(name) &&
    call.call.arguments.length === 0
  );
}
