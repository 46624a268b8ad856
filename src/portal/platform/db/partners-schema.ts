/** The tables of Espace Partenaires. */

/** A document for brokers without its content, which a table of its own has. */
export type PartnerDocumentTable = {
  id: string
  /** One of `documentTopics` of the contract. */
  topic: string
  /** That it is written in. */
  language: string
  title: string
  /** As `cleanFileName` makes it. */
  file_name: string
  /** As `documentSearchTextOf` makes it. */
  search_text: string
  /** One of `documentMediaTypes`. */
  media_type: string
  bytes: number
  published_at: number
}

/** Read where somebody opens or saves it, and nowhere else. */
export type PartnerDocumentContentTable = {
  document_id: string
  content: Uint8Array
}

export type PartnersTables = {
  partner_documents: PartnerDocumentTable
  partner_document_contents: PartnerDocumentContentTable
}
