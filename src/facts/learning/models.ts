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

/** Of those, the ones that many other objects have too: only of these. */
export const PARTICULAR: readonly (readonly [string, readonly string[]])[] = [
  ['run', ['onnxruntime.*.run', 'onnxruntime-node.*.run', 'onnxruntime-web.*.run', 'brain.js.*.run']],
  ['classify', ['natural.*.classify', '*.BayesClassifier.classify', '@tensorflow-models/*.classify']],
  ['getClassifications', ['natural.*']],
  ['transform', ['pyspark.*.transform', 'mlflow.spark.*']],
];

/** Calls named so that run no model of one's own. */
export const NOT_PREDICTS: readonly string[] = [
  'langchain*',
  'gradio_client.*',
  'google.cloud.*',
  'llama_index*',
  'dspy.*',
  'openai.*',
];

/** Loaders whose result is itself called: `model(x)`. */
export const CALLED_MODELS: readonly string[] = [
  'torch.load*',
  'torch.jit.load*',
  'torch.nn.*',
  'transformers.pipeline',
  'transformers.*.from_pretrained*',
  '@xenova/transformers.pipeline',
  '@huggingface/transformers.pipeline',
  'tensorflow.saved_model.load*',
  '*keras.models.load_model',
  'keras.*load_model',
];

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

/** Loads a trained model. */
export const MODEL_LOADS: readonly string[] = [
  'joblib.load',
  'sklearn.externals.joblib.load',
  'pickle.load',
  'pickle.loads',
  'dill.load',
  'cloudpickle.load*',
  'torch.load',
  'torch.jit.load',
  '*load_model*',
  '*.load_weights',
  'onnxruntime.InferenceSession',
  'onnxruntime-node.InferenceSession.create',
  'mlflow.*.load_model',
  'bentoml.*.get*',
  '@tensorflow/tfjs*.load*Model',
  'xgboost.*.load_model',
  'lightgbm.Booster',
  'skops.io.load',
  '*.from_pretrained',
  'transformers.pipeline',
  '@xenova/transformers.pipeline',
  '@huggingface/transformers.pipeline',
];

/** Saves a trained model: the path is the argument at the position. */
export const MODEL_SAVES: readonly string[] = [
  'joblib.dump',
  'sklearn.externals.joblib.dump',
  'pickle.dump',
  'dill.dump',
  'cloudpickle.dump',
  'torch.save',
  '*.save_model',
  '*.save_weights',
  '*.save_pretrained',
  '*keras*.save',
  '*Sequential*.save',
  '@tensorflow/tfjs*.save',
  'skops.io.dump',
  'skl2onnx.*',
  'onnx.save*',
];

/** Keeps versions of a model side by side. */
export const REGISTRIES: readonly string[] = [
  'mlflow.register_model',
  'mlflow.*.log_model',
  'mlflow.*Client.create_model_version',
  'mlflow.*Client.transition_model_version_stage',
  '*.create_model_version',
  '*.create_registered_model',
  '*.transition_model_version_stage',
  '*.set_registered_model_alias',
  'wandb.Artifact',
  'wandb.log_artifact',
  'wandb.*.log_artifact',
  'wandb.*.link_artifact',
  'bentoml.*.save_model',
  'clearml.*OutputModel*',
  'comet_ml.*.log_model',
  'neptune.*upload',
  'hopsworks.*',
  'sagemaker.*.register*',
  'google.cloud.aiplatform.Model.upload',
  'azureml.*.Model.register',
  '*.push_to_hub',
  'vetiver.vetiver_pin_write',
  'verta.*',
];

/** Model files that lie in the repository. */
export const MODEL_FILES =
  /\.(?:pkl|pickle|joblib|h5|hdf5|keras|onnx|pt|pth|ckpt|cbm|ubj|bst|pmml|tflite|safetensors|sav|skops|mlmodel|dill)$|(?:^|\/)saved_model\.pb$/i;
