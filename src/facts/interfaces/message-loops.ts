/** Loops that show one message after the other. */
import type { CodeFile } from '../../program/file.ts';
import type { Origin } from '../../program/flow/flow.ts';
import type { Facts } from '../facts.ts';
import { widgetsIn } from './screen.ts';

/** What each loop of a file goes over: what the messages say, not who wrote them with which model. */
export function messageLoops(facts: Facts, file: CodeFile): readonly Origin[] {
  const shown = widgetsIn(facts, file).filter(({ kind }) => kind === 'message');
  return file.blocks.flatMap(({ kind, test, line, endLine, definition }) =>
    kind === 'for' && test && shown.some((one) => one.line >= line && one.line <= endLine)
      ? [{ value: test, site: { file, definition }, keys: ['content'] }]
      : [],
  );
}
