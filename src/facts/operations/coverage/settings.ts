/** Coverage settings in configuration: coverage.py, jest, vitest, c8, nyc and Codecov. */

import { readIni } from '../../../reading/ini.ts';
import { readJson } from '../../../reading/json.ts';
import { baseName, type TextFile } from '../../../reading/text-file.ts';
import { at, entriesOf, readYaml, scalar, toText, type YamlNode } from '../../../reading/yaml.ts';
import type { CoverageFact, CoverageFindings } from './coverage.ts';
import { objectAfter, withoutComments } from './source.ts';

type Reader = (file: TextFile, findings: CoverageFindings) => void | Promise<void>;

const SCRIPT_CONFIG =
  /^(?:jest|vite|vitest)(?:[\w.-]{0,40})\.config\.(?:[cm]?[jt]s|json)$|^vitest\.workspace\.[jt]s$/;
const NAMES: Readonly<Record<string, Reader>> = {
  '.coveragerc': readIniSettings,
  'setup.cfg': readIniSettings,
  'tox.ini': readIniSettings,
  'pyproject.toml': readIniSettings,
  'package.json': readPackage,
  '.nycrc': readNyc,
  '.nycrc.json': readNyc,
  '.c8rc.json': readNyc,
  '.c8rc': readNyc,
  'codecov.yml': readCodecov,
  'codecov.yaml': readCodecov,
  '.codecov.yml': readCodecov,
  '.codecov.yaml': readCodecov,
};

/** The same settings by each of the files that may hold them: section and key, joined. */
const FAIL_UNDER: ReadonlySet<string> = new Set([
  'report.fail_under',
  'coverage:report.fail_under',
  'tool.coverage.report.fail_under',
]);
/** What a threshold may count, best proof first. */
const FIGURES = ['lines', 'statements', 'functions', 'branches'];
const SECTION = /^(?:coverage:|tool\.coverage(?:\.|$))/;

/** By its name the file may hold coverage settings. */
export function isSettings(path: string): boolean {
  const name = baseName(path);
  return Object.hasOwn(NAMES, name) || SCRIPT_CONFIG.test(name);
}

export async function readSettings(file: TextFile, findings: CoverageFindings): Promise<void> {
  const name = baseName(file.path);
  await (Object.hasOwn(NAMES, name) ? NAMES[name] : readScriptConfig)?.(file, findings);
}

/** TOML's tables and keys read like INI as far as this setting goes. */
function readIniSettings(file: TextFile, findings: CoverageFindings): void {
  const own = baseName(file.path) === '.coveragerc';
  let first: number | null = null;
  for (const { section, key, line, values } of readIni(file.text)) {
    if (!own && !SECTION.test(section)) continue;
    first ??= line;
    const fits = own ? `${section}.${key}` === 'report.fail_under' : FAIL_UNDER.has(`${section}.${key}`);
    if (!fits && !(section === 'tool.coverage' && key === 'report.fail_under')) continue;
    const percent = Number.parseFloat(values[0]?.text ?? '');
    // Zero is the default: it enforces nothing.
    if (percent > 0) add(findings, 'threshold', percent, 'fail_under', file.path, line);
  }
  if (first !== null) add(findings, 'measured', null, 'coverage.py configuration', file.path, first);
}

function readPackage(file: TextFile, findings: CoverageFindings): void {
  if (!/jest|vitest|nyc|c8/.test(file.text)) return;
  const { contents } = readJson(file.text);
  if (contents === null) return;
  jestThreshold(at(contents, 'jest', 'coverageThreshold', 'global'), file.path, findings);
  const collects = at(contents, 'jest', 'collectCoverage');
  if (scalar(collects) === true)
    add(findings, 'measured', null, 'collectCoverage', file.path, collects?.line ?? 1);
  for (const key of ['nyc', 'c8']) {
    const settings = at(contents, key);
    if (settings !== undefined) checkCoverage(settings, file.path, findings);
  }
}

