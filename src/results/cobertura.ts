/** Cobertura's XML: coverage.py, pytest-cov, gcovr, Istanbul, and most tools of other languages. Pure. */
import { type CoverageReport, fileOf } from './coverage.ts';
import { elementsIn, type XmlElement } from './xml.ts';

export function readCobertura(root: XmlElement): CoverageReport {
  // A file of several classes stands there once for each.
  const lines = new Map<string, (readonly [number, number])[]>();
  for (const { attributes, children } of elementsIn(root, 'class')) {
    const path = attributes.filename ?? '';
    const known = lines.get(path) ?? [];
    lines.set(path, known);
    // Lines of methods stand among those of the class too.
    for (const one of children.filter(({ name }) => name === 'lines').flatMap((list) => list.children))
      known.push([Number(one.attributes.number), Number(one.attributes.hits)]);
  }
  return {
    format: 'Cobertura',
    sources: [...elementsIn(root, 'source')].map(({ text }) => text.replaceAll('\\', '/')).slice(0, 20),
    files: [...lines].filter(([path]) => path !== '').map(([path, counts]) => fileOf(path, counts)),
  };
}
