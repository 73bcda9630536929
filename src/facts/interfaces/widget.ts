/** What a user sees and touches, whatever it is made with. */
import type { CodeFile } from '../../program/file.ts';
import type { CallRef } from '../../program/program.ts';
import type { MarkupElement } from './markup.ts';

export type WidgetKind =
  /** The page as a whole is configured or declared: `set_page_config`, `gr.Blocks`, `<title>`. */
  | 'page'
  | 'sidebar'
  | 'columns'
  | 'tabs'
  /** A theme or style sheet handed to the framework, or `<style>` written into the page. */
  | 'style'
  | 'icon'
  | 'dialog'
  | 'link'
  | 'uploader'
  | 'chat-input'
  | 'text-input'
  /** One of several: select box, radio, dropdown. */
  | 'select'
  | 'slider'
  | 'toggle'
  | 'button'
  | 'form'
  | 'progress'
  | 'spinner'
  | 'status'
  | 'skeleton'
  /** Text that appears while it is made: `write_stream`, `stream_token`. */
  | 'stream'
  /** One message of a conversation, or all of them: `chat_message`, `gr.Chatbot`. */
  | 'message'
  | 'text'
  | 'error'
  /** A traceback as it is. */
  | 'exception'
  | 'warning'
  | 'success'
  | 'info'
  | 'download'
  | 'share'
  | 'copy'
  | 'metric'
  | 'chart'
  | 'table'
  | 'image';

/** What says that something is at work. */
export const INDICATORS: ReadonlySet<WidgetKind> = new Set(['spinner', 'status', 'progress', 'skeleton']);

export type Framework =
  | 'streamlit'
  | 'gradio'
  | 'chainlit'
  | 'panel'
  | 'dash'
  | 'nicegui'
  | 'reflex'
  | 'flet'
  /** JSX: React, Next.js, Preact, Solid, Vue with JSX. */
  | 'jsx'
  /** Calls of a web front end: `toast.error`, `useDropzone`, `navigator.share`. */
  | 'script'
  /** Elements of an HTML page, a template, a Vue or Svelte file, or a text of HTML in code. */
  | 'markup';

export interface Widget {
  readonly kind: WidgetKind;
  readonly framework: Framework;
  /** Qualified name of what makes it ('streamlit.file_uploader'), or the tag as written ('input'). */
  readonly name: string;
  /** Its words, as far as they are constant: label, title, placeholder, text; unknown parts as '{}'. At most 400 characters. */
  readonly label: string;
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
  /** The code file that it stands in; null in a page or a template. */
  readonly file: CodeFile | null;
  /** What makes it; null for markup. */
  readonly call: CallRef | null;
  /** null for code. */
  readonly element: MarkupElement | null;
}

/**
 * One line of a framework's table: calls with one of these last names make this kind of widget. With `given`, only where
 * one of these arguments is there and is not switched off.
 */
export interface Row {
  readonly kind: WidgetKind;
  /** Separated by spaces; `*` matches within. */
  readonly names: string;
  readonly given?: string;
}

export interface FrameworkTable {
  readonly framework: Framework;
  /** What qualified names start with. */
  readonly prefix: string;
  readonly rows: readonly Row[];
}

/** A line of a table, written short. */
export function row(kind: WidgetKind, names: string, given?: string): Row {
  return given === undefined ? { kind, names } : { kind, names, given };
}