function readNyc(file: TextFile, findings: CoverageFindings): void {
  const { contents, error } = readJson(file.text);
  if (contents !== null) checkCoverage(contents, file.path, findings);
  else if (error !== null && file.text.trimStart().startsWith('{')) {
    findings.errors.push({ path: file.path, ...error });
  }
}

function jestThreshold(global: YamlNode | undefined, path: string, findings: CoverageFindings): void {
  const figure = figureOf(global);
  if (figure !== null) add(findings, 'threshold', figure.percent, 'coverageThreshold', path, figure.line);
}

function checkCoverage(settings: YamlNode, path: string, findings: CoverageFindings): void {
  const figure = figureOf(settings);
  const checks =
    scalar(at(settings, 'check-coverage')) === true || scalar(at(settings, 'checkCoverage')) === true;
  if (checks && figure !== null)
    add(findings, 'threshold', figure.percent, 'check-coverage', path, figure.line);
  else add(findings, 'measured', null, 'c8 or nyc configuration', path, settings.line);
}

/** The first of {@link FIGURES} that is there. */
function figureOf(node: YamlNode | undefined): { readonly percent: number; readonly line: number } | null {
  for (const key of FIGURES) {
    const entry = entriesOf(node).find((one) => one.key === key);
    const percent = Number(toText(entry?.node) ?? Number.NaN);
    if (entry !== undefined && percent > 0) return { percent, line: entry.line };
  }
  return null;
}

function readScriptConfig(file: TextFile, findings: CoverageFindings): void {
  const text = withoutComments(file.text.slice(0, 200_000));
  const block =
    objectAfter(text, 'coverageThreshold') ??
    objectAfter(text, 'thresholds') ??
    objectAfter(text, 'coverage');
  if (block !== null) {
    const inner = objectAfter(block.text, 'global');
    const [body, start] =
      inner === null ? [block.text, block.line] : [inner.text, block.line + inner.line - 1];
    const figure = figureIn(body);
    if (figure !== null) {
      add(findings, 'threshold', figure.percent, 'coverage threshold', file.path, start + figure.line - 1);
    }
    add(findings, 'measured', null, 'coverage configuration', file.path, block.line);
    return;
  }
  const collects = /\bcollectCoverage['"]?\s*:\s*true/.exec(text);
  if (collects === null) return;
  add(
    findings,
    'measured',
    null,
    'collectCoverage',
    file.path,
    text.slice(0, collects.index).split('\n').length,
  );
}

/** {@link figureOf} for the text of an object literal; `100: true` is vitest's word for everything. */
function figureIn(body: string): { readonly percent: number; readonly line: number } | null {
  for (const key of [...FIGURES, '100']) {
    const match = new RegExp(`\\b${key}['"]?\\s{0,20}:\\s{0,20}(\\d{1,3}(?:\\.\\d{1,4})?|true)`).exec(body);
    const percent = match?.[1] === 'true' ? 100 : Number(match?.[1] ?? Number.NaN);
    if (match !== null && percent > 0)
      return { percent, line: body.slice(0, match.index).split('\n').length };
  }
  return null;
}

async function readCodecov(file: TextFile, findings: CoverageFindings): Promise<void> {
  const { documents, errors } = await readYaml(file.text);
  for (const error of errors) findings.errors.push({ path: file.path, ...error });
  const project = at(documents[0]?.contents, 'coverage', 'status', 'project');
  const named = entriesOf(project).filter(({ node }) => at(node, 'target') !== undefined);
  for (const node of [
    ...(at(project, 'target') === undefined ? [] : [project]),
    ...named.map((one) => one.node),
  ]) {
    const target = at(node, 'target');
    const percent = Number.parseFloat(toText(target) ?? '');
    const only = scalar(at(node, 'informational')) === true;
    if (target !== undefined && percent > 0 && !only) {
      add(findings, 'threshold', percent, 'Codecov target', file.path, target.line);
    }
  }
  if (documents.length > 0) add(findings, 'measured', null, 'Codecov configuration', file.path, 1);
}

function add(
  findings: CoverageFindings,
  kind: CoverageFact['kind'],
  percent: number | null,
  what: string,
  path: string,
  line: number,
): void {
  findings.list.push({ kind, percent, what, path, line });
}
