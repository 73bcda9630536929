/** What turns questions into analyses of tables: names, one line each. '*' matches within. */

/** A table that is loaded from a place that nobody chose in the interface; SQL of DuckDB included. */
export const TABLE_SQL = /\bread_csv(?:_auto)?\s*\(|\bCOPY\s+\w+\s+FROM\b/i;
