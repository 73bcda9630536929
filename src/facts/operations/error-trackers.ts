/** Services that errors are reported to: how each is started, and what its package is called. One row per service. */
import type { Start } from './containers/containers.ts';

export interface Tracker {
  readonly name: string;
  /** Calls that start it. */
  readonly starts: readonly string[];
  /** Packages, as manifests name them; `*` stands for anything. */
  readonly packages: readonly string[];
}

export const TRACKERS: readonly Tracker[] = [
  {
    name: 'Sentry',
    starts: [
      'sentry_sdk.init',
      '@sentry/*.init',
      '@sentry/*.withSentryConfig',
      'raven.Client',
      '@sentry/vue.init',
      '@ntegral/nestjs-sentry*.forRoot*',
    ],
    packages: ['sentry-sdk', 'raven', '@sentry/*'],
  },
  {
    name: 'Rollbar',
    starts: ['rollbar.init', 'rollbar', 'rollbar.Rollbar', '*.rollbar.contrib.*'],
    packages: ['rollbar', '@rollbar/*', 'pyrollbar'],
  },
  {
    name: 'Bugsnag',
    starts: ['bugsnag.configure', '@bugsnag/*.start', '@bugsnag/*.createClient'],
    packages: ['bugsnag', '@bugsnag/*'],
  },
  {
    name: 'Honeybadger',
    starts: ['honeybadger.honeybadger.configure', 'honeybadger.configure', '@honeybadger-io/*.configure'],
    packages: ['honeybadger', '@honeybadger-io/*'],
  },
  {
    name: 'Datadog',
    starts: [
      'ddtrace.patch*',
      'ddtrace.auto*',
      'ddtrace.tracer.configure',
      'dd-trace.init',
      'dd-trace.*.init',
      'datadog.initialize',
      '@datadog/*.init',
      '@datadog/*.datadogRum.init',
    ],
    packages: ['ddtrace', 'dd-trace', '@datadog/browser-*', 'datadog-lambda*'],
  },
  {
    name: 'Application Insights',
    starts: [
      'azure.monitor.opentelemetry.configure_azure_monitor',
      'applicationinsights.setup*',
      'applicationinsights.*.enable',
      '*.AzureLogHandler',
      '*.AzureExporter',
      '@azure/monitor-opentelemetry.useAzureMonitor',
      '@microsoft/applicationinsights-web.ApplicationInsights*',
      '*.AzureMonitorTraceExporter*',
      '*.AzureMonitorLogExporter*',
    ],
    packages: [
      'azure-monitor-opentelemetry*',
      'applicationinsights',
      'opencensus-ext-azure',
      '@azure/monitor-opentelemetry*',
      '@microsoft/applicationinsights-*',
    ],
  },
  {
    name: 'OpenTelemetry',
    starts: [
      '*.OTLPSpanExporter',
      '*.OTLPLogExporter',
      '*.OTLPTraceExporter',
      '*.CloudTraceSpanExporter',
      '*.JaegerExporter',
      '*.ZipkinExporter',
      '@opentelemetry/sdk-node.NodeSDK*',
      '@vercel/otel.registerOTel',
      'logfire.configure',
      'uptrace.configure_opentelemetry',
    ],
    packages: ['opentelemetry-exporter-*', '@opentelemetry/exporter-*', 'logfire', '@vercel/otel', 'uptrace'],
  },
  {
    name: 'New Relic',
    starts: ['newrelic.agent.initialize', 'newrelic'],
    packages: ['newrelic', '@newrelic/*'],
  },
  {
    name: 'Elastic APM',
    starts: ['elasticapm.*Client', 'elasticapm.contrib.*', 'elastic-apm-node.start', '@elastic/apm-rum.init'],
    packages: ['elastic-apm', 'elastic-apm-node', '@elastic/apm-*'],
  },
  {
    name: 'Cloud Error Reporting',
    starts: ['google.cloud.error_reporting.Client', '@google-cloud/error-reporting.ErrorReporting'],
    packages: ['google-cloud-error-reporting', '@google-cloud/error-reporting'],
  },
  {
    name: 'Raygun',
    starts: ['raygun4py.*', 'raygun.Client*', 'raygun4js*'],
    packages: ['raygun4py', 'raygun', 'raygun4js'],
  },
  {
    name: 'Airbrake',
    starts: ['pybrake.*Notifier', '@airbrake/*.Notifier'],
    packages: ['pybrake', '@airbrake/*'],
  },
  {
    name: 'Highlight',
    starts: ['highlight_io.H', '@highlight-run/*.init', 'highlight.run.init', '@highlight-run/*.H.init'],
    packages: ['highlight-io', 'highlight.run', '@highlight-run/*'],
  },
  {
    name: 'AppSignal',
    starts: ['appsignal.Appsignal*', '@appsignal/*.Appsignal'],
    packages: ['appsignal', '@appsignal/*'],
  },
];

/** Programs that start another one with their agent in it. One word each: extend here. */
const AGENTS = /^(?:ddtrace-run|newrelic-admin|opentelemetry-instrument|appsignal-wrap)$/;

/** Settings lists in which a framework starts a tracker by its name. */
export const TRACKER_APPS =
  /^(?:rollbar\.contrib\.|elasticapm\.contrib\.|bugsnag\.django\.|honeybadger\.contrib\.|raven\.contrib\.|opencensus\.ext\.django)/;

/** The command runs under an agent. */
export function underAgent(
  start: Start | null,
): { readonly path: string | null; readonly line: number } | null {
  if (start === null) return null;
  if (start.words.slice(0, 6).some((word) => AGENTS.test(word))) return { path: null, line: start.line };
  const hit = start.script?.lines.find(({ words }) => words.slice(0, 8).some((word) => AGENTS.test(word)));
  return hit === undefined ? null : { path: start.script?.path ?? null, line: hit.line };
}
