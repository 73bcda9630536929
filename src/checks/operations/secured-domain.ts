import { type HostKind, securedHosts } from '../../facts/operations/hosting/domains.ts';
import { defineCheck, no, yes } from '../define.ts';

const OWN: ReadonlySet<HostKind> = new Set(['own', 'variable']);

export const securedDomain = defineCheck({
  name: 'secured-domain',
  summary: 'TLS is set up for a domain, or an https address is documented.',
  reads: ['configuration', 'documents'],
  parameters: (z) =>
    z.strictObject({
      domain: z
        .enum(['own', 'any'])
        .describe(
          'own: a domain of one’s own. any: also the platform’s, or a placeholder where the own name belongs',
        ),
    }),
  ask: (facts, { domain }) => {
    const hosts = securedHosts(facts);
    const wanted = domain === 'any' ? hosts : hosts.filter(({ kind }) => OWN.has(kind));
    const show = (list: typeof hosts) => list.slice(0, 3).map(({ path, line }) => facts.evidence(path, line));
    return wanted.length > 0
      ? yes(show(wanted))
      : no(
          'TLS for a domain of its own (Caddy, certbot, Traefik, an ingress, a platform’s domain setting) or its https address in the README',
          show(hosts),
        );
  },
});
