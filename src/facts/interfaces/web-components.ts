/**
 * What web front ends call their widgets: HTML elements, components by name (whichever library or own file they come
 * from: all of them say what they are) and calls. A new one is one line.
 */
import type { WidgetKind } from './widget.ts';

/** HTML elements that say what they are by their tag alone; `input` is told by its type. */
export const TAGS: Readonly<Record<string, WidgetKind>> = {
  title: 'page',
  aside: 'sidebar',
  nav: 'link',
  textarea: 'text-input',
  select: 'select',
  button: 'button',
  form: 'form',
  progress: 'progress',
  dialog: 'dialog',
  table: 'table',
  style: 'style',
  img: 'image',
  canvas: 'chart',
};

export const INPUT_TYPES: Readonly<Record<string, WidgetKind>> = {
  file: 'uploader',
  range: 'slider',
  number: 'slider',
  radio: 'select',
  checkbox: 'toggle',
  submit: 'button',
  button: 'button',
  text: 'text-input',
  search: 'text-input',
};

/** Component names, matched against the last part of the name: the first line that fits decides. */
export const COMPONENTS: readonly (readonly [WidgetKind, RegExp])[] = [
  [
    'uploader',
    /^(?:Upload|Dragger|FilePond|FileButton)$|(?:Drop[zZ]one|Uploader|FileUpload|FileInput|FilePicker|UploadButton|UploadDropzone)$/,
  ],
  ['skeleton', /Skeleton|Shimmer/],
  [
    'spinner',
    /Spinner|^(?:Loader\w{0,12}|Spin|Loading|LoadingDots|LoadingOverlay|CircularProgress|ActivityIndicator)$|(?:[a-z]Loader|LoadingIndicator|TypingIndicator|ThinkingIndicator|LoadingState)$/,
  ],
  ['progress', /^(?:Progress|LinearProgress|Progress\.Root)$|Progress(?:Bar|Root|Indicator)$/],
  [
    'chat-input',
    /^(?:Chat|Message|Prompt|Query)(?:Input|Box|Composer|Form|Textarea|TextArea)\w{0,10}$|Composer$|^Sender$/,
  ],
  ['sidebar', /Sidebar|SideBar|SideNav|Sidenav|^(?:Drawer|Sider|Aside|NavigationRail)$/],
  ['tabs', /^Tabs?$|Tab(?:s|Panel|List|Trigger|Pane)$/],
  [
    'columns',
    /^(?:Grid|Grid2|SimpleGrid|Row|Col|Column|Columns|SplitPane|Splitter|Allotment|ResizablePanel|ResizablePanelGroup|PanelGroup)$/,
  ],
  ['dialog', /(?:Dialog|Modal|Popover|Sheet)$/],
  [
    'select',
    /^(?:Select|NativeSelect|Dropdown|DropdownMenu|Combobox|ComboBox|Autocomplete|RadioGroup|Listbox|SegmentedControl|ToggleGroup)$|(?:Select|Selector|Picker|Dropdown|Switcher)$/,
  ],
  ['slider', /^(?:Slider|RangeSlider|NumberInput|InputNumber)$|Slider$/],
  ['toggle', /^(?:Switch|Checkbox|Toggle)$/],
  [
    'text-input',
    /^(?:Input|TextField|TextInput|TextArea|Textarea|TextareaAutosize|InputText|OutlinedInput|Input\.TextArea)$/,
  ],
  ['button', /^(?:Button|IconButton|ActionIcon|Fab|LoadingButton)$/],
  ['chart', /Chart$|^Plot$/],
  ['table', /^(?:Table|DataTable|DataGrid|AgGridReact)$/],
  ['copy', /^Copy(?:Button|ToClipboard|\w{0,12}Button)$|ClipboardButton$/],
  ['share', /^Share(?:Button|Dialog|Modal|Link|Menu|\w{0,12}Button)$/],
  ['download', /^(?:Download|Export)(?:Button|Menu|Dialog|\w{0,12}Button)$|^PDFDownloadLink$|^CSVLink$/],
  [
    'error',
    /^(?:ErrorMessage|ErrorAlert|ErrorBanner|ErrorState|ErrorDisplay|ErrorBox|ErrorToast|ErrorNotice)$/,
  ],
  [
    'message',
    /^(?:Chat|Message|Msg|Ai|AI|Bot|User|Assistant)?(?:Message|Bubble|MessageBubble|MessageItem|MessageList|ChatMessage)s?$/,
  ],
  ['metric', /^(?:Stat|Statistic|StatCard|MetricCard|KpiCard|StatNumber)$/],
  ['icon', /^(?:Icon|FontAwesomeIcon)$|Icon$/],
];
