import { app, utilityProcess } from 'electron';
import { type CoreLaunch, coreArguments, forkedCore, type StartCore } from '../shell/core-child.ts';

/**
 * How the core is started: in an Electron utility process, or under the Node that `XIANCAI_CORE_NODE` names, for an
 * Electron too old for the core's native module.
 */
export function coreLauncher(launch: CoreLaunch): StartCore {
  // Not in the packed product: there nothing but Electron itself is to run the program.
  const nodePath = app.isPackaged ? undefined : process.env.XIANCAI_CORE_NODE;
  return nodePath ? forkedCore(launch, nodePath) : utilityCore(launch);
}

function utilityCore(launch: CoreLaunch): StartCore {
  return (listener) => {
    const child = utilityProcess.fork(launch.entry, [...coreArguments(launch)], {
      serviceName: 'xiancai-core',
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('message', (message: unknown) => listener.onMessage(message));
    child.once('exit', () => listener.onExit());
    return {
      post: (message) => child.postMessage(message),
      kill: () => {
        child.kill();
      },
    };
  };
}
