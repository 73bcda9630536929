/** What takes a file from a user: tables that a newcomer extends with one line. */

/** Calls in a handler that take the files of a request. */
export const REQUEST_FILES: readonly string[] = [
  '*.formData',
  '*.parseBody',
  '?.saveRequestFiles',
  '*.saveRequestFiles',
  'busboy*',
  'Busboy*',
  'formidable*',
  'multiparty*',
  'multer*',
  'express-fileupload*',
  '@fastify/busboy*',
  'next-connect*.multer*',
  '*.get_uploaded_files',
];
/** Widgets of a program's own interface that take a file, by framework. */
export const WIDGETS: readonly (readonly [string, readonly string[]])[] = [
  ['streamlit', ['streamlit.file_uploader', 'streamlit.*.file_uploader', '?.file_uploader']],
  [
    'gradio',
    [
      'gradio.File',
      'gradio.Files',
      'gradio.UploadButton',
      'gradio.inputs.File',
      'gradio.MultimodalTextbox',
      'gradio.components.File',
    ],
  ],
  ['chainlit', ['chainlit.AskFileMessage*']],
  ['dash', ['dash.dcc.Upload', 'dash_core_components.Upload']],
  ['panel', ['panel.widgets.FileInput', 'panel.widgets.FileDropper']],
  ['nicegui', ['nicegui.ui.upload']],
  ['reflex', ['reflex.upload*']],
  ['shiny', ['shiny.ui.input_file']],
  ['taipy', ['taipy.gui.builder.file_selector']],
  ['solara', ['solara.FileDrop*']],
  ['tkinter', ['tkinter.filedialog.askopenfile*', 'PyQt*.QFileDialog*']],
  [
    'react',
    [
      '*Dropzone',
      'react-dropzone*',
      '*Upload.Dragger',
      'antd.Upload*',
      '*FileUploader',
      'react-filepond*',
      '*UploadButton',
      '*UploadDropzone',
    ],
  ],
];
