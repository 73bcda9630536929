/** Vector databases of providers: their hosts, and what sets them up. One more provider is one more line. */
import { COMMANDS_IN, type Sign } from './signs.ts';

export const VECTOR_HOSTS: readonly { readonly engine: RegExp; readonly host: RegExp }[] = [
  { engine: /qdrant/i, host: /\.(?:cloud\.)?qdrant\.(?:io|tech)\b/i },
  { engine: /weaviate/i, host: /\.weaviate\.(?:cloud|network)\b|\.wcs\.api\b/i },
  { engine: /milvus/i, host: /\.zilliz(?:cloud)?\.com\b|\.vectordb\.\w+/i },
  { engine: /chroma/i, host: /\bapi\.trychroma\.com\b/i },
  { engine: /elastic/i, host: /\.elastic(?:-cloud\.com|\.cloud|\.co)\b|\.found\.io\b/i },
  { engine: /opensearch/i, host: /\.(?:es|aoss)\.amazonaws\.com\b|\.aivencloud\.com\b/i },
  { engine: /mongo/i, host: /mongodb\+srv:\/\/|\.mongodb\.net\b/i },
  {
    engine: /redis/i,
    host: /\.redis(?:-cloud|labs)\.com\b|\.upstash\.io\b|\.cache\.(?:amazonaws\.com|windows\.net)\b/i,
  },
  { engine: /lance/i, host: /^db:\/\/|\.lancedb\.com\b/i },
];

export const MANAGED_VECTORS: readonly Sign[] = [
  {
    in: /\.tf$/,
    says: /^\s*resource\s+"(?:pinecone_index|qdrant-cloud_\w+|weaviate_\w+|zillizcloud_cluster|aws_opensearch(?:serverless_collection|_domain)|azurerm_search_service|google_vertex_ai_index\w*|mongodbatlas_\w+|ec_deployment|astra_database)"/,
  },
  { in: /\.(?:bicep|json)$/, says: /Microsoft\.Search\/searchServices/i },
  { in: /\.(?:ya?ml|json)$/, says: /AWS::OpenSearch(?:Serverless|Service)::/ },
  {
    in: COMMANDS_IN,
    says: /\baz\s+search\s+service\s+create\b|\baws\s+opensearch(?:serverless)?\s+create-\w+|\bgcloud\s+ai\s+indexes\s+create\b|\batlas\s+clusters\s+create\b/,
  },
];
