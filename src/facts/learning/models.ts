/** Running, loading, saving and keeping trained models: tables that a newcomer extends with one line. */

/** Runs a model that was trained before; own methods of that name are looked into. */
export const PREDICTS = new Set([
  'predict',
  'predict_proba',
  'predict_log_proba',
  'decision_function',
  'predict_classes',
  'predict_on_batch',
  'predictProbability',
  'predictProbabilities',
  'inplace_predict',
  'run',
  'classify',
  'getClassifications',
  'transform',
]);

/** Gives how sure a model is. */
export const PROBABILITIES = new Set([
  'predict_proba',
  'predict_log_proba',
  'decision_function',
  'softmax',
  'sigmoid',
  'predictProbability',
  'predictProbabilities',
  'log_softmax',
  'expit',
  'getClassifications',
]);

/** Methods that many other objects have too: only those count of which something is known. */
export const PARTICULAR: ReadonlySet<string> = new Set([
  'run',
  'classify',
  'getClassifications',
  'transform',
]);
