/** TLS for domains: where it is set up, and for which host. Tables first; one more tool is one more line. */
import type { Location } from '../../model.ts';
import { APP_HOSTS, LOCAL_HOSTS, PLACEHOLDER_HOSTS } from '../documentation/hosts.ts';
import type { Facts } from '../facts.ts';
import { linesOf } from '../text-file.ts';
import { addressesOf } from './addresses.ts';
import { COMMANDS_IN, linesSaying } from './signs.ts';

/** 'own' is a real name; 'variable' is filled in by the deployment; 'open' is TLS without any name. */
export type HostKind = 'own' | 'variable' | 'placeholder' | 'platform' | 'open';

export interface SecuredHost extends Location {
  readonly kind: HostKind;
}

interface Tool {
  readonly in: RegExp;
  /** The file must say this too: without it there is no TLS, or the tool is another one. */
  readonly with: RegExp | null;
  /** A line that names hosts: its first group, split at spaces and commas. */
  readonly names: RegExp;
  /** Where no line names a host, this line still sets TLS up. */
  readonly else?: RegExp;
}

const TOOLS: readonly Tool[] = [
  // Caddy asks for a certificate for every site that has a name.
  {
    in: /(?:^|\/)Caddyfile[^/]*$/i,
    with: null,
    names:
      /^\s*(?:https:\/\/)?((?!http:|localhost|:|\()(?:[\w*-]+(?:\.[\w-]+)+|\{\$\w+[^}]*\})(?::\d+)?(?:\s*,\s*\S+)*)\s*\{\s*$/,
  },
  {
    in: /(?:^|\/)(?:[^/]*nginx[^/]*|sites-(?:available|enabled)\/[^/]+|(?:nginx|conf\.d|proxy)\/.+)$/i,
    with: /^\s*ssl_certificate\s|listen\s+[^;]*\b443\b[^;]*\bssl\b/m,
    names: /^\s*server_name\s+([^;]+);/,
    else: /^\s*ssl_certificate\s/,
  },
  {
    in: /\.ya?ml$/i,
    with: /traefik[\s\S]*(?:certresolver|letsencrypt|\.tls\b|acme)/i,
    names: /\bHost(?:SNI)?\(\s*[`'"]([^`'"]+)[`'"]/,
  },
  {
    in: /\.(?:ya?ml|toml)$/i,
    with: /certResolver|certificatesResolvers|tls:\s*\{?/,
    names: /\brule\s*[:=]\s*.*\bHost\(\s*[`'"]([^`'"]+)[`'"]/,
  },
  { in: /\.(?:ya?ml|env[\w.-]*)$/i, with: null, names: /\bLETSENCRYPT_HOST\b["']?\s*[:=]\s*["']?([^"'\s]+)/ },
  {
    in: COMMANDS_IN,
    with: null,
    names: /\bcertbot\b.*?\s(?:-d|--domains?)[ =]["']?([^"'\s]+)/,
    else: /\bcertbot\s+(?:certonly|--nginx|--apache|run|renew)\b/,
  },
  {
    in: /compose[\w.-]*\.ya?ml$/i,
    with: /certbot\/certbot|linuxserver\/(?:swag|letsencrypt)|https-portal/,
    names: /(?:\s-d|--domains?)[ =]["']?([^"'\s]+)|\b(?:DOMAINS?|URL)["']?\s*[:=]\s*["']?([^"'\s]+)/,
    else: /certbot\/certbot|linuxserver\/swag|https-portal/,
  },
  {
    in: /\.ya?ml$/i,
    with: /^\s*kind:\s*ManagedCertificate\b/m,
    names: /^\s*-\s*["']?([\w*-]+(?:\.[\w-]+)+)["']?\s*$/,
  },
  {
    in: /\.ya?ml$/i,
    with: /^\s*kind:\s*Certificate\b[\s\S]*cert-manager|cert-manager[\s\S]*^\s*kind:\s*Certificate\b/m,
    names: /^\s*-\s*["']?([\w*-]+(?:\.[\w-]+)+)["']?\s*$/,
  },
  {
    in: /\.tf$/,
    with: /resource\s+"(?:aws_acm_certificate|google_compute_managed_ssl_certificate|azurerm_\w*(?:managed_certificate|custom_domain|custom_hostname_binding)\w*|google_cloud_run_domain_mapping|cloudflare_\w*(?:certificate|record|custom_hostname|pages_domain)\w*|digitalocean_certificate|acme_certificate|heroku_domain|vercel_project_domain)"|terraform-aws-modules\/acm/,
    names:
      /^\s*(?:domain_name|domains?|hostname|host_name|custom_domain(?:_name)?|common_name|zone)\s*=\s*\[?\s*"?([^"\]\s]+)/,
    else: /resource\s+"(?:aws_acm_certificate|google_compute_managed_ssl_certificate|google_cloud_run_domain_mapping|acme_certificate)"/,
  },
  {
    in: /\.(?:ya?ml|json)$/i,
    with: /AWS::CertificateManager::Certificate|AWS::ApiGateway(?:V2)?::DomainName/,
    names: /^\s*"?DomainName"?\s*:\s*["']?([^"'\s,]+)/,
    else: /AWS::CertificateManager::Certificate/,
  },
  {
    in: /\.bicep$/i,
    with: null,
    names: /^(?!)/,
    else: /Microsoft\.(?:App\/managedEnvironments\/managedCertificates|Web\/certificates|Cdn\/profiles\/customDomains|Web\/sites\/hostNameBindings)/,
  },
  {
    in: /(?:^|\/)serverless\.ya?ml$/i,
    with: /customDomain\s*:/,
    names: /^\s*domainName\s*:\s*["']?([^"'\s]+)/,
  },
  {
    in: /(?:^|\/)render\.ya?ml$/i,
    with: /^\s*(?:-\s*)?domains\s*:/m,
    names: /^\s*-\s*["']?([\w-]+(?:\.[\w-]+)+)["']?\s*$/,
  },
  {
    in: /(?:^|\/)\.do\/[\w.-]+\.ya?ml$/i,
    with: /^\s*domains\s*:/m,
    names: /^\s*-?\s*domain\s*:\s*["']?([^"'\s]+)/,
  },
  {
    in: /cloudflared[\w./-]*\.ya?ml$|(?:^|\/)\.?cloudflared\//i,
    with: null,
    names: /^\s*-?\s*hostname\s*:\s*["']?([^"'\s]+)/,
  },
  {
    in: COMMANDS_IN,
    with: null,
    names:
      /\b(?:fly|flyctl)\s+certs\s+(?:add|create)\s+([^\s"']+)|\bheroku\s+domains:add\s+([^\s"']+)|\bdomain-mappings\s+create\b.*--domain[ =]["']?([^\s"']+)|\baz\s+(?:webapp\s+config\s+hostname|containerapp\s+hostname)\s+(?:add|bind)\b.*--hostname[ =]["']?([^\s"']+)|\bvercel\s+(?:domains\s+add|alias\s+set\s+\S+)\s+([^\s"']+)|\brailway\s+domain\s+([\w.-]+\.\w+)|\baws\s+acm\s+request-certificate\b.*--domain-name[ =]["']?([^\s"']+)/,
  },
  // GitHub Pages serves a domain of one's own by this file.
  {
    in: /^(?:(?:frontend|docs|web|client)\/)?(?:public\/|static\/)?CNAME$/,
    with: null,
    names: /^\s*([\w-]+(?:\.[\w-]+)+)\s*$/,
  },
];
/** Names that stand for one's own, and are nobody's. */
const STAND_IN =
  /(?:^|[.-])(?:my|your|the)-?(?:domain|site|app|company|host|server|api|name|website)|^(?:www\.|api\.|app\.|chat\.)?(?:domain|example|sample|test|foo|acme|company|website|site|host|hostname)\.|<|>|\.(?:example|test|invalid)$|change-?me|replace-?me/i;

/** Hosts for which TLS is set up, and https addresses that are documented. */
export function securedHosts(facts: Facts): readonly SecuredHost[] {
  return [
    ...configured(facts),
    ...ingresses(facts),
    ...inCode(facts),
    ...documented(facts),
    ...onPlatforms(facts),
  ];
}

export function kindOfHost(written: string): HostKind | null {
  const host = written
    .replace(/^https?:\/\//, '')
    .replace(/[:/].*$/, '')
    .replace(/^["'`]|["'`,;]$/g, '')
    .toLowerCase();
  if (/\$|\{|^(?:var|local)\.|%/.test(written)) return 'variable';
  if (host === '_' || host === '*' || host === '') return 'open';
  if (PLACEHOLDER_HOSTS.test(host) || STAND_IN.test(host)) return 'placeholder';
  if (!host.includes('.') || LOCAL_HOSTS.test(host) || /^\d+(?:\.\d+){3}$/.test(host)) return null;
  if (APP_HOSTS.some((pattern) => pattern.test(host))) return 'platform';
  return 'own';
}

function configured(facts: Facts): readonly SecuredHost[] {
  const found: SecuredHost[] = [];
  for (const { path, role, size } of facts.files) {
    if (size === 0 || role !== 'application') continue;
    const tools = TOOLS.filter((tool) => tool.in.test(path));
    const text = tools.length > 0 ? facts.text(path) : undefined;
    if (text === undefined) continue;
    // A template of a chart says nothing before its values do.
    if (text.includes('{{') && /(?:^|\/)templates\//.test(path)) continue;
    for (const tool of tools) {
      if (tool.with !== null && !tool.with.test(text.slice(0, 300_000))) continue;
      found.push(...hostsIn(tool, path, text));
    }
  }
  return found;
}

function hostsIn(tool: Tool, path: string, text: string): readonly SecuredHost[] {
  const named: SecuredHost[] = [];
  const open: SecuredHost[] = [];
  linesOf(text)
    .slice(0, 5_000)
    .forEach((raw, index) => {
      const line = raw.slice(0, 500);
      if (/^\s*(?:#|\/\/)|^\s*@?echo\b/.test(line)) return;
      const hosts = tool.names
        .exec(line)
        ?.slice(1)
        .find((group) => group !== undefined);
      for (const host of hosts?.split(/[\s,]+/).filter(Boolean) ?? []) {
        const kind = kindOfHost(host);
        if (kind !== null) named.push({ path, line: index + 1, kind });
      }
      if (tool.else?.test(line)) open.push({ path, line: index + 1, kind: 'open' });
    });
  return named.length > 0 ? named : open;
}

/** Ingresses and gateways of Kubernetes with a certificate, their charts' values included. */
function ingresses(facts: Facts): readonly SecuredHost[] {
  const found: SecuredHost[] = [];
  for (const { path, role } of facts.files) {
    if (role !== 'application' || !/\.ya?ml$/i.test(path)) continue;
    const text = facts.text(path) ?? '';
    const values = /(?:^|\/)values[\w.-]*\.ya?ml$/i.test(path);
    if (!values && !/^\s*kind:\s*["']?(?:Ingress|IngressRoute|Gateway|HTTPProxy|Route)\b/m.test(text))
      continue;
    if (!values && text.includes('{{')) continue;
    if (values && !/^\s*ingress\s*:/m.test(text)) continue;
    const lines = linesOf(text).slice(0, 5_000);
    const secured = lines.findIndex(
      (line) =>
        (/^\s*tls\s*:\s*(?:$|\{|#)/.test(line) && !/^\s*#/.test(line)) ||
        /^\s*[\w./-]*(?:certificate-arn|managed-certificates|cluster-issuer|ssl-cert)\s*:/.test(line),
    );
    if (secured < 0 || (values && /^\s*ingress\s*:\s*\n\s+enabled\s*:\s*false/m.test(text))) continue;
    const hosts = lines.flatMap((line, index) => {
      const host =
        /^\s*(?:-\s*)?(?:host(?:name)?)\s*:\s*["']?([^"'\s#]+)/.exec(line)?.[1] ??
        /\bHost\(`([^`]+)`/.exec(line)?.[1] ??
        (index > secured ? /^\s*-\s*["']?([\w*-]+(?:\.[\w-]+)+)["']?\s*$/.exec(line)?.[1] : undefined);
      const kind = host === undefined ? null : kindOfHost(host);
      return kind === null ? [] : [{ path, line: index + 1, kind }];
    });
    found.push(...(hosts.length > 0 ? hosts : [{ path, line: secured + 1, kind: 'open' as const }]));
  }
  return found;
}

/** Certificates and domains in infrastructure that is written as a program. */
function inCode(facts: Facts): readonly SecuredHost[] {
  return facts.program
    .callsTo([
      '*aws-certificatemanager.*Certificate*',
      '*aws_certificatemanager.*Certificate*',
      '*aws_certificatemanager.*',
      '*acm.Certificate',
      '*gcp.compute.ManagedSslCertificate',
      '*.DomainMapping',
    ])
    .map(({ file, call }) => ({ path: file.path, line: call.line, kind: 'variable' as const }));
}

function documented(facts: Facts): readonly SecuredHost[] {
  return facts.documentation.publicUrls
    .filter((one) => one.kind === 'app' && !one.inCode && /^https:\/\//i.test(one.url))
    .flatMap(({ url, path, line }) => {
      const host = url
        .replace(/^https:\/\//i, '')
        .replace(/[:/?#].*$/, '')
        .toLowerCase();
      const platform = /\.github\.io$|(?:^|\.)huggingface\.co$/.test(host) ? 'platform' : kindOfHost(host);
      return platform === null || platform === 'open' ? [] : [{ path, line, kind: platform }];
    });
}

/** https addresses on a platform's domain in the program's own settings. */
function onPlatforms(facts: Facts): readonly SecuredHost[] {
  const settings = addressesOf(facts).flatMap(({ value, path, line }): readonly SecuredHost[] => {
    const host = /^https:\/\/([^/:?#]+)/i.exec(value)?.[1]?.toLowerCase();
    return host !== undefined && APP_HOSTS.some((pattern) => pattern.test(host))
      ? [{ path, line, kind: 'platform' }]
      : [];
  });
  const told = linesSaying(facts, [
    {
      in: COMMANDS_IN,
      says: /https:\/\/[^\s"']*\.(?:execute-api\.[\w-]+\.amazonaws\.com|run\.app|azurewebsites\.net|fly\.dev|onrender\.com|up\.railway\.app|azurecontainerapps\.io|vercel\.app|herokuapp\.com)\b/,
    },
  ]);
  return [...settings, ...told.map((place) => ({ ...place, kind: 'platform' as const }))];
}
