/** Signals of the milestones before language models come in. */
import type { Signal } from './signal.ts';

export const PROGRAMS: readonly Signal[] = [
  {
    milestone: 'cli-task-manager',
    weight: 4,
    title: /\b(?:todo|to do|tasks?|tasker|task ?tracker|taskmanager)\b/,
  },
  { milestone: 'cli-task-manager', weight: 2, title: /\b(?:cli|command line|terminal|console)\b/ },
  { milestone: 'cli-task-manager', weight: 2, intro: /\b(?:command line|cli|terminal)\b/ },
  {
    milestone: 'cli-task-manager',
    weight: 2,
    // "what to do next" is no list of things to do.
    intro:
      /\b(?:tasks?|todos?|to dos|to do (?:lists?|items?|apps?|application|manager|tracker|program|cli|tool))\b/,
  },
  {
    milestone: 'cli-task-manager',
    weight: 2,
    uses: ['argparse', 'click', 'typer', 'commander', 'yargs', 'cmd', 'docopt', 'fire', 'inquirer'],
  },
  { milestone: 'cli-task-manager', weight: 3, command: /^(?:done|complete|finish|mark.*)$/ },
  {
    milestone: 'cli-task-manager',
    weight: 2,
    file: /(?:^|\/)(?:tasks?|todos?|task_manager|todo_list)\.(?:py|ts|js|json)$/,
  },

  { milestone: 'blog-api', weight: 5, title: /\bblog(?:s|ging|api)?\b/ },
  { milestone: 'blog-api', weight: 3, intro: /\b(?:blog|blogs|blogging|articles?)\b/ },
  { milestone: 'blog-api', weight: 4, route: /\/(?:posts?|articles?|blogs?)(?:\/|$)/ },
  { milestone: 'blog-api', weight: 2, route: /\/(?:comments?|tags?|likes?)(?:\/|$)/ },
  { milestone: 'blog-api', weight: 1, route: /\/(?:register|signup|login|token)\/?$/ },
  {
    milestone: 'blog-api',
    weight: 2,
    file: /(?:^|\/)(?:posts?|blogs?|articles?)(?:[._][a-z_.]*)?\.(?:py|ts|js)$/,
  },
  {
    milestone: 'blog-api',
    weight: 1,
    uses: ['pyjwt', 'python-jose', 'jsonwebtoken', 'passport', 'djangorestframework-simplejwt'],
  },

  {
    milestone: 'data-pipeline',
    weight: 4,
    title:
      /\b(?:csv|etl|data pipeline|data cleaning|ingest(?:or|ion)?|importer|data processing|data engineering)\b/,
  },
  {
    milestone: 'data-pipeline',
    weight: 3,
    intro: /\b(?:csv|etl|data cleaning|data engineering|data pipeline)\b/,
  },
  {
    milestone: 'data-pipeline',
    weight: 3,
    route: /^(?:POST|PUT|ANY) .*\b(?:csv|clean|import|ingest|datasets?|etl)/i,
  },
  { milestone: 'data-pipeline', weight: 2, route: /^(?:POST|PUT|ANY) .*upload/i },
  {
    milestone: 'data-pipeline',
    weight: 2,
    uses: ['pandas', 'polars', 'csv', 'csv-parse', 'csv-parser', 'papaparse'],
  },
  {
    milestone: 'data-pipeline',
    weight: 1,
    file: /(?:^|\/)(?:etl|clean(?:er|ing)?|ingest\w*|pipeline|transform\w*)\.py$/,
  },

  {
    milestone: 'ml-api',
    weight: 4,
    title:
      /\b(?:iris|churn|spam|classifier|classification|prediction|ml|mlops|machine learning|model serving|inference|sentiment|fraud|detection|recommender)\b/,
  },
  {
    milestone: 'ml-api',
    weight: 3,
    intro:
      /\b(?:machine learning|scikit learn|classifier|classification|predicts?|churn|xgboost|sentiment analysis|fraud detection)\b/,
  },
  {
    milestone: 'ml-api',
    weight: 4,
    uses: ['sklearn', 'scikit-learn', 'xgboost', 'lightgbm', 'catboost', 'joblib'],
  },
  {
    milestone: 'ml-api',
    weight: 2,
    uses: ['transformers', 'torch', 'tensorflow', 'keras', 'onnxruntime', 'mlflow', 'bentoml', 'river'],
  },
  {
    milestone: 'ml-api',
    weight: 4,
    route: /\/(?:[\w-]*predict[\w-]*|classify|inference|analyze|score)(?:\/|$)/,
  },
  { milestone: 'ml-api', weight: 2, file: /\.(?:pkl|joblib|onnx)$|(?:^|\/)train\w*\.(?:py|ipynb)$/ },
];
