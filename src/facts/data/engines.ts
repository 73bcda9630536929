/** Database engines, and what names each: URLs, settings, images, drivers, calls. One line each: extend here. */
export const ENGINES = ['postgresql', 'mysql', 'sqlite', 'mongodb', 'other'] as const;
export type Engine = (typeof ENGINES)[number];

/** What names an engine in a URL, a setting or a compose image. One line each: extend here. */
export const IN_TEXT: readonly (readonly [RegExp, Engine])[] = [
  [
    /^postgres(ql)?(\+\w+)?(:\/\/|$)|django\.db\.backends\.postgresql|django\.contrib\.gis\.db\.backends\.postgis|asyncpg|psycopg|\.supabase\.co|neon\.tech|^(prisma\+)?postgres(ql)?:/i,
    'postgresql',
  ],
  [/^(mysql|mariadb)(\+\w+)?(:\/\/|$)|django\.db\.backends\.mysql|aiomysql|pymysql/i, 'mysql'],
  [/^sqlite(\+\w+)?(:|$)|django\.db\.backends\.sqlite3|\.sqlite3?$|aiosqlite/i, 'sqlite'],
  [/^mongodb(\+srv)?(:\/\/|$)/i, 'mongodb'],
];
export const IN_IMAGES: readonly (readonly [RegExp, Engine])[] = [
  [
    /(^|\/)(postgres|postgis|timescale\/timescaledb|pgvector|supabase\/postgres|bitnami\/postgresql)/i,
    'postgresql',
  ],
  [/(^|\/)(mysql|mariadb)/i, 'mysql'],
  [/(^|\/)mongo/i, 'mongodb'],
];
/** Keys under which a settings dict or an options object names the engine. */
export const ENGINE_KEYS = /^(dialect|type|client|provider|engine|drivername|backend|db_engine|scheme)$/i;
