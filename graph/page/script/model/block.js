/**
 * The data block of the page, as graph/page/data.py writes it: types only.
 *
 * Records refer to each other by their place in their list. Of organisations, partnerships and
 * members a field may be left out that says what `usual` says.
 *
 * @import { Certainty } from "./certainty.js"
 */

/**
 * @typedef {object} PageBlock
 * @property {NodeBlock[]} nodes organisations that the map draws
 * @property {object} options of vis-network
 * @property {DataBlock} data
 */

/**
 * @typedef {object} NodeBlock
 * @property {string} id "n" and the place of the organisation
 * @property {number} size radius on the map
 * @property {number} x
 * @property {number} y
 */

/**
 * @typedef {object} DataBlock
 * @property {string} title
 * @property {string} language in which the data are written
 * @property {string[]} languages that the page speaks, in the order of the texts
 * @property {OrganisationBlock[]} organisations
 * @property {PartnershipBlock[]} partnerships
 * @property {GroupBlock[]} groups
 * @property {RelationBlock[]} relations
 * @property {Record<string, BarrierBlock[]>} barriers by region, with the words of their passages
 * @property {SourceBlock[]} sources
 * @property {Record<string, Record<string, string[]>>} texts by list and key, one for each
 *   language; of the terms those that are used
 * @property {Record<string, [colour: string, shape: string]>} looks by type
 * @property {[colour: string, shape: string]} groupLook of the mark of every group
 * @property {Record<string, string>} shapes paths of SVG by name
 * @property {string[]} palette names of colours
 * @property {[x: number, y: number][]} places of partnerships on the map
 * @property {[x: number, y: number][]} groupPlaces
 * @property {Record<string, number[]>} dashes of lines by certainty
 * @property {number} widest the weight from which on all lines are as wide
 * @property {number} mostLines that the map draws at once
 * @property {number | null} mostRows of a sheet that are there at once; null where all are
 * @property {number[]} communities of each organisation, -1 for none; empty where a map is not
 *   crowded
 * @property {number} wide members up to which a crowded map ties those of a partnership to each
 *   other
 * @property {Record<string, string | null>} within region -> the region it lies in
 * @property {boolean} compound whether two inferred memberships make a tie less sure than either
 * @property {FilterBlock[]} filters in the order in which they are named
 * @property {UsualBlock} usual
 */

/**
 * @typedef {object} FilterBlock one entry of the list in graph/select/filters.py
 * @property {string} name
 * @property {string} key its name in the address
 * @property {string} value what it takes: a list of words or "sources" for ids of these, else
 *   "period", "certainty", "flag" or "number"
 * @property {string} narrows "partnerships", "organisations", "memberships", "ties" or "units"
 * @property {boolean} ids whether it takes any number of ids
 * @property {boolean} asks whether a partnership goes that has no such member
 * @property {boolean} without whether it leaves out what it names
 * @property {string} of the filter that it is a part of
 * @property {number} needs how many values that must have
 * @property {string} label key of the word over it
 * @property {string} on what stands in the address where a flag is set
 * @property {string[] | string | number | boolean} usual what it is while nothing is chosen
 */

/**
 * @typedef {object} UsualBlock
 * @property {Partial<OrganisationBlock>} organisation
 * @property {Partial<PartnershipBlock>} partnership
 * @property {Partial<MemberBlock>} member
 * @property {Partial<GroupBlock>} group
 * @property {Partial<PartyBlock>} party
 * @property {Partial<SourceBlock>} source
 * @property {Partial<RelationBlock>} told of relations and barriers
 * @property {Partial<FilterBlock>} filter
 */

/**
 * @typedef {object} OrganisationBlock
 * @property {string} key its id in the data
 * @property {string} name
 * @property {string} type the main one of `types`
 * @property {string[]} types
 * @property {string | null} region
 * @property {Alias[]} aliases
 * @property {number | null} partOf
 * @property {Row[]} rows
 * @property {string | null} note
 */

/**
 * @typedef {object} PartnershipBlock
 * @property {string} key
 * @property {string} name
 * @property {string} kind
 * @property {"all" | "some" | "none"} known how many of the members are
 * @property {MemberBlock[]} members
 * @property {PartyBlock[]} groups
 * @property {MemberBlock[]} wished who is wanted, and was not asked yet
 * @property {PartyBlock[]} wishedGroups
 * @property {number | null} partOf the partnership that it is a part of
 * @property {number | null} body the organisation that it is at the same time
 * @property {BarrierBlock[]} barriers
 * @property {string[]} themes
 * @property {string[]} regions
 * @property {string | null} period EDTF
 * @property {string} status
 * @property {number[]} follows partnerships of which this is the next stage
 * @property {Row[]} rows
 * @property {Certainty} certainty
 * @property {PassageBlock[]} evidence
 * @property {string | null} note
 * @property {number} unseen further members, whom a least weight of ties keeps out of the data
 */

/**
 * @typedef {object} MemberBlock
 * @property {number} organisation
 * @property {string} role
 * @property {Certainty} certainty whether it takes part
 * @property {Certainty} identity whether the text means this organisation
 * @property {Certainty} roleCertainty
 * @property {string | null} note
 * @property {PassageBlock[]} evidence
 */

/**
 * @typedef {object} GroupBlock parties that are not named one by one
 * @property {string} key its id in the data
 * @property {string} name
 * @property {string[]} types that are known to be among them
 * @property {number | null} size
 * @property {boolean} approximate whether they are about so many
 * @property {string | null} region
 * @property {Certainty} certainty that there is such a group
 * @property {string | null} note
 * @property {PassageBlock[]} evidence
 */

/**
 * @typedef {object} PartyBlock a group in a partnership
 * @property {number} group
 * @property {string} role
 * @property {Certainty} certainty whether it takes part
 * @property {string | null} note
 * @property {PassageBlock[]} evidence
 */

/**
 * @typedef {object} BarrierBlock something that hampers
 * @property {string} label
 * @property {Certainty} certainty
 * @property {string | null} note
 * @property {PassageBlock[]} evidence
 */

/**
 * @typedef {object} RelationBlock what one does to another
 * @property {string} key
 * @property {string} kind
 * @property {string} origin "o", "g" or "p", and the place in that list
 * @property {string} target
 * @property {string | null} period EDTF
 * @property {Certainty} certainty
 * @property {string | null} note
 * @property {PassageBlock[]} evidence
 */

/**
 * @typedef {object} SourceBlock
 * @property {string} key
 * @property {string} title
 * @property {string | null} publisher
 * @property {string | null} date EDTF
 * @property {string} original name of the document's file
 * @property {string | null} digest name of the file that the passages stand in, if another
 * @property {string | null} address
 * @property {boolean} link whether the address may be followed
 * @property {boolean} summary whether its passages tell what it says, and are no quotations
 * @property {boolean} register whether its passages are rows of a table
 * @property {number[]} perspective organisations whose people tell it
 * @property {BarrierBlock[]} barriers
 * @property {string | null} note
 */

/**
 * @typedef {[label: string, kind: string, items: (string | number)[]]} Row a field that is shown
 *   under a label: kind is "text", or the list of which the items are ids or places
 */
/**
 * @typedef {[text: string, source: number | null, lines?: number[]]} Alias
 *   `source` is the only one that it holds in, `lines` the only lines
 */
/**
 * @typedef {[source: number, line: number, words?: string | null, link?: string]} PassageBlock
 *   without words and where they open, where these stand in the table
 */

export {};
