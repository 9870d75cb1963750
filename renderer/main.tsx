// First: it must come before any schema is made.
import './rpc/no-eval.ts';

import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { RpcProvider } from './rpc/client-context.tsx';
import { watchKeys } from './timing/clock.ts';
import './app/app.css';

watchKeys(window);
const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <RpcProvider>
    <App />
  </RpcProvider>,
);
