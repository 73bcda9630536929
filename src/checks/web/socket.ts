import { defineCheck, found } from '../define.ts';

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
        ...facts.program.callsAs('socket.server').map((ref) => facts.evidence(ref.file.path, ref.call.line)),
      ].slice(0, 2),
      'a WebSocket route, or a server of socket.io, ws, websockets or Channels',
    ),
});
