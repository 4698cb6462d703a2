import {
  ActionIcon,
  Anchor,
  Badge,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Input,
  InputWrapper,
  Menu,
  Modal,
  Paper,
  Radio,
  SegmentedControl,
  Skeleton,
  Switch,
  Tooltip,
} from '@mantine/core';
import { amber, brick, clay, dark, gray, slate, trellis } from './colors.ts';
import controls from './controls.module.css';
import { quietColorsInTheDark } from './quiet-colors.ts';
import { variantColors } from './variant-colors.ts';

const serif = "'Literata Variable', 'Iowan Old Style', Georgia, serif";
const sans = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

/** One theme for every screen. Change a look here, never in a feature. */
export const theme = createTheme({
  white: '#fffdf9',
  black: '#24221d',
  colors: {
    trellis,
    clay,
    amber,
    slate,
    gray,
    dark,
    // Mantine's own color names lead to ours, so that no stray blue can appear.
    green: trellis,
    teal: trellis,
    orange: clay,
    yellow: amber,
    red: brick,
    blue: slate,
  },
  primaryColor: 'trellis',
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver: variantColors,
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: sans,
  headings: {
    fontFamily: serif,
    fontWeight: '560',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: 'clamp(1.75rem, 1.45rem + 1.3vw, 2.375rem)', lineHeight: '1.2' },
      h2: { fontSize: '1.4375rem', lineHeight: '1.3' },
      h3: { fontSize: '1.1875rem', lineHeight: '1.35' },
      h4: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.3125rem' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.6', lg: '1.6', xl: '1.5' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1.125rem', lg: '1.75rem', xl: '2.75rem' },
  radius: { xs: '4px', sm: '7px', md: '10px', lg: '16px', xl: '28px' },
  defaultRadius: 'md',
  shadows: {
    xs: '0 1px 2px rgb(60 45 20 / 6%)',
    sm: '0 1px 2px rgb(60 45 20 / 6%), 0 4px 12px rgb(60 45 20 / 5%)',
    md: '0 2px 4px rgb(60 45 20 / 7%), 0 10px 28px rgb(60 45 20 / 9%)',
  },
  components: {
    ActionIcon: ActionIcon.extend({ classNames: { root: controls.actionIcon } }),
    Anchor: Anchor.extend({ defaultProps: { underline: 'always' }, classNames: { root: controls.anchor } }),
    Badge: Badge.extend({ defaultProps: { size: 'lg', tt: 'none', fw: 550 } }),
    Button: Button.extend({
      defaultProps: { size: 'md' },
      classNames: { root: controls.button, inner: controls.buttonInner, label: controls.buttonLabel },
    }),
    Checkbox: Checkbox.extend({
      defaultProps: { iconColor: 'var(--trellis-on-filled)' },
      classNames: { input: controls.choice },
    }),
    Input: Input.extend({ defaultProps: { size: 'md' }, classNames: { input: controls.input } }),
    InputWrapper: InputWrapper.extend({
      defaultProps: { size: 'md' },
      classNames: { label: controls.label },
    }),
    Modal: Modal.extend({
      classNames: { title: controls.modalTitle },
      defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.35 } },
    }),
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Paper: Paper.extend({ defaultProps: { radius: 'lg' } }),
    Radio: Radio.extend({
      defaultProps: { iconColor: 'var(--trellis-on-filled)' },
      classNames: { radio: controls.choice },
    }),
    SegmentedControl: SegmentedControl.extend({
      classNames: { root: controls.segments, indicator: controls.segment, label: controls.segmentLabel },
    }),
    Skeleton: Skeleton.extend({ classNames: { root: controls.skeleton } }),
    Switch: Switch.extend({ classNames: { track: controls.track } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 250, events: { hover: true, focus: true, touch: false } },
    }),
  },
});

/** The few colors Mantine would otherwise pick for us, chosen for contrast on paper and on the dark page. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--trellis-serif': serif,
    '--trellis-nav-width': '15.5rem',
  },
  light: {
    '--trellis-page': '#faf6ee',
    '--trellis-on-filled': '#fffdf9',
    '--mantine-primary-color-contrast': '#fffdf9',
    '--trellis-sunken': gray[1],
    '--trellis-line': gray[2],
    '--trellis-line-strong': gray[5],
    '--mantine-color-body': '#fffdf9',
    '--mantine-color-text': gray[9],
    '--mantine-color-dimmed': '#5f584b',
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-anchor': trellis[7],
    '--mantine-color-error': brick[7],
    '--mantine-color-default-border': gray[3],
    '--mantine-color-default-hover': gray[0],
  },
  dark: {
    ...quietColorsInTheDark(),
    '--trellis-page': dark[8],
    '--trellis-on-filled': dark[9],
    '--mantine-primary-color-contrast': dark[9],
    '--trellis-sunken': dark[9],
    '--trellis-line': dark[5],
    '--trellis-line-strong': dark[3],
    '--mantine-color-body': dark[7],
    '--mantine-color-text': dark[0],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[3],
    '--mantine-color-anchor': trellis[3],
    '--mantine-color-error': brick[3],
    '--mantine-color-default-border': dark[4],
    '--mantine-color-default-color': dark[0],
    '--mantine-color-default-hover': dark[6],
  },
});
