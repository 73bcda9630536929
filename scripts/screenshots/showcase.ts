/** A portfolio made up for pictures: real rules and skills, verdicts and places written by hand. */
import type { SkillCatalogue } from '../../src/milestones/skills.ts';
import { allSkills } from '../../src/milestones/skills.ts';
import type { PortfolioReport } from '../../src/model/portfolio.ts';
import type {
  Evidence,
  Milestone,
  MilestoneReport,
  Report,
  RequirementReport,
  Verdict,
} from '../../src/model.ts';
import { type Judged, portfolioOf } from '../../src/portfolio/assemble.ts';
import { summaryOf } from '../../src/portfolio/proofs.ts';
import { scoreOf } from '../../src/score.ts';
import { nextSteps } from '../../src/steps.ts';

const TOOL: Report['tool'] = {
  name: 'milestone-auditor',
  version: '0.1.0',
  program: '0123456789ab',
  rules: 'c0ffee15f00d',
};

/** One letter per requirement, in the order of the rules: met, partial, missing, unverifiable. */
const LETTERS: Readonly<Record<string, Verdict>> = {
  m: 'met',
  p: 'partial',
  x: 'missing',
  '?': 'unverifiable',
};

/** What the checks say that they looked for. */
const MISSED: Readonly<Record<string, string>> = {
  'rate-limiting': 'a limiter that a public route, or the whole application, goes through',
  'test-coverage': 'a committed report or an enforced threshold of at least 80 %',
  evaluation: 'code that measures relevance, faithfulness, precision or recall',
  'cost-tracking': 'tokens counted and their cost computed, kept or shown',
};

interface Sketch {
  readonly name: string;
  readonly about: string;
  readonly live: string | null;
  readonly languages: readonly string[];
  readonly milestones: Readonly<Record<string, string>>;
  readonly others?: Readonly<Record<string, string>>;
  readonly rules: string;
  /** Where a requirement or a skill is shown, by its id; '' for those that are not in a picture. */
  readonly places: Readonly<
    Record<string, readonly [path: string, line: number, text: string, before?: string, after?: string]>
  >;
  readonly phases: readonly number[];
}

