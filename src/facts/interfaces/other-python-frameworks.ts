/** What the less common of Python's frameworks call their widgets: Panel, Dash, NiceGUI, Reflex, Flet. */
import { type FrameworkTable, type Row, row } from './widget.ts';

export const PANEL: FrameworkTable = {
  framework: 'panel',
  prefix: 'panel',
  rows: [
    row(
      'page',
      'FastListTemplate FastGridTemplate MaterialTemplate BootstrapTemplate VanillaTemplate servable',
    ),
    row('sidebar', '*', 'sidebar'),
    row('columns', 'Row Column GridBox GridSpec FlexBox'),
    row('tabs', 'Tabs Accordion'),
    row('style', 'extension', 'raw_css css_files design theme'),
    row('uploader', 'FileInput FileDropper'),
    row('chat-input', 'ChatInterface ChatAreaInput'),
    row('message', 'ChatInterface ChatFeed ChatMessage'),
    row('stream', 'stream'),
    row('text-input', 'TextInput TextAreaInput'),
    row('select', 'Select RadioButtonGroup MultiChoice AutocompleteInput'),
    row('slider', '*Slider'),
    row('button', 'Button'),
    row('spinner', 'LoadingSpinner'),
    row('progress', 'Progress Tqdm'),
    row('download', 'FileDownload'),
    row('error', 'error'),
    row('info', 'Alert'),
    row('chart', 'Matplotlib Plotly Vega Bokeh HoloViews ECharts'),
    row('table', 'DataFrame Tabulator'),
    row('metric', 'Number'),
    row('text', 'Markdown HTML'),
  ],
};

/** What Panel shows a class by: `pn.Param(cottage.param)`. */
export const PARAM: FrameworkTable = {
  framework: 'panel',
  prefix: 'param',
  rows: [row('select', 'Selector ObjectSelector ListSelector'), row('slider', 'Number Integer Range')],
};

const DASH_ROWS: readonly Row[] = [
  row('page', 'Dash'),
  row('style', 'Dash', 'external_stylesheets'),
  row('columns', 'Row Col Stack Grid'),
  row('tabs', 'Tabs Tab'),
  row('sidebar', 'Offcanvas AppShellNavbar Navbar Drawer'),
  row('uploader', 'Upload'),
  row('text-input', 'Input Textarea TextInput'),
  row('select', 'Dropdown RadioItems Checklist Select'),
  row('slider', 'Slider RangeSlider'),
  row('button', 'Button'),
  row('spinner', 'Loading Spinner LoadingOverlay'),
  row('progress', 'Progress'),
  row('skeleton', 'Skeleton'),
  row('info', 'Alert Toast Notification'),
  row('download', 'Download dcc.send_string dcc.send_bytes dcc.send_data_frame'),
  row('copy', 'Clipboard'),
  row('chart', 'Graph'),
  row('table', 'DataTable AgGrid Table'),
  row('text', 'Markdown H1 H2 H3 P Div Span'),
];

export const NICEGUI: FrameworkTable = {
  framework: 'nicegui',
  prefix: 'nicegui.ui',
  rows: [
    row('page', 'page run'),
    row('style', 'add_css add_head_html colors dark_mode'),
    row('sidebar', 'left_drawer right_drawer drawer'),
    row('columns', 'row column grid splitter'),
    row('tabs', 'tabs tab_panels'),
    row('icon', 'icon'),
    row('link', 'link'),
    row('uploader', 'upload'),
    row('text-input', 'input textarea'),
    row('select', 'select radio toggle'),
    row('slider', 'slider knob number'),
    row('button', 'button'),
    row('spinner', 'spinner'),
    row('progress', 'linear_progress circular_progress'),
    row('skeleton', 'skeleton'),
    row('message', 'chat_message'),
    row('info', 'notify notification'),
    row('download', 'download'),
    row('copy', 'clipboard.write'),
    row('chart', 'plotly pyplot matplotlib echart highchart line_plot'),
    row('table', 'table aggrid'),
    row('text', 'label markdown html'),
  ],
};

export const REFLEX: FrameworkTable = {
  framework: 'reflex',
  prefix: 'reflex',
  rows: [
    row('page', 'App page'),
    row('style', 'theme'),
    row('sidebar', 'drawer.root'),
    row('columns', 'hstack flex grid'),
    row('tabs', 'tabs tabs.root'),
    row('icon', 'icon'),
    row('uploader', 'upload'),
    row('text-input', 'input text_area'),
    row('select', 'select select.root radio_group'),
    row('slider', 'slider'),
    row('button', 'button'),
    row('spinner', 'spinner'),
    row('spinner', 'button', 'loading'),
    row('progress', 'progress'),
    row('skeleton', 'skeleton'),
    row('error', 'toast.error'),
    row('info', 'toast callout window_alert'),
    row('download', 'download'),
    row('copy', 'set_clipboard'),
    row('chart', '*_chart plotly recharts.*'),
    row('table', 'data_table table.root'),
    row('text', 'text heading markdown'),
  ],
};

export const FLET: FrameworkTable = {
  framework: 'flet',
  prefix: 'flet',
  rows: [
    row('page', 'app run'),
    row('sidebar', 'NavigationRail NavigationDrawer'),
    row('columns', 'Row ResponsiveRow'),
    row('tabs', 'Tabs'),
    row('icon', 'Icon IconButton'),
    row('style', 'Theme'),
    row('uploader', 'FilePicker'),
    row('text-input', 'TextField'),
    row('select', 'Dropdown RadioGroup'),
    row('slider', 'Slider'),
    row('button', 'ElevatedButton FilledButton TextButton'),
    row('progress', 'ProgressBar'),
    row('spinner', 'ProgressRing'),
    row('info', 'SnackBar Banner AlertDialog'),
    row('copy', 'set_clipboard'),
    row('chart', '*Chart'),
    row('table', 'DataTable'),
    row('text', 'Text Markdown'),
  ],
};

/** Dash itself, and the libraries of components that are used with it. */
export const DASH: readonly FrameworkTable[] = [
  { framework: 'dash', prefix: 'dash', rows: DASH_ROWS },
  { framework: 'dash', prefix: 'dash_bootstrap_components', rows: DASH_ROWS },
  { framework: 'dash', prefix: 'dash_mantine_components', rows: DASH_ROWS },
];
