/** A server of static files, as GitHub Pages is one: what can be compressed comes compressed. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

export interface Site {
  /** With `/` at the end. */
  readonly home: string;
  /** What was sent: path, bytes of the file, and bytes on the wire. */
  readonly sent: { readonly path: string; readonly bytes: number; readonly wire: number }[];
  readonly close: () => void;
}

export async function serveSite(folder: string): Promise<Site> {
  const sent: Site['sent'] = [];
  const files = new Map<string, { readonly bytes: number; readonly body: Buffer }>();
  const fileAt = (path: string) => {
    const bytes = readFileSync(join(folder, path));
    return { bytes: bytes.length, body: gzipSync(bytes) };
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname === '/' ? 'index.html' : pathname.slice(1);
    try {
      const file = files.get(path) ?? fileAt(path);
      files.set(path, file);
      sent.push({ path, bytes: file.bytes, wire: file.body.length });
      const type = TYPES[extname(path)] ?? 'text/plain';
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(file.body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { home: `http://127.0.0.1:${port}/`, sent, close: () => void server.close() };
}
