/** Statistics over tables: names, one line each. */

/** Statistics over a table, as methods of a frame, a column, a group or a query. */
export const STATISTICS = new Set(
  `describe agg aggregate mean median std var sem quantile corr cov value_counts nlargest nsmallest cumsum pct_change
   crosstab pivot_table sum min max skew kurt mode rolling meanBy sumBy average stdev pstdev fmean variance percentile
   nanmean nanmedian nanstd sumSimple standardDeviation groupBy countBy rollup summarize summarise summary`
    .trim()
    .split(/\s+/),
);
/** Of those, the ones that mean a statistic whatever they are called on. */
export const CLEAR_STATISTICS = new Set(
  'describe agg value_counts corr pivot_table crosstab meanBy sumBy quantile stdev pstdev fmean standardDeviation'.split(
    ' ',
  ),
);
/** Of those, the ones that cut outliers as often as they tell something: a result only where they are shown. */
export const BOUNDS = new Set(['quantile']);
/** Aggregates of query builders. */
export const QUERY_STATISTICS =
  /(^|\.)func\.(avg|sum|min|max|stddev\w*|variance|var_\w+|percentile\w*|median)$|^django\.db\.models\.(Avg|Sum|Min|Max|StdDev|Variance)$|(^|\.)(aggregate|annotate|groupBy)$|drizzle-orm\.(avg|sum|min|max)$/;
/** Aggregates in SQL. */
export const SQL_STATISTICS = /\b(?:avg|sum|min|max|stddev\w*|variance|percentile_\w+|median)\s*\(/i;
/** Calls in which a statistic only fills gaps, cuts outliers or scales. */
export const FILLS = new Set(
  'fillna fill_null fill_nan fillNa clip replace where mask with_columns transform get'.split(' '),
);
