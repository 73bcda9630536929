/** Reading, cleaning and summing up of tables: names, one line each. '*' matches within. */

/** Calls that read rows out of a file, a stream or a database. */
export const TABLE_READS: readonly string[] = [
  '*.read_csv*',
  '?.read_csv',
  '*.scan_csv',
  '*.read_table',
  '*.read_excel',
  '*.read_json',
  '*.read_parquet',
  '*.scan_parquet',
  '*.read_sql*',
  '*.read_database*',
  '*.read_feather',
  '*.read_ndjson',
  'csv.reader',
  'csv.DictReader',
  'unicodecsv.*eader',
  'aiocsv.Async*eader',
  'numpy.genfromtxt',
  'numpy.loadtxt',
  'openpyxl.load_workbook',
  'pyarrow.csv.*read*',
  'pyarrow.csv.open_csv',
  'duckdb.*read_csv*',
  'petl.from*',
  'tablib.*.load',
  'csv-parser*',
  'csv-parse*',
  'papaparse.parse',
  'Papa.parse',
  'csvtojson*',
  'fast-csv*.parse*',
  '@fast-csv/parse*',
  'neat-csv*',
  'xlsx.read*',
  'danfojs*.read*',
  'nodejs-polars*.read*',
  'nodejs-polars*.scan*',
  'arquero.from*',
  'd3*.csvParse*',
];

/** What handles values that are not there. */
export const NULLS: readonly string[] = [
  '*.dropna',
  '*.fillna',
  '*.interpolate',
  '*.ffill',
  '*.bfill',
  '*.fill_null',
  '*.fill_nan',
  '*.drop_nulls',
  '*.drop_nans',
  '*SimpleImputer',
  '*KNNImputer',
  '*IterativeImputer',
  'pandera.*',
  '*.expect_column_values_to_not_be_null',
  '*.fillNa',
  '*.dropNa',
  '*.dropNulls',
  '*.fillNull',
];
/** What handles rows that are there twice: in a table, or when they are stored. */
export const DUPLICATES: readonly string[] = [
  '*.drop_duplicates',
  '*.dropDuplicates',
  'polars.*.unique',
  '*.on_conflict_do_*',
  '*.onConflict*',
  '*ession*.merge',
  '*.update_or_create',
  '*.get_or_create',
  '*.upsert*',
  '*.bulk_upsert',
  '*.uniqBy',
  '*.uniq',
  '*.findOrCreate',
  '*.distinct_on',
  '*.expect_column_values_to_be_unique',
];
/** What handles values of another type than expected. */
export const TYPES: readonly string[] = [
  '*.to_numeric',
  '*.to_datetime',
  '*.to_timedelta',
  '*.astype',
  '*.convert_dtypes',
  '*.infer_objects',
  'polars.*.cast',
  '*.str.to_date*',
  '*.str.to_integer',
  '*.str.strptime',
  'pandera.*',
  '*.expect_column_values_to_be_of_type',
  '*.asType',
];
/** What tells nulls and duplicates without doing anything about them yet. */
export const DETECTS: readonly (readonly ['nulls' | 'duplicates', RegExp])[] = [
  ['nulls', /\.(isnull|isna|notnull|notna|is_null|is_not_null|null_count|has_nulls|isNa)(\.|$)/],
  ['duplicates', /\.(duplicated|is_duplicated|is_unique|n_unique)(\.|$)/],
];
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
/** Aggregates of query builders. */
export const QUERY_STATISTICS =
  /(^|\.)func\.(avg|sum|min|max|stddev\w*|variance|var_\w+|percentile\w*|median)$|^django\.db\.models\.(Avg|Sum|Min|Max|StdDev|Variance)$|(^|\.)(aggregate|annotate|groupBy)$|drizzle-orm\.(avg|sum|min|max)$/;
/** Aggregates in SQL. */
export const SQL_STATISTICS = /\b(?:avg|sum|min|max|stddev\w*|variance|percentile_\w+|median)\s*\(/i;
/** Calls in which a statistic only fills gaps, cuts outliers or scales. */
export const FILLS = new Set(
  'fillna fill_null fill_nan fillNa clip replace where mask with_columns transform get'.split(' '),
);

/** Reads that take a table piece by piece, whatever they are given. */
export const PIECEWISE: readonly string[] = [
  '*.read_csv_batched',
  '*.scan_csv',
  '*.scan_parquet',
  '*.scan_ndjson',
  'dask.dataframe.*',
  'vaex.*',
  'pyspark.*.read*',
  'pyarrow.csv.open_csv',
  '*.iter_batches',
  '*.copy_expert',
  '*.copy_from',
  '*.copy_records_to_table',
  '*.copy_to_table',
  '*cursor*.copy',
  'pg-copy-streams*',
  'ijson.*',
  'smart_open.open',
];
/** Arguments and options that make a read take pieces. */
export const PIECES = new Set([
  'chunksize',
  'chunk_size',
  'iterator',
  'batch_size',
  'blocksize',
  'step',
  'chunk',
]);
/** Streams of rows in JavaScript. */
export const ROW_STREAMS: readonly string[] = [
  'csv-parser*',
  'csv-parse',
  'csv-parse.parse',
  'fast-csv*.parse*',
  '@fast-csv/parse*',
  'csvtojson*',
  'papaparse.parse',
  'Papa.parse',
];

/** Calls that store rows in a database; SQL is looked at besides. */
export const ROW_STORES: readonly string[] = [
  '*.to_sql',
  '*.write_database',
  '*.add_all',
  '*.bulk_save_objects',
  '*.bulk_insert_mappings',
  '*.bulk_create',
  '*.executemany',
  '*.execute_values',
  '*.execute_batch',
  '*.copy_expert',
  '*.copy_from',
  '*.copy_records_to_table',
  '*ession*.add',
  '*ession*.merge',
  '*.db.add',
  '*.objects.create',
  '*.update_or_create',
  '*.get_or_create',
  '*.insert_many',
  '*.insert_one',
  '*.bulk_write',
  '*.insertMany',
  '*.bulkWrite',
  '*.bulkCreate',
  '*.createMany*',
  '*.create',
  '*.upsert*',
  '*.insert',
  '*.insert.values',
  '*.values',
  '*.save',
  '*.batchInsert',
  '*pg-copy-streams*',
  '*.execute',
  '*.query',
];
