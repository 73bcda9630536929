import { describe, expect, it } from 'vitest';
import { classify } from '../../src/facts/roles.ts';
import { readSecrets, withoutSecrets } from '../../src/facts/secrets.ts';

// Put together here, so that no scanner takes this file for a leak.
const KEY = ['sk', 'proj', 'Zq8Wm3Rt6Yb1Nc5Vx9Lk2Hj7Gf4Ds0Ap'].join('-');
const AWS = ['AKIA', 'Z7Q2M9R4T6B1N5VX'].join('');

function whatIsIn(path: string, text: string): string[] {
  const files = classify([{ path, size: text.length, id: null, link: false, tracked: true }]);
  return readSecrets(files, () => text).map(({ what, line }) => `${line} ${what}`);
}

describe('a committed secret', () => {
  const CASES: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['a key in code', 'app.py', `import openai\nopenai.api_key = "${KEY}"\n`, ['2 OpenAI key']],
    ['a key in a committed .env', '.env', `AWS_ACCESS_KEY_ID=${AWS}\n`, ['1 AWS access key']],
    ['a private key', 'server.pem', '-----BEGIN RSA PRIVATE KEY-----\n', ['1 private key']],
    [
      'an address with its password',
      'db.py',
      'URL = "postgresql://app:Qz81mmWk2@db.cloudhost.io/app"\n',
      ['1 database password'],
    ],
    ['a local address', 'db.py', 'URL = "postgresql://postgres:postgres@localhost:5432/app"\n', []],
    ['a placeholder', '.env.example', 'OPENAI_API_KEY=sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n', []],
    ['a key in a test', 'tests/test_app.py', `KEY = "${KEY}"\n`, []],
    [
      'a web key, public by design',
      'web.js',
      `const firebaseConfig = { apiKey: "${['AIza', 'SyD3f9Gh2Jk5Lm8Np1Qr4St7Uv0Wx3Yz6Ab9'].join('')}" }\n`,
      [],
    ],
  ];
  for (const [says, path, text, found] of CASES) {
    it(says, () => {
      expect(whatIsIn(path, text)).toEqual(found);
    });
  }

  it('is never shown whole', () => {
    expect(withoutSecrets(`openai.api_key = "${KEY}"`)).toBe('openai.api_key = "sk-p…"');
  });
});
