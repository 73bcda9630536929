/** What tools do: tables of commands and actions, one line per tool. */
import type { Work } from './model.ts';

/** Commands by what they do. Each is tried on one command, installs and echoes left out before. */
export const COMMANDS: readonly (readonly [Work, RegExp])[] = [
  [
    'test',
    /\b(?:pytest|py\.test|tox|nox|vitest|jest|mocha|ava|tap|uvu|jasmine|qunit|karma|unittest|behave|newman run|ctest|phpunit|rspec)\b/,
  ],
  [
    'test',
    /\b(?:bun|deno|go|cargo|mvn|dotnet|hatch|rake|flutter|gradlew?|invoke|inv|react-scripts|craco|ng|vue-cli-service)(?: -\S+)* (?:\S+:)?(?:test|tests|check-tests|verify)(?:[:\w-]*)\b/,
  ],
  [
    'test',
    /\bmanage\.py test\b|\b(?:node|tsx) (?:\S+ )*--test\b|\bplaywright test\b|\bcypress run\b|(?:^|[\s/])(?:run[-_])?(?:all[-_])?tests?(?:[-_]\w+)?\.(?:sh|py)\b|\bcoverage run\b/,
  ],
  // A script that tries the started program from outside.
  ['test', /(?:^|[\s/])[\w-]*(?:smoke|e2e)[\w-]*\.(?:sh|py|[cm]?[jt]s)\b/],
  [
    'coverage',
    /--cov\b|--coverage\b|\bcoverage (?:run|report|xml)\b|\bcodecov\b|\bcoveralls\b|\bnyc\b|\bc8\b/,
  ],
  [
    'lint',
    /\b(?:ruff|flake8|pylint|mypy|pyright|eslint|biome|golangci-lint|hadolint|yamllint|pre-commit run|clippy|oxlint|stylelint|basedpyright|sqlfluff|actionlint)\b|\b(?:black|isort|prettier|ruff format)\b.*--check|\btsc\b.*--noEmit/,
  ],
  [
    'build',
    /\bpython3? -m build\b|\b(?:vite|next|nest|ng|nuxt|astro|poetry|uv|hatch|go|cargo|dotnet) build\b|\bmvn\b.*\bpackage\b|\btsc\b(?!.*--noEmit)/,
  ],
  [
    'image-build',
    /\b(?:docker|podman|buildah|nerdctl)(?: buildx)?(?: image)? (?:build|bake|bud)\b|\bdocker[- ]compose\b.*\bbuild\b|\b(?:kaniko|executor --context|img build|pack build|skaffold build|ko build)\b|\baz acr build\b|\bgcloud builds submit\b|\bjib\b/,
  ],
  [
    'image-push',
    /\b(?:docker|podman|buildah|nerdctl)(?: image| manifest)? push\b|\bdocker buildx\b.*--push\b|\bdocker[- ]compose\b.*\bpush\b|\baz acr build\b|\bgcloud builds submit\b|\bskaffold build\b|\b(?:kaniko|executor)\b.*--destination\b|\bcrane push\b|\bskopeo copy\b|\bheroku container:push\b/,
  ],
  [
    'deploy',
    /\b(?:fly|flyctl)\b.*\bdeploy\b|(?:\brailway|@railway\/cli) (?:up|redeploy|deploy)\b|\bvercel\b(?=.*(?:--prod|deploy|--token))|\bnetlify\b.*\bdeploy\b|\bheroku (?:container:release|deploy|releases)\b|\bgit push (?:\S+ )?heroku\b|git\.heroku\.com|\bkoyeb (?:deploy|service|services|app|apps)\b|\brender (?:deploy|services? deploy|deploys create)\b|\bdokku\b|\bcaprover deploy\b|\bkamal deploy\b|\bnorthflank\b.*\bdeploy|\bwasmer deploy\b|\bmodal deploy\b|\bserverless deploy\b|\bsls deploy\b|\bsst deploy\b|\bwrangler\b.*\b(?:deploy|publish)\b|\bfirebase\b.*\bdeploy\b|\bamplify (?:publish|push)\b|\beb deploy\b|\bsam deploy\b|\bcdk deploy\b|\bchalice deploy\b|\bzappa (?:deploy|update)\b|\bcopilot (?:svc |app )?deploy\b|\bazd (?:up|deploy)\b|\bdoctl apps (?:create|update|create-deployment)\b|\bpulumi up\b|\bgcloud (?:beta )?(?:run|app|functions) (?:deploy|services update|services replace|jobs deploy)\b|\baz (?:webapp|containerapp|functionapp|staticwebapp|container|aks)\b.*\b(?:up|deploy|deployment|update|create|config|restart)\b|\baws (?:ecs (?:update-service|deploy)|lambda update-function-code|lambda create-function|elasticbeanstalk (?:update-environment|create-application-version)|apprunner (?:start-deployment|update-service)|deploy create-deployment|cloudformation (?:deploy|create-stack|update-stack)|s3 sync|amplify start-job|ssm send-command|lightsail create-container-service-deployment)\b|\bkubectl\b.*\b(?:apply|set image|rollout restart|create deployment|replace|patch)\b|\bhelm\b.*\b(?:upgrade|install)\b|\bkustomize build\b.*\bkubectl\b|\bargocd app (?:sync|set)\b|\b(?:terraform|tofu|terragrunt)\b.*\bapply\b|\bansible-playbook\b|\bdocker stack deploy\b|\bnomad (?:job )?run\b|\bskaffold (?:run|deploy)\b/,
  ],
  [
    'deploy',
    /\bcurl\b.*(?:api\.render\.com\/deploy|deploy[-_]?hook|hooks?[-_]deploy|api\.vercel\.com\/v\d\/integrations\/deploy|api\.netlify\.com\/build_hooks|backboard\.railway|coolify|dokploy|portainer|app\.koyeb\.com|pythonanywhere\.com\/api|webhook[-_]?deploy|deploy[-_]?webhook|deploy[-_]?url)/i,
  ],
  [
    'deploy',
    /\b(?:rsync|scp)\b.*(?:@|\$\{?\w*(?:HOST|SERVER|USER)\w*\}?)\S*:|\bssh\b.*(?:docker|git pull|pm2|systemctl|compose|restart|deploy|\.sh\b)|\blftp\b|\bhuggingface-cli upload\b|\bhf upload\b|git push .*huggingface\.co\/spaces/,
  ],
  ['deploy', /(?:^|[\s/])(?:re)?deploy[\w.-]*\.(?:sh|py|ps1|js|ts)\b|\b(?:invoke|inv|fab) (?:\S+:)?deploy\b/],
  ['pages', /\bgh-pages\b|\bmkdocs gh-deploy\b|\bmike deploy\b|\bghp-import\b/],
  [
    'release',
    /\btwine upload\b|\b(?:npm|pnpm|yarn|bun|uv|poetry|flit|hatch|cargo) publish\b|\bsemantic-release\b|\bgoreleaser\b|\bgh release create\b|\bchangeset publish\b/,
  ],
  [
    'security',
    /\b(?:trivy|snyk|bandit|safety (?:check|scan)|pip-audit|npm audit|yarn audit|gitleaks|trufflehog|semgrep|grype|dependency-check|docker scout|osv-scanner|checkov|tfsec)\b/,
  ],
];

