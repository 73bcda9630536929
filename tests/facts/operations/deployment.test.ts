import { describe, expect, test } from 'vitest';
import { readDeployment } from '../../../src/facts/operations/deployment/deployment.ts';

describe('what deploys', () => {
  test.each<[string, string, string]>([
    ['render.yaml', 'services:\n  - type: web\n', 'render platform 1'],
    ['railway.toml', '[build]\n', 'railway platform 1'],
    ['api/fly.toml', "app = 'a'\n", 'fly platform 1'],
    ['Procfile', 'web: gunicorn app:app\n', 'procfile process 1'],
    ['api/Procfile', '# start\nweb: uvicorn main:app\n', 'procfile process 2'],
    ['vercel.json', '{ "functions": {} }', 'vercel platform 1'],
    ['netlify.toml', '[build]\n', 'netlify platform 1'],
    ['app.yaml', 'runtime: python312\n', 'app-engine platform 1'],
    ['app.json', '{ "formation": {} }', 'heroku platform 1'],
    ['.ebextensions/01.config', 'option_settings:\n', 'elastic-beanstalk platform 1'],
    ['Dockerrun.aws.json', '{ "AWSEBDockerrunVersion": 3 }', 'elastic-beanstalk platform 1'],
    ['cloudbuild.yaml', 'steps:\n  - args: [run, deploy, app]\n', 'cloud-build platform 2'],
    ['k8s/deployment.yaml', 'apiVersion: apps/v1\nkind: Deployment\n', 'kubernetes manifest 2'],
    [
      'k8s/service.yaml',
      'apiVersion: v1\nkind: ConfigMap\n---\napiVersion: v1\nkind: Service\n',
      'kubernetes manifest 5',
    ],
    ['chart/Chart.yaml', 'name: a\n', 'helm manifest 1'],
    [
      'chart/templates/web.yaml',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {{ include "x" . }}\n',
      'kubernetes manifest 2',
    ],
    ['infra/main.tf', '# x\nresource "aws_ecs_service" "a" {}\n', 'terraform infrastructure 2'],
    [
      'template.yaml',
      'Resources:\n  F:\n    Type: AWS::Serverless::Function\n',
      'cloudformation infrastructure 3',
    ],
    ['serverless.yml', 'service: a\n', 'serverless infrastructure 1'],
    ['infra/main.bicep', "resource app 'x' = {}\n", 'bicep infrastructure 1'],
    [
      'ecosystem.config.js',
      'module.exports = {\n  apps: [],\n  deploy: { production: {} } }\n',
      'pm2 process 3',
    ],
    ['app.service', '[Service]\nExecStart=/usr/bin/gunicorn\n', 'systemd process 2'],
    ['nginx/site.conf', 'server {\n  server_name todo.jane.dev;\n}', 'nginx process 2'],
    ['Caddyfile', 'todo.jane.dev {\n  reverse_proxy app:8000\n}', 'caddy process 1'],
    ['README.md', '---\ntitle: x\nsdk: gradio\n---\n# x', 'hugging-face-space platform 3'],
    [
      'docker-compose.prod.yml',
      'services:\n  proxy:\n    image: traefik:v3\n    ports: ["443:443"]\n',
      'compose manifest 2',
    ],
    [
      'compose.yml',
      'services:\n  web:\n    labels:\n      - traefik.http.routers.web.rule=Host(`todo.jane.dev`)\n',
      'compose manifest 2',
    ],
  ])('%s', async (path, text, found) => {
    const { list } = await readDeployment([{ path, text }], [path]);
    expect(list.map((one) => `${one.platform} ${one.kind} ${one.line}`)).toEqual([found]);
  });

  test.each<[string, string]>([
    ['Dockerfile', 'FROM python:3.12\n'],
    // Platforms look for it with a capital letter.
    ['procfile', 'web: gunicorn app:app\n'],
    [
      'docker-compose.yml',
      'services:\n  web:\n    build: .\n    ports: ["8000:8000"]\n  db:\n    image: postgres:16\n',
    ],
    ['docker-compose.prod.yml', 'services:\n  web:\n    build: .\n    ports: ["8000:8000"]\n'],
    ['.devcontainer/docker-compose.yml', 'services:\n  web:\n    image: traefik\n    ports: ["80:80"]\n'],
    ['.gitpod.yml', 'tasks:\n  - command: python main.py\n'],
    ['.streamlit/config.toml', '[server]\nport = 8501\n'],
    ['app.json', '{ "expo": { "name": "a" } }'],
    ['app.yaml', 'logging:\n  level: info\n'],
    ['k8s/config.yaml', 'apiVersion: v1\nkind: ConfigMap\n'],
    ['cloudbuild.yaml', 'steps:\n  - args: [build, .]\n'],
    ['infra/variables.tf', 'variable "region" {}\n'],
    ['web/nginx.conf', 'server {\n  listen 80;\n  server_name localhost;\n}'],
    ['node_modules/x/vercel.json', '{ "a": 1 }'],
    ['examples/render.yaml', 'services:\n'],
    ['README.md', '# Deploy to Render\n\nsdk: gradio\n'],
    ['config/service.yaml', 'name: a\n'],
  ])('not %s', async (path, text) => {
    expect(await readDeployment([{ path, text }], [path])).toEqual({ list: [], notes: [] });
  });
});

test('an empty file is no deployment, and is said', async () => {
  const { list, notes } = await readDeployment([{ path: 'render.yaml', text: '# soon\n' }], ['render.yaml']);
  expect(list).toEqual([]);
  expect(notes.map((note) => note.path)).toEqual(['render.yaml']);
});

test('a file whose text was not read is known by its name, when that is enough', async () => {
  const { list } = await readDeployment([], ['ecosystem.config.js', 'app.json', 'serverless.ts']);
  expect(list.map((one) => one.path)).toEqual(['serverless.ts']);
});
