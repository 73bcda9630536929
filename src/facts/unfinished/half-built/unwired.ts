/** Features that the README lists and whose code stands beside the program: written, perhaps tested, employed by nobody. */

import { namesRead } from '../../../program/link/names-read.ts';
import { normalise } from '../../documents/vocabulary.ts';
import type { Facts } from '../../facts.ts';
import { WORKER } from '../idle-parts.ts';
import type { Unfinished } from '../unfinished.ts';

/** Further names of classes that are written to do a job. */
const WORKS = /(?:Detector|Trigger|Router|Splitter|Validator|Guard|Handler)$/;
const MIN_WORD = 4;
const MAX_TEXT = 200;

/** Classes that do what a listed feature says, and that no code but tests makes or hands on. */
export function unwiredFeatures({ program, documentation }: Facts): readonly Unfinished[] {
  const features = documentation.features.map(({ text }) => normalise(text));
  if (features.length === 0) return [];
  const files = [...program.filesOf(), ...program.filesOf('example')];
  const read = new Set(files.flatMap((file) => [...namesRead(file).names]));
  const texts = files.flatMap((file) => [...namesRead(file).texts].filter((text) => text.length < MAX_TEXT));
  return program.definitions().flatMap(({ file, definition }): Unfinished[] => {
    const { name, kind, line, decorators, bases } = definition;
    // A framework may find a class by its base, a registry by its decorator.
    if (kind !== 'class' || file.notebook || decorators.length > 0 || bases.length > 0) return [];
    const suffix = WORKER.exec(name) ?? WORKS.exec(name);
    if (suffix === null || read.has(name) || texts.some((text) => text.includes(name))) return [];
    const words = normalise(name.slice(0, suffix.index)).trim().split(' ');
    if (words.some((word) => word.length < MIN_WORD)) return [];
    const promised = features.some((text) => words.every((word) => text.includes(` ${word}`)));
    return promised
      ? [{ path: file.path, line, what: `${name} is a listed feature that the program never uses` }]
      : [];
  });
}
