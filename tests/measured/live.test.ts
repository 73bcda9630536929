/** What documented addresses answer, and that nothing else is ever connected to. */
import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../src/measured/live/browser.ts';
import { guarded } from '../../src/measured/live/network.ts';
import { measuredSites } from '../../src/measured/live/site.ts';
import type { Measured } from '../../src/model/measured.ts';
import { type Authority, newAuthority } from './authority.ts';
import { type Internet, internet } from './internet.ts';

const PUBLIC = '93.184.215.14';
const OTHER = '93.184.215.15';
const NOW = (): Date => new Date('2026-05-06T07:08:09.123Z');

let authority: Authority;
beforeAll(() => {
  authority = newAuthority();
});
afterAll(() => authority.close());

const page: RequestListener = (_, response) =>
  void response.setHeader('content-type', 'text/html').end('<p>Hello');

const api: RequestListener = ({ url }, response) => {
  const answers: Readonly<Record<string, readonly [string, string]>> = {
    '/': ['text/html', '<p>Blog</p>'],
    '/health': ['application/json', '{"status": "ok"}'],
    '/docs': ['text/html', '<div id="swagger-ui">'],
    '/openapi.json': [
      'application/json; charset=utf-8',
      JSON.stringify({
        paths: {
          '/posts': { get: {}, post: {}, summary: 'x' },
          '/posts/{post_id}': { delete: {} },
          '/x': { get: {} },
        },
      }),
    ],
  };
  const found = answers[url ?? ''];
  if (found === undefined) response.writeHead(404).end();
  else response.setHeader('content-type', found[0]).end(found[1]);
};

const ROUTES = [
  { method: 'GET', path: '/posts' },
  { method: 'POST', path: '/posts' },
  { method: 'ANY', path: '/posts/<int:id>' },
];

async function asked(net: Internet, address: string, more: { health?: readonly string[] } = {}) {
  const browser = await openBrowser(net);
  try {
    const measurable = { health: more.health ?? [], routes: ROUTES };
    const [found] = await measuredSites({ addresses: [address], measurable, browser, clock: NOW });
    return found?.value as Measured['address'] | { readonly unmeasured: string };
  } finally {
    await browser.close();
  }
}

describe('a program that answers', () => {
  it('over TLS, with its health, its documentation, and operations that are routes of the code', async () => {
    const net = internet(authority);
    net.name('blog.example', [PUBLIC]);
    await net.serve(PUBLIC, api, authority.certificate('blog.example'));
    const until = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    expect(await asked(net, 'https://blog.example')).toEqual({
      status: 200,
      down: null,
      url: 'https://blog.example/',
      waited: false,
      certificate: { issuer: 'Authority of a test', until },
      health: '/health',
      docs: '/docs',
      operations: { covered: 3, found: 4 },
    });
    expect(net.requests).toEqual(
      ['/', '/health', '/openapi.json', '/docs'].map((path) => `blog.example${path}`),
    );
    expect(new Set(net.connected)).toEqual(new Set([`${PUBLIC}:443`]));
  });

  it('that answers every path with its page has no health of its own', async () => {
    const net = internet(authority);
    net.name('spa.example', [PUBLIC]);
    await net.serve(PUBLIC, page);
    expect(await asked(net, 'http://spa.example/')).toMatchObject({
      down: null,
      certificate: null,
      health: null,
      docs: null,
      operations: null,
    });
  });

  it.each([
    [401, null],
    [403, null],
    [404, 'it answers 404'],
    [500, 'it answers 500'],
  ])('%i', async (status, down) => {
    const net = internet(authority);
    net.name('app.example', [PUBLIC]);
    await net.serve(PUBLIC, (_, response) => void response.writeHead(status).end());
    expect(await asked(net, 'http://app.example/')).toMatchObject({ status, down });
  });

  it('that asks to wait is not measured', async () => {
    const net = internet(authority);
    net.name('app.example', [PUBLIC]);
    await net.serve(PUBLIC, (_, response) => void response.writeHead(429).end());
    expect(await asked(net, 'http://app.example/')).toEqual({ unmeasured: 'it asks to wait' });
  });

  it('moves on by redirects, at most three', async () => {
    const net = internet(authority);
    net.name('old.example', [PUBLIC]);
    net.name('new.example', [OTHER]);
    await net.serve(PUBLIC, ({ url }, response) => {
      const step = Number(url?.slice(1) || 0);
      const to = step < 2 ? `/${step + 1}` : 'http://new.example/home';
      response.writeHead(302, { location: to }).end();
    });
    await net.serve(OTHER, page);
    expect(await asked(net, 'http://old.example/')).toMatchObject({
      status: 200,
      url: 'http://new.example/home',
    });
    await net.serve(OTHER, (_, response) => void response.writeHead(302, { location: '/again' }).end());
    expect(await asked(net, 'http://new.example/')).toMatchObject({ down: 'it redirects more than 3 times' });
  });
});

