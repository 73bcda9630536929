/**
 * Writes tests/github/openapi.json: of GitHub's OpenAPI description, what the Action asks. The whole of it is 385 MB, so it
 * is no dependency. Install it somewhere else, and say where:
 *
 *   npm install --prefix FOLDER @octokit/openapi@23.0.2
 *   node scripts/openapi.ts FOLDER/node_modules/@octokit/openapi
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const OPERATIONS = [
  'GET /user',
  'POST /repos/{owner}/{repo}/check-runs',
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations',
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'GET /repos/{owner}/{repo}/pulls',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}',
  'GET /repos/{owner}/{repo}/compare/{basehead}',
  'GET /repos/{owner}/{repo}/commits',
  'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
  'GET /repos/{owner}/{repo}',
  'GET /repos/{owner}/{repo}/actions/runs',
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs',
  'GET /repos/{owner}/{repo}/deployments',
  'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
  'GET /repos/{owner}/{repo}/pages',
  'GET /repos/{owner}/{repo}/releases',
  'GET /repos/{owner}/{repo}/branches/{branch}',
];

/** Words for people, and what a validator does not look at. */
const LEFT_OUT = new Set(['description', 'example', 'examples', 'externalDocs', 'x-github', 'title']);

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: unknown;
  }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema: unknown }>> };
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('say where @octokit/openapi lies');
/** Of github.com; enterprise servers must describe the same, so that the Action works there too. */
const HERE = 'api.github.com';
const ELSEWHERE = ['ghec', 'ghes-3.17', 'ghes-3.18', 'ghes-3.19'];

const operations = await operationsOf(HERE);
for (const name of ELSEWHERE) {
  if (JSON.stringify(await operationsOf(name)) !== JSON.stringify(operations)) {
    throw new Error(`${name} describes what the Action asks in another way`);
  }
}
const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
const target = new URL('../tests/github/openapi.json', import.meta.url);
const source = `@octokit/openapi ${version} (MIT), ${HERE}; the same in ${ELSEWHERE.join(', ')}`;
await writeFile(target, `${JSON.stringify({ source, operations }, null, 1)}\n`);

async function operationsOf(name: string) {
  const text = await readFile(join(folder ?? '', 'generated', `${name}.deref.json`), 'utf8');
  const { paths } = JSON.parse(text) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  return OPERATIONS.map((one) => {
    const [method = '', path = ''] = one.split(' ');
    const found = paths[path]?.[method.toLowerCase()];
    if (found === undefined) throw new Error(`${name} describes no ${one}`);
    const parameters = (found.parameters ?? []).map(
      ({ name: parameter, in: where, required = false, schema }) => ({
        name: parameter,
        in: where,
        required,
        schema: bare(schema),
      }),
    );
    const body = found.requestBody?.content?.['application/json']?.schema;
    return { method, path, parameters, ...(body === undefined ? {} : { body: bare(body) }) };
  });
}

function bare(schema: unknown, ofNames = false): unknown {
  if (Array.isArray(schema)) return schema.map((one) => bare(one));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => ofNames || !LEFT_OUT.has(key))
      .map(([key, value]) => [key, bare(value, !ofNames && key === 'properties')]),
  );
}
