import { describe, expect, it } from 'vitest';
import { readInterfaces } from '../../../src/facts/interfaces/interfaces.ts';
import { programOf } from '../../support/program.ts';

async function kindsOf(path: string, text: string): Promise<readonly string[]> {
  const isPage = /\.(?:html|vue|svelte)$/.test(path);
  const program = await programOf(isPage && !text.includes('<script') ? {} : { [path]: text });
  const { widgets } = readInterfaces(program, isPage ? [{ path, text }] : []);
  return widgets.map(({ kind, line }) => `${line} ${kind}`);
}

describe('widgets', () => {
  it.each<readonly [string, string, string, readonly string[]]>([
    [
      'Streamlit: containers, unknown columns and the sidebar',
      'app.py',
      `import streamlit as st
st.set_page_config(page_title="Chat", page_icon="x")
with st.sidebar:
    st.selectbox("Model", ["a", "b"])
for column in st.columns(2):
    column.metric("Tokens", 3)
place = st.empty()
place.error("It failed")
st.markdown("<style>p { color: red }</style>", unsafe_allow_html=True)
logger.error("no widget")
`,
      ['2 page', '2 icon', '3 sidebar', '4 select', '5 columns', '6 metric', '8 error', '9 text', '9 style'],
    ],
    [
      'Gradio: what arguments switch on',
      'ui.py',
      `import gradio as gr
with gr.Blocks(theme=gr.themes.Soft(), css=None) as demo:
    chat = gr.Chatbot(show_copy_button=True)
    upload = gr.File(label="PDF")
    other = gr.Chatbot(show_copy_button=False)
`,
      ['2 page', '2 style', '3 message', '3 copy', '4 uploader', '5 message'],
    ],
    [
      'Chainlit',
      'chat.py',
      `import chainlit as cl
from chainlit.input_widget import Select
@cl.on_message
async def answer(message):
    reply = cl.Message(content="")
    await reply.stream_token("x")
    Select(id="model", label="Model", values=["a"])
`,
      ['3 page', '3 chat-input', '5 message', '6 stream', '7 select'],
    ],
    [
      'React: elements, components, icons and calls',
      'Chat.tsx',
      `import { Loader2, Send } from 'lucide-react';
import { LineChart } from 'recharts';
import toast from 'react-hot-toast';
import { Select } from '@/components/ui/select';
export function Chat() {
  toast.error('It failed');
  return <aside>
    <input type="file" />
    <textarea placeholder="Ask a question" />
    <Loader2 /><Send />
    <LineChart data={rows} />
    <Select value={model} />
    <div className="animate-spin" />
    <a href={url} download="chat.md">Export</a>
  </aside>;
}
`,
      [
        '6 error',
        '7 sidebar',
        '8 uploader',
        '9 chat-input',
        '9 text-input',
        '10 icon',
        '10 spinner',
        '10 icon',
        '11 chart',
        '12 select',
        '13 spinner',
        '14 download',
      ],
    ],
    [
      'a page with a comment and a script',
      'index.html',
      `<title>Chat</title>
<!-- <input type="file"> -->
<aside class="sidebar">
  <input type="file" accept=".pdf">
  <select id="model"><option>gpt</option></select>
</aside>
<script>alert("failed"); const text = "<input type='file'>";</script>
`,
      ['1 page', '3 sidebar', '4 uploader', '5 select', '7 info'],
    ],
    [
      'a Vue file',
      'Chat.vue',
      `<template>
  <el-upload :action="url" />
  <v-select v-model="model" :items="models" />
  <div v-if="loading" class="spinner">Thinking</div>
</template>
<script setup>
const loading = ref(false);
</script>
`,
      ['2 uploader', '3 select', '4 spinner'],
    ],
  ])('%s', async (_, path, text, kinds) => {
    expect(await kindsOf(path, text)).toEqual(kinds);
  });

  it('say their words, nested ones included', async () => {
    const program = await programOf({
      'a.tsx': 'export const A = (n: number) => <button title="Go"><b>Used</b> {n} tokens</button>;',
    });
    expect(readInterfaces(program, []).widgets.map(({ label }) => label)).toEqual(['Go Used {} tokens']);
  });

  it('survive a page that never closes anything', () => {
    const text = `${'<div class="'.repeat(20_000)}${'<'.repeat(20_000)}`;
    expect(() => kindsOf('a.html', text)).not.toThrow();
  });
});