describe('a program that does not', () => {
  it.each([
    ['a name that nobody has', 'http://gone.example/', 'its name is not known'],
    ['a machine on which nothing listens', 'http://quiet.example/', 'nothing answers there'],
  ])('%s', async (_, address, down) => {
    const net = internet(authority);
    net.name('quiet.example', [PUBLIC]);
    expect(await asked(net, address)).toMatchObject({ status: null, down });
  });

  it.each([
    ['has expired', 'app.example', -1, 'its certificate has expired'],
    ['is for another name', 'other.example', 2, 'its certificate is for another name'],
  ])('has a certificate that %s', async (_, name, days, down) => {
    const net = internet(authority);
    net.name('app.example', [PUBLIC]);
    await net.serve(PUBLIC, page, authority.certificate(name, days));
    expect(await asked(net, 'https://app.example/')).toMatchObject({ down, certificate: 'refused' });
    expect(net.requests).toEqual([]);
  });

  it('has a certificate of an authority that nobody knows', async () => {
    const stranger = newAuthority('Stranger');
    const net = internet(authority);
    net.name('app.example', [PUBLIC]);
    await net.serve(PUBLIC, page, stranger.certificate('app.example'));
    stranger.close();
    expect(await asked(net, 'https://app.example/')).toMatchObject({ certificate: 'refused' });
    expect(net.requests).toEqual([]);
  });

  it('is slow: nobody can tell', async () => {
    const net = internet(authority);
    net.name('slow.example', [PUBLIC]);
    await net.serve(PUBLIC, () => {});
    const browser = await openBrowser(net);
    expect(await browser.ask('http://slow.example/', 0.2)).toEqual({
      kind: 'unknown',
      reason: 'it gave no answer within 0.2 seconds',
    });
    await browser.close();
    // Once more, and no more.
    expect(net.requests).toHaveLength(2);
  });

  it('breaks off: asked once more', async () => {
    const net = internet(authority);
    net.name('app.example', [PUBLIC]);
    let times = 0;
    await net.serve(PUBLIC, (request, response) => {
      times += 1;
      if (times === 1) request.socket.destroy();
      else page(request, response);
    });
    expect(await asked(net, 'http://app.example/')).toMatchObject({ status: 200, down: null });
  });
});

it('who sleeps on a free plan gets one long wait, told as such', async () => {
  const net = internet(authority);
  net.name('blog.onrender.com', [PUBLIC]);
  let times = 0;
  await net.serve(PUBLIC, (request, response) => {
    times += 1;
    if (times === 1) response.writeHead(503).end();
    else setTimeout(() => page(request, response), 300);
  });
  expect(await asked(net, 'http://blog.onrender.com/')).toMatchObject({
    status: 200,
    down: null,
    waited: true,
  });
});

it('of an endless body the beginning is read', async () => {
  const net = internet(authority);
  net.name('app.example', [PUBLIC]);
  let sent = 0;
  await net.serve(PUBLIC, (_, response) => {
    const more = (): void => {
      while (response.write(Buffer.alloc(65_536, 'a'))) sent += 65_536;
    };
    response.on('drain', more);
    more();
  });
  const browser = await openBrowser(net);
  const reply = await browser.ask('http://app.example/');
  await browser.close();
  expect(reply).toMatchObject({ kind: 'answer', status: 200 });
  expect(reply.kind === 'answer' && reply.text.length).toBe(1024 * 1024);
  expect(sent).toBeLessThan(16 * 1024 * 1024);
});

it('no host is asked more than ten times', async () => {
  const net = internet(authority);
  net.name('app.example', [PUBLIC]);
  await net.serve(PUBLIC, page);
  const browser = await openBrowser(net);
  const replies = [];
  for (let index = 0; index < 12; index += 1)
    replies.push((await browser.ask(`http://app.example/${index}`)).kind);
  await browser.close();
  expect(replies.filter((kind) => kind === 'answer')).toHaveLength(10);
  expect(net.requests).toHaveLength(10);
});

