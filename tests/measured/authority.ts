/** Certificates of an authority that is made for a test, and that nobody else knows. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Pair {
  readonly key: string;
  readonly cert: string;
}

export interface Authority {
  /** What a browser must trust. */
  readonly ca: string;
  /** Valid for some days from now; a number below 0 makes one that has expired. */
  readonly certificate: (host: string, days?: number) => Pair;
  readonly close: () => void;
}

const CURVE = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

export function newAuthority(name = 'Authority of a test'): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'authority-'));
  const file = (one: string): string => join(folder, one);
  const openssl = (...words: readonly string[]): void =>
    void execFileSync('openssl', words, { stdio: 'pipe', cwd: folder });
  openssl(
    'req',
    '-x509',
    ...CURVE,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '2',
    '-subj',
    `/O=${name}/CN=${name}`,
  );
  const day = (days: number): string =>
    `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
  return {
    ca: readFileSync(file('ca.pem'), 'utf8'),
    certificate(host, days = 2) {
      writeFileSync(file('ext'), `subjectAltName=DNS:${host}\n`);
      writeFileSync(file('index.txt'), '');
      writeFileSync(file('serial'), '01\n');
      writeFileSync(
        file('ca.cnf'),
        '[ca]\ndefault_ca=own\n[own]\nnew_certs_dir=.\ndatabase=index.txt\nserial=serial\ndefault_md=sha256\npolicy=any\n[any]\ncommonName=supplied\n',
      );
      openssl('req', ...CURVE, '-keyout', 'one.key', '-out', 'one.csr', '-subj', `/CN=${host}`);
      openssl(
        'ca',
        '-config',
        'ca.cnf',
        '-batch',
        '-notext',
        '-in',
        'one.csr',
        '-out',
        'one.pem',
        '-cert',
        'ca.pem',
        '-keyfile',
        'ca.key',
        '-extfile',
        'ext',
        '-startdate',
        day(Math.min(-1, days - 1)),
        '-enddate',
        day(days),
      );
      return { key: readFileSync(file('one.key'), 'utf8'), cert: readFileSync(file('one.pem'), 'utf8') };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
