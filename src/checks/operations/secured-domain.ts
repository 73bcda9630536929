import type { Facts } from '../../facts/facts.ts';
import { type Done, measuredEvidence, measuredOf } from '../../facts/measured.ts';
import { type HostKind, kindOfHost, securedHosts } from '../../facts/operations/hosting/domains.ts';
import type { Answer } from '../../model.ts';
import { defineCheck, no, yes } from '../define.ts';

const OWN: ReadonlySet<HostKind> = new Set(['own', 'variable']);

/** A certificate that a browser accepted, or refused, is more than a setting; null where nobody asked. */
function asMeasured(facts: Facts, domain: 'own' | 'any'): Answer | null {
  const wanted = measuredOf(facts, 'address').done.filter((one) => domain === 'any' || isOwn(one));
  const secure = wanted.filter(({ value }) => value.certificate !== null && value.certificate !== 'refused');
  const refused = wanted.filter(({ value }) => value.certificate === 'refused');
  if (secure.length > 0) return yes(secure.slice(0, 2).map(measuredEvidence));
  return refused.length > 0
    ? no('a certificate that is valid', refused.slice(0, 2).map(measuredEvidence))
    : null;
}

function isOwn({ source }: Done<'address'>): boolean {
  return kindOfHost(source) === 'own';
}

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
    const measured = asMeasured(facts, domain);
    const hosts = securedHosts(facts);
    const wanted = domain === 'any' ? hosts : hosts.filter(({ kind }) => OWN.has(kind));
    const show = (list: typeof hosts) => list.slice(0, 3).map(({ path, line }) => facts.evidence(path, line));
    if (measured?.answer === 'yes') return yes([...show(wanted), ...measured.evidence]);
    if (measured !== null) return measured;
    return wanted.length > 0
      ? yes(show(wanted))
      : no(
          'TLS for a domain of its own (Caddy, certbot, Traefik, an ingress, a platform’s domain setting) or its https address in the README',
          show(hosts),
        );
  },
});
