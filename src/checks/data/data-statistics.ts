import { countKept } from '../../facts/data/tables/counted.ts';
import { countTold } from '../../facts/data/tables/counts.ts';
import { queryFile } from '../../facts/data/tables/query-files.ts';
import { SQL_STATISTICS } from '../../facts/data/tables/statistic-names.ts';
import { statisticKept, statisticsComputed } from '../../facts/data/tables/statistics.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Evidence } from '../../model.ts';
import { defineCheck, found } from '../define.ts';

/** Aggregates in SQL files of the repository. */
function inSqlFiles(facts: Facts): readonly Evidence[] {
  return facts.files
    .filter((file) => /\.sql$/i.test(file.path))
    .slice(0, 50)
    .flatMap(({ path }) => {
      const lines = (facts.text(path) ?? '').split('\n').slice(0, 2000);
      const at = lines.findIndex((line) => SQL_STATISTICS.test(line) || /\bgroup\s+by\b/i.test(line));
      return at < 0 ? [] : [facts.evidence(path, at + 1)];
    });
}

export const dataStatistics = defineCheck({
  name: 'data-statistics',
  summary:
    'Statistics over the data are answered with or stored (kept); of “any”, they are computed, printed or drawn, or rows are only counted.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ outcome: z.enum(['kept', 'any']) }),
  ask: (facts, { outcome }) => {
    if (outcome === 'kept') {
      const place = statisticKept(facts.program, facts.routes, queryFile(facts));
      return found(
        place ? [facts.evidence(place.file.path, place.line)] : [],
        'statistics (describe, mean, AVG …) that reach an answer or a store',
      );
    }
    const kept = countKept(facts.program, facts.routes);
    const places = [
      ...statisticsComputed(facts.program, facts.routes),
      ...countTold(facts.program, facts.routes),
      ...(kept ? [kept] : []),
    ];
    const computed = places.slice(0, 2).map(({ file, line }) => facts.evidence(file.path, line));
    return found(
      computed.length > 0 ? computed : inSqlFiles(facts).slice(0, 2),
      'statistics that are computed at all',
    );
  },
});
