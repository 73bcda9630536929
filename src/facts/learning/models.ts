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

/** Model files that lie in the repository. */
export const MODEL_FILES =
  /\.(?:pkl|pickle|joblib|h5|hdf5|keras|onnx|pt|pth|ckpt|cbm|ubj|bst|pmml|tflite|safetensors|sav|skops|mlmodel|dill)$|(?:^|\/)saved_model\.pb$/i;

/** Methods that many other objects have too: only those count of which something is known. */
export const PARTICULAR: ReadonlySet<string> = new Set([
  'run',
  'classify',
  'getClassifications',
  'transform',
]);
