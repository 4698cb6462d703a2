/**
 * Every address of Trellis, in one table. To add a page:
 *
 * 1. Write `features/<noun>/<name>-page.tsx` exporting a component without props, e.g. `PeoplePage`.
 * 2. Find its route below (all agreed addresses are here already) and give it
 *    `component: lazyRouteComponent(() => import('../features/members/people-page.tsx'), 'PeoplePage')`.
 *    A route without a component shows only the pages below it.
 * 3. A new address: `createRoute({ getParentRoute: () => staff (or mine), path: '/x', component: … })`, and add it
 *    to its parent's `addChildren` at the end of this file.
 * 4. Inside the page: `useParams({ from: '/staff/people/$memberId' })`: the id of the layout, then the path.
 *    Links: `<TextLink to="/people/$memberId" params={{ memberId }}>` (ui/links.tsx), checked by the compiler.
 */
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { readBoardSearch } from '../features/pairings/board-filter.ts';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { CrashAlone } from './crash-page.tsx';
import { leaveWhenSignedIn, requireMember, requireStaff, toFirstPage } from './guards.ts';
import { MemberLayout } from './member-layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { SettingsPage } from './settings-page.tsx';
import { SignInLayout } from './sign-in-layout.tsx';
import { StaffLayout } from './staff-layout.tsx';
import { TodayPage } from './today-page.tsx';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
});

const first = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: toFirstPage,
  errorComponent: CrashAlone,
});

const welcome = createRoute({
  getParentRoute: () => root,
  id: 'welcome',
  component: SignInLayout,
  errorComponent: CrashAlone,
  beforeLoad: leaveWhenSignedIn,
});
const signIn = createRoute({
  getParentRoute: () => welcome,
  path: '/sign-in',
  validateSearch: (search: { back?: unknown }): { back?: string } =>
    typeof search.back === 'string' && /^\/(?![/\\])/.test(search.back) ? { back: search.back } : {},
  component: SignInPage,
});

/* ---- Staff: coordinators and admins ---- */

const staff = createRoute({
  getParentRoute: () => root,
  id: 'staff',
  component: StaffLayout,
  errorComponent: CrashAlone,
  beforeLoad: requireStaff,
});
const today = createRoute({ getParentRoute: () => staff, path: '/today', component: TodayPage });
const people = createRoute({
  getParentRoute: () => staff,
  path: '/people',
  component: lazyRouteComponent(() => import('../features/members/people-page.tsx'), 'PeoplePage'),
});
const person = createRoute({ getParentRoute: () => staff, path: '/people/$memberId' });
const personFirst = createRoute({
  getParentRoute: () => person,
  path: '/',
  component: lazyRouteComponent(() => import('./person.tsx'), 'Person'),
});
const personProfile = createRoute({
  getParentRoute: () => person,
  path: '/profile',
  component: lazyRouteComponent(() => import('./person-forms.tsx'), 'PersonProfile'),
});
const personHours = createRoute({
  getParentRoute: () => person,
  path: '/hours',
  component: lazyRouteComponent(() => import('./person-forms.tsx'), 'PersonHours'),
});
const personRequest = createRoute({
  getParentRoute: () => person,
  path: '/request/$requestId',
  component: lazyRouteComponent(() => import('./person-forms.tsx'), 'PersonRequest'),
});
const personWishes = createRoute({
  getParentRoute: () => person,
  path: '/request/$requestId/wishes',
  component: lazyRouteComponent(() => import('./person-forms.tsx'), 'PersonWishes'),
});
const personOffer = createRoute({
  getParentRoute: () => person,
  path: '/offer/$offerId',
  component: lazyRouteComponent(() => import('./person-forms.tsx'), 'PersonOffer'),
});
const programs = createRoute({
  getParentRoute: () => staff,
  path: '/programs',
  component: lazyRouteComponent(() => import('../features/programs/programs-page.tsx'), 'ProgramsPage'),
});
const program = createRoute({
  getParentRoute: () => staff,
  path: '/programs/$programId',
  component: lazyRouteComponent(() => import('./program-layout.tsx'), 'ProgramLayout'),
});
const programFirst = createRoute({
  getParentRoute: () => program,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/programs/$programId/ready', params });
  },
});
const programSetup = createRoute({
  getParentRoute: () => program,
  path: '/setup',
  component: lazyRouteComponent(() => import('./program-setup.tsx'), 'ProgramSetup'),
});
const programReady = createRoute({
  getParentRoute: () => program,
  path: '/ready',
  component: lazyRouteComponent(() => import('../features/programs/ready-page.tsx'), 'ReadyPage'),
});
const programRounds = createRoute({
  getParentRoute: () => program,
  path: '/rounds',
  component: lazyRouteComponent(() => import('./program-rounds.tsx'), 'ProgramRounds'),
});
const programRound = createRoute({
  getParentRoute: () => program,
  path: '/rounds/$roundId',
  component: lazyRouteComponent(() => import('./program-rounds.tsx'), 'ProgramRound'),
});
const programBoard = createRoute({
  getParentRoute: () => program,
  path: '/board',
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(() => import('./program-board.tsx'), 'ProgramBoard'),
});
const programOutcomes = createRoute({
  getParentRoute: () => program,
  path: '/outcomes',
  component: lazyRouteComponent(() => import('../features/outcomes/outcomes-page.tsx'), 'OutcomesPage'),
});
const imports = createRoute({
  getParentRoute: () => staff,
  path: '/import',
  component: lazyRouteComponent(() => import('./import-export-page.tsx'), 'ImportExportPage'),
});
const taxonomy = createRoute({
  getParentRoute: () => staff,
  path: '/taxonomy',
  component: lazyRouteComponent(() => import('../features/taxonomy/taxonomy-page.tsx'), 'TaxonomyPage'),
});
const audit = createRoute({
  getParentRoute: () => staff,
  path: '/audit',
  component: lazyRouteComponent(() => import('../features/audit/audit-page.tsx'), 'AuditPage'),
});
const settings = createRoute({ getParentRoute: () => staff, path: '/settings', component: SettingsPage });

