import { describe, expect, test } from 'vitest';
import { readContainers } from '../../../src/facts/operations/containers/containers.ts';
import { shellWords, unwrapShell } from '../../../src/facts/operations/containers/start.ts';

async function dockerfile(text: string) {
  const { dockerfiles } = await readContainers([{ path: 'Dockerfile', text }]);
  return dockerfiles[0];
}

describe('Dockerfiles', () => {
  test.each([
    'Dockerfile',
    'api/Dockerfile',
    'Dockerfile.prod',
    'docker/api.Dockerfile',
    'dockerfile',
    'Containerfile',
  ])('%s is read', async (path) => {
    expect((await readContainers([{ path, text: 'FROM a\n' }])).dockerfiles).toHaveLength(1);
  });

  test.each([
    'Dockerfile.md',
    '.dockerignore',
    'Dockerfile.dockerignore',
    'dockerfiles/notes.txt',
    'docker.py',
  ])('%s is not', async (path) => {
    expect(await readContainers([{ path, text: 'FROM a\n' }])).toEqual({
      dockerfiles: [],
      compose: [],
      platformStarts: [],
      errors: [],
    });
  });

  test('stages, instructions, ports, copies, user and lines', async () => {
    const found = await dockerfile(
      [
        'ARG V=3.12',
        `FROM --platform=linux/amd64 python:\${V}-slim AS Build`,
        'RUN pip install \\',
        '  # not this',
        '  -r requirements.txt',
        'COPY requirements.txt ./',
        `FROM nginx:\${TAG:-alpine}`,
        'COPY --from=build --chown=1 ["/a b", "/srv/"]',
        'EXPOSE 80 443/tcp',
        'ENV A=1 B="two words"',
        'ENV OLD old style',
        'USER app',
        'HEALTHCHECK --interval=5s CMD curl -f http://localhost || exit 1',
      ].join('\n'),
    );
    expect(found?.stages).toEqual([
      { name: 'build', base: 'python:3.12-slim', line: 2 },
      { name: null, base: 'nginx:alpine', line: 7 },
    ]);
    expect(found?.instructions[2]).toEqual({
      keyword: 'RUN',
      text: 'pip install -r requirements.txt',
      stage: 0,
      line: 3,
      endLine: 5,
    });
    expect(found?.copies.map((one) => [one.sources, one.target, one.from])).toEqual([
      [['requirements.txt'], './', null],
      [['/a b'], '/srv/', 'build'],
    ]);
    expect(found?.ports.map((one) => one.port)).toEqual(['80', '443/tcp']);
    expect(found?.environment.map((one) => `${one.key}=${one.value}`)).toEqual([
      'A=1',
      'B=two words',
      'OLD=old style',
    ]);
    expect(found?.user).toEqual({ name: 'app', line: 12 });
    expect(found?.healthcheck?.line).toBe(13);
    expect(found?.start).toBeNull();
  });

  test.each<[string, string, string | null]>([
    ['exec form', 'CMD ["uvicorn", "app:app"]', 'uvicorn app:app'],
    ['shell form', `CMD uvicorn app:app --port \${PORT:-8000}`, `uvicorn app:app --port \${PORT:-8000}`],
    ['sh -c', 'CMD ["sh", "-c", "exec uvicorn app:app"]', 'uvicorn app:app'],
    ['entrypoint and command', 'ENTRYPOINT ["uvicorn"]\nCMD ["app:app"]', 'uvicorn app:app'],
    ['shell entrypoint ignores command', 'ENTRYPOINT uvicorn a:a\nCMD ["b:b"]', 'uvicorn a:a'],
    ['the last one counts', 'CMD ["a"]\nCMD ["b"]', 'b'],
    ['a broken exec form', "CMD ['python', 'app.py']", 'python app.py'],
    ['a comment is none', '# CMD ["a"]', null],
    ['a heredoc is none', 'RUN <<EOF\nCMD ["a"]\nEOF', null],
  ])('start: %s', async (_name, text, expected) => {
    expect((await dockerfile(`FROM x\n${text}\n`))?.start?.words.join(' ') ?? null).toBe(expected);
  });

  test('only the final stage starts the container, with what its base stage declares', async () => {
    const other = await dockerfile(
      'FROM a AS test\nCMD ["pytest"]\nHEALTHCHECK CMD x\nFROM b\nCMD ["serve"]\n',
    );
    expect(other?.start?.words).toEqual(['serve']);
    expect(other?.healthcheck).toBeNull();
    const based = await dockerfile('FROM a AS base\nCMD ["serve"]\nHEALTHCHECK CMD x\nFROM base\nRUN y\n');
    expect(based?.start?.words).toEqual(['serve']);
    expect(based?.healthcheck?.line).toBe(3);
    expect((await dockerfile('FROM a\nHEALTHCHECK NONE\n'))?.healthcheck).toBeNull();
  });

  test('a start script of the repository is read, the nearest first', async () => {
    const { dockerfiles } = await readContainers([
      { path: 'api/Dockerfile', text: 'FROM a\nENTRYPOINT ["/app/start.sh"]\n' },
      { path: 'start.sh', text: 'other\n' },
      { path: 'api/start.sh', text: '#!/bin/sh\nset -e\nexec uvicorn app:app \\\n  --port 80\n' },
    ]);
    expect(dockerfiles[0]?.start?.script).toEqual({
      path: 'api/start.sh',
      lines: [
        { words: ['set', '-e'], line: 2 },
        { words: ['uvicorn', 'app:app', '--port', '80'], line: 3 },
      ],
    });
  });

  test.each(['', '# nothing\n', '\0\0<<<<', 'RUN '.repeat(100_000)])(
    'unreadable %# is an error',
    async (text) => {
      const { dockerfiles, errors } = await readContainers([{ path: 'Dockerfile', text }]);
      expect(dockerfiles).toEqual([]);
      expect(errors).toMatchObject([{ path: 'Dockerfile', line: 1 }]);
    },
  );
});

