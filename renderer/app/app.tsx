import { App as AntApp, Button, ConfigProvider, Result, Spin } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { describeError } from '../../shared/domain/app-error.ts';
import { CreateProvider } from '../workbench/create-context.tsx';
import { SecondFormNotice } from '../workbench/second-form-notice.tsx';
import { Workbench } from '../workbench/workbench.tsx';
import { CopiesProvider } from './copies-context.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { FileDrop } from './file-drop.tsx';
import { Frame } from './frame.tsx';
import { formatRoute, navigate, type Route, useRoute } from './router.ts';
import { theme } from './theme.ts';
import { useWindowKeys } from './use-window-keys.ts';
import { useWorkspace, WorkspaceProvider } from './workspace.tsx';

const WizardScreen = lazy(async () => ({ default: (await import('../wizard/wizard-screen.tsx')).WizardScreen }));
const ImportScreen = lazy(async () => ({ default: (await import('../import/import-screen.tsx')).ImportScreen }));
const HistoryScreen = lazy(async () => ({ default: (await import('../history/history-screen.tsx')).HistoryScreen }));
const CarryScreen = lazy(async () => ({ default: (await import('../year/carry-screen.tsx')).CarryScreen }));
const PrintPreview = lazy(async () => ({ default: (await import('../print-preview/print-preview.tsx')).PrintPreview }));
const CheckScreen = lazy(async () => ({ default: (await import('../workbench/check-screen.tsx')).CheckScreen }));
const DefinitionsScreen = lazy(async () => ({
  default: (await import('../definitions/definitions-screen.tsx')).DefinitionsScreen,
}));
const BookScreen = lazy(async () => ({ default: (await import('../book/book-screen.tsx')).BookScreen }));
const SubjectsScreen = lazy(async () => ({
  default: (await import('../subjects/subjects-screen.tsx')).SubjectsScreen,
}));
const OverviewScreen = lazy(async () => ({
  default: (await import('../overview/overview-screen.tsx')).OverviewScreen,
}));
const LibraryScreen = lazy(async () => ({ default: (await import('../library/library-screen.tsx')).LibraryScreen }));
const SettingsScreen = lazy(async () => ({ default: (await import('./settings-screen.tsx')).SettingsScreen }));
const HelpScreen = lazy(async () => ({ default: (await import('./help-screen.tsx')).HelpScreen }));
const Palette = lazy(async () => ({ default: (await import('./palette/palette.tsx')).Palette }));

const toWorkbench = () => navigate({ name: 'workbench' });
const back = () => window.history.back();

function Screen({ route, dropped }: { readonly route: Route; readonly dropped: readonly File[] }): ReactNode {
  const { info } = useWorkspace();
  switch (route.name) {
    case 'workbench':
      return <Workbench />;
    case 'form':
      return <WizardScreen key={route.recordId} recordId={route.recordId} step={route.step} at={route.at} />;
    case 'import':
      return (
        <ImportScreen fiscalYear={info.fiscalYear} dropped={dropped} onDone={toWorkbench} onCancel={toWorkbench} />
      );
    case 'history':
      return <HistoryScreen key={route.recordId} recordId={route.recordId} />;
    case 'carry':
      return <CarryScreen key={info.fiscalYear} />;
    case 'print':
      return <PrintPreview recordIds={route.recordIds} onClose={back} />;
    case 'check':
      return <CheckScreen recordIds={route.recordIds} />;
    case 'overview':
      return <OverviewScreen key={info.fiscalYear} />;
    case 'library':
      return <LibraryScreen />;
    case 'definitions':
      return <DefinitionsScreen />;
    case 'book':
      return <BookScreen key={info.fiscalYear} />;
    case 'subjects':
      return <SubjectsScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'help':
      return <HelpScreen />;
  }
}

const waiting = <Spin className="waiting" description="正在打开" />;

function Screens() {
  const route = useRoute();
  const [isSearching, setIsSearching] = useState(false);
  const [dropped, setDropped] = useState<readonly File[]>([]);
  const isImport = route.name === 'import';
  // The import screen takes drops itself; what was brought there is not brought again.
  if (!isImport && dropped.length > 0) setDropped([]);
  const takeFiles = (files: readonly File[]) => {
    navigate({ name: 'import' });
    setDropped(files);
  };
  useWindowKeys((event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
    event.preventDefault();
    setIsSearching(true);
  });
  return (
    <Frame hasOwnFoot={route.name === 'form'} onSearch={() => setIsSearching(true)}>
      <SecondFormNotice />
      <ErrorBoundary resetKey={formatRoute(route)}>
        <Suspense fallback={waiting}>
          <Screen route={route} dropped={dropped} />
        </Suspense>
      </ErrorBoundary>
      <FileDrop onFiles={isImport || route.name === 'definitions' ? null : takeFiles} />
      {isSearching && (
        <Suspense fallback={null}>
          <Palette onClose={() => setIsSearching(false)} />
        </Suspense>
      )}
    </Frame>
  );
}

/** The window. */
export function App() {
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <AntApp className="app">
        <CopiesProvider>
          <WorkspaceProvider
            fallback={(error, retry) =>
              error ? (
                <Result
                  status="warning"
                  title="没有打开工作区"
                  subTitle={describeError(error)}
                  extra={<Button onClick={retry}>重试</Button>}
                />
              ) : (
                waiting
              )
            }
          >
            <CreateProvider>
              <Screens />
            </CreateProvider>
          </WorkspaceProvider>
        </CopiesProvider>
      </AntApp>
    </ConfigProvider>
  );
}
