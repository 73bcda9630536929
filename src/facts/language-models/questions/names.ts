/** What turns questions into analyses of tables: names, one line each. '*' matches within. */

/** A table that is loaded from a place that nobody chose in the interface; SQL of DuckDB included. */
export const TABLE_SQL = /\bread_csv(?:_auto)?\s*\(|\bCOPY\s+\w+\s+FROM\b/i;

/** Names of what a model wrote so that it is run. */
export const WRITTEN_TO_RUN =
  /(?:^|[._])(?:generated_?|cleaned_?|final_?|safe_?)?(?:sql|sql_?query|sql_?code|query|code|python_?code|pandas_?code|script|expression)$|[a-z](?:SQL|Sql|SqlQuery|SQLQuery|Query|Code)$/;
/** What a prompt says when it asks for such. */
export const ASKS_FOR_CODE =
  /\b(?:writ\w{1,3}|generat\w{1,3}|returns?|produc\w{1,3}|converts?|translat\w{1,3}|creat\w{1,3}|output|only|respond|answer with|valid|single)\b[^.\n]{0,80}\b(?:sql|sqlite|duckdb|postgres\w{0,5}|python|pandas|code|query|expression)\b/i;