/** On a machine of one's own, starting a container is deploying. */
export const OWN_MACHINE =
  /\bdocker[- ]compose\b.*\bup\b|\bdocker run\b.*(?:\s-\w*d\w*\b|--detach)|\bpm2 (?:restart|start|reload)\b|\bsystemctl\b.*\b(?:restart|reload|start)\b|\bsupervisorctl\b.*\brestart\b|\bservice \S+ restart\b|\bdocker (?:container )?restart\b/;

/** Actions, tasks, orbs and pipes by name. `(with)` decides where an input does. */
export const ACTIONS: readonly (readonly [
  RegExp,
  (inputs: Readonly<Record<string, string>>) => readonly Work[],
])[] = [
  [
    /^docker\/(?:build-push-action|bake-action)\b/,
    (w) =>
      isOn(w.push) || /type=registry|push=true/.test(w.outputs ?? '')
        ? ['image-build', 'image-push']
        : ['image-build'],
  ],
  [
    /^(?:mr-smithers-excellent\/docker-build-push|elgohr\/publish-docker|whoan\/docker-build-with-cache|redhat-actions\/push-to-registry|macbre\/push-to-ghcr)/i,
    () => ['image-build', 'image-push'],
  ],
  [/^(?:redhat-actions\/buildah-build|aevea\/action-kaniko)/i, () => ['image-build']],
  [
    /^(?:aws-actions\/amazon-ecs-deploy|aws-actions\/aws-(?:lambda-deploy|cloudformation)|einaregilsson\/beanstalk-deploy|awslabs\/amazon-app-runner-deploy|aws-actions\/aws-elasticbeanstalk|appleboy\/lambda-action|jakejarvis\/s3-sync-action)/i,
    () => ['deploy'],
  ],
  [
    /^(?:google-github-actions\/(?:deploy-|release-cloud-run)|FirebaseExtended\/action-hosting-deploy|w9jds\/firebase-action)/i,
    () => ['deploy'],
  ],
  [
    /^azure\/(?:webapps-deploy|container-apps-deploy-action|k8s-deploy|aci-deploy|static-web-apps-deploy|functions-action|functions-container-action|appservice)/i,
    () => ['deploy'],
  ],
  [/^azure\/k8s-(?:bake|set)/i, () => []],
  [/^(?:superfly\/flyctl-actions)(?:@|$)/i, (w) => (/deploy/.test(w.args ?? '') ? ['deploy'] : [])],
  [
    /^(?:bervProject\/railway-deploy|railwayapp\/|bltavares\/actions\/railway|koyeb-community\/|koyeb\/action-git-deploy|johnbeynon\/render-deploy-action|JorgeLNJunior\/render-deploy|Bounceapp\/render-action|sws2apps\/render-deployment|amondnet\/vercel-action|BetaHuhn\/deploy-to-vercel|nwtgck\/actions-netlify|netlify\/actions|jsmrcaga\/action-netlify-deploy|akhileshns\/heroku-deploy|AkhileshNS\/heroku-deploy|digitalocean\/app_action|cloudflare\/(?:wrangler|pages)-action|serverless\/github-action|dokku\/github-action|caprover\/deploy|clouddrove\/.*deploy|steebchen\/kubectl|actions-hub\/kubectl|WyriHaximus\/github-action-helm|burakberkkeskin\/.*deploy|deliverybot\/helm|JohnnyTanX\/huggingface|nateraw\/huggingface-sync-action|osbm\/.*huggingface|matlab-deep-learning\/push-to-hugging-face-hub)/i,
    () => ['deploy'],
  ],
  [
    /^(?:appleboy\/ssh-action|garygrossgarten\/github-action-ssh|fifsky\/ssh-action|D3rHase\/ssh-command-action)/i,
    (w) =>
      /docker|git pull|pm2|systemctl|compose|restart|deploy|kubectl|uvicorn|gunicorn|\.sh\b/.test(
        w.script ?? w.command ?? '',
      )
        ? ['deploy']
        : [],
  ],
  [
    /^(?:appleboy\/scp-action|easingthemes\/ssh-deploy|burnett01\/rsync-deployments|SamKirkland\/FTP-Deploy-Action|wlixcc\/SFTP-Deploy|AEnterprise\/rsync-deploy)/i,
    () => ['deploy'],
  ],
  [
    /^(?:actions\/deploy-pages|peaceiris\/actions-gh-pages|JamesIves\/github-pages-deploy-action|crazy-max\/ghaction-github-pages)/i,
    () => ['pages'],
  ],
  [
    /^(?:pypa\/gh-action-pypi-publish|softprops\/action-gh-release|ncipollo\/release-action|JS-DevTools\/npm-publish|goreleaser\/|cycjimmy\/semantic-release|changesets\/action|googleapis\/release-please-action|actions\/create-release)/i,
    () => ['release'],
  ],
  [
    /^(?:codecov\/codecov-action|coverallsapp\/|MishaKav\/pytest-coverage|py-cov-action\/|irongut\/CodeCoverageSummary|5monkeys\/cobertura)/i,
    () => ['coverage'],
  ],
  [
    /^(?:aquasecurity\/trivy|snyk\/actions|github\/codeql-action\/(?:analyze|init)|gitleaks\/|trufflesecurity\/|returntocorp\/semgrep|semgrep\/|actions\/dependency-review|anchore\/scan|pyupio\/safety|pypa\/gh-action-pip-audit)/i,
    () => ['security'],
  ],
  [
    /^(?:github\/super-linter|super-linter\/|astral-sh\/ruff-action|chartboost\/ruff-action|pre-commit\/action|psf\/black|golangci\/|wearerequired\/lint|rickstaa\/action-black|hadolint\/|py-actions\/flake8|cclauss\/.*lint)/i,
    () => ['lint'],
  ],
  [
    /^(?:cypress-io\/github-action|matthewhelmke\/pytest|fylein\/python-pytest|pavelzw\/pytest-action)/i,
    () => ['test'],
  ],
  // Azure Pipelines tasks.
  [
    /^Docker@\d/i,
    (w) =>
      /buildAndPush/i.test(w.command ?? 'buildAndPush')
        ? ['image-build', 'image-push']
        : /push/i.test(w.command ?? '')
          ? ['image-push']
          : /build/i.test(w.command ?? '')
            ? ['image-build']
            : [],
  ],
  [
    /^(?:Azure(?:WebApp|WebAppContainer|RmWebAppDeployment|FunctionApp|FunctionAppContainer|ContainerApps|StaticWebApp|ResourceManagerTemplateDeployment)|KubernetesManifest|HelmDeploy)@\d/i,
    () => ['deploy'],
  ],
  // CircleCI orbs and Bitbucket pipes.
  [
    /^(?:aws-ecr\/build[-_]and[-_]push|docker\/publish|gcp-gcr\/build-and-push)/i,
    () => ['image-build', 'image-push'],
  ],
  [
    /^(?:aws-ecs\/deploy|heroku\/deploy|gcp-cloud-run\/deploy|aws-elastic-beanstalk\/|kubernetes\/|helm\/|azure-aks\/|netlify\/|atlassian\/(?:aws-(?:ecs|elasticbeanstalk|lambda|s3|cloudformation)|heroku-deploy|ssh-run|scp-deploy|rsync-deploy|kubectl-run|azure-|google-(?:cloud|app)|firebase))/i,
    () => ['deploy'],
  ],
];

/** Commands that say or prepare something: `pip install pytest` tests nothing. */
export const IDLE =
  /^(?:sudo )?(?:echo|printf|cat|true|:|cd|export|set|mkdir|touch|sleep|ls|pwd|which|type|command -v|curl -\S*O|wget|(?:python3? -m )?pip3? install|uv (?:pip install|add|sync|tool install)|poetry (?:install|add)|pipenv install|pipx install|(?:npm|pnpm|yarn|bun) (?:install|ci|add|i)\b|apt(?:-get)? |apk |brew |choco |yum |dnf |npx playwright install|docker (?:pull|login|images|inspect|ps|stop|rm|rmi|tag)\b|gh auth|git (?:config|add|commit|clone|checkout|fetch)\b)/;

function isOn(value: string | undefined): boolean {
  // An expression (`${{ github.event_name != 'pull_request' }}`) is on at least sometimes.
  return value !== undefined && value !== '' && !/^(?:false|no|0)$/i.test(value.trim());
}