/* ---- Members: what is mine ---- */

const mine = createRoute({
  getParentRoute: () => root,
  id: 'mine',
  component: MemberLayout,
  errorComponent: CrashAlone,
  beforeLoad: async (arrival) => {
    await requireMember(arrival);
  },
});
const me = createRoute({
  getParentRoute: () => mine,
  path: '/me',
  component: lazyRouteComponent(() => import('../features/home/home-page.tsx'), 'HomePage'),
});
const myProfile = createRoute({
  getParentRoute: () => mine,
  path: '/me/profile',
  component: lazyRouteComponent(() => import('../features/profiles/profile-page.tsx'), 'ProfilePage'),
});
const myHours = createRoute({
  getParentRoute: () => mine,
  path: '/me/hours',
  component: lazyRouteComponent(() => import('../features/availability/hours-page.tsx'), 'HoursPage'),
});
const myRequest = createRoute({
  getParentRoute: () => mine,
  path: '/me/request/$requestId',
  component: lazyRouteComponent(() => import('../features/requests/request-page.tsx'), 'RequestPage'),
});
const myOffer = createRoute({
  getParentRoute: () => mine,
  path: '/me/offer/$offerId',
  component: lazyRouteComponent(() => import('../features/offers/offer-page.tsx'), 'OfferPage'),
});
const myWishes = createRoute({
  getParentRoute: () => mine,
  path: '/me/request/$requestId/wishes',
  component: lazyRouteComponent(() => import('../features/wishes/wishes-page.tsx'), 'WishesPage'),
});
const myPairings = createRoute({
  getParentRoute: () => mine,
  path: '/me/pairings',
  component: lazyRouteComponent(
    () => import('../features/my-pairings/my-pairings-page.tsx'),
    'MyPairingsPage',
  ),
});
const myPairing = createRoute({
  getParentRoute: () => mine,
  path: '/me/pairings/$pairingId',
  component: lazyRouteComponent(() => import('./my-pairing.tsx'), 'MyPairing'),
});
const mySettings = createRoute({ getParentRoute: () => mine, path: '/me/settings', component: SettingsPage });

/* ---- Only while developing: every piece of the look on one page ---- */

const gallery = createRoute({
  getParentRoute: () => root,
  path: '/gallery',
  ...(import.meta.env.DEV
    ? { component: lazyRouteComponent(() => import('./gallery/gallery-page.tsx'), 'GalleryPage') }
    : { component: NotFoundPage }),
});

export const routeTree = root.addChildren([
  first,
  welcome.addChildren([signIn]),
  staff.addChildren([
    today,
    people,
    person.addChildren([personFirst, personProfile, personHours, personRequest, personWishes, personOffer]),
    programs,
    program.addChildren([
      programFirst,
      programSetup,
      programReady,
      programRounds,
      programRound,
      programBoard,
      programOutcomes,
    ]),
    imports,
    taxonomy,
    audit,
    settings,
  ]),
  mine.addChildren([me, myProfile, myHours, myRequest, myWishes, myOffer, myPairings, myPairing, mySettings]),
  gallery,
]);
