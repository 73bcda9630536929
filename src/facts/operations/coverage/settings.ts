/** Coverage settings in configuration: coverage.py, jest, vitest, c8, nyc and Codecov. */

import { readIni } from '../../../reading/ini.ts';
import { readJson } from '../../../reading/json.ts';
import { baseName, type TextFile } from '../../../reading/text-file.ts';
import { readToml } from '../../../reading/toml.ts';
import { at, entriesOf, itemsOf, readYaml, scalar, toText, type YamlNode } from '../../../reading/yaml.ts';
import type { CoverageFact, CoverageFindings } from './coverage.ts';
import { objectAfter, withoutComments } from './source.ts';

type Reader = (file: TextFile, findings: CoverageFindings) => void | Promise<void>;

const SCRIPT_CONFIG =
  /^(?:jest|vite|vitest)(?:[\w.-]{0,40})\.config\.(?:[cm]?[jt]s|json)$|^vitest\.workspace\.[jt]s$/;
const NAMES: Readonly<Record<string, Reader>> = {
  '.coveragerc': readIniSettings,
  'setup.cfg': readIniSettings,
  'tox.ini': readIniSettings,
  'pyproject.toml': readPyproject,
  '.coveragerc.toml': readPyproject,
  'bunfig.toml': readBunfig,
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
const FAIL_UNDER: ReadonlySet<string> = new Set(['report.fail_under', 'coverage:report.fail_under']);
/** What a threshold may count, best proof first. */
const FIGURES = ['lines', 'statements', 'functions', 'branches'];
/** A plugin of coverage.py that demands everything. */
const COVDEFAULTS = 'covdefaults';
const SECTION = /^coverage:/;

/** By its name the file may hold coverage settings. */
export function isSettings(path: string): boolean {
  const name = baseName(path);
  return Object.hasOwn(NAMES, name) || SCRIPT_CONFIG.test(name);
}

export async function readSettings(file: TextFile, findings: CoverageFindings): Promise<void> {
  const name = baseName(file.path);
  await (Object.hasOwn(NAMES, name) ? NAMES[name] : readScriptConfig)?.(file, findings);
}

/** `[report]` of .coveragerc, `[coverage:report]` of setup.cfg and tox.ini. */
function readIniSettings(file: TextFile, findings: CoverageFindings): void {
  const own = baseName(file.path) === '.coveragerc';
  let first: number | null = null;
  for (const { section, key, line, values } of readIni(file.text)) {
    if (!own && !SECTION.test(section)) continue;
    first ??= line;
    if (key === 'plugins' && values.some(({ text }) => text.includes(COVDEFAULTS)))
      add(findings, 'threshold', 100, COVDEFAULTS, file.path, line);
    const fits = own ? `${section}.${key}` === 'report.fail_under' : FAIL_UNDER.has(`${section}.${key}`);
    if (!fits) continue;
    const percent = Number.parseFloat(values[0]?.text ?? '');
    // Zero is the default: it enforces nothing.
    if (percent > 0) add(findings, 'threshold', percent, 'fail_under', file.path, line);
  }
  if (first !== null) add(findings, 'measured', null, 'coverage.py configuration', file.path, first);
}

/** `[tool.coverage.report]`, a dotted key or an inline table: TOML has one tree for all of them. */
async function readPyproject(file: TextFile, findings: CoverageFindings): Promise<void> {
  if (!file.text.includes('coverage')) return;
  const { contents } = await readToml(file.text);
  const settings = at(contents ?? undefined, 'tool', 'coverage');
  if (settings === undefined) return;
  const plugin = itemsOf(at(settings, 'run', 'plugins')).find((item) => toText(item) === COVDEFAULTS);
  if (plugin) add(findings, 'threshold', 100, COVDEFAULTS, file.path, plugin.line);
  const limit = at(settings, 'report', 'fail_under');
  const percent = Number.parseFloat(toText(limit) ?? '');
  if (limit !== undefined && percent > 0)
    add(findings, 'threshold', percent, 'fail_under', file.path, limit.line);
  add(findings, 'measured', null, 'coverage.py configuration', file.path, (limit ?? settings).line);
}

/** `coverageThreshold = 0.9`, or one for `line`, `function` and `statement`. */
async function readBunfig(file: TextFile, findings: CoverageFindings): Promise<void> {
  const { contents } = await readToml(file.text);
  const limit = at(contents ?? undefined, 'test', 'coverageThreshold');
  const figure =
    ['line', 'lines', 'statement', 'statements'].map((key) => at(limit, key)).find(Boolean) ?? limit;
  const share = Number.parseFloat(toText(figure) ?? '');
  if (figure !== undefined && share > 0)
    add(findings, 'threshold', share * 100, 'coverageThreshold', file.path, figure.line);
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
  const limits = objectAfter(text, 'coverageThreshold') ?? objectAfter(text, 'thresholds');
  // A figure beside `thresholds`, where vitest had it before its first version, limits nothing.
  const block = limits ?? objectAfter(text, 'coverage');
  if (limits !== null) {
    const inner = objectAfter(limits.text, 'global');
    const [body, start] =
      inner === null ? [limits.text, limits.line] : [inner.text, limits.line + inner.line - 1];
    const figure = figureIn(body, text);
    if (figure !== null) {
      add(findings, 'threshold', figure.percent, 'coverage threshold', file.path, start + figure.line - 1);
    }
  }
  if (block !== null) {
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
function figureIn(body: string, whole: string): { readonly percent: number; readonly line: number } | null {
  for (const key of [...FIGURES, '100']) {
    const match = new RegExp(
      `\\b${key}['"]?\\s{0,20}:\\s{0,20}(\\d{1,3}(?:\\.\\d{1,4})?|[A-Za-z_]\\w{0,60})`,
    ).exec(body);
    const said = match?.[1] ?? '';
    const percent = said === 'true' ? 100 : Number(/^\d/.test(said) ? said : constantIn(whole, said));
    if (match !== null && percent > 0)
      return { percent, line: body.slice(0, match.index).split('\n').length };
  }
  return null;
}

/** The figure that a name stands for: `const FLOOR = 85`. */
function constantIn(text: string, word: string): string | undefined {
  return new RegExp(`\\bconst\\s{1,20}${word}\\s{0,20}=\\s{0,20}(\\d{1,3}(?:\\.\\d{1,4})?)\\b`).exec(
    text,
  )?.[1];
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
