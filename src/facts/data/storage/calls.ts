/** Calls that touch a store, by qualified name: tables that a newcomer extends with one line. */

export type StoreFormat = 'json' | 'csv' | 'pickle' | 'yaml' | 'sqlite' | 'database' | 'key-value' | 'text';

interface Entry {
  readonly format: StoreFormat;
  readonly direction: 'read' | 'write' | 'both';
  readonly names: readonly string[];
}

/** Calls that touch a store by themselves. One line each: extend here. */
export const DIRECT: readonly Entry[] = [
  {
    format: 'json',
    direction: 'write',
    names: [
      'json.dump',
      'ujson.dump',
      'simplejson.dump',
      'fs-extra.writeJson*',
      'fs-extra.outputJson*',
      'jsonfile.writeFile*',
      'srsly.write_json',
      '*.to_json',
    ],
  },
  {
    format: 'json',
    direction: 'read',
    names: [
      'json.load',
      'ujson.load',
      'simplejson.load',
      'fs-extra.readJson*',
      'jsonfile.readFile*',
      'srsly.read_json',
      'load-json-file*',
      '*.read_json',
      '*.parse_file',
    ],
  },
  {
    format: 'json',
    direction: 'both',
    names: [
      'tinydb.TinyDB',
      'lowdb*.JSONFile*',
      'lowdb/node.JSONFile*',
      'lowdb*.JSONPreset',
      'conf',
      'configstore',
      'electron-store',
    ],
  },
  { format: 'csv', direction: 'write', names: ['csv.writer', 'csv.DictWriter', '*.to_csv'] },
  {
    format: 'csv',
    direction: 'read',
    names: ['csv.reader', 'csv.DictReader', 'pandas.read_csv', 'polars.read_csv'],
  },
  { format: 'pickle', direction: 'write', names: ['pickle.dump', 'joblib.dump', 'dill.dump'] },
  { format: 'pickle', direction: 'read', names: ['pickle.load', 'joblib.load', 'dill.load'] },
  { format: 'yaml', direction: 'write', names: ['yaml.dump', 'yaml.safe_dump'] },
  { format: 'yaml', direction: 'read', names: ['yaml.load', 'yaml.safe_load'] },
  {
    format: 'sqlite',
    direction: 'both',
    names: [
      'sqlite3.connect',
      'aiosqlite.connect',
      'better-sqlite3',
      'sqlite3.Database',
      'sqlite.open',
      'sqlite_utils.Database',
      'peewee.SqliteDatabase',
      'dataset.connect',
    ],
  },
  {
    format: 'database',
    direction: 'both',
    names: [
      'sqlalchemy.create_engine',
      'sqlalchemy*.create_async_engine',
      'sqlmodel.create_engine',
      '@prisma/client.PrismaClient',
      '*.PrismaClient',
      'mongoose.connect',
      'pymongo.MongoClient',
      'mongodb.MongoClient',
      'psycopg2.connect',
      'psycopg.connect',
      'mysql.connector.connect',
      'pymysql.connect',
      'pg.Pool',
      'pg.Client',
      'typeorm.DataSource',
      'sequelize.Sequelize',
      'drizzle-orm/*',
    ],
  },
  {
    format: 'key-value',
    direction: 'both',
    names: ['shelve.open', 'dbm.open', 'redis.Redis*', 'diskcache.Cache', 'localStorage.setItem'],
  },
];

/** Calls that turn state into text and back: a store only together with a file access. */
export const ENCODERS: readonly {
  readonly format: StoreFormat;
  readonly encode: readonly string[];
  readonly decode: readonly string[];
}[] = [
  {
    format: 'json',
    encode: [
      'json.dumps',
      'ujson.dumps',
      'simplejson.dumps',
      'orjson.dumps',
      'JSON.stringify',
      '*.model_dump_json',
      '*.dump_json',
      'jsonpickle.encode',
      'msgspec.json.encode',
      '?.json',
    ],
    decode: [
      'json.loads',
      'ujson.loads',
      'simplejson.loads',
      'orjson.loads',
      'JSON.parse',
      '*.model_validate_json',
      '*.validate_json',
      '*.parse_raw',
      'jsonpickle.decode',
      'msgspec.json.decode',
    ],
  },
  {
    format: 'pickle',
    encode: ['pickle.dumps', 'dill.dumps', 'cloudpickle.dumps', 'marshal.dumps'],
    decode: ['pickle.loads', 'dill.loads', 'cloudpickle.loads', 'marshal.loads'],
  },
];

export const FILE_WRITES: readonly string[] = [
  '*.write_text',
  '*.write_bytes',
  '*open*.write',
  '*open*.writelines',
  'typing.*IO.write',
  'io.*.write',
  '?.write',
  '?.write_text',
  'fs*.writeFile*',
  'fs*.promises.writeFile*',
  'fs*.outputFile*',
  'fs*.appendFile*',
  'fs*.createWriteStream*',
  'Bun.write',
  'Deno.writeTextFile*',
  '?.writeFile*',
  'graceful-fs.writeFile*',
  'write-file-atomic*',
];
export const FILE_READS: readonly string[] = [
  '*.read_text',
  '*.read_bytes',
  '*open*.read',
  '*open*.readlines',
  'typing.*IO.read',
  'io.*.read',
  '?.read',
  '?.read_text',
  'fs*.readFile*',
  'fs*.promises.readFile*',
  'Bun.file*',
  'Deno.readTextFile*',
  '?.readFile*',
  'graceful-fs.readFile*',
];
/** `json.dump(tasks, file)` writes by itself; these stream methods are writes of text when nothing encodes. */
export const TEXT_WRITES: readonly string[] = [
  '*open*.write',
  '*open*.writelines',
  '*.write_text',
  'fs*.writeFile*',
  'fs*.appendFile*',
];
