/** Text that is kept page by page, as its pages were read. */
import type { CodeFile, Value } from '../../../program/file.ts';
import { type Origin, originsOf } from '../../../program/flow/flow.ts';
import { calleeParts, siteOf } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import type { Chunking } from './chunking.ts';

/** What gives the text of one page. */
const PAGE_TEXT = /^(?:extract_?text\w*|get_?text\w*|extractText|getText)$/;

/** Pages that go on as they are; those that are put together into one text before are none. */
export function readByPages(program: Program, kept: readonly Origin[]): readonly Chunking[] {
  const calls = originsOf(program, kept, { most: 6000 }).flatMap(({ value, site }) =>
    value.kind === 'call' ? [program.callOf(site.file, value.call)] : [],
  );
  return calls
    .filter(
      (call) =>
        program.means(call, 'chunk.page-loader') ||
        (PAGE_TEXT.test(lastSegment(program.nameOf(call))) && ofOnePage(program, call) && !isJoined(call)),
    )
    .map(({ file, call }) => ({ careful: false, file, line: call.line }));
}

/** `page.extract_text()` where `page` is one of several. */
function ofOnePage(program: Program, call: CallRef): boolean {
  const receiver = calleeParts(call.call.callee)?.of;
  if (receiver?.kind !== 'name') return receiver?.kind === 'index';
  return program
    .assignmentsTo(receiver.name, siteOf(call))
    .some(({ assignment }) => assignment.via === 'for' || assignment.value?.kind === 'index');
}

/** `"\n".join(page.extract_text() for page in pages)`, `text += page.extract_text()`, a list that is joined later. */
function isJoined({ file, call }: CallRef): boolean {
  const augments = file.assignments.some(
    ({ via, definition, value }) =>
      via === 'augmented' && definition === call.definition && value?.kind !== 'literal',
  );
  return (
    augments ||
    file.calls.some(
      (other) =>
        other.definition === call.definition &&
        calleeParts(other.callee)?.name === 'join' &&
        !other.arguments.some(({ value }) => isSplit(value, file)),
    )
  );
}

/** `" ".join(text.split())` tidies one page. */
function isSplit(value: Value, file: CodeFile): boolean {
  if (value.kind !== 'call') return false;
  const callee = file.calls[value.call]?.callee;
  return callee !== undefined && calleeParts(callee)?.name === 'split';
}