describe('compose', () => {
  const text = [
    'services:',
    '  api:',
    '    build: { context: ./backend, dockerfile: Dockerfile.prod }',
    '    command: uvicorn app:app --reload',
    '    ports: ["8000:8000", {target: 9000}]',
    '    environment:',
    '      DATABASE_URL: postgresql://db/app',
    '      EMPTY:',
    '    env_file: .env',
    '    depends_on:',
    '      db: { condition: service_healthy }',
    '  db:',
    '    image: postgres:16',
    '    environment:',
    '      - POSTGRES_PASSWORD=x=y',
    '    healthcheck:',
    '      test: ["CMD", "pg_isready"]',
    '  web:',
    '    build: https://host/repo.git',
    '    healthcheck: { disable: true }',
  ].join('\n');

  test('services with their lines', async () => {
    const { compose } = await readContainers([{ path: 'deploy/compose.yml', text }]);
    const [api, db, web] = compose;
    expect(api).toMatchObject({
      name: 'api',
      line: 2,
      build: { context: 'deploy/backend', dockerfile: 'deploy/backend/Dockerfile.prod', line: 3 },
      start: { words: ['uvicorn', 'app:app', '--reload'], line: 4 },
      environment: [
        { key: 'DATABASE_URL', value: 'postgresql://db/app', line: 7 },
        { key: 'EMPTY', line: 8 },
      ],
      environmentFiles: ['.env'],
      dependsOn: ['db'],
      healthcheck: null,
    });
    expect(api?.ports.map((one) => one.port)).toEqual(['8000:8000', '9000']);
    expect(db).toMatchObject({
      image: 'postgres:16',
      imageLine: 13,
      environment: [{ key: 'POSTGRES_PASSWORD', value: 'x=y', line: 15 }],
      healthcheck: { text: 'CMD pg_isready', line: 16 },
    });
    expect(web).toMatchObject({ build: { context: null, dockerfile: null }, healthcheck: null });
  });

  test.each([
    'docker-compose.yml',
    'docker-compose.prod.yaml',
    'compose.yaml',
    'docker_compose.yml',
    'x/compose.dev.yml',
  ])('%s is one', async (path) => {
    expect((await readContainers([{ path, text }])).compose).toHaveLength(3);
  });

  test('broken and odd files are no crash', async () => {
    const broken = await readContainers([{ path: 'compose.yml', text: 'services: [\n' }]);
    expect(broken.compose).toEqual([]);
    expect(broken.errors).toHaveLength(1);
    const odd = await readContainers([
      { path: 'compose.yml', text: 'services:\n  a: text\n  b: {ports: 1, build: [x]}\n' },
    ]);
    expect(odd.compose.map((one) => one.name)).toEqual(['b']);
  });
});

describe('shell words', () => {
  test.each([
    ['a "b c" \'d e\'', ['a', 'b c', 'd e']],
    ['a&&b || c;d|e', ['a', '&&', 'b', '||', 'c', ';', 'd', '|', 'e']],
    ['a \\\n b \\" # rest', ['a', 'b', '"']],
    ['a >&2 ""', ['a', '>&2', '']],
    ['"open', ['open']],
  ])('%s', (text, words) => {
    expect(shellWords(text)).toEqual(words);
  });

  test('only a shell with -c is unwrapped', () => {
    expect(unwrapShell(['/bin/bash', '-lc', 'a b'])).toEqual(['a', 'b']);
    expect(unwrapShell(['bash', 'start.sh'])).toEqual(['bash', 'start.sh']);
    expect(unwrapShell([])).toEqual([]);
  });
});
