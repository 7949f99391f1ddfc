import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
  useRouterState,
} from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo, type PlaceLocation } from '../lib/navigation';
import { Button, EmptyState, Place, Skeleton } from '../ui';
import { features } from './features';
import { placeOf } from './places';
import { Shell } from './shell';

const Desk = lazy(() => import('./desk/desk'));

function usePlaceLocation(): PlaceLocation {
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const searchText = useRouterState({ select: (state) => state.location.searchStr });
  return useMemo(
    () => ({
      segments: pathname.split('/').slice(2).filter(Boolean).map(decodeURIComponent),
      search: Object.fromEntries(new URLSearchParams(searchText)),
    }),
    [pathname, searchText],
  );
}

/** Shows the place of the address; a place whose feature is not there says so and offers a way on. */
function CurrentPlace() {
  const { t } = useTranslation(['shell', 'common']);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const location = usePlaceLocation();
  const go = useGo();
  const place = placeOf(pathname);
  const Shown = place?.id === 'desk' ? Desk : features.get(place?.id ?? '')?.Place;
  if (place === undefined || Shown === undefined) {
    return (
      <Place title={t('lost.title')}>
        <EmptyState
          icon={place?.icon ?? Compass}
          title={t('lost.title')}
          actions={
            <Button
              variant="primary"
              onPress={() => {
                go('/desk');
              }}
            >
              {t('lost.action')}
            </Button>
          }
        >
          {t('lost.text')}
        </EmptyState>
      </Place>
    );
  }
  return (
    <Suspense
      fallback={
        <div style={{ padding: '2rem', maxWidth: '40rem' }}>
          <Skeleton label={t('common:loading')} lines={5} />
        </div>
      }
    >
      <Shown {...location} />
    </Suspense>
  );
}

const root = createRootRoute({ component: Shell });
const index = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to redirect
    throw redirect({ to: '/$', params: { _splat: 'desk' } });
  },
});
const anyPlace = createRoute({ getParentRoute: () => root, path: '/$', component: CurrentPlace });

/** Addresses of the window; in the hash, so that they work on the app's own protocol. Search values stay plain text. */
export const router = createRouter({
  routeTree: root.addChildren([index, anyPlace]),
  history: createHashHistory(),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(
      Object.entries(search).map(([key, value]) => [key, String(value)]),
    ).toString();
    return text === '' ? '' : `?${text}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
