// biome-ignore-all lint/suspicious/noTemplateCurlyInString: GitHub's own expressions look like templates.
import { describe, expect, test } from 'vitest';
import type { Pipeline } from '../../../src/facts/operations/pipelines/pipelines.ts';
import { readPipelines } from '../../../src/facts/operations/pipelines/pipelines.ts';
import { readTasks } from '../../../src/facts/operations/tasks/tasks.ts';

const GITHUB = '.github/workflows/ci.yml';
/** What `npm test` and `npm run test:unit` stand for. */
const SCRIPTS = {
  'package.json': JSON.stringify({ scripts: { test: 'vitest run', 'test:unit': 'vitest run unit' } }),
};

async function one(
  text: string,
  path = GITHUB,
  others: Readonly<Record<string, string>> = SCRIPTS,
): Promise<Pipeline> {
  const files = [
    { path, text },
    ...Object.entries(others).map(([name, content]) => ({ path: name, text: content })),
  ];
  const found = (await readPipelines(files, await readTasks(files))).list.find(
    (pipeline) => pipeline.path === path,
  );
  if (found === undefined) throw new Error(`no pipeline at ${path}`);
  return found;
}

const work = (pipeline: Pipeline): string =>
  pipeline.work.map((done) => `${done.what}:${done.line}`).join(' ');

/** A workflow with one step, which begins at line 6. */
const step = (...lines: string[]): string =>
  [
    'on: push',
    'jobs:',
    '  a:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    `      - ${lines[0] ?? ''}`,
    ...lines.slice(1).map((line) => `        ${line}`),
  ].join('\n');

describe('what a step does', () => {
  test.each<[string, string[], string]>([
    ['tests', ['run: pytest -q'], 'test:6'],
    ['tests with coverage', ['run: uv run pytest --cov=app'], 'test:6 coverage:6'],
    ['the line inside a block', ['run: |', '  pip install -r requirements.txt', '  npm test'], 'test:8'],
    ['installing a test runner is no test', ['run: pip install pytest flake8'], ''],
    ['an echo does nothing', ['run: echo "now run pytest && flyctl deploy"'], ''],
    ['a comment does nothing', ['run: |', '  # pytest', '  true'], ''],
    ['an echo before a command', ['run: echo start && npm run test:unit'], 'test:6'],
    ['Django', ['run: python manage.py test'], 'test:6'],
    ['linters', ['run: ruff check . && mypy src'], 'lint:6'],
    [
      'image built, not pushed',
      ['uses: docker/build-push-action@v5', 'with:', '  push: false'],
      'image-build:6',
    ],
    [
      'image pushed',
      ['uses: docker/build-push-action@v5', 'with:', '  push: true'],
      'image-build:6 image-push:6',
    ],
    [
      'image pushed on main',
      ['uses: docker/build-push-action@v5', 'with:', "  push: ${{ github.ref == 'refs/heads/main' }}"],
      'image-build:6 image-push:6',
    ],
    ['docker build and push', ['run: docker build -t a . && docker push a'], 'image-build:6 image-push:6'],
    ['Cloud Run over several lines', ['run: |', '  gcloud run deploy app \\', '    --image a'], 'deploy:7'],
    ['Fly', ['run: flyctl deploy --remote-only'], 'deploy:6'],
    ['setting Fly up', ['uses: superfly/flyctl-actions/setup-flyctl@master'], ''],
    ['Azure', ['uses: azure/webapps-deploy@v3'], 'deploy:6'],
    ['kubectl through a pipe', ['run: envsubst < k8s/a.yaml | kubectl apply -f -'], 'deploy:6'],
    ['Terraform', ['run: terraform apply -auto-approve'], 'deploy:6'],
    ['planning is no deploying', ['run: terraform plan'], ''],
    [
      'SSH with a restart',
      ['uses: appleboy/ssh-action@v1', 'with:', '  script: |', '    git pull', '    docker compose up -d'],
      'deploy:6',
    ],
    ['SSH that only looks', ['uses: appleboy/ssh-action@v1', 'with:', '  script: uptime'], ''],
    [
      'a deploy hook in a variable',
      ['run: curl -fsS -X POST "$HOOK"', 'env:', '  HOOK: ${{ secrets.RENDER_DEPLOY_HOOK_URL }}'],
      'deploy:6',
    ],
    ['a health check is no deploying', ['run: curl -f http://localhost:8000/health'], ''],
    ['compose on a hosted runner', ['run: docker compose up -d'], ''],
    ['pages of a documentation site', ['uses: actions/deploy-pages@v4'], 'pages:6'],
    ['a package', ['run: twine upload dist/*'], 'release:6'],
    ['security', ['run: bandit -r src && pip-audit'], 'security:6'],
    ['a step that is switched off', ['run: pytest', 'if: false'], ''],
  ])('%s', async (_, lines, done) => expect(work(await one(step(...lines)))).toBe(done));

  test('on a machine of one’s own, starting a container deploys', async () => {
    const text = step('run: docker compose up -d').replace('ubuntu-latest', '[self-hosted, linux]');
    expect(work(await one(text))).toBe('deploy:6');
  });
});

describe('triggers', () => {
  test.each<[string, string]>([
    ['on: push', 'push'],
    ['on: [push, pull_request]', 'push pull_request'],
    ['on:\n  push:\n    branches: [main]', 'push(main)'],
    ['on:\n  push:\n    tags: ["v*"]', 'tag(v*)'],
    ['on:\n  push:\n    branches: main\n    tags: v*', 'push(main) tag(v*)'],
    ['on:\n  workflow_dispatch:\n  schedule:\n    - cron: "0 0 * * *"', 'manual schedule'],
    ['on:\n  workflow_run:\n    workflows: [CI]', 'workflow_run'],
    ['on: issues', 'other'],
  ])('%s', async (on, triggers) => {
    const found = await one(`${on}\njobs:\n  a:\n    steps: [{ run: pytest }]`);
    expect(
      found.triggers
        .map((trigger) => trigger.on + (trigger.branches.length > 0 ? `(${trigger.branches.join()})` : ''))
        .join(' '),
    ).toBe(triggers);
  });
});

