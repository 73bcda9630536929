/** XML of a tool as plain elements: names, attributes and children, within bounds. Text is left out. */
import type { Refused } from './coverage.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, trimmed; at most 500 characters. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** A report of 100,000 lines has about as many elements. */
const MOST_ELEMENTS = 1_000_000;
const DEEPEST = 40;
const LONGEST_TEXT = 500;

/** The root element. saxes knows no entities but XML's own, so none can grow. */
export async function readXml(text: string): Promise<XmlElement | Refused> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser();
  const open: Open[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  let error: string | null = null;
  parser.on('error', () => {
    error ??= `its XML ends too early or is damaged at line ${parser.line}`;
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    if (elements > MOST_ELEMENTS || open.length >= DEEPEST)
      error ??= 'it holds more elements than a report can have';
    if (error === null) open.push({ name, attributes, children: [], text: '' });
  });
  parser.on('text', (piece) => {
    const last = open.at(-1);
    if (last !== undefined && last.text.length < LONGEST_TEXT) last.text += piece.slice(0, LONGEST_TEXT);
  });
  parser.on('closetag', () => {
    const closed = error === null ? open.pop() : undefined;
    if (closed === undefined) return;
    const element = { ...closed, text: closed.text.trim() };
    const parent = open.at(-1);
    if (parent === undefined) root ??= element;
    else parent.children.push(element);
  });
  // Tools write a DOCTYPE that nobody needs to fetch.
  parser.write(text).close();
  return error === null && root !== null ? root : { refused: error ?? 'its XML holds no element' };
}

/** All elements of a name below one, at any depth. */
export function* elementsIn(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === name) yield child;
    yield* elementsIn(child, name);
  }
}
