/** Models that can be trained, and what trains them: tables that a newcomer extends with one line. */

/** What a model learns to tell: a class, a number, or something else (clusters, neighbours, anomalies). */
export type Task = 'classification' | 'regression' | 'other';

/** Models by their task, by qualified name. The first row that matches counts. */
export const ESTIMATORS: readonly (readonly [Task, readonly string[]])[] = [
  [
    'classification',
    [
      '*Classifier',
      '*ClassifierCV',
      '*Classifier*.from_pretrained',
      'sklearn.*.LogisticRegression*',
      'sklearn.svm.SVC',
      'sklearn.svm.LinearSVC',
      'sklearn.svm.NuSVC',
      'cuml.*.LogisticRegression',
      'cuml.*.SVC',
      'sklearn.naive_bayes.*',
      'sklearn.*.*DiscriminantAnalysis',
      'sklearn.*.Perceptron',
      'sklearn.*.NearestCentroid',
      'statsmodels.*.Logit',
      'statsmodels.*.logit',
      'statsmodels.*.MNLogit',
      'pycaret.classification.*',
      'imblearn.ensemble.*',
      'pyspark.ml.classification.*',
      'tabpfn.*Classifier*',
      'autogluon.tabular.TabularPredictor',
      'interpret.*.ExplainableBoostingClassifier',
      'ml-random-forest.RandomForestClassifier',
      'ml-cart.DecisionTreeClassifier',
      'ml-logistic-regression*',
      'ml-naivebayes.*',
      'ml-knn*',
      'ml-svm*',
      'node-svm.*',
      'natural.*Classifier',
      'bayes*',
      'brain.js.NeuralNetwork*',
      'danfojs*.LogisticRegression',
    ],
  ],
  [
    'regression',
    [
      '*Regressor',
      '*RegressorCV',
      'sklearn.*.LinearRegression',
      'sklearn.*.Ridge*',
      'sklearn.*.Lasso*',
      'sklearn.*.ElasticNet*',
      'sklearn.*.BayesianRidge',
      'sklearn.svm.*SVR',
      'statsmodels.*',
      'prophet.Prophet',
      'fbprophet.Prophet',
      'pmdarima.*',
      'pycaret.regression.*',
      'pyspark.ml.regression.*',
      'ml-regression*',
      'ml-random-forest.RandomForestRegression',
    ],
  ],
  [
    'other',
    [
      'sklearn.cluster.*',
      'sklearn.neighbors.NearestNeighbors',
      '*IsolationForest',
      '*OneClassSVM',
      '*LocalOutlierFactor',
      'sklearn.mixture.*',
      'surprise.*',
      'implicit.*',
      'hdbscan.*',
      'pyod.*',
      'torch.nn.*',
      '*keras*',
      'tensorflow.*',
      '@tensorflow/tfjs*',
      'torch.optim.*',
      'transformers.*Trainer',
      'pytorch_lightning.Trainer',
      'lightning.*Trainer',
      'sklearn.*',
      'xgboost.*',
      'lightgbm.*',
      'catboost.*',
    ],
  ],
];

/** They prepare data; that they are fitted trains no model. */
export const PREPARERS: readonly string[] = [
  'sklearn.preprocessing.*',
  'sklearn.impute.*',
  'sklearn.feature_extraction.*',
  'sklearn.feature_selection.*',
  'sklearn.decomposition.*',
  'sklearn.compose.*',
  'sklearn.random_projection.*',
  'sklearn.manifold.*',
  'imblearn.over_sampling.*',
  'imblearn.under_sampling.*',
  'category_encoders.*',
  '*keras.preprocessing.*',
  '*keras.layers.Normalization',
  '*keras.layers.TextVectorization',
  'pyspark.ml.feature.*',
  'feature_engine.*',
  'umap.*',
];

/** Wrappers: what they train is what they are handed. */
export const WRAPPERS: readonly string[] = [
  'sklearn.pipeline.*',
  'imblearn.pipeline.*',
  'sklearn.model_selection.*',
  'sklearn.calibration.*',
  'sklearn.multiclass.*',
  'sklearn.multioutput.*',
  'sklearn.base.clone',
  'pyspark.ml.Pipeline',
];

/** Methods that fit a model to data. */
export const FITS = new Set([
  'fit',
  'partial_fit',
  'fit_generator',
  'train',
  'trainAsync',
  'fitDataset',
  'train_model',
]);

/** Functions that fit a model by themselves, with its task where the name says it. */
export const TRAINERS: readonly (readonly [Task | null, readonly string[]])[] = [
  ['classification', ['pycaret.classification.compare_models', 'pycaret.classification.create_model']],
  ['regression', ['pycaret.regression.compare_models', 'pycaret.regression.create_model']],
  [null, ['xgboost.train', 'lightgbm.train', 'catboost.train', '*.backward', 'fasttext.train_supervised']],
];

/** Words of losses and objectives that tell classes apart. */
export const CLASS_LOSSES =
  /cross_?entropy|crossentropyloss|bce|nllloss|^binary|^multi(?::soft|class|nomial)|softmax|^sigmoid$|logloss/i;
