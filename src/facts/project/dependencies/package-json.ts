/** package.json: dependencies, scripts, commands and the module system. */

import { readJson } from '../../../reading/json.ts';
import type { TextFile } from '../../../reading/text-file.ts';
import { at, entriesOf, toText } from '../../../reading/yaml.ts';
import type { Findings, Scope } from './dependencies.ts';
import { normaliseName } from './names.ts';

const SECTIONS: Readonly<Record<string, Scope>> = {
  dependencies: 'runtime',
  peerDependencies: 'runtime',
  optionalDependencies: 'optional',
  devDependencies: 'development',
};

export function readPackageJson(file: TextFile, findings: Findings): void {
  const { path } = file;
  const { contents, error } = readJson(file.text);
  if (error !== null) findings.errors.push({ path, ...error });
  if (contents === null) return;
  for (const [section, scope] of Object.entries(SECTIONS)) {
    for (const { key, line, node } of entriesOf(at(contents, section))) {
      const version = toText(node);
      findings.list.push({
        name: normaliseName(key, 'node'),
        written: key,
        extras: [],
        version: version === undefined || version === '*' || version.includes('://') ? null : version,
        ecosystem: 'node',
        scope,
        direct: true,
        frozen: false,
        path,
        line,
      });
    }
  }
  for (const { key, line, node } of entriesOf(at(contents, 'scripts'))) {
    const target = toText(node);
    if (target !== undefined) findings.scripts.push({ name: key, target, kind: 'npm', path, line });
  }
  const name = toText(at(contents, 'name')) ?? null;
  const bin = at(contents, 'bin');
  const single = toText(bin);
  if (bin !== undefined && single !== undefined) {
    const command = name?.split('/').at(-1) ?? single;
    findings.scripts.push({ name: command, target: single, kind: 'console', path, line: bin.line });
  }
  for (const { key, line, node } of entriesOf(bin)) {
    const target = toText(node);
    if (target !== undefined) findings.scripts.push({ name: key, target, kind: 'console', path, line });
  }
  const type = toText(at(contents, 'type')) === 'module' ? 'module' : 'commonjs';
  findings.packages.push({ path, name, type, engine: toText(at(contents, 'engines', 'node')) ?? null });
}
