/** What turns questions into analyses of tables: names, one line each. '*' matches within. */

/** Agents and engines that are handed a table and a question, and work the answer out. */
export const TABLE_AGENTS: readonly string[] = [
  '*.create_pandas_dataframe_agent',
  '*.create_csv_agent',
  '*.create_sql_agent',
  '*.create_sql_query_chain',
  '*.createSqlAgent',
  '*.createSqlQueryChain',
  '*.SQLDatabaseChain*',
  '*.SqlDatabaseChain*',
  '*.SQLDatabaseToolkit*',
  '*.create_spark_dataframe_agent',
  'pandasai.*',
  '*.SmartDataframe*',
  '*.SmartDatalake*',
  '*.PandasQueryEngine*',
  '*.PolarsQueryEngine*',
  '*.NLSQLTableQueryEngine*',
  '*.NLSQLRetriever*',
  'vanna.*',
  '*.PythonAstREPLTool*',
  '*.PythonREPLTool*',
  '*.PythonREPL*',
  'lida.*',
];

/** Calls that run what they are given: code, a query, an expression. */
export const RUNNERS: readonly string[] = [
  'exec',
  'eval',
  'Function',
  'vm.run*',
  'pyodide.run*',
  '*.runPython*',
  '*.run_code',
  '*.runCode',
  '*.run_python',
  '*.execute_code',
  '*.execute',
  '*.executemany',
  '*.executescript',
  '*.query',
  '*.eval',
  '*.sql',
  '*.raw',
  '*.rpc',
  '*.run_sql*',
  '*.run_query',
  '*.execute_sql*',
  '*.execute_query*',
  '*.executeQuery',
  '*.executeSql*',
  '*.runQuery',
  '*.unsafe',
  '*$queryRawUnsafe',
  'pandasql.sqldf',
  '*.sqldf',
  '*.read_sql*',
  'sqlalchemy.text',
  'alasql*',
  'subprocess.run',
  'subprocess.Popen',
  'subprocess.check_output',
  'RestrictedPython.*',
];

/** What works on a table: a plan that a model made, key by key, ends in these. */
export const TABLE_WORK: readonly string[] = [
  '*.groupby',
  '*.group_by',
  '*.groupBy',
  '*.agg',
  '*.aggregate',
  '*.pivot_table',
  '*.sort_values',
  '*.nlargest',
  '*.nsmallest',
  '*.value_counts',
  '*.corr',
];

/** Calls that make a picture of data. */
export const FIGURES: readonly string[] = [
  'plotly.express.*',
  'plotly.graph_objects.*',
  'plotly.graph_objs.*',
  'matplotlib.pyplot.plot',
  'matplotlib.pyplot.bar*',
  'matplotlib.pyplot.hist*',
  'matplotlib.pyplot.scatter',
  'matplotlib.pyplot.pie',
  'matplotlib.pyplot.boxplot',
  'matplotlib.pyplot.subplots*',
  'matplotlib.pyplot.figure*',
  'seaborn.*plot',
  'seaborn.heatmap',
  'altair.Chart*',
  'bokeh.plotting.figure*',
  'pyecharts.charts.*',
  'pygal.*',
  '*.plot',
  '*.plot.*',
];

/** A figure that is handed on: to a page, in an answer. */
export const FIGURE_OUTPUTS: readonly string[] = [
  '*.to_json',
  '*.to_html',
  '*.to_dict',
  '*.savefig',
  '*.write_image',
  '*.write_html',
  '*.to_image',
  'plotly.io.*',
  'base64.b64encode',
  'json.dumps',
];

/** A table that is loaded from a place that nobody chose in the interface; SQL of DuckDB included. */
export const TABLE_SQL = /\bread_csv(?:_auto)?\s*\(|\bCOPY\s+\w+\s+FROM\b/i;

/** Names of what a model wrote so that it is run. */
export const WRITTEN_TO_RUN =
  /(?:^|[._])(?:generated_?|cleaned_?|final_?|safe_?)?(?:sql|sql_?query|sql_?code|query|code|python_?code|pandas_?code|script|expression)$|[a-z](?:SQL|Sql|SqlQuery|SQLQuery|Query|Code)$/;
/** What a prompt says when it asks for such. */
export const ASKS_FOR_CODE =
  /\b(?:writ\w{1,3}|generat\w{1,3}|returns?|produc\w{1,3}|converts?|translat\w{1,3}|creat\w{1,3}|output|only|respond|answer with|valid|single)\b[^.\n]{0,80}\b(?:sql|sqlite|duckdb|postgres\w{0,5}|python|pandas|code|query|expression)\b/i;

/** What a tool of a model's does with a table besides. */
export const TOOL_WORK: readonly string[] = [
  'exec',
  'eval',
  '*.query',
  '*.describe',
  '*.execute',
  '*.sql',
  '*.mean',
  '*.sum',
  '*.value_counts',
];
