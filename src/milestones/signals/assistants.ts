/** Signals of the milestones that are built on a language model. */
import type { Signal } from './signal.ts';

const MODELS = [
  'openai',
  'anthropic',
  'langchain*',
  '@langchain/*',
  'llama-index*',
  'groq',
  'ollama',
  'google-generativeai',
  'litellm',
  'dspy*',
  'cohere',
];
const VECTORS = [
  'chromadb',
  'qdrant-client',
  'pinecone*',
  '@pinecone-database/*',
  'faiss*',
  'weaviate*',
  'pymilvus',
  'pgvector',
  'lancedb',
  'langchain-chroma',
  'langchain-pinecone',
  'langchain-qdrant',
  'sentence-transformers',
];
const SCREENS = ['streamlit', 'gradio', 'chainlit', 'react', 'next', 'vue', 'svelte'];

export const ASSISTANTS: readonly Signal[] = [
  {
    milestone: 'rag-system',
    weight: 4,
    title: /\b(?:rag|retrieval augmented generation|document q ?a|knowledge base)\b/,
  },
  {
    milestone: 'rag-system',
    weight: 2,
    intro: /\b(?:rag|retrieval augmented|vector (?:database|store)|hybrid retrieval|embeddings?)\b/,
  },
  { milestone: 'rag-system', weight: 4, uses: VECTORS },
  { milestone: 'rag-system', weight: 4, uses: MODELS },
  { milestone: 'rag-system', weight: 3, uses: ['ragas', 'deepeval', 'rank-bm25', 'tiktoken'] },
  {
    milestone: 'rag-system',
    weight: 2,
    file: /(?:^|\/)(?:chunk\w*|embed\w*|retriev\w*|vector_?store\w*|rerank\w*|citations?)\.(?:py|ts)$/,
  },
  { milestone: 'rag-system', weight: 2, file: /(?:^|\/)(?:eval|evals|evaluation)\b[^/]*(?:\/|\.py$)/ },

  {
    milestone: 'full-stack-ai-app',
    weight: 4,
    title: /\b(?:saas|platform|full ?stack|chatbot|multi ?model|multimodal|chat with|ai app)\b/,
  },
  {
    milestone: 'full-stack-ai-app',
    weight: 2,
    title: /\b(?:pdfs?|streamlit|gradio|nextjs|chat|assistant)\b/,
  },
  {
    milestone: 'full-stack-ai-app',
    weight: 2,
    intro: /\b(?:chatbot|full ?stack|frontend|react|next js|user friendly|interface|streamlit|gradio)\b/,
  },
  { milestone: 'full-stack-ai-app', weight: 3, uses: SCREENS },
  { milestone: 'full-stack-ai-app', weight: 2, file: /(?:^|\/)components\/.+\.(?:[jt]sx|vue|svelte)$/ },
  { milestone: 'full-stack-ai-app', weight: 4, uses: MODELS },

  {
    milestone: 'production-deployment',
    weight: 6,
    title: /\b(?:deploy|deployed|deployment|kubernetes|k8s|aws|azure|gcp|cloud|serverless)\b/,
  },
  {
    milestone: 'production-deployment',
    weight: 3,
    intro: /\b(?:deploy(?:s|ed|ment)?|kubernetes|lambda|ec2|azure|cloud run|serverless|containerized)\b/,
  },
  {
    milestone: 'production-deployment',
    weight: 4,
    file: /(?:^|\/)\.github\/workflows\/[^/]*(?:deploy|release|cd)[^/]*\.ya?ml$/,
  },
  {
    milestone: 'production-deployment',
    weight: 3,
    file: /(?:^|\/)(?:k8s|kubernetes|helm|charts|terraform|infra(?:structure)?|cdk)\/|\.tf$/,
  },
  { milestone: 'production-deployment', weight: 2, file: /(?:^|\/)(?:dockerfile[^/]*|[^/]*\.dockerfile)$/ },
  {
    milestone: 'production-deployment',
    weight: 2,
    uses: [
      'sentry-sdk',
      '@sentry/*',
      'structlog',
      'prometheus-client',
      'prometheus-fastapi-instrumentator',
      'opentelemetry*',
    ],
  },
  { milestone: 'production-deployment', weight: 4, uses: MODELS },
  {
    milestone: 'production-deployment',
    weight: 2,
    uses: ['boto3', 'mangum', 'azure-*', 'google-cloud*', 'aws-cdk-lib'],
  },
  { milestone: 'production-deployment', weight: 1, route: /\/(?:health\w*|ready|readyz|live|metrics)\/?$/ },

  {
    milestone: 'data-analysis-tool',
    weight: 6,
    title: /\b(?:data analyst|data analysis|analytics|chat with csv|visualization|ask your data)\b/,
  },
  {
    milestone: 'data-analysis-tool',
    weight: 3,
    intro: /\b(?:data analyst|data analysis|charts?|ask questions about (?:your )?data)\b/,
  },
  {
    milestone: 'data-analysis-tool',
    weight: 3,
    uses: ['pandasai', 'langchain-experimental', 'lida', 'plotly', 'matplotlib', 'seaborn', 'altair'],
  },
  { milestone: 'data-analysis-tool', weight: 4, uses: MODELS },
  { milestone: 'data-analysis-tool', weight: 2, uses: ['pandas', 'polars', 'duckdb'] },

  {
    milestone: 'research-assistant',
    weight: 6,
    title: /\b(?:multi agents?|research assistant|research agents?|deep research|crew)\b/,
  },
  {
    milestone: 'research-assistant',
    weight: 3,
    intro: /\b(?:multi agent|research assistant|agents|research)\b/,
  },
  {
    milestone: 'research-assistant',
    weight: 4,
    uses: ['crewai', 'autogen*', 'pyautogen', 'tavily*', 'duckduckgo-search', 'ddgs', 'arxiv'],
  },
  { milestone: 'research-assistant', weight: 3, uses: ['langgraph*'] },
  {
    milestone: 'research-assistant',
    weight: 3,
    file: /(?:^|\/)(?:agents?\/|(?:planner|researcher|writer|critic|supervisor)\w*\.py$)/,
  },

  { milestone: 'realtime-chat', weight: 4, title: /\b(?:real ?time|websockets?|live chat)\b/ },
  { milestone: 'realtime-chat', weight: 2, title: /\bchat\b/ },
  {
    milestone: 'realtime-chat',
    weight: 4,
    intro: /\b(?:real ?time (?:\w+ )?chat\w*|websockets?|authenticated users)\b/,
  },
  { milestone: 'realtime-chat', weight: 5, route: /^WEBSOCKET /i },
  {
    milestone: 'realtime-chat',
    weight: 3,
    uses: ['websockets', 'socket-io', 'socketio', 'flask-socketio', 'ws', 'python-socketio', 'channels'],
  },
  { milestone: 'realtime-chat', weight: 4, uses: MODELS },
  { milestone: 'realtime-chat', weight: 1, uses: VECTORS },
];
