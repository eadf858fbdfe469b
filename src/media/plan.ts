import type { Facts } from './facts'
import { filmForAllScreens, planFilm, posterOf, stripOf, thumbnailOfFilm } from './plan-film'
import {
  pictureForAllScreens,
  planCard,
  planDocumentPage,
  planPicture,
  planText,
  thumbnailOf,
} from './plan-picture'
import { planSong, soundForAllScreens, waveforms } from './plan-sound'
import type { CardSpec, RenditionSpec } from './spec'
import type { Purpose, RenditionPlan } from './steps'

/**
 * What the office keeps of every upload, from its facts alone: one that any screen plays until the exact one is there, and small
 * pictures for the admin's lists.
 */
export function planRenditions(facts: Facts): RenditionPlan<Purpose>[] {
  switch (facts.kind) {
    case 'image':
    case 'document':
      return [pictureForAllScreens(facts), thumbnailOf(facts)]
    case 'video':
      return [filmForAllScreens(facts), thumbnailOfFilm(facts), posterOf(facts), stripOf(facts)]
    case 'audio':
      return [soundForAllScreens(facts), ...waveforms(facts)]
  }
}

/**
 * How a specification is met from an original with these facts; null for a text, and for a card without a cover.
 * @throws RangeError where the facts are not those of the kind of file that the specification is made from
 */
export function planOf(spec: RenditionSpec, facts: Facts | null): RenditionPlan<null> {
  if (spec.kind === 'text') return planText(spec)
  if (spec.kind === 'card') return planCard(spec, pictured(spec, facts))
  if (spec.kind === 'image' && facts?.kind === 'image') return planPicture(spec, facts)
  if (spec.kind === 'image' && facts?.kind === 'document') return planDocumentPage(spec, facts)
  if (spec.kind === 'video' && facts?.kind === 'video') return planFilm(spec, facts)
  if (spec.kind === 'audio' && facts?.kind === 'audio') return planSong(spec, facts)
  throw mismatch(spec, facts)
}

function pictured(spec: CardSpec, facts: Facts | null) {
  if (!spec.cover) return null
  if (facts?.kind !== 'image') throw mismatch(spec, facts)
  return facts
}

function mismatch({ kind }: RenditionSpec, facts: Facts | null) {
  return new RangeError(`a rendition of kind ${kind} cannot be made from ${facts?.kind ?? 'nothing'}`)
}
