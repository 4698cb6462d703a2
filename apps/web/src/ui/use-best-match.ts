import type { ComboboxStore } from '@mantine/core';
import { type KeyboardEvent, useEffect } from 'react';

/**
 * While typing, Enter takes the best match; before typing, nothing is chosen by accident. The first word of the list is
 * highlighted as the text changes; where the list just opened and shows none yet (a word pasted, or typed at once), Enter calls
 * `take`. A list that was closed with Escape takes nothing.
 */
export function useBestMatch(
  combobox: ComboboxStore,
  text: string,
  take: () => void,
): (event: KeyboardEvent) => void {
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (text !== '') selectFirstOption();
  }, [text, selectFirstOption]);
  return (event) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (text !== '' && combobox.dropdownOpened && combobox.getSelectedOptionIndex() === -1) take();
  };
}
