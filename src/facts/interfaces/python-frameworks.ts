/** What Python's frameworks call their widgets. A new widget is one word, a new framework one table. */
import { DASH, FLET, NICEGUI, PANEL, PARAM, REFLEX } from './other-python-frameworks.ts';
import { type FrameworkTable, row } from './widget.ts';

const STREAMLIT: FrameworkTable = {
  framework: 'streamlit',
  prefix: 'streamlit',
  rows: [
    row('page', 'set_page_config'),
    row('icon', '*', 'page_icon icon avatar'),
    row('columns', 'columns'),
    row('tabs', 'tabs navigation'),
    row('dialog', 'dialog popover'),
    row('link', 'page_link link_button'),
    row('uploader', 'file_uploader'),
    row('uploader', 'chat_input', 'accept_file'),
    row('chat-input', 'chat_input'),
    row('text-input', 'text_input text_area'),
    row('select', 'selectbox multiselect radio pills segmented_control select_slider'),
    row('slider', 'slider number_input'),
    row('toggle', 'checkbox toggle'),
    row('button', 'button form_submit_button'),
    row('form', 'form'),
    row('progress', 'progress'),
    row('spinner', 'spinner'),
    row('spinner', 'cache_data cache_resource', 'show_spinner'),
    row('status', 'status'),
    row('stream', 'write_stream'),
    row('message', 'chat_message'),
    row('error', 'error'),
    row('exception', 'exception'),
    row('warning', 'warning'),
    row('success', 'success balloons snow'),
    row('info', 'info toast'),
    row('download', 'download_button'),
    row('metric', 'metric'),
    row('chart', 'line_chart bar_chart area_chart scatter_chart pyplot plotly_chart altair_chart'),
    row('chart', 'vega_lite_chart bokeh_chart graphviz_chart pydeck_chart map'),
    row('table', 'dataframe table data_editor'),
    row('image', 'image'),
    row('text', 'write markdown text caption title header subheader code latex html json'),
  ],
};

/** Components that others made for Streamlit. */
const STREAMLIT_COMPONENTS: readonly FrameworkTable[] = [
  { framework: 'streamlit', prefix: 'streamlit_chat', rows: [row('message', 'message')] },
  {
    framework: 'streamlit',
    prefix: 'streamlit_option_menu',
    rows: [row('tabs', 'option_menu'), row('icon', 'option_menu', 'icons')],
  },
  { framework: 'streamlit', prefix: 'st_aggrid', rows: [row('table', 'AgGrid')] },
  { framework: 'streamlit', prefix: 'streamlit_echarts', rows: [row('chart', 'st_echarts st_pyecharts')] },
  { framework: 'streamlit', prefix: 'streamlit_plotly_events', rows: [row('chart', 'plotly_events')] },
  { framework: 'streamlit', prefix: 'pygwalker', rows: [row('chart', '*')] },
  ...`st_copy_to_clipboard st_copy_button st_txt_copybutton st_clipboard st_copy`
    .split(' ')
    .map((prefix): FrameworkTable => ({ framework: 'streamlit', prefix, rows: [row('copy', '*')] })),
  ...`st_chat_input_multimodal st_multimodal_chatinput streamlit_chat_input_fileupload file_chat_input quadis_chat_input`
    .split(' ')
    .map(
      (prefix): FrameworkTable => ({
        framework: 'streamlit',
        prefix,
        rows: [row('uploader', '*'), row('chat-input', '*')],
      }),
    ),
  { framework: 'streamlit', prefix: 'st_file_uploader', rows: [row('uploader', '*')] },
  { framework: 'streamlit', prefix: 'st_chat_message', rows: [row('message', '*')] },
];

const GRADIO: FrameworkTable = {
  framework: 'gradio',
  prefix: 'gradio',
  rows: [
    row('page', 'Blocks Interface ChatInterface TabbedInterface'),
    row('style', 'Blocks Interface ChatInterface TabbedInterface launch', 'theme css css_paths'),
    row('sidebar', 'Sidebar'),
    row('columns', 'Row Column Group'),
    row('tabs', 'Tab Tabs TabItem TabbedInterface Walkthrough'),
    row('icon', '*', 'icon avatar_images'),
    row('link', 'Navbar'),
    row('uploader', 'File Files UploadButton'),
    row('uploader', 'MultimodalTextbox'),
    row('uploader', 'ChatInterface', 'multimodal'),
    row('chat-input', 'ChatInterface MultimodalTextbox'),
    row('message', 'ChatInterface Chatbot ChatMessage'),
    row('text-input', 'Textbox TextArea'),
    row('select', 'Dropdown Radio CheckboxGroup'),
    row('slider', 'Slider Number'),
    row('toggle', 'Checkbox'),
    row('button', 'Button'),
    row('progress', 'Progress'),
    row('error', 'Error'),
    row('warning', 'Warning'),
    row('info', 'Info Success'),
    row('download', 'DownloadButton'),
    row('copy', '*', 'show_copy_button show_copy_all_button'),
    row('share', 'DeepLinkButton'),
    row('share', 'Chatbot', 'show_share_button'),
    row('metric', 'Label'),
    row('chart', 'Plot LinePlot BarPlot ScatterPlot'),
    row('table', 'Dataframe DataFrame'),
    row('image', 'Image Gallery'),
    row('text', 'Markdown HTML JSON'),
  ],
};

const CHAINLIT: FrameworkTable = {
  framework: 'chainlit',
  prefix: 'chainlit',
  rows: [
    row('page', 'on_chat_start on_message'),
    row('chat-input', 'on_message'),
    row('message', 'Message'),
    row('stream', 'stream_token'),
    row('status', 'Step step TaskList'),
    row('uploader', 'AskFileMessage'),
    row('select', 'Select Tags set_chat_profiles'),
    row('slider', 'Slider NumberInput'),
    row('toggle', 'Switch'),
    row('text-input', 'TextInput AskUserMessage'),
    row('button', 'Action AskActionMessage'),
    row('error', 'ErrorMessage'),
    row('chart', 'Plotly Pyplot'),
    row('table', 'Dataframe'),
    row('download', 'File'),
    row('image', 'Image'),
    row('sidebar', 'ElementSidebar'),
  ],
};

/** Longer prefixes first: the first that fits decides. */
export const PYTHON_FRAMEWORKS: readonly FrameworkTable[] = [
  ...STREAMLIT_COMPONENTS,
  STREAMLIT,
  GRADIO,
  CHAINLIT,
  PANEL,
  PARAM,
  ...DASH,
  NICEGUI,
  REFLEX,
  FLET,
];

/**
 * Methods of a container whose type is not known (`for column in st.columns(3): column.metric(…)`, a parameter): in a file
 * that knows Streamlit these names are nobody else's.
 */
export const STREAMLIT_METHODS: ReadonlySet<string> = new Set(
  `metric markdown selectbox text_input text_area file_uploader download_button caption subheader plotly_chart pyplot
   line_chart bar_chart area_chart altair_chart dataframe chat_message chat_input multiselect number_input write_stream
   form_submit_button`
    .trim()
    .split(/\s+/),
);
