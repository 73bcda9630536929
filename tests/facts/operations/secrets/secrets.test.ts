import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../../src/facts/read.ts';
import { repositoryOf } from '../../../../src/repository/memory.ts';
import { reading } from '../../../support/program.ts';
import { AWS, GOOGLE, HEX, key, OPENAI, privateKey, RANDOM, supabase } from './made.ts';

async function secretsIn(path: string, text: string): Promise<string[]> {
  const facts = await readFacts(repositoryOf({ files: { [path]: text } }), reading);
  return facts.secrets.map(({ grade, line, what }) => `${grade} ${line} ${what}`);
}

type Case = readonly [says: string, path: string, text: string, found: readonly string[]];

const LEAKED: readonly Case[] = [
  ['a key in code', 'app.py', `import openai\nopenai.api_key = "${OPENAI}"\n`, ['leaked 2 OpenAI key']],
  ['a key in a committed .env', '.env', `AWS_ACCESS_KEY_ID=${AWS}\n`, ['leaked 1 AWS access key']],
  ['a private key', 'server.pem', privateKey('RSA PRIVATE'), ['leaked 1 private key']],
  [
    'a service account',
    'gcp-credentials.json',
    JSON.stringify({ type: 'service_account', private_key: privateKey('PRIVATE') }),
    ['leaked 1 private key'],
  ],
  [
    'an address with its password',
    'db.py',
    'URL = "postgresql://app:Qz81mmWk2@db.cloudhost.io/app"\n',
    ['leaked 1 database password'],
  ],
  ['a key in a document', 'docs/setup.md', `Use ${key('gsk_', 52)} there.\n`, ['leaked 1 Groq key']],
  [
    'a storage account',
    'README.md',
    `x\nAccountKey=${key('', 86)}==;EndpointSuffix=core.windows.net\n`,
    ['leaked 2 Azure storage key'],
  ],
  ['a made key under its name', 'settings.py', `SECRET_KEY = '${RANDOM}'\n`, ['leaked 1 SECRET_KEY in code']],
  [
    'what the environment may replace, and mostly does not',
    'app.ts',
    `const secret = process.env.JWT_SECRET || '${HEX}';\nexport const jwtSecret = secret;\n`,
    ['leaked 1 secret in code'],
  ],
  [
    'a key in a compose file',
    'compose.yml',
    `    API_TOKEN: ${RANDOM}\n`,
    ['leaked 1 API_TOKEN in compose.yml'],
  ],
  [
    'a database key that passes all rules',
    'web/src/client.ts',
    `createClient(url, '${supabase('service_role')}');\n`,
    ['leaked 1 Supabase service key'],
  ],
  ['a Google key on a server', 'app.py', `genai.configure(api_key="${GOOGLE}")\n`, ['leaked 1 Google key']],
];

const HARD_CODED: readonly Case[] = [
  ['a signing key', 'app.py', "app.config['SECRET_KEY'] = 'dev'\n", ['hard-coded 1 SECRET_KEY in code']],
  [
    'the key that Django generates for development',
    'settings.py',
    "SECRET_KEY = 'django-insecure-change'\n",
    ['hard-coded 1 SECRET_KEY in code'],
  ],
  [
    'a key handed to the signer',
    'auth.ts',
    "import jwt from 'jsonwebtoken';\n\nexport const t = jwt.sign({ id: 1 }, 'shh');\n",
    ['hard-coded 3 signing key in code'],
  ],
  [
    'a key under another name, in another file',
    'auth.py',
    'import jwt\n\nMAGIC = "abracadabra"\n\n\ndef check(t):\n    return jwt.decode(t, MAGIC, algorithms=["HS256"])\n',
    ['hard-coded 3 signing key in code'],
  ],
  [
    'options of a session',
    'app.js',
    "const session = require('express-session');\napp.use(session({ secret: 'keyboard cat'.trim(), resave: true }));\napp.use(session({ secret: 'cat' }));\n",
    ['hard-coded 3 secret in code'],
  ],
  ['a password', 'db.py', "connect(user='app', password='tiger7')\n", ['hard-coded 1 password in code']],
  ['a password in a committed .env', '.env', 'DB_PASSWORD=tiger7\n', ['hard-coded 1 DB_PASSWORD in .env']],
  ['a real key in an example', '.env.example', `OPENAI_API_KEY=${OPENAI}\n`, ['hard-coded 1 OpenAI key']],
];

