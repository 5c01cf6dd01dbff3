import { embeddedEngine } from '#search/embedded/engine.ts';
import { embeddedFeed } from '#search/embedded/feed.ts';
import { searchContract } from '#tests/search/contract.ts';

searchContract('the embedded engine', async (db) => ({ engine: embeddedEngine(db), feed: embeddedFeed(db), close: async () => {} }));
