/** How good a model is: names of measures, one line each. */

/** Words under which a metric goes out or is kept. */
export const METRIC_WORDS =
  /^(?:.*_)?(?:accuracy|acc|balanced_accuracy|precision|recall|f1|f1_?score|auc|roc_?auc|auc_?roc|pr_?auc|log_?loss|confusion_?matrix|classification_?report|mcc|rmse|mae|mse|r2|r2_?score|r_squared|cv_scores?|f_?score|sensitivity|specificity|average_precision|mean_squared_error|mean_absolute_error|macro_f1|weighted_f1)(?:_(?:score|test|val|macro|micro|weighted|mean|train|avg))?$/i;
