import { defaultVariantColorsResolver } from '@mantine/core';
/**
 * Text on filled buttons and badges: light on the deep shades of the light page, dark on the pale shades of the dark
 * one. Mantine would decide once, for the light page, and be unreadable on the other.
 */
export const variantColors = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const ownShade = input.color?.includes('.') ?? false;
  return input.variant === 'filled' && !ownShade ? { ...colors, color: 'var(--trellis-on-filled)' } : colors;
};
