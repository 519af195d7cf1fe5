/**
 * The panel of a document.
 *
 * @import { Content } from "../dom.js"
 * @import { Partnership, Source } from "../model/records.js"
 */

import { make } from "../dom.js";
import { joined, linkTo, row, unknown } from "../elements.js";
import { term, word } from "../language.js";
import { listAllPassages } from "../model/records.js";
import { barriersIn, seen, supportedBy } from "../scope.js";
import { drawBarriers, drawNote, drawPassages } from "./claims.js";
import { drawWhatIf } from "./what_if.js";
import { foldList } from "../folded.js";

const MOST_SUPPORTED = 12; // partnerships of a document that are there at once

/**
 * @param {Source} source
 * @returns {Content[]}
 */
export function drawDocument(source) {
  const { date, digest, original, perspective, publisher } = source;
  const supported = supportedBy(source);
  const barriers = barriersIn(source);
  return [
    make(
      "dl.about",
      row(word("publisher"), publisher ? make("bdi", publisher) : unknown(word("no_publisher"))),
      row(word("date"), date ? term("dates", date) : unknown(word("no_date"))),
      perspective.length ? row(word("told_by"), ...joined(perspective.map(linkTo))) : null,
      digest
        ? row(word("digest"), make("bdi", digest), make("span.below", word("digest_meaning")))
        : null,
      row(word("original"), make("bdi", original)),
      source.address ? row(word("address"), drawAddress(source.address, source.link)) : null,
    ),
    drawNote(source),
    make("p", drawWhatIf({ withoutSources: [source.key] })),
    ...(barriers.length ? [make("h3", word("barriers")), ...drawBarriers(barriers)] : []),
    make("h3", word("supports")),
    ...(supported.length
      ? foldList("div.cards", supported, (one) => drawSupported(one, source), MOST_SUPPORTED)
      : [make("p.unknown", word("supports_none"))]),
  ];
}

/**
 * @param {string} address
 * @param {boolean} link
 */
function drawAddress(address, link) {
  const text = make("bdi", address);
  return link ? make("a", { href: address, rel: "noreferrer" }, text) : text;
}

/**
 * @param {Partnership} partnership
 * @param {Source} source
 */
function drawSupported(partnership, { number }) {
  const here = listAllPassages(seen(partnership)).filter(([place]) => place === number);
  return make("article.card", make("h4", linkTo(partnership)), drawPassages(here));
}