const NONE: readonly Case[] = [
  ['a local address', 'db.py', 'URL = "postgresql://app:tiger77@localhost:5432/app"\n', []],
  ['an address of a container', 'compose.yml', '  URL: postgresql://app:tiger77@db:5432/app\n', []],
  ['an address in a document', 'README.md', 'postgresql://app:Qz81mmWk2@db.cloudhost.io/app\n', []],
  ['a placeholder', '.env.example', `OPENAI_API_KEY=sk-${'x'.repeat(40)}\n`, []],
  ['letters in a row', 'README.md', 'sk-proj-abcdefghijklmnopqrstuvwxyz0123456789\n', []],
  ['words with dashes', 'app.py', 'api_key = "sk-this-is-where-the-key-of-the-team-goes"\n', []],
  ['a key in a test', 'tests/test_app.py', `KEY = "${OPENAI}"\nSECRET_KEY = "${RANDOM}"\n`, []],
  [
    'a default of settings',
    'config.py',
    'class Settings(BaseSettings):\n    SECRET_KEY: str = "change-me"\n',
    [],
  ],
  ['a default by argument', 'config.py', 'SECRET_KEY = os.getenv("SECRET_KEY", "dev-only")\n', []],
  [
    'a first argument that is the default',
    'config.py',
    'class A(BaseModel):\n    secret_key: str = Field("your-key", alias="SECRET_KEY")\n',
    [],
  ],
  ['a key that nothing checks', 'llm.py', 'client = OpenAI(base_url=URL, api_key="ollama")\n', []],
  ['the name of a variable', 'factory.py', 'KEYS = {"api_key": "OPENAI_API_KEY"}\n', []],
  ['where a token is kept', 'store.ts', "export const TOKEN_KEY = 'access_token';\n", []],
  ['the type of a token', 'auth.py', 'answer(access_token=t, token_type="bearer")\n', []],
  ['a message', 'form.ts', "errors.password = 'Too short, sorry';\n", []],
  ['a form', 'form.tsx', 'export const F = () => <Input password="current-password" />;\n', []],
  [
    'what a request looks like',
    'schemas.py',
    'c = {"json_schema_extra": 1}\nf(example={"password": "tiger7"})\n',
    [],
  ],
  ['data to try it with', 'db/seed.ts', "await create({ name: 'Kim', password: 'tiger7' });\n", []],
  ['a comment', 'app.py', "# SECRET_KEY = 'dev'\nx = 1\n", []],
  ['a pipeline that tests', '.github/workflows/ci.yml', `    env:\n      SECRET_KEY: ${HEX}\n`, []],
  ['a reference', 'compose.yml', '    API_TOKEN: $TOKEN_OF_THE_DEPLOYMENT_9X\n', []],
  [
    'a key of a web page',
    'web.js',
    `const c = { apiKey: "${GOOGLE}", authDomain: "a.firebaseapp.com" };\n`,
    [],
  ],
  ['an anonymous key', 'web.ts', `createClient(url, '${supabase('anon')}');\n`, []],
  [
    'the address that errors are sent to',
    'sentry.client.ts',
    `export const dsn = 'https://${'0a1b2c3d'.repeat(4)}@o12.ingest.sentry.io/345';\n`,
    [],
  ],
  ['a publishable key', 'web.ts', `export const token = '${key('pk_live_', 24)}';\n`, []],
  ['a comment that switches the scanner off', 'a.txt', `secretlint-disable\n`, []],
];

describe('a committed secret', () => {
  it.each([...LEAKED, ...HARD_CODED])('is %s', async (_, path, text, found) => {
    expect(await secretsIn(path, text)).toEqual(found);
  });

  it.each(NONE)('is not %s', async (_, path, text, found) => {
    expect(await secretsIn(path, text)).toEqual(found);
  });

  it('is found though a comment wants it left alone', async () => {
    const text = `# secretlint-disable\n${key('glpat-', 20)}\n`;
    expect(await secretsIn('notes.md', text)).toEqual(['leaked 2 GitLab token']);
  });

  it('is one only where Git tracks the file', async () => {
    const repository = repositoryOf({ files: { '.env': `KEY=${OPENAI}\n` } });
    const entries = repository.entries.map((entry) => ({ ...entry, tracked: false }));
    expect((await readFacts({ ...repository, entries }, reading)).secrets).toEqual([]);
  });
});
