import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CoreState } from '../../../shared/rpc/client.ts';
import type { PageEvent } from '../../../shared/rpc/page-messages.ts';
import type { CoreSupervisor } from '../../shell/core-supervisor.ts';
import { writeHead } from './respond.ts';

/** Answers `GET /events`: the state of the core now and whenever it changes, as server-sent events. */
export function answerEvents(core: CoreSupervisor, _request: IncomingMessage, response: ServerResponse): void {
  writeHead(response, 200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
  const send = (state: CoreState) => {
    const event: PageEvent = { kind: 'coreState', state };
    response.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  send(core.state);
  response.once('close', core.onState(send));
}
