import { useSyncExternalStore } from 'react';
import { z } from 'zod';

/** Where the window is. Lists of forms travel in the history's state, so that a reload finds them again. */
export type Route =
  | {
      readonly name:
        | 'workbench'
        | 'overview'
        | 'book'
        | 'import'
        | 'carry'
        | 'library'
        | 'definitions'
        | 'subjects'
        | 'settings'
        | 'help';
    }
  | { readonly name: 'form'; readonly recordId: string; readonly step: string | null; readonly at: string | null }
  | { readonly name: 'history'; readonly recordId: string }
  /** All forms of the year when `recordIds` is null. */
  | { readonly name: 'check'; readonly recordIds: readonly string[] | null }
  | { readonly name: 'print'; readonly recordIds: readonly string[] };

const historyStateSchema = z.object({ recordIds: z.array(z.string()) });

/** The address of a route, to be put behind `#`. */
export function formatRoute(route: Route): string {
  switch (route.name) {
    case 'workbench':
      return '/';
    case 'form': {
      const step = route.step === null ? '' : `/${encodeURIComponent(route.step)}`;
      const at = route.at === null ? '' : `?at=${encodeURIComponent(route.at)}`;
      return `/form/${encodeURIComponent(route.recordId)}${step}${at}`;
    }
    case 'history':
      return `/history/${encodeURIComponent(route.recordId)}`;
    default:
      return `/${route.name}`;
  }
}

/**
 * Reads an address. Whatever names nothing is the workbench.
 * @param state the history's state; holds the forms of `check` and `print`.
 */
export function parseRoute(hash: string, state: unknown): Route {
  const [path = '', query = ''] = hash.replace(/^#/u, '').split('?');
  const [name, recordId, step] = path.split('/').filter(Boolean).map(decode);
  const recordIds = historyStateSchema.safeParse(state).data?.recordIds;
  switch (name) {
    case 'overview':
    case 'book':
    case 'import':
    case 'carry':
    case 'library':
    case 'definitions':
    case 'subjects':
    case 'settings':
    case 'help':
      return { name };
    case 'check':
      return { name, recordIds: recordIds ?? null };
    case 'print':
      return recordIds && recordIds.length > 0 ? { name, recordIds } : { name: 'workbench' };
    case 'history':
      return recordId ? { name, recordId } : { name: 'workbench' };
    case 'form':
      if (!recordId) return { name: 'workbench' };
      return { name, recordId, step: step ?? null, at: new URLSearchParams(query).get('at') };
    default:
      return { name: 'workbench' };
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function currentRoute(): Route {
  return parseRoute(window.location.hash, window.history.state);
}

let route: Route | null = null;
const listeners = new Set<() => void>();

function readAgain(): void {
  route = currentRoute();
  for (const listener of listeners) listener();
}

/** Goes to another place; `replace` where going back should not return to the present one. */
export function navigate(target: Route, options: { readonly replace?: boolean } = {}): void {
  const state = 'recordIds' in target && target.recordIds !== null ? { recordIds: target.recordIds } : null;
  const address = `#${formatRoute(target)}`;
  if (options.replace) window.history.replaceState(state, '', address);
  else window.history.pushState(state, '', address);
  readAgain();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('popstate', readAgain);
    window.addEventListener('hashchange', readAgain);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener('popstate', readAgain);
    window.removeEventListener('hashchange', readAgain);
  };
}

function snapshot(): Route {
  route ??= currentRoute();
  return route;
}

/** The place the window is at. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, snapshot);
}
