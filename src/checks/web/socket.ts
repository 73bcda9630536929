import { defineCheck, found } from '../define.ts';

/** Servers of sockets. One line each: extend here. */
const SERVERS: readonly string[] = [
  'websockets.*serve',
  'websockets.serve',
  'socketio.AsyncServer',
  'socketio.Server',
  'flask_socketio.SocketIO',
  'socket.io.Server',
  'socket.io',
  'ws.WebSocketServer',
  'ws.Server',
  'ws',
  'channels.routing.URLRouter',
  'tornado.websocket.*',
  '@fastify/websocket*',
  'express-ws*',
];

export const socket = defineCheck({
  name: 'socket',
  summary: 'The program serves a WebSocket: a route, or a server of a library.',
  reads: ['code'],
  parameters: (z) => z.strictObject({}),
  ask: (facts) =>
    found(
      [
        ...facts.routes
          .filter((route) => route.method === 'WEBSOCKET' && route.mounted)
          .map((route) => facts.evidence(route.file.path, route.line)),
        ...facts.program.callsTo(SERVERS).map((ref) => facts.evidence(ref.file.path, ref.call.line)),
      ].slice(0, 2),
      'a WebSocket route, or a server of socket.io, ws, websockets or Channels',
    ),
});
