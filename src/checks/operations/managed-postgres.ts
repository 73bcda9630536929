import { managedPostgres as placesOf } from '../../facts/operations/hosting/managed.ts';
import { defineCheck, found } from '../define.ts';

export const managedPostgres = defineCheck({
  name: 'managed-postgres',
  summary:
    'A managed PostgreSQL service is configured: by infrastructure code, a platform’s file, its address or its own client.',
  reads: ['configuration', 'documents'],
  parameters: (z) => z.strictObject({}),
  ask: (facts) =>
    found(
      placesOf(facts)
        .slice(0, 4)
        .map(({ path, line }) => facts.evidence(path, line)),
      'a managed PostgreSQL (RDS, Cloud SQL, Azure, Supabase, Neon, Render, Railway, Fly …): a container or a plain URL is none',
    ),
});
