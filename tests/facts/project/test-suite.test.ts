/** Which assertions runners would run, and which of them can fail. */
import { describe, expect, test } from 'vitest';
import { assertionsOf } from '../../../src/facts/project/test-suite/test-suite.ts';
import { programOf } from '../../support/program.ts';

async function lines(text: string, path: string): Promise<readonly number[]> {
  return assertionsOf(await programOf({ [path]: text })).map(({ line }) => line);
}

describe('Python', () => {
  test.each([
    [
      'functions and methods that are collected',
      'def test_a():\n    assert f() == 1\nclass TestB:\n    def test_c(self):\n        assert g()\n    def helper(self):\n        assert h()\n',
      [2, 5],
    ],
    ['a helper that a test calls', 'def check(x):\n    assert x.ok\ndef test_a():\n    check(get())\n', [2]],
    [
      'unittest',
      'import unittest\nclass Api(unittest.TestCase):\n    def test_a(self):\n        self.assertEqual(f(), 1)\n',
      [4],
    ],
    [
      'what cannot fail',
      'def test_a():\n    assert (f() == 1, "one")\n    assert True\n    assert 1 == 1\n    assert "text"\n    assert f()\n',
      [6],
    ],
    [
      'skipped functions',
      'import pytest\n@pytest.mark.skip\ndef test_a():\n    assert f()\n@pytest.mark.skip(reason="later")\ndef test_b():\n    assert f()\n@pytest.mark.skipif(True, reason="x")\ndef test_c():\n    assert f()\ndef test_d():\n    pytest.skip("no")\n    assert f()\ndef test_e():\n    assert f()\n',
      [15],
    ],
    [
      'a skipped class',
      'import unittest as u\n@u.skip("later")\nclass A(u.TestCase):\n    def test_a(self):\n        self.assertTrue(f())\n',
      [],
    ],
    [
      'a skipped module',
      'import pytest\npytestmark = [pytest.mark.skip]\ndef test_a():\n    assert f()\n',
      [],
    ],
    [
      'a condition that may be false',
      'import pytest, sys\n@pytest.mark.skipif(sys.platform == "win32", reason="x")\ndef test_a():\n    assert f()\n',
      [4],
    ],
    [
      'an expected error',
      'import pytest\ndef test_a():\n    with pytest.raises(ValueError):\n        f()\n',
      [3],
    ],
  ] as const)('%s', async (_, text, expected) => {
    expect(await lines(text, 'tests/test_app.py')).toEqual(expected);
  });

  test('a file that no runner collects', async () => {
    expect(await lines('def test_a():\n    assert f()\n', 'tests/checks.py')).toEqual([]);
  });
});

describe('TypeScript and JavaScript', () => {
  test.each([
    [
      'matchers, one each',
      "it('a', () => {\n  expect(f()).toBe(1);\n  expect(g()).not.toEqual(2);\n  expect.soft(h()).toBe(3);\n});\n",
      [2, 3, 4],
    ],
    [
      'what cannot fail, and what asserts nothing',
      "it('a', () => {\n  expect(true).toBe(true);\n  expect(f());\n  expect(f()).toBeTruthy();\n});\n",
      [4],
    ],
    [
      'skipped tests and groups',
      "describe.skip('a', () => {\n  it('b', () => {\n    expect(f()).toBe(1);\n  });\n});\nit.skip('c', () => { expect(f()).toBe(1); });\nxit('d', () => { expect(f()).toBe(1); });\ntest.todo('e');\n",
      [],
    ],
    ['tables', "test.each([1, 2])('n %i', (n) => {\n  expect(f(n)).toBe(n);\n});\n", [2]],
    [
      'supertest, each expectation of the chain',
      "import request from 'supertest';\nit('a', async () => {\n  await request(app).get('/').expect(200).expect('Content-Type', /json/);\n});\n",
      [3, 3],
    ],
    [
      'node:assert by any of its functions',
      "import assert from 'node:assert';\nimport { test } from 'node:test';\ntest('a', async () => {\n  assert.match(f(), /x/);\n  await assert.rejects(g());\n  assert(h());\n});\n",
      [4, 5, 6],
    ],
    [
      'ava',
      "import test from 'ava';\ntest('a', (t) => {\n  t.is(f(), 1);\n  t.log('x');\n  t.deepEqual(g(), {});\n});\n",
      [3, 5],
    ],
    [
      'a helper that a test calls',
      "const check = (x) => {\n  expect(x.ok).toBe(true);\n};\nit('a', () => {\n  check(f());\n});\n",
      [2],
    ],
    ['what nobody calls', 'function unused() {\n  expect(f()).toBe(1);\n}\n', []],
  ] as const)('%s', async (_, text, expected) => {
    expect(await lines(text, 'tests/app.test.ts')).toEqual(expected);
  });
});
