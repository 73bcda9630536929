/**
 * How every file takes part: only application code may earn points, and it is never somebody else's, a tool's or an
 * example's. Told by paths alone, before anything is read.
 */

import { baseName, folderOf } from '../../reading/text-file.ts';
import type { Entry } from '../../repository/repository.ts';
import { artifactReasons, foldersOn } from './artifacts.ts';
import { type FileKind, kindOf } from './kinds.ts';
import { vendoredFolders } from './vendored.ts';

export type FileRole =
  | 'application'
  | 'test'
  | 'example'
  | 'generated'
  | 'migration'
  | 'vendored'
  | 'artifact';

export interface RepositoryFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly link: boolean;
  readonly tracked: boolean;
  readonly kind: FileKind;
  readonly role: FileRole;
  /** What it is that never belongs in Git: 'virtual environment', 'bytecode', '.env' …; it is there only if tracked. */
  readonly artifact: string | null;
}

const TEST_FOLDER =
  /^(?:tests?|__tests?__|__mocks__|mocks|e2e|cypress|tests?[-_].+|.+[-_.]tests?|(?:unit|integration|load|smoke)tests?)$/i;
const TEST_FILE =
  /^(?:test_.*\.pyi?|.*_test\.pyi?|tests?\.(?:py|[cm]?[jt]sx?)|conftest\.py|locustfile\.py|.*\.(?:test|spec|cy)\.[cm]?[jt]sx?|test[-_].*\.[cm]?[jt]sx?|.*_test\.go|.*Tests?\.(?:java|kt|cs)|(?:jest|vitest|playwright|cypress)\.(?:config|setup|workspace)\.[cm]?[jt]s|setupTests\.[jt]sx?)$/;

/** Questions and answers for an evaluation are called tests too. */
const EVALUATION_DATA =
  /(?:^|\/)(?:evals?|evaluations?|benchmarks?)\/(?:.*\/)?test_(?:set|suite|data|dataset|cases|queries|questions|samples)\.py$/i;

const EXAMPLE_FOLDER = /^(?:examples?|samples?|demos?|tutorials?|snippets|playground)$/i;
/** What the project was before: kept to look at, started by nobody. */
const LEFT_BEHIND_FOLDER = /^_?(?:legacy|deprecated|obsolete|old)$/i;
/** Programs in here illustrate the documentation; the pages themselves stay what they are. */
const DOCUMENTATION_FOLDER = /^docs?$/i;

const GENERATED_FOLDER =
  /^(?:generated|__generated__|_generated|dist|htmlcov|lcov-report|staticfiles|_build|playwright-report|\.openapi-generator)$/i;
const GENERATED_FILE =
  /_pb2(?:_grpc)?\.pyi?$|_(?:grpc_)?pb\.(?:d\.ts|[jt]s)$|\.pb\.go$|\.(?:generated|gen)\.\w+$|^(?:next-env\.d\.ts|mockServiceWorker\.js|database\.types\.ts|block-navigation\.js|prettify\.js)$/;
/** Bundles carry a hash of their content: `assets/index-B6hUSIXg.js`, `static/js/main.3f2a1b4c.chunk.js`. */
const BUNDLE =
  /(?:^|\/)(?:assets|static\/(?:js|css)|_next\/static\/.*)\/[\w.~-]*[.-](?=[\w-]*[\dA-Z])[\w-]{8,20}(?:\.chunk)?\.(?:[cm]?js|css)$/;
const LOCK_FILE =
  /^(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lockb?|poetry\.lock|pdm\.lock|uv\.lock|Pipfile\.lock|composer\.lock|Cargo\.lock|go\.sum|\.terraform\.lock\.hcl|deno\.lock|conda-lock\.yml)$/;

const MIGRATION_FOLDER = /(?:^|\/)(?:migrations?|migrate|drizzle|alembic\/versions|supabase\/migrations)\//i;
const MIGRATION_FILE = /^(?:\d|V\d|__init__\.py$|env\.py$|migration_lock\.)|\.sql$/;

