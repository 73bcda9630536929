import { exports, imports, table } from './show.ts';

table('imports', imports, [
  [`import d, { a, b as c } from 'm'`, ['d|m|default', 'a|m|a', 'c|m|b']],
  [`import d, * as n from 'm'`, ['d|m|default', 'n|m|null']],
  [`import 'm'`, ['|m|null']],
  [`import type { T } from 'm'`, ['T|m|T|type']],
  [`import { type T, u } from 'm'`, ['T|m|T|type', 'u|m|u']],
  [`import x = require('m')`, ['x|m|default']],
  [`const m = require('m')`, ['m|m|default']],
  [`const { a, b: c } = require('m')`, ['a|m|a', 'c|m|b']],
  [`const r = require('m').Router`, ['r|m|Router']],
  [`const app = require('m')()`, ['|m|null']],
  [`require('dotenv').config()`, ['|dotenv|null']],
  [`const m = await import('m')`, ['|m|null', 'm|m|null']],
  [`const { a } = await import('m')`, ['|m|null', 'a|m|a']],
  [`lazy(() => import('./page'))`, ['|./page|null']],
  [`import(name)`, []],
]);

table('exports', exports, [
  [`export function f() { g() }`, ['f|f|null|-']],
  [`export const { a, b: [c] } = x`, ['a|a|null|-', 'c|c|null|-']],
  [
    `export class A {} export interface B {} export type C = A; export enum D {}`,
    ['A|A|null|-', 'B|B|null|-', 'C|C|null|-', 'D|D|null|-'],
  ],
  [`export default app`, ['default|app|null|app']],
  [`export default () => 1`, ['default|null|null|lambda']],
  [`export default class A {}`, ['default|A|null|class A']],
  [`export { a as b }`, ['b|a|null|-']],
  [`export { a as b } from 'm'`, ['b|a|m|-']],
  [`export * from 'm'; export * as n from 'm'`, ['*|null|m|-', 'n|null|m|-']],
  [`export = x`, ['default|x|null|x']],
  [`module.exports = x`, ['default|x|null|x']],
  [
    `module.exports = { a, b: c, d() {} }`,
    [
      'default|null|null|{"a": a, "b": c, "d": function d}',
      'a|a|null|a',
      'b|c|null|c',
      'd|null|null|function d',
    ],
  ],
  [
    `module.exports = { ...require('./a'), b: require('./b') }`,
    [
      'default|null|null|{...: require("./a"), "b": require("./b")}',
      '*|null|./a|-',
      'b|default|./b|require("./b")',
    ],
  ],
  [`module.exports = require('./a')`, ['default|default|./a|require("./a")', '*|null|./a|-']],
  [`exports.a = async () => 1; module.exports.b = c`, ['a|null|null|function a', 'b|c|null|c']],
  [`namespace N { export const a = 1 }`, []],
  [`other.exports.a = 1`, []],
]);
