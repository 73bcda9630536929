/** Managed PostgreSQL: what its configuration looks like at each provider. One more provider is one more line. */
import { COMMANDS_IN, type Sign } from './signs.ts';

/** Commands that make a managed database, or tie something to one. */
const MAKES_ONE =
  /\baws\s+rds\s+create-db-(?:instance|cluster)\b|\bgcloud\s+(?:beta\s+)?sql\s+instances\s+create\b|\baz\s+postgres\b.*\bcreate\b|\bheroku\s+addons:create\s+heroku-postgresql|\b(?:fly|flyctl)\s+(?:postgres|pg|mpg)\s+(?:create|attach)\b|\brailway\s+add\b.*postgres|\bsupabase\s+(?:link|db\s+push)\b|\bneonctl\s+\w|\bdoctl\s+databases\s+create\b|--(?:add|set)-cloudsql-instances\b|\bcloud[-_]sql[-_]proxy\b/i;

export const MANAGED_POSTGRES: readonly Sign[] = [
  {
    in: /\.tf$/,
    says: /^\s*resource\s+"(?:google_sql_database_instance|aws_db_instance|aws_rds_cluster|digitalocean_database_cluster|heroku_addon|scaleway_rdb_instance|alicloud_db_instance|yandex_mdb_postgresql_cluster)"|source\s*=\s*"(?:terraform-aws-modules\/rds|terraform-aws-modules\/rds-aurora|[\w.-]+\/[\w.-]*(?:sql-db|postgres)[\w./-]*)/,
    with: /postgres|"pg"/i,
  },
  {
    in: /\.tf$/,
    says: /^\s*resource\s+"(?:azurerm_postgresql_(?:flexible_)?server|neon_project|supabase_project|render_postgres|aiven_pg|linode_database_postgresql\w*|ovh_cloud_project_database)"/,
  },
  { in: /\.(?:bicep|json)$/, says: /Microsoft\.DBforPostgreSQL\//i },
  { in: /\.(?:ya?ml|json)$/, says: /AWS::RDS::DB(?:Instance|Cluster)\b/, with: /postgres/i },
  { in: /(?:^|\/)render\.ya?ml$/i, says: /^databases\s*:|^\s+fromDatabase\s*:/ },
  { in: /(?:^|\/)(?:app\.json|heroku\.ya?ml)$/i, says: /heroku-postgresql/ },
  { in: /(?:^|\/)\.do\/[\w.-]+\.ya?ml$/i, says: /^\s*-?\s*engine\s*:\s*["']?PG\b/i },
  { in: /(?:^|\/)app[\w.-]*\.ya?ml$/i, says: /^\s*cloud_sql_instances\s*:/ },
  {
    in: /\.ya?ml$/i,
    says: /cloud-?sql-?(?:connectors\/)?(?:cloud-sql-)?proxy|run\.googleapis\.com\/cloudsql-instances|csql|\bkind:\s*SQLInstance\b|\bkind:\s*(?:DBInstance|DBCluster|FlexibleServer)\b/i,
  },
  { in: COMMANDS_IN, says: MAKES_ONE },
  // A runbook: what is typed to set it up.
  { in: /\.(?:md|markdown|rst|adoc|txt)$/i, says: MAKES_ONE },
  // Railway's and Render's own references to a database of theirs.
  { in: /\.(?:ya?ml|toml|json|env)$|\.env[\w.-]*$/i, says: /\$\{\{\s*Postgres\w*\.\w+\s*\}\}/i },
];

/** Hosts at which a managed PostgreSQL answers, and nothing else. One more provider is one more line. */
const POSTGRES_HOSTS: readonly RegExp[] = [
  /\bdb\.[\w-]+\.supabase\.co\b|\bpooler\.supabase\.com\b/i,
  /\.neon\.(?:tech|build)\b/i,
  /\.postgres\.database\.azure\.com\b|\.postgres\.cosmos\.azure\.com\b/i,
  /\bdpg-[\w-]+\.[\w-]+-postgres\.render\.com\b/i,
  /\.flympg\.net\b|\.tsdb\.cloud\.timescale\.com\b|\.cockroachlabs\.cloud\b|\.xata\.(?:sh|tech)\b/i,
];
/** Hosts of providers who offer other services there too: the address or its name must speak of PostgreSQL. */
const SHARED_HOSTS =
  /\.supabase\.(?:co|com)\b|\.rds\.amazonaws\.com\b|\/cloudsql\/|\bdpg-[\w-]+|\.rlwy\.net\b|\.railway\.(?:internal|app)\b|\.(?:flycast|internal)\b|\.aivencloud\.com\b|\.db\.ondigitalocean\.com\b|\.db\.elephantsql\.com\b|\.prisma\.io\b|\.vercel-storage\.com\b|\.psdb\.cloud\b/i;
const SPEAKS_OF_IT = /postgres|^pg_?|_pg_/i;
/** Whose databases are all of this kind. */
const OFFERS_IT = /supabase/i;

/** A setting, by its name and value, is one of a managed PostgreSQL. */
export function isManagedPostgres({
  name,
  value,
}: {
  readonly name: string;
  readonly value: string;
}): boolean {
  if (POSTGRES_SETTINGS.test(name) || POSTGRES_HOSTS.some((host) => host.test(value))) return true;
  return (
    SHARED_HOSTS.test(value) && [name, value].some((one) => SPEAKS_OF_IT.test(one) || OFFERS_IT.test(one))
  );
}

/** Names of settings that only a managed service has. */
const POSTGRES_SETTINGS =
  /^(?:\w+_)?(?:SUPABASE_(?:URL|DB_URL|DATABASE_URL|DB_HOST|CONNECTION_STRING|PROJECT_URL)|NEON_(?:DATABASE_)?\w*URL|(?:CLOUD_?SQL_|DB_)?INSTANCE_CONNECTION_NAME|CLOUD_?SQL_\w+|RDS_(?:HOST\w*|DB_\w+|ENDPOINT|PROXY\w*)|AURORA_\w+|AZURE_POSTGRES\w*|POSTGRES_PRISMA_URL|POSTGRES_URL_NON_POOLING)$/;

/** Providers, as a note beside a setting names them. */
const PROVIDERS =
  /\b(?:neon(?:\.tech|\.com)?|amazon rds|aws rds|rds|aurora|cloud ?sql|azure (?:database|postgres\w*)|render|railway|fly(?:\.io)? (?:postgres|mpg)|aiven|timescale|crunchy bridge|heroku postgres|elephantsql|digitalocean (?:managed )?(?:database|postgres)\w*)\b/i;

/** A sentence of a runbook that places the database at a provider. */
export function placesPostgres(sentence: string): boolean {
  return namesProvider(sentence) && /postgres|\bRDS instance\b/i.test(sentence);
}

/** A note names a provider of managed databases. */
export function namesProvider(note: string): boolean {
  return PROVIDERS.test(note) || OFFERS_IT.test(note);
}
