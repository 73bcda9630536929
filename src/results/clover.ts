/** Clover's XML: jest, Istanbul, PHPUnit. Pure. */
import { type CoverageReport, fileOf } from './coverage.ts';
import { elementsIn, type XmlElement } from './xml.ts';

export function readClover(root: XmlElement): CoverageReport {
  const files = [...elementsIn(root, 'file')].map(({ attributes, children }) =>
    fileOf(
      attributes.path ?? attributes.name ?? '',
      children
        .filter(({ name }) => name === 'line')
        .map(({ attributes: line }) => [Number(line.num), Number(line.count)]),
    ),
  );
  return { format: 'Clover', sources: [], files: files.filter(({ path }) => path !== '') };
}
