/** Tools that serve a domain over TLS, and the lines that name the host. One more tool is one more line. */
import { COMMANDS_IN } from './signs.ts';

export interface TlsTool {
  readonly in: RegExp;
  /** The file must say this too: without it there is no TLS, or the tool is another one. */
  readonly with: RegExp | null;
  /** A line that names hosts: its first group, split at spaces and commas. */
  readonly names: RegExp;
  /** Where no line names a host, this line still sets TLS up. */
  readonly else?: RegExp;
}

export const TLS_TOOLS: readonly TlsTool[] = [
  // Caddy asks for a certificate for every site that has a name.
  {
    in: /(?:^|\/)Caddyfile[^/]*$/i,
    with: null,
    names:
      /^\s*(?:https:\/\/)?((?!http:|localhost|:|\()(?:[\w*-]+(?:\.[\w-]+)+|\{\$\w+[^}]*\})(?::\d+)?(?:\s*,\s*\S+)*)\s*\{\s*$/,
  },
  {
    in: /(?:^|\/)(?:[^/]*nginx[^/]*|sites-(?:available|enabled)\/[^/]+|(?:nginx|conf\.d|proxy)\/.+|[^/]+\.conf(?:\.template)?)$/i,
    with: /^\s*ssl_certificate\s|listen\s+[^;]*\b443\b[^;]*\bssl\b/m,
    names: /^\s*server_name\s+([^;]+);/,
    else: /^\s*ssl_certificate\s/,
  },
  // Apache, by the file's words: it has no ending of its own.
  {
    in: /\.conf(?:\.template)?$/i,
    with: /^\s*SSLCertificateFile\s/im,
    names: /^\s*ServerName\s+(\S+)/i,
    else: /^\s*SSLCertificateFile\s/i,
  },
  // Proxies that ask for certificates themselves; the host is chosen in their own screens.
  {
    in: /compose[\w.-]*\.ya?ml$/i,
    with: /^\s*image:\s*["']?\S*(?:nginx-proxy-manager|zoraxy|nginxui|caddy-docker-proxy)/im,
    names: /^(?!)/,
    else: /^\s*image:\s*["']?\S*(?:nginx-proxy-manager|zoraxy|nginxui|caddy-docker-proxy)/i,
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
    names: /^\s*domains\s*:\s*\[([^\]]+)\]|^\s*-\s*["']?([\w-]+(?:\.[\w-]+)+)["']?\s*$/,
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
  // Kamal's proxy asks for a certificate where it is told to.
  {
    in: /(?:^|\/)config\/deploy(?:\.[\w-]+)?\.ya?ml$/i,
    with: /\bssl\s*:\s*true\b/,
    names: /(?:^\s*|[{,]\s*)hosts?\s*:\s*\[?([^\]},#]+)/,
  },
  // GitHub Pages serves a domain of one's own by this file.
  {
    in: /^(?:(?:frontend|docs|web|client)\/)?(?:public\/|static\/)?CNAME$/,
    with: null,
    names: /^\s*([\w-]+(?:\.[\w-]+)+)\s*$/,
  },
];
