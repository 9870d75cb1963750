import { describe, expect, it } from 'vitest';
import { StateFeed } from '../../../../renderer/rpc/state-feed.ts';
import type { CoreState } from '../../../../shared/rpc/client.ts';

describe('StateFeed', () => {
  it('tells changes only, to everyone who listens, until they stop', () => {
    const feed = new StateFeed();
    const first: CoreState[] = [];
    const second: CoreState[] = [];
    feed.listen((state) => first.push(state));
    const stop = feed.listen((state) => second.push(state));
    for (const state of ['ready', 'restarting', 'restarting', 'ready'] as const) feed.tell(state);
    stop();
    feed.tell('stopped');
    expect(first).toEqual(['restarting', 'ready', 'stopped']);
    expect(second).toEqual(['restarting', 'ready']);
  });

  it('tells a newcomer at once that the core is away', () => {
    const feed = new StateFeed();
    feed.tell('restarting');
    const seen: CoreState[] = [];
    feed.listen((state) => seen.push(state));
    expect(seen).toEqual(['restarting']);
  });
});
