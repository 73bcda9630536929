/** What a model is trained on: tables that a newcomer extends with one line. */

/** What reads text into numbers. */
export const TEXT_FEATURES: readonly string[] = [
  '*TfidfVectorizer',
  '*CountVectorizer',
  '*HashingVectorizer',
  '*TfidfTransformer',
  '*keras.preprocessing.text.*',
  '*Tokenizer*.from_pretrained',
  '*keras.layers.TextVectorization',
  '*keras.layers.Embedding',
  'gensim.*',
  'sentence_transformers.*',
  'natural.*',
  'torchtext.*',
  'nltk.word_tokenize',
  'fasttext.*',
];

/** What reads pictures or sound. */
export const IMAGE_FEATURES: readonly string[] = [
  '*Conv2D',
  'torch.nn.Conv2d',
  'torchvision.*',
  '*ImageDataGenerator*',
  '*image_dataset_from_directory',
  '*flow_from_directory*',
  'cv2.imread',
  'PIL.Image.open',
  '*keras.datasets.mnist*',
  '*keras.datasets.fashion_mnist*',
  '*keras.datasets.cifar*',
  '*keras.applications.*',
  'librosa.*',
  'timm.*',
  'ultralytics.*',
  '*layers.conv2d',
];

/** What only makes sense for columns: with it text is one column among others. */
export const TABLE_FEATURES: readonly string[] = [
  '*ColumnTransformer',
  '*make_column_transformer',
  '*StandardScaler',
  '*MinMaxScaler',
  '*OneHotEncoder',
  '*OrdinalEncoder',
  'pandas.get_dummies',
];
