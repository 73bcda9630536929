import { expect, test } from 'vitest';
import { nameOfRemote, publicRemote } from '../../src/repository/remote.ts';

test.each([
  ['https://github.com/ada/app.git', 'https://github.com/ada/app'],
  ['https://ada:token@github.com/ada/app', 'https://github.com/ada/app'],
  ['https://x-access-token:abc@GitHub.com/ada/app.git/', 'https://github.com/ada/app'],
  ['http://gitlab.example.com:8080/group/sub/app.git', 'https://gitlab.example.com:8080/group/sub/app'],
  ['git@github.com:ada/app.git', 'https://github.com/ada/app'],
  ['github.com:ada/app', 'https://github.com/ada/app'],
  ['ssh://git@github.com:22/ada/app.git', 'https://github.com/ada/app'],
  ['git://github.com/ada/app', 'https://github.com/ada/app'],
  ['https://github.com/ada/app?token=abc#x', 'https://github.com/ada/app'],
  ['/srv/git/app.git', null],
  ['../app', null],
  ['C:\\work\\app', null],
  ['C:/projects/app', null],
  ['file:///srv/app', null],
  ['ext::sh -c x', null],
  ['ext::sh', null],
  ['https://github.com', null],
  ['javascript:alert(1)', null],
  ['', null],
])('%s', (remote, expected) => {
  expect(publicRemote(remote)).toBe(expected);
});

test('the name is what follows the host', () => {
  expect(nameOfRemote('https://gitlab.example.com:8080/group/sub/app')).toBe('group/sub/app');
});
