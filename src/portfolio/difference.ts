/** Two reports on one portfolio: what its projects gained and lost, and which ones came and went. Pure. */
import { differenceOf } from '../difference.ts';
import type { PortfolioDifference, PortfolioReport } from '../model/portfolio.ts';

/** Projects are matched by what names them, so the order of the earlier report does not matter. */
export function portfolioDifferenceOf(before: PortfolioReport, after: PortfolioReport): PortfolioDifference {
  const earlier = new Map(before.projects.map((one) => [one.source, one.report]));
  const later = new Set(after.projects.map(({ source }) => source));
  const shown = (report: PortfolioReport): ReadonlySet<string> =>
    new Set(report.skills.filter((one) => one.shown.length > 0).map(({ id }) => id));
  const [had, has] = [shown(before), shown(after)];
  return {
    before: before.reached,
    after: after.reached,
    projects: after.projects.flatMap(({ source, report }) => {
      const then = earlier.get(source);
      return then === undefined ? [] : [{ source, difference: differenceOf(then, report) }];
    }),
    added: after.projects.filter(({ source }) => !earlier.has(source)).map(({ source }) => source),
    removed: before.projects.filter(({ source }) => !later.has(source)).map(({ source }) => source),
    skillsGained: [...has].filter((id) => !had.has(id)),
    skillsLost: [...had].filter((id) => !has.has(id)),
  };
}
