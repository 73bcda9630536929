/** YAML whose contents decide: Kubernetes objects, and compose files made for a server. */

import type { TextFile } from '../../../reading/text-file.ts';
import { at, entriesOf, itemsOf, readYaml, toText } from '../../../reading/yaml.ts';
import type { DeploymentFile } from './deployment.ts';

type Found = Pick<DeploymentFile, 'line' | 'detail'>;

/** Objects that run or expose a program; a ConfigMap alone deploys nothing. */
const KINDS =
  /^(?:Deployment|StatefulSet|DaemonSet|Pod|ReplicaSet|Service|Ingress|IngressRoute|CronJob|HorizontalPodAutoscaler|Rollout|Application|Gateway|HTTPRoute|Route|DeploymentConfig)$/;
const MAX_DOCUMENTS = 50;

/** Kubernetes objects of a file, templates of Helm charts included; null when there are none. */
export async function kubernetesKinds(file: TextFile): Promise<Found | null> {
  if (!/^\s*apiVersion\s*:/m.test(file.text) || !/^\s*kind\s*:/m.test(file.text)) return null;
  // Templates are no YAML before they are filled.
  if (file.text.includes('{{')) return byText(file.text);
  const { documents } = await readYaml(file.text);
  const found = documents.slice(0, MAX_DOCUMENTS).flatMap(({ contents }) => {
    const kind = at(contents, 'kind');
    return KINDS.test(toText(kind) ?? '') ? [{ line: kind?.line ?? 1, kind: toText(kind) ?? '' }] : [];
  });
  const first = found[0];
  return first === undefined
    ? null
    : { line: first.line, detail: [...new Set(found.map((one) => one.kind))].join(', ') };
}

function byText(text: string): Found | null {
  const lines = text.split('\n').slice(0, 5_000);
  const index = lines.findIndex((line) => KINDS.test(/^kind:\s*["']?(\w+)/.exec(line)?.[1] ?? ''));
  return index < 0 ? null : { line: index + 1, detail: (lines[index] ?? '').replace(/^kind:\s*/, '').trim() };
}

const PRODUCTION_NAME = /[.\-_](?:prod|production|deploy|swarm|stack|server|staging)\b/i;
const PROXIES =
  /(?:^|\/)(?:traefik|caddy|nginx-proxy|jwilder\/nginx-proxy|letsencrypt|acme-companion|lucaslorentz\/caddy|certbot|swag|cloudflared)/i;

/**
 * A compose file for a server: named for production and behind a proxy that serves the public (ports 80 or 443), or
 * placed on a swarm. For local use it is none.
 */
export async function composeDeploys(file: TextFile): Promise<Found | null> {
  const { documents } = await readYaml(file.text);
  const services = entriesOf(at(documents[0]?.contents, 'services'));
  const named = PRODUCTION_NAME.test(file.path);
  for (const service of services) {
    const image = toText(at(service.node, 'image')) ?? '';
    const ports = itemsOf(at(service.node, 'ports')).map(
      (port) => toText(port) ?? toText(at(port, 'published')) ?? '',
    );
    const open = ports.some((port) => /^(?:\d+(?:\.\d+){3}:)?(?:80|443)(?::|$)/.test(port));
    const routed = entriesOf(at(service.node, 'labels')).map(
      (label) => `${label.key}=${toText(label.node) ?? ''}`,
    );
    const labels = [...routed, ...itemsOf(at(service.node, 'labels')).map((label) => toText(label) ?? '')];
    const tls = labels.some((label) => /traefik\.http\.routers\.[\w-]+\.(?:rule=Host|tls)/.test(label));
    const swarm = at(service.node, 'deploy', 'placement') ?? at(service.node, 'deploy', 'update_config');
    if (tls || swarm !== undefined || (PROXIES.test(image) && (open || named)) || (named && open))
      return { line: service.line, detail: `service ${service.key}` };
  }
  return null;
}