const SKETCHES: readonly Sketch[] = [
  {
    name: 'learner/jot',
    about: 'A small task manager for the terminal that keeps its list in one JSON file.',
    live: null,
    languages: ['python'],
    milestones: { 'cli-task-manager': 'mmmmmmmmm' },
    rules: 'mmpxmm',
    places: {
      '': ['jot/cli.py', 15, 'add = commands.add_parser("add", help="add a task")'],
      'json-storage': [
        'jot/store.py',
        30,
        'path.write_text(json.dumps([asdict(task) for task in tasks], indent=2))',
      ],
      'error-handling': ['jot/cli.py', 49, 'except UnknownTask as error:'],
      logging: ['jot/store.py', 11, 'logger = logging.getLogger(__name__)'],
    },
    phases: [1],
  },
  {
    name: 'learner/inkwell-api',
    about: 'A blog API with accounts, signed tokens and PostgreSQL, tested at 91 % and deployed on Fly.',
    live: 'https://inkwell.example.org/docs',
    languages: ['python'],
    milestones: { 'blog-api': 'mmmmmmmpmpmm' },
    rules: 'mmmmmm',
    places: {
      '': ['app/main.py', 19, 'app.state.limiter = Limiter(key_func=get_remote_address)'],
      'user-registration': [
        'app/routes/users.py',
        24,
        'user = User(name=form.name, password=hasher.hash(form.password))',
        'async def register(form: UserIn, session: Session) -> User:',
        'session.add(user)',
      ],
      'jwt-auth': [
        'app/auth.py',
        41,
        'return jwt.encode({"sub": str(user.id), "exp": expires}, settings.secret)',
        'expires = now() + timedelta(minutes=30)',
        '',
      ],
      'post-crud': [
        'app/routes/posts.py',
        28,
        '@router.post("/posts", status_code=201)',
        '',
        'async def write(form: PostIn, author: User = Depends(current_user)) -> Post:',
      ],
      'protected-writes': ['app/routes/posts.py', 30, 'author: User = Depends(current_user)'],
      postgres: ['app/database.py', 12, 'engine = create_async_engine(settings.database_url)'],
      relationships: ['app/models.py', 33, 'author: Mapped["User"] = relationship(back_populates="posts")'],
      'input-validation': ['app/schemas.py', 9, 'class PostIn(BaseModel):'],
      'api-docs': ['app/main.py', 14, 'app = FastAPI(title="Inkwell")'],
      deployed: ['README.md', 5, 'Live: https://inkwell.example.org/docs'],
      'error-cases': ['app/routes/posts.py', 51, 'raise HTTPException(404, "there is no such post")'],
    },
    phases: [1, 2],
  },
  {
    name: 'learner/tidy-csv',
    about: 'Upload a messy CSV, get it back clean: nulls, duplicates and types, with statistics, in chunks.',
    live: 'https://tidy.example.org',
    languages: ['python'],
    milestones: { 'data-pipeline': 'mmmmmpm' },
    rules: 'mpxmmm',
    places: {
      '': ['api/upload.py', 22, 'async def upload(file: UploadFile = File(...)):'],
      'data-cleaning': ['api/clean.py', 17, 'frame = frame.drop_duplicates().dropna(how="all")'],
      'summary-statistics': ['api/stats.py', 9, 'return frame.describe(include="all").to_dict()'],
      'json-response': ['api/upload.py', 41, 'return {"rows": rows, "statistics": statistics}'],
    },
    phases: [3],
  },
  {
    name: 'learner/iris-serve',
    about: 'Trains a classifier on penguins, serves it with confidence, and keeps every version.',
    live: null,
    languages: ['python'],
    milestones: { 'ml-api': 'mmmmpmxxm' },
    rules: 'mpxpmm',
    places: {
      '': ['serve/app.py', 52, 'probabilities = model.predict_proba([row.features()])[0]'],
      'model-training': ['train.py', 34, 'model.fit(x_train, y_train)'],
      'prediction-endpoint': ['serve/app.py', 47, '@app.post("/predictions")'],
      'model-versioning': ['serve/registry.py', 18, 'return sorted(folder.glob("model-*.joblib"))'],
      'train-test-split': ['train.py', 27, 'train_test_split(x, y, test_size=0.2, stratify=y)'],
      'feature-scaling': ['train.py', 31, '("scale", StandardScaler())'],
      'categorical-encoding': ['train.py', 30, '("encode", OneHotEncoder())'],
      'ml-pipelines': ['train.py', 29, 'model = Pipeline(['],
      'model-persistence': ['train.py', 44, 'joblib.dump(model, path)'],
      'logistic-regression': ['train.py', 32, '("classify", LogisticRegression())'],
      'tree-ensembles': ['train.py', 33, '("classify", RandomForestClassifier())'],
      'cross-validation': ['train.py', 38, 'cross_val_score(model, x_train, y_train, cv=5)'],
      'classification-measures': ['train.py', 41, 'classification_report(y_test, model.predict(x_test))'],
      'confusion-matrix': ['train.py', 42, 'confusion_matrix(y_test, model.predict(x_test))'],
      'roc-auc': ['train.py', 43, 'roc_auc_score(y_test, scores)'],
      'embedding-vectors': ['serve/similar.py', 12, 'vectors = encoder.encode(names)'],
      'cosine-similarity': ['serve/similar.py', 19, 'cosine_similarity([vector], vectors)'],
    },
    phases: [4],
  },
  {
    name: 'learner/shelf',
    about: 'Ask your documents: uploads, chunks, answers with sources, per user and streamed.',
    live: 'https://shelf.example.org',
    languages: ['python', 'typescript'],
    milestones: { 'rag-system': 'mmmmmmmmpxm', 'full-stack-ai-app': 'mmmpmxmm' },
    others: { 'production-deployment': 'mmxmmmpmpxxm' },
    rules: 'mmmmmp',
    places: {
      '': [
        'api/answer.py',
        73,
        'return StreamingResponse(tokens(question, sources), media_type="text/event-stream")',
      ],
      'document-upload': ['api/upload.py', 31, 'parse = PARSERS[Path(file.filename).suffix]'],
      chunking: ['rag/ingest.py', 61, 'RecursiveCharacterTextSplitter(chunk_size=900, chunk_overlap=120)'],
      embeddings: ['rag/store.py', 19, 'client.embeddings.create(model=settings.embedder, input=texts)'],
      'vector-store': [
        'rag/store.py',
        24,
        'client.upsert(collection_name=settings.collection, points=points)',
      ],
      'chat-threads': ['ui/src/Chat.tsx', 88, '<ThreadList threads={threads} onSelect={open} />'],
    },
    phases: [5, 6, 7],
  },
];

