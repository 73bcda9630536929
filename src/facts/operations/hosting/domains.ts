/** TLS for domains: where it is set up, and for which host. The tools are in tls.ts. */
import type { Location } from '../../../model.ts';
import { covers, linesOf } from '../../../reading/text-file.ts';
import { APP_HOSTS, LOCAL_HOSTS, PLACEHOLDER_HOSTS } from '../../documents/hosts.ts';
import type { Facts } from '../../facts.ts';
import { addressesOf } from './addresses.ts';
import { filledTemplate } from './charts.ts';
import { COMMANDS_IN, linesSaying } from './signs.ts';
import { TLS_TOOLS, type TlsTool } from './tls.ts';

/** 'own' is a real name; 'variable' is filled in by the deployment; 'open' is TLS without any name. */
export type HostKind = 'own' | 'variable' | 'placeholder' | 'platform' | 'open';

export interface SecuredHost extends Location {
  readonly kind: HostKind;
}

/** Names that stand for one's own, and are nobody's. */
const STAND_IN =
  /(?:^|[.-])(?:my|your|the)-?(?:domain|site|app|company|host|server|api|name|website)|^(?:www\.|api\.|app\.|chat\.)?(?:domain|example|sample|test|foo|acme|company|website|site|host|hostname)\.|<|>|\.(?:example|test|invalid)$|change-?me|replace-?me/i;

/** Hosts for which TLS is set up, and https addresses that are documented. */
export function securedHosts(facts: Facts): readonly SecuredHost[] {
  return [
    ...configured(facts),
    ...inRunbooks(facts),
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
    const tools = TLS_TOOLS.filter((tool) => tool.in.test(path));
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

const SHELL: ReadonlySet<string> = new Set(['', 'bash', 'sh', 'shell', 'console', 'zsh']);

/** `fly certs add …` within a sentence. */
const SPAN = /`([^`\n]{3,300})`/g;

/** Commands that a document gives to whoever deploys. */
function inRunbooks({ documentation, text: textOf }: Facts): readonly SecuredHost[] {
  const tools = TLS_TOOLS.filter((tool) => tool.in === COMMANDS_IN);
  return documentation.documents.flatMap(({ path, codeBlocks, sections }) => {
    const apart = [...codeBlocks, ...sections.filter(({ purposes }) => purposes.includes('roadmap'))];
    const spans = linesOf(textOf(path) ?? '')
      .slice(0, 5_000)
      .flatMap((line, index) =>
        apart.some((one) => covers(one, index + 1))
          ? []
          : [...line.slice(0, 2_000).matchAll(SPAN)].map(([, text = '']) => ({ text, line: index })),
      );
    return [...codeBlocks.filter(({ language }) => SHELL.has(language)), ...spans].flatMap(({ text, line }) =>
      tools.flatMap((tool) => hostsIn(tool, path, text).map((host) => ({ ...host, line: line + host.line }))),
    );
  });
}

function hostsIn(tool: TlsTool, path: string, text: string): readonly SecuredHost[] {
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
    const written = facts.text(path) ?? '';
    const text = written.includes('{{') ? (filledTemplate(facts, path, written) ?? written) : written;
    const values = /(?:^|\/)values[\w.-]*\.ya?ml$/i.test(path);
    if (!values && !/^\s*kind:\s*["']?(?:Ingress|IngressRoute|Gateway|HTTPProxy|Route)\b/m.test(text))
      continue;
    if (!values && text === written && text.includes('{{')) continue;
    if (values && !/^\s*ingress\s*:/m.test(text)) continue;
    const lines = linesOf(text).slice(0, 5_000);
    const secured = lines.findIndex(
      (line, index) =>
        !/^\s*enabled\s*:\s*false\b/.test(lines[index + 1] ?? '') &&
        ((/^\s*tls\s*:\s*(?:$|[{[#])/.test(line) && !/^\s*#/.test(line)) ||
          /^\s*[\w./-]*(?:certificate-arn|managed-certificates|cluster-issuer|ssl-cert)\s*:/.test(line)),
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
    .callsAs('tls.certificate')
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
