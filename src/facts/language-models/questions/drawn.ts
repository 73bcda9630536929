/** Charts that the program draws by itself: shapes of SVG whose places and sizes are computed. */
import type { CodeFile, Value } from '../../../program/file.ts';
import { isAlive } from '../../../program/life/alive.ts';
import { writtenAnywhere } from '../../../program/life/region.ts';
import type { Facts } from '../../facts.ts';
import { elementsOf } from '../../interfaces/markup.ts';
import { holdsMarkup } from '../../project/pages.ts';
import type { CodePlace } from './tools.ts';

const SHAPES = new Set(['rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'path']);
const PLACES = new Set('x y x1 x2 y1 y2 cx cy r rx ry width height points d'.split(' '));
const LENGTHS = new Set([...PLACES].filter((name) => name !== 'points' && name !== 'd'));
const PLAIN = /^(?:-?[\d.]*[a-z%]*)$/i;
/** With one computed place a shape is an icon or a ring that turns. */
const LEAST = 2;
/** What stands before a computed value within a tag of a shape: `<rect x="0" y="`. */
const IN_SHAPE = /<(?:rect|circle|ellipse|line|polyline|polygon|path)\b[^<>]{0,400}$/;

/** Shapes with computed places, in the texts that code puts together, in elements that it makes, in pages. */
export function chartsDrawn(facts: Facts): readonly CodePlace[] {
  const { program } = facts;
  const inCode = program
    .filesOf()
    .filter((file) => !file.notebook)
    .flatMap((file) =>
      [...texts(file), ...elements(file)].filter(({ definition }) => isAlive(program, { file, definition })),
    );
  return [
    ...inCode.map(({ path, line }) => ({ path, line })),
    ...facts.files
      .filter(({ path, role }) => role === 'application' && holdsMarkup(path))
      .flatMap(({ path }) =>
        elementsOf(facts.text(path) ?? '')
          .filter(({ tag, attributes }) => SHAPES.has(tag) && computed([...attributes]) >= LEAST)
          .map(({ line }) => ({ path, line })),
      ),
  ];
}

interface Drawn extends CodePlace {
  readonly definition: number;
}

function texts(file: CodeFile): readonly Drawn[] {
  return writtenAnywhere(file).flatMap(({ value, site: { definition } }) =>
    value.kind === 'template' && placedIn(value) >= LEAST
      ? [{ path: file.path, line: value.line, definition }]
      : [],
  );
}

/** How many values of a text stand in tags of shapes. */
function placedIn({ parts }: Extract<Value, { kind: 'template' }>): number {
  let before = '';
  let placed = 0;
  for (const part of parts) {
    if (typeof part === 'string') before = (before + part).slice(-500);
    else {
      if (IN_SHAPE.test(before)) placed += 1;
      before += '0';
    }
  }
  return placed;
}

function elements(file: CodeFile): readonly Drawn[] {
  return file.calls.flatMap(({ form, callee, arguments: given, line, definition }) => {
    if (form !== 'jsx' || callee.kind !== 'name' || !SHAPES.has(callee.name)) return [];
    const placed = given.filter(
      ({ name, value }) => name !== null && PLACES.has(name) && value.kind !== 'literal',
    );
    return placed.length >= LEAST ? [{ path: file.path, line, definition }] : [];
  });
}

/** `width={bar.width}` of Svelte, `:width="bar.width"` of Vue: no number with its unit, no word. */
function computed(attributes: readonly (readonly [string, string])[]): number {
  return attributes.filter(([name, value]) =>
    name.startsWith(':') ? PLACES.has(name.slice(1)) : LENGTHS.has(name) && !PLAIN.test(value),
  ).length;
}