it('says who asks, and brings neither cookies nor credentials', async () => {
  const net = internet(authority);
  net.name('app.example', [PUBLIC]);
  const seen: object[] = [];
  await net.serve(PUBLIC, ({ headers, method }, response) => {
    seen.push({ ...headers, method });
    response.setHeader('set-cookie', 'a=b').end();
  });
  await asked(net, 'http://app.example/');
  expect(await asked(net, 'http://user:secret@app.example/')).toEqual({
    unmeasured: 'it holds credentials, so it was not asked',
  });
  for (const headers of seen) {
    expect(Object.keys(headers).sort()).toEqual(['accept', 'connection', 'host', 'method', 'user-agent']);
    expect(headers).toMatchObject({
      method: 'GET',
      'user-agent': expect.stringContaining('milestone-auditor'),
    });
  }
});

const NEAR = [
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '10.0.0.5',
  '172.16.3.4',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'fd00:ec2::254',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::a00:1',
  '2002:7f00:1::',
  '2001:0:1::1',
  'ff02::1',
];

describe('nothing near this machine is ever connected to', () => {
  const refused = { unmeasured: 'it leads to an address that is not public, so it was not asked' };

  it.each(NEAR)('%s: neither by name nor as it stands', async (near) => {
    const net = internet(authority);
    net.name('trap.example', [near]);
    net.name('mixed.example', [PUBLIC, near]);
    const literal = near.includes(':') ? `[${near}]` : near;
    for (const host of ['trap.example', 'mixed.example', literal])
      for (const scheme of ['http', 'https'])
        expect(await asked(net, `${scheme}://${host}:8080/`)).toEqual(refused);
    expect(net.connected).toEqual([]);
  });

  it.each(['http://0x7f.1/', 'http://2130706433/', 'http://0177.0.0.1/', 'http://127.1/'])(
    '%s, however it is written',
    async (address) => {
      const net = internet(authority);
      expect(await asked(net, address)).toEqual(refused);
      expect(net.connected).toEqual([]);
    },
  );

  it.each([
    'http://127.0.0.1/secret',
    'http://[::1]/',
    'http://metadata.example/',
    'http://169.254.169.254/latest/meta-data/',
  ])('by a redirect to %s', async (to) => {
    const net = internet(authority);
    net.name('app.example', [PUBLIC]);
    net.name('metadata.example', ['169.254.169.254']);
    await net.serve(PUBLIC, (_, response) => void response.writeHead(302, { location: to }).end());
    expect(await asked(net, 'http://app.example/')).toEqual(refused);
    expect(net.connected).toEqual([`${PUBLIC}:80`]);
  });

  it('by a second answer of the name', async () => {
    const net = internet(authority);
    net.name('rebind.example', [PUBLIC], ['127.0.0.1']);
    await net.serve(PUBLIC, (_, response) => void response.setHeader('connection', 'close').end('x'));
    await asked(net, 'http://rebind.example/');
    expect(net.connected).toEqual([`${PUBLIC}:80`]);
    expect(net.requests).toEqual(['rebind.example/']);
  });

  it.each(['file:///etc/passwd', 'ftp://app.example/', 'javascript:alert(1)'])('by %s', async (to) => {
    const net = internet(authority);
    net.name('app.example', [PUBLIC]);
    await net.serve(PUBLIC, (_, response) => void response.writeHead(302, { location: to }).end());
    expect(await asked(net, 'http://app.example/')).toEqual({
      unmeasured: 'it leads to what is no web page',
    });
    expect(net.connected).toEqual([`${PUBLIC}:80`]);
  });

  it('the wire gets the address that was checked, and the name for the certificate alone', async () => {
    const net = internet(authority);
    net.name('app.example', [PUBLIC]);
    const wire = { ...net, connect: (options: object) => void seen.push(options) };
    const seen: object[] = [];
    const connect = await guarded(wire as Internet);
    connect({ hostname: 'app.example', protocol: 'https:', port: '443' }, () => {});
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([{ hostname: PUBLIC, protocol: 'https:', port: '443', servername: 'app.example' }]);
  });
});
