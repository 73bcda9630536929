/** Fields that take a file from the user: one answer for everybody who asks, whatever the milestone. */
import { lastSegment } from '../../program/link/values.ts';
import type { CallRef } from '../../program/program.ts';
import { attribute } from './labels.ts';
import { COMPONENTS } from './web-components.ts';

/** `<input type="file">`, or the same of a component that stands for a field: `<Input type="file">`. */
export function isFileField(element: CallRef): boolean {
  const { callee, form } = element.call;
  return (
    form === 'jsx' &&
    callee.kind === 'name' &&
    (callee.name === 'input' || isField(callee.name)) &&
    attribute(element, 'type') === 'file'
  );
}

function isField(tag: string): boolean {
  const last = lastSegment(tag).slice(0, 80);
  return COMPONENTS.find(([, pattern]) => pattern.test(last))?.[0] === 'text-input';
}
