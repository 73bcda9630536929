import { describe, expect, test } from 'vitest';
import { kindOfHost } from '../../../src/facts/operations/hosting/domains.ts';
import { isManagedPostgres } from '../../../src/facts/operations/hosting/postgres.ts';

describe('hosts with TLS', () => {
  test.each([
    ['rag.hofmann-labs.dev', 'own'],
    ['api.hofmann-labs.dev:443', 'own'],
    ['*.hofmann-labs.dev', 'own'],
    [`\${DOMAIN}`, 'variable'],
    ['{$SITE_ADDRESS}', 'variable'],
    ['var.domain_name', 'variable'],
    ['yourdomain.com', 'placeholder'],
    ['api.example.com', 'placeholder'],
    ['my-domain.org', 'placeholder'],
    ['<your-host>', 'placeholder'],
    ['rag-hofmann.onrender.com', 'platform'],
    ['_', 'open'],
    ['localhost', null],
    ['192.168.1.4', null],
  ])('%s is %s', (host, kind) => {
    expect(kindOfHost(host)).toBe(kind);
  });
});

describe('settings of a managed PostgreSQL', () => {
  test.each([
    ['DATABASE_URL', 'postgresql://***@ep-cool-1.eu-central-1.aws.neon.tech/rag', true],
    ['SUPABASE_URL', '', true],
    ['INSTANCE_CONNECTION_NAME', '', true],
    ['DATABASE_URL', 'postgresql://***@containers-us.railway.app:5432/rag', true],
    ['PGHOST', 'db.internal', true],
    ['DATABASE_URL', 'postgresql://***@localhost:5432/rag', false],
    ['DATABASE_URL', 'postgresql://***@db:5432/rag', false],
    ['QDRANT_URL', 'https://vectors.up.railway.app', false],
    ['REDIS_URL', 'redis://cache.flycast:6379', false],
    ['DB_HOST', 'mysql.abc.eu-central-1.rds.amazonaws.com', false],
  ])('%s=%s: %s', (name, value, managed) => {
    expect(isManagedPostgres({ name, value })).toBe(managed);
  });
});
