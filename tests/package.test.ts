/** The package as somebody else gets it: packed, installed into an empty project, used by its types and its command. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, ROOT, repository, TASKS } from './cli/run.ts';

let project: string;
beforeAll(() => {
  const packed = emptyFolder();
  project = emptyFolder();
  execFileSync('npm', ['pack', '--silent', '--pack-destination', packed], { cwd: ROOT });
  const [tarball = ''] = readdirSync(packed);
  writeFileSync(join(project, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }\n');
  // It depends on nothing, so nothing is asked of a registry.
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', join(packed, tarball)], {
    cwd: project,
    stdio: 'pipe',
  });
});

const node = (...words: string[]): string =>
  execFileSync(process.execPath, words, { cwd: project, encoding: 'utf8' });

describe('the package', () => {
  it('brings the command', () => {
    const command = join(project, 'node_modules/.bin/milestone-auditor');
    const report = JSON.parse(node(command, repository(TASKS), '--format', 'json'));
    expect(report.milestones[0].id).toBe('cli-task-manager');
    expect(node(command, 'explain', 'jwt-auth')).toContain('A good example');
  });

  it('brings the schema that editors complete rules from', () => {
    const schema = join(project, 'node_modules/milestone-auditor/rules/schema.json');
    expect(JSON.parse(readFileSync(schema, 'utf8'))).toHaveProperty('$defs.condition');
  });

  it("runs README's example as a library, and its types hold", () => {
    const [, example = ''] =
      /## As a library\n+```ts\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8')) ?? [];
    expect(example).toContain('import { audit, render }');
    const folder = repository(TASKS);
    mkdirSync(join(project, 'src'), { recursive: true });
    writeFileSync(join(project, 'src/example.mts'), example.replace('path/to/project', folder));
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    const strict = [
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--lib',
      'es2023,dom',
      '--types',
      '',
    ];
    node(compiler, ...strict, '--outDir', 'out', 'src/example.mts');
    expect(node('out/example.mjs')).toMatch(/^## Blog API with Auth/);
  });

  it('refuses with words what its caller can mend', () => {
    const script = `import { audit, UserError } from 'milestone-auditor';
      await audit('no/such/folder').catch((error) => console.log(error instanceof UserError, error.hint));`;
    expect(node('--input-type=module', '--eval', script)).toMatch(/^true Check the spelling/);
  });
});