export function showcase(milestones: readonly Milestone[], skills: SkillCatalogue): PortfolioReport {
  const judged = SKETCHES.map((sketch, index) => judgedSketch(sketch, index, milestones, skills));
  return portfolioOf({ tool: TOOL, title: "A learner's portfolio", judged, failures: [], skills });
}

function judgedSketch(
  sketch: Sketch,
  index: number,
  milestones: readonly Milestone[],
  skills: SkillCatalogue,
): Judged {
  const { name, about, live, languages, rules, places, phases } = sketch;
  const judge = (id: string, letters: string): MilestoneReport =>
    judgedMilestone(id, letters, milestones, places);
  const own = Object.entries(sketch.milestones).map(([id, letters]) => judge(id, letters));
  const all = [...own, judge('portfolio', rules)];
  const revision = String(index + 3).repeat(40);
  return {
    source: name,
    report: {
      schema: 1,
      tool: TOOL,
      repository: {
        name,
        revision,
        tree: revision,
        url: `https://github.com/${name}`,
        folder: '',
        languages,
        about,
        live,
        history: { commits: 40 + index * 17, authors: 1, first: '2026-01-12', last: '2026-05-06' },
        uncommitted: [],
      },
      recognition: null,
      milestones: all,
      next: nextSteps(all, []),
      secrets: [],
      claims: [],
      notes: [],
    },
    others: Object.entries(sketch.others ?? {}).map(([id, letters]) => summaryOf(judge(id, letters))),
    skills: skills.phases
      .filter(({ phase }) => phases.includes(phase))
      .flatMap((phase) => allSkills({ phases: [phase] }))
      .filter(({ id }, at) => (places['train-test-split'] ? id in places : (at * 7 + index) % 10 < 7))
      .map(({ id }, at) => ({ skill: id, evidence: placeAt(places, id), places: 1 + (at % 4) })),
  };
}

function judgedMilestone(
  id: string,
  letters: string,
  milestones: readonly Milestone[],
  places: Sketch['places'],
): MilestoneReport {
  const milestone = milestones.find((one) => one.id === id);
  if (milestone === undefined) throw new Error(`there are no rules for ${id}`);
  const requirements = milestone.requirements.map((rule, at): RequirementReport => {
    const verdict = LETTERS[letters[at] ?? 'x'] ?? 'missing';
    const { title, weight, effort, why, fix, learn, after, says } = rule;
    const shown = verdict === 'met' || verdict === 'partial';
    return {
      id: rule.id,
      title,
      weight,
      effort,
      verdict,
      confidence: verdict === 'unverifiable' ? 'low' : 'high',
      claimed: false,
      claim: null,
      unkept: false,
      evidence: shown
        ? [id === 'portfolio' ? { path: 'README.md', line: 3 + 8 * at, text: '' } : placeAt(places, rule.id)]
        : [],
      counterEvidence: [],
      lookedFor: verdict === 'met' ? null : (MISSED[rule.id] ?? 'code or configuration that does it'),
      reason: verdict === 'unverifiable' ? 'the files alone do not say' : null,
      because: becauseOf(verdict, rule.id, says?.partial ?? null),
      waiver: null,
      why,
      fix,
      learn,
      after,
    };
  });
  return { id, title: milestone.title, score: scoreOf(requirements), requirements };
}

function becauseOf(verdict: Verdict, id: string, partial: string | null): string | null {
  if (verdict === 'met' || verdict === 'unverifiable') return null;
  const missing = `Not found in the code: ${MISSED[id] ?? 'code or configuration that does it'}.`;
  return verdict === 'partial' && partial !== null ? `${partial}. ${missing}` : missing;
}

function placeAt(places: Sketch['places'], id: string): Evidence {
  const [path, line, text, before = '', after = ''] = places[id] ?? places[''] ?? ['README.md', 1, ''];
  const first = before === '' ? line : line - 1;
  const lines = [before, text, after].filter((one) => one !== '');
  const frame = text === '' || path === 'README.md' ? {} : { frame: { line: first, lines } };
  return { path, line, text, ...frame };
}