describe('pipelines that never run', () => {
  const running = step('run: pytest');
  test.each<[string, string, string, { empty: boolean; disabled: boolean }]>([
    ['empty', GITHUB, '', { empty: true, disabled: true }],
    ['all commented', GITHUB, '# on: push\n# jobs:\n', { empty: true, disabled: true }],
    ['put aside', '.github/workflows-disabled/ci.yml', running, { empty: false, disabled: true }],
    ['renamed', '.github/workflows/ci.yml.disabled', running, { empty: false, disabled: true }],
    [
      'in a folder of the repository',
      'backend/.github/workflows/ci.yml',
      running,
      { empty: false, disabled: true },
    ],
    [
      'every job switched off',
      GITHUB,
      running.replace('    runs-on', '    if: ${{ false }}\n    runs-on'),
      { empty: false, disabled: true },
    ],
    ['without a trigger', GITHUB, running.replace('on: push', 'name: ci'), { empty: false, disabled: true }],
    ['that does run', GITHUB, running, { empty: false, disabled: false }],
  ])('%s', async (_, path, text, state) => {
    const found = await one(text, path);
    expect({ empty: found.empty, disabled: found.disabled }).toEqual(state);
    expect(found.work.length > 0).toBe(!state.disabled);
  });
});

describe('jobs', () => {
  test('say what they need, where they run and where they deploy to', async () => {
    const found = await one(
      'on: push\njobs:\n  deploy:\n    needs: [test]\n    runs-on: ubuntu-latest\n    environment:\n      name: production\n    if: github.ref == 1\n    steps:\n      - name: Go\n        run: fly deploy\n',
    );
    expect(found.jobs[0]).toMatchObject({
      name: 'deploy',
      line: 3,
      needs: ['test'],
      runsOn: ['ubuntu-latest'],
      environment: 'production',
      if: 'github.ref == 1',
      disabled: false,
    });
    expect(found.jobs[0]?.steps[0]).toMatchObject({ name: 'Go', line: 10, runLine: 11, does: ['deploy'] });
  });

  test('do what the workflow and the actions that they call do', async () => {
    const found = await one(
      'on: push\njobs:\n  a:\n    uses: ./.github/workflows/tests.yml\n  b:\n    steps:\n      - uses: ./.github/actions/ship\n',
      GITHUB,
      {
        '.github/workflows/tests.yml': `${step('run: pytest').replace('on: push', 'on: workflow_call')}`,
        '.github/actions/ship/action.yml': 'runs:\n  using: composite\n  steps:\n    - run: fly deploy\n',
      },
    );
    expect(work(found)).toBe('test:3 deploy:7');
  });

  test('a broken file is a fact with its line, no crash', async () => {
    const found = await one('on: push\njobs:\n  a:\n   - [\n');
    expect(found.errors.length).toBeGreaterThan(0);
  });
});

describe('other systems', () => {
  test.each<[string, string, string, string, string]>([
    [
      'GitLab CI',
      '.gitlab-ci.yml',
      'stages: [test]\n.base:\n  script: [pytest]\ntest:\n  extends: .base\n  only: [merge_requests, main]\nship:\n  environment: production\n  script:\n    - ssh me@host "cd app && git pull && docker compose up -d"\n  rules:\n    - if: $CI_COMMIT_TAG\n',
      'pull_request push tag',
      'test:3 deploy:10',
    ],
    [
      'Jenkins',
      'Jenkinsfile',
      "pipeline {\n  triggers { githubPush() }\n  stages {\n    // stage('Old') { steps { sh 'fly deploy' } }\n    stage('Test') { steps { echo 'pytest'\n      sh '''\n        pip install pytest\n        pytest\n      ''' } }\n    stage('Push') { steps { sh \"docker push a\" } }\n  }\n}",
      'push',
      'test:8 image-push:10',
    ],
    [
      'Azure Pipelines',
      'azure-pipelines.yml',
      'trigger: none\npr: [main]\nsteps:\n  - script: pytest\n  - task: Docker@2\n    inputs:\n      command: buildAndPush\n  - task: AzureWebApp@1\n',
      'pull_request',
      'test:4 image-build:5 image-push:5 deploy:8',
    ],
    [
      'CircleCI',
      '.circleci/config.yml',
      'jobs:\n  test:\n    steps:\n      - checkout\n      - run: pytest\n      - run:\n          name: Ship\n          command: |\n            heroku container:release web\n  spare:\n    steps:\n      - run: fly deploy\nworkflows:\n  all:\n    jobs:\n      - test\n',
      'push',
      'test:5 deploy:9',
    ],
    [
      'Bitbucket',
      'bitbucket-pipelines.yml',
      'pipelines:\n  default:\n    - step:\n        script:\n          - npm test\n  custom:\n    ship:\n      - step:\n          script:\n            - pipe: atlassian/heroku-deploy:1\n',
      'push manual',
      'test:5 deploy:10',
    ],
    [
      'Travis',
      '.travis.yml',
      'language: python\nscript:\n  - pytest\ndeploy:\n  provider: heroku\n',
      'push pull_request',
      'deploy:5 test:3',
    ],
  ])('%s', async (_, path, text, triggers, done) => {
    const found = await one(text, path);
    expect(found.triggers.map((trigger) => trigger.on).join(' ')).toBe(triggers);
    expect(work(found)).toBe(done);
  });
});