/** Code that sets a project up: beside examples it does not make an application. */
const SETUP_FILE =
  /^(?:setup|conf|noxfile|fabfile|tasks|__init__)\.py$|\.config\.[cm]?[jt]s$|^(?:gulp|grunt)file\.[jt]s$|\.d\.ts$/i;

/** Gives every file its kind and role, in the order of the entries. */
export function classify(entries: readonly Entry[]): readonly RepositoryFile[] {
  const paths = entries.map((entry) => entry.path);
  const known = new Set(paths);
  const artifactReason = artifactReasons(paths);
  const isVendored = vendoredFolders(paths);
  // Alembic puts this template at the head of its folder, however that is called.
  const migrations = new Set(paths.filter((path) => baseName(path) === 'script.py.mako').map(folderOf));
  const clients = new Set(
    paths
      .filter((path) => baseName(path) === '.openapi-generator-ignore')
      .map(folderOf)
      .filter((folder) => folder !== ''),
  );

  const files = entries.map(({ path, size, link, tracked }): RepositoryFile => {
    const kind = kindOf(path);
    const artifact = artifactReason(path);
    const folders = foldersOn(path);
    const role =
      artifact !== null
        ? 'artifact'
        : isVendored(path)
          ? 'vendored'
          : isGenerated(path, known) || folders.some(({ folder }) => clients.has(folder))
            ? 'generated'
            : folders.some(({ name }) => TEST_FOLDER.test(name))
              ? 'test'
              : isMigration(path) || folders.some(({ folder }) => migrations.has(folder))
                ? 'migration'
                : kind === 'code' && isTestFile(path)
                  ? 'test'
                  : isExample(path, kind)
                    ? 'example'
                    : 'application';
    return { path, size, link, tracked, kind, role, artifact };
  });
  return files.some(isProgram) ? files : files.map(asApplication);
}

/** The readers' own languages and all others alike: code of the application itself, not its set-up. */
function isProgram(file: RepositoryFile): boolean {
  if (file.role !== 'application' || file.size === 0 || file.link) return false;
  return file.kind === 'notebook' || (file.kind === 'code' && !SETUP_FILE.test(baseName(file.path)));
}

/** Where all code lies in example folders, these are the project. */
function asApplication(file: RepositoryFile): RepositoryFile {
  return file.role === 'example' ? { ...file, role: 'application' } : file;
}

function isGenerated(path: string, known: ReadonlySet<string>): boolean {
  const name = baseName(path);
  if (LOCK_FILE.test(name) || GENERATED_FILE.test(name) || BUNDLE.test(path)) return true;
  if (foldersOn(path).some((folder) => GENERATED_FOLDER.test(folder.name))) return true;
  // What a compiler wrote beside its source.
  const script = /^(.*)\.([cm]?)jsx?$/.exec(path);
  if (script !== null) return known.has(`${script[1]}.${script[2]}ts`) || known.has(`${script[1]}.tsx`);
  const types = /^(.*)\.d\.ts$/.exec(path);
  return types !== null && known.has(`${types[1]}.js`);
}

function isMigration(path: string): boolean {
  return (
    MIGRATION_FOLDER.test(path) &&
    (MIGRATION_FILE.test(baseName(path)) || /(?:^|\/)versions\/[^/]+\.py$/.test(path))
  );
}

function isTestFile(path: string): boolean {
  return TEST_FILE.test(baseName(path)) && !EVALUATION_DATA.test(path);
}

function isExample(path: string, kind: FileKind): boolean {
  const program = kind === 'code' || kind === 'notebook';
  return foldersOn(path).some(
    ({ name }) =>
      EXAMPLE_FOLDER.test(name) ||
      (program && (DOCUMENTATION_FOLDER.test(name) || LEFT_BEHIND_FOLDER.test(name))),
  );
}
