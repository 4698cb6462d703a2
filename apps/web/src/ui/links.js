import { Anchor, Button } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

function AnchorElement(props) {
  return <Anchor component="a" {...props} />;
}
function ButtonElement(props) {
  return <Button component="a" {...props} />;
}
/** A link inside the app that reads as text. Takes the router's `to`, `params` and `search`, and Anchor's looks. */
export const TextLink = createLink(AnchorElement);
/** A link inside the app that looks like a button. For going somewhere; for doing something use Button. */
export const ButtonLink = createLink(ButtonElement);
