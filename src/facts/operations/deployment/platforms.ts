/** Files of platforms, infrastructure and process managers. One more platform is one more line. */

import { linesOf } from '../../../reading/text-file.ts';
import type { DeploymentFile } from './deployment.ts';

type Found = Pick<DeploymentFile, 'line' | 'detail'>;

export interface PlatformFile {
  readonly platform: string;
  readonly kind: DeploymentFile['kind'];
  readonly path: RegExp;
  /** Where the text says that it deploys, or null when it does not. */
  readonly find: (text: string) => Found | null;
  /** The name alone is enough where the text could not be read. */
  readonly byName: boolean;
}

const MAX_LINES = 5_000;

/** Any text will do. */
const whole = (text: string): Found => ({ line: 1, detail: firstWords(text) });

/** The first line that the pattern matches. */
function having(pattern: RegExp): (text: string) => Found | null {
  return (text) => {
    const lines = linesOf(text).slice(0, MAX_LINES);
    const index = lines.findIndex((line) => !/^\s*(?:#|\/\/)/.test(line) && pattern.test(line.slice(0, 500)));
    return index < 0 ? null : { line: index + 1, detail: (lines[index] ?? '').trim().slice(0, 120) };
  };
}

/** The first line of a list, where each of its lines is such a one. */
function listing(pattern: RegExp): (text: string) => Found | null {
  return (text) => {
    const lines = linesOf(text.slice(0, 20_000)).map((line) => line.replace(/#.*/, '').trim());
    const first = lines.findIndex((line) => line !== '');
    return first >= 0 && lines.every((line) => line === '' || pattern.test(line))
      ? { line: first + 1, detail: lines[first] ?? '' }
      : null;
  };
}

function firstWords(text: string): string {
  return (
    linesOf(text)
      .slice(0, MAX_LINES)
      .map((line) => line.trim())
      .find((line) => line !== '' && !/^(?:#|\/\/|\{$|---)/.test(line))
      ?.slice(0, 120) ?? ''
  );
}

function file(
  platform: string,
  path: RegExp,
  find: PlatformFile['find'] = whole,
  kind: PlatformFile['kind'] = 'platform',
  byName = find === whole,
): PlatformFile {
  return { platform, kind, path, find, byName };
}

/** A front matter field of a README that makes a repository a Hugging Face Space. */
function spaceSdk(text: string): Found | null {
  const lines = linesOf(text.slice(0, 4_000));
  if (lines[0]?.trim() !== '---') return null;
  const end = lines.indexOf('---', 1);
  const at = lines.findIndex(
    (line, index) => index > 0 && index < end && /^sdk:\s*(?:gradio|streamlit|docker|static)\b/.test(line),
  );
  return at < 0 ? null : { line: at + 1, detail: lines[at] ?? '' };
}

export const PLATFORM_FILES: readonly PlatformFile[] = [
  file(
    'render',
    /(?:^|\/)render\.ya?ml$/i,
    having(/^\s*-?\s*(?:services|databases|envVarGroups|type|projects)\s*:/),
  ),
  // A script for the platform's own start or build command.
  file(
    'render',
    /(?:^|\/)(?:render[\w-]*(?:deploy|build|start)|(?:deploy|build|start)[\w-]*render)[\w-]*\.sh$/i,
    having(/\b(?:gunicorn|uvicorn|hypercorn|daphne|pip install|poetry|uv sync|npm|flask|manage\.py)\b/),
  ),
  file('railway', /(?:^|\/)railway\.(?:json|toml)$/i),
  file('railway', /(?:^|\/)nixpacks\.toml$/i),
  file('fly', /(?:^|\/)fly(?:\.[\w-]+)?\.toml$/i),
  file('procfile', /(?:^|\/)Procfile$/, having(/^\s*\w[\w-]*\s*:\s*\S/), 'process'),
  file('vercel', /(?:^|\/)(?:(?:vercel|now)\.json|\.vercelignore)$/i),
  file('netlify', /(?:^|\/)(?:netlify\.toml|(?:public|static)\/_redirects)$/i),
  file(
    'app-engine',
    /(?:^|\/)app\.ya?ml$/i,
    having(/^\s*(?:runtime|env)\s*:\s*["']?(?:python|nodejs|custom|flex|go|java|php|ruby)/),
  ),
  file('digitalocean', /(?:^|\/)\.do\/(?:app|deploy\.template)\.ya?ml$/i),
  file('heroku', /(?:^|\/)heroku\.ya?ml$/i),
  file('heroku', /^runtime\.txt$/, having(/^python-\d/)),
  // Packages of the system, which hosts of Streamlit and Gradio install. Python's would say which version.
  file('packages', /^packages\.txt$/, listing(/^[a-z0-9][a-z0-9.+-]*$/)),
  file('replit', /^\.replit$/, having(/^\s*\[deployment\]/)),
  // Expo's and others' app.json says nothing of this.
  file('heroku', /^app\.json$/i, having(/"(?:buildpacks|formation|addons|success_url|stack)"\s*:/)),
  file('app-runner', /(?:^|\/)apprunner\.ya?ml$/i),
  file(
    'elastic-beanstalk',
    /(?:^|\/)\.(?:ebextensions|elasticbeanstalk|platform)\/.+\.(?:config|ya?ml|conf)$/i,
  ),
  file('elastic-beanstalk', /(?:^|\/)Dockerrun\.aws\.json$/i),
  file('aws-codebuild', /(?:^|\/)(?:buildspec|appspec)[\w.-]*\.ya?ml$/i),
  file('aws-copilot', /(?:^|\/)copilot\/[^/]+\/manifest\.ya?ml$/i),
  file(
    'aws-ecs',
    /(?:^|\/)(?:[\w.-]*task[-_]?def(?:inition)?[\w.-]*|ecs[\w.-]*)\.json$/i,
    having(/"(?:containerDefinitions|taskDefinition)"\s*:/),
    'manifest',
  ),
  file('amplify', /(?:^|\/)amplify\.ya?ml$/i),
  file('azure-developer-cli', /^azure\.ya?ml$/i, having(/^\s*services\s*:/), 'infrastructure'),
  file('azure-static-web-apps', /(?:^|\/)staticwebapp\.config\.json$/i),
  file(
    'azure-container-apps',
    /(?:^|\/)containerapps?[\w.-]*\.ya?ml$/i,
    having(/\b(?:containers|ingress|managedEnvironmentId|template)\s*:/),
    'manifest',
  ),
  file('bicep', /\.bicep$/i, having(/^\s*(?:resource|module)\s+\w+/), 'infrastructure'),
  file(
    'cloud-build',
    /(?:^|\/)cloudbuild[\w.-]*\.ya?ml$/i,
    having(/\b(?:run|app|functions|deploy|kubectl|gke-deploy)\b.*\bdeploy\b|\bdeploy\b|gke-deploy|\bapply\b/),
  ),
  file('skaffold', /(?:^|\/)skaffold\.ya?ml$/i, having(/^\s*(?:deploy|manifests)\s*:/), 'manifest'),
  file(
    'cloud-run',
    /(?:^|\/)(?:service|cloudrun)[\w.-]*\.ya?ml$/i,
    having(/serving\.knative\.dev/),
    'manifest',
  ),
  file('firebase', /(?:^|\/)firebase\.json$/i, having(/"(?:hosting|functions|apphosting)"\s*:/)),
  file('serverless', /(?:^|\/)serverless\.(?:ya?ml|ts|js|json)$/i, whole, 'infrastructure'),
  file('sst', /(?:^|\/)sst\.config\.(?:ts|js)$/i, whole, 'infrastructure'),
  file('cloudflare', /(?:^|\/)wrangler\.(?:toml|jsonc?)$/i),
  file('koyeb', /(?:^|\/)(?:\.koyeb|koyeb)\.ya?ml$/i),
  file('zeabur', /(?:^|\/)zbpack\.json$/i),
  file('dokku', /(?:^|\/)(?:DOKKU_SCALE|CHECKS)$/),
  file('caprover', /(?:^|\/)captain-definition$/),
  file('kamal', /(?:^|\/)config\/deploy\.ya?ml$/i, having(/^\s*(?:service|image|servers)\s*:/)),
  file('modal', /(?:^|\/)modal_\w+\.py$/i, having(/\bmodal\.(?:App|Stub)\(/)),
  file('hugging-face-space', /^README\.md$/i, spaceSdk),
  file('helm', /(?:^|\/)Chart\.ya?ml$/, whole, 'manifest'),
  file('kustomize', /(?:^|\/)kustomization\.ya?ml$/, whole, 'manifest'),
  file('terraform', /\.tf(?:\.json)?$/i, having(/^\s*(?:resource|module)\s+"/), 'infrastructure'),
  file('cdk', /(?:^|\/)cdk\.json$/i, whole, 'infrastructure'),
  file('pulumi', /(?:^|\/)Pulumi\.ya?ml$/, whole, 'infrastructure'),
  file(
    'cloudformation',
    /(?:^|\/)(?:template|cloudformation|cfn|stack|sam)[\w.-]*\.(?:ya?ml|json)$|(?:^|\/)(?:cloudformation|cfn|sam|stacks?|infra\w*|aws)\/.+\.(?:ya?ml|json|template)$/i,
    having(/AWSTemplateFormatVersion|AWS::Serverless|["']?Type["']?\s*:\s*["']?AWS::/),
    'infrastructure',
  ),
  file(
    'ansible',
    /(?:^|\/)(?:playbook|deploy|site)[\w.-]*\.ya?ml$/i,
    having(/^\s*-?\s*hosts\s*:/),
    'infrastructure',
  ),
  // It keeps processes alive on whatever machine; with hosts it deploys.
  file(
    'pm2',
    /(?:^|\/)(?:ecosystem|pm2)(?:\.config)?\.(?:c?js|json|ya?ml)$/i,
    having(/\bdeploy["']?\s*:/),
    'process',
  ),
  file('systemd', /\.(?:service|socket)$/i, having(/^\s*ExecStart\s*=/), 'process'),
  file('passenger', /(?:^|\/)passenger_wsgi\.py$/i, whole, 'process'),
  // A reverse proxy deploys where it serves a domain or TLS, not where it serves a build inside a container.
  file(
    'nginx',
    /(?:^|\/)(?:nginx[^/]*|[^/]+\.nginx|sites-(?:available|enabled)\/[^/]+|nginx\/.+\.conf(?:\.template)?)$/i,
    having(/^\s*ssl_certificate\s|^\s*listen\s+\S*443|^\s*server_name\s+(?!localhost|_|\$|\w+\s*;)[\w*.<-]/),
    'process',
  ),
  file(
    'caddy',
    /(?:^|\/)Caddyfile[^/]*$/i,
    having(/^\s*(?:https?:\/\/)?(?!localhost)[\w*-]+(?:\.[\w-]+)+(?::\d+)?\s*(?:,|\{)/),
    'process',
  ),
];
