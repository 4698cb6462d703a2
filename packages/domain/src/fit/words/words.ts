import type { TermId } from '../../ids.ts';
import type { Locale } from '../../time.ts';
import type { Audience, Reason, ReasonCode, ReasonFacts } from '../reason.ts';
import { german } from './de.ts';
import { english } from './en.ts';

/** Whom the sentence is about, who reads it, and the words for terms. */
export interface Telling {
  readonly audience: Audience;
  readonly mentee: string;
  readonly mentor: string;
  /** Name of a term in the agency's taxonomy. */
  readonly term: (id: TermId) => string;
}

/** A telling with what a language needs to build its sentences. */
export interface Voice extends Telling {
  readonly terms: (ids: readonly TermId[]) => string;
  readonly languages: (tags: readonly string[]) => string;
}

export type ReasonWords = { readonly [C in ReasonCode]: (facts: ReasonFacts[C], voice: Voice) => string };

const WORDS: Record<Locale, ReasonWords> = { en: english, de: german };

/** A list longer than this would no longer be a sentence. */
const LONGEST_LIST = 4;

/** One reason as a full sentence for its reader. Says what is, never what will be. */
export const reasonInWords = (reason: Reason, telling: Telling, locale: Locale): string => {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const voice: Voice = {
    ...telling,
    terms: (ids) => list.format([...new Set(ids)].slice(0, LONGEST_LIST).map(telling.term)),
    languages: (tags) => list.format(tags.slice(0, LONGEST_LIST).map((tag) => names.of(tag) ?? tag)),
  };
  const say = WORDS[locale][reason.code] as (facts: Reason['facts'], voice: Voice) => string;
  return say(reason.facts, voice);
};
