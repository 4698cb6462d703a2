import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type AsAnchor<Looks> = Looks & Omit<ComponentPropsWithRef<'a'>, keyof Looks>;

function AnchorElement(props: AsAnchor<AnchorProps>) {
  return <Anchor component="a" {...props} />;
}

function ButtonElement(props: AsAnchor<ButtonProps>) {
  return <Button component="a" {...props} />;
}

/** A link inside the app that reads as text. Takes the router's `to`, `params` and `search`, and Anchor's looks. */
export const TextLink = createLink(AnchorElement);

/** A link inside the app that looks like a button. For going somewhere; for doing something use Button. */
export const ButtonLink = createLink(ButtonElement);
